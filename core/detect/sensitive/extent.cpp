#include "detect/sensitive/extent.hpp"

#include <optional>

namespace paravent::detect::sensitive {
namespace {

using knowledge::SensitiveUse;
using knowledge::SensitiveUses;

constexpr std::size_t most_links = 3;  // words between a lead and what it leads to

bool is_joined_in_phrase(const Token& token) {
  return !token.gap.empty() &&
         token.gap.only(Gaps{Gap::Space, Gap::Hyphen, Gap::Apostrophe, Gap::Emphasis, Gap::LineBreak});
}

bool leads_to(const Match& lead, const Match& match) {
  return (lead.phrase.kinds & match.phrase.kinds) != 0;
}

}  // namespace

bool take_lead(const Words& words, Match& match) {
  constexpr SensitiveUses leads(SensitiveUse::Lead);
  std::size_t at = match.first;
  for (std::size_t links = 0; at > words.first() && links <= most_links; ++links, --at) {
    if (!is_joined_in_phrase(words.at(at))) break;
    const auto lead = words.match_before(at, leads);
    if (lead && leads_to(*lead, match)) {
      match.first = lead->first;
      return true;
    }
    if (!is_link(words.at(at - 1)) && !words.is_english_article(at - 1)) break;
  }
  if (match.last == words.last() || !is_joined_in_phrase(words.at(match.last))) return false;
  // Only English puts it behind; what leads to a place does not ("the hospital in Leeds").
  if (is_link(words.at(match.last))) return false;
  const auto lead = words.match(match.last, leads);
  if (!lead || !lead->phrase.english || !leads_to(*lead, match)) return false;
  match.last = lead->last;
  return true;
}

void take_tails(const Words& words, Match& match) {
  while (match.last < words.last() && is_joined_in_phrase(words.at(match.last))) {
    const auto tail = words.match(match.last, SensitiveUses(SensitiveUse::Tail));
    if (!tail || (tail->phrase.kinds & match.phrase.kinds) == 0) return;
    match.last = tail->last;
  }
}

}  // namespace paravent::detect::sensitive
