#include "detect/sensitive/find_sensitive.hpp"

#include <algorithm>
#include <optional>

#include "detect/sensitive/context.hpp"
#include "detect/sensitive/extent.hpp"
#include "detect/sensitive/kinds.hpp"
#include "detect/sensitive/words.hpp"

namespace paravent::detect {
namespace {

using knowledge::SensitiveUse;
using knowledge::SensitiveUses;
using sensitive::Match;
using sensitive::Words;

constexpr std::uint16_t sure = 900;
constexpr std::uint16_t by_context = 750;

bool is_read(const Token& token) {
  constexpr Places elsewhere{Where::NoNames, Where::Identifier, Where::Alias, Where::FrontMatterKey};
  return token.lexeme().sensitive && !token.where.has_any(elsewhere);
}

// What speaks for the match as a finding; nothing if it is none. Takes in the words that belong to it.
std::optional<Evidence> evidence_for(const Words& words, Match& match) {
  if (match.phrase.use == SensitiveUse::Figure || means_something_else(words, match)) return std::nullopt;
  Evidence out;
  out.add(Cue::Lexicon);
  const Match bare = match;
  if (is_denied(words, bare)) out.add(Cue::Denied);
  const bool led = take_lead(words, match);
  take_tails(words, match);
  bool holds = false;
  switch (match.phrase.use) {
    case SensitiveUse::Sure:
      holds = true;
      break;
    case SensitiveUse::Near:
      holds = led || has_person_near(words, bare) || is_said_of_person(words, match);
      break;
    case SensitiveUse::Said:
      holds = led || is_said_of_person(words, match);
      break;
    case SensitiveUse::Had:
      holds = led || is_had_by_person(words, bare) || is_badge(words, bare);
      break;
    case SensitiveUse::Led:
      holds = led || is_badge(words, bare);
      break;
    case SensitiveUse::Heritage:
      holds = has_demonym_beside(words, match);
      break;
    default:
      break;
  }
  if (!holds || (!led && is_topic(words, bare))) return std::nullopt;
  if (match.phrase.use != SensitiveUse::Sure) out.add(Cue::PersonBeside);
  return out;
}

// The findings of a block, in order and apart: one that touches the one before it, of the same kind, goes
// into it.
class Collector {
 public:
  Collector(const Tokens& tokens, std::vector<Finding>& out) : tokens_(tokens), out_(out) {}

  void add(const Match& match, Evidence evidence) {
    const std::string_view rule = sensitive::rule_of(match.phrase.kind());
    const std::uint32_t end = tokens_.all[match.last - 1].end;
    if (any_ && match.first <= last_ && out_.back().rule == rule) {
      out_.back().range.end = text::ByteOffset{end};
      out_.back().evidence.add(evidence);
    } else {
      Finding finding;
      finding.range = text::range(tokens_.all[any_ ? std::max(match.first, last_) : match.first].begin, end);
      finding.category = Category::Sensitive;
      finding.rule = rule;
      finding.score = match.phrase.use == SensitiveUse::Sure ? sure : by_context;
      finding.evidence = evidence;
      out_.push_back(finding);
    }
    last_ = match.last;
    any_ = true;
  }

 private:
  const Tokens& tokens_;
  std::vector<Finding>& out_;
  std::size_t last_ = 0;  // token behind the last finding of the block
  bool any_ = false;
};

}  // namespace

void find_sensitive(const Tokens& tokens, std::size_t first, std::size_t last, std::vector<Finding>& out) {
  constexpr SensitiveUses sought(SensitiveUse::Sure, SensitiveUse::Near, SensitiveUse::Said,
                                 SensitiveUse::Had, SensitiveUse::Led, SensitiveUse::Heritage,
                                 SensitiveUse::Figure);
  Collector collector(tokens, out);
  std::optional<Words> words;  // most blocks have nothing to look up
  for (std::size_t at = first; at < last; ++at) {
    if (!is_read(tokens.all[at])) continue;
    if (!words) words.emplace(tokens, first, last);
    auto match = words->match(at, sought);
    if (!match) continue;
    std::size_t end = match->last;
    if (const auto evidence = evidence_for(*words, *match)) {
      collector.add(*match, *evidence);
      end = std::max(end, match->last);
    } else if (match->phrase.use != SensitiveUse::Figure) {
      continue;
    }
    at = end - 1;
  }
}

}  // namespace paravent::detect
