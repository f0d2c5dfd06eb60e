#include "detect/name_index.hpp"

#include <algorithm>
#include <array>

#include "detect/features.hpp"
#include "detect/joined_name.hpp"
#include "detect/name_forms.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::detect {
namespace {

constexpr std::int32_t register_margin = 2;   // spans of the first reading become names from here on
constexpr std::int32_t declared_margin = 60;  // surer than what any reading finds
constexpr std::int32_t folder_margin = 30;    // as sure as a usual reading: this note may know better
constexpr std::int32_t clear_lead = 20;       // of one label of a form over another
constexpr std::size_t shortest_part = 2;

// Words that stand in many names and say nothing of one.
bool is_weak_part(const Token& token) {
  return token.cues.has(WordCue::Particle) || token.cues.has(WordCue::LegalForm) ||
         token.cues.has(WordCue::Civility) || token.cues.has(WordCue::Title) || token.cues.has(WordCue::Of) ||
         token.cues.has(WordCue::Determiner) || token.cues.has(WordCue::And) ||
         token.known.has(Known::Country);
}

bool is_weak_org_part(const Token& token) {
  return is_weak_part(token) || token.cues.has(WordCue::OrgTail) || token.cues.has(WordCue::OrgNoun) ||
         token.known.has(Known::Institution) || token.known.has(Known::Role) || token.lexeme().acronym ||
         (token.is_common_word() && token.shape == Shape::Lower);
}

bool is_part_of_person(const Token& token) {
  return !is_weak_part(token) && token.form_size() >= shortest_part;
}

// A name from elsewhere, as a span of itself.
Span span_of(const Tokens& name, Label label) {
  return {0, static_cast<std::uint32_t>(name.size()), label, folder_margin, 0, {}};
}

}  // namespace

bool NameIndex::takes(const Tokens& tokens, const Span& span, std::size_t at) {
  const Token& token = tokens.all[at];
  if (span.margin < register_margin || token.form_size() < shortest_part) return false;
  if (token.shape == Shape::Initial || token.known.has(Known::Country)) return false;
  const bool single = span.last - span.first == 1;
  const bool weak = span.label == Label::Org ? is_weak_org_part(token) : is_weak_part(token);
  return !weak && (token.has_capital() || single || span.label == Label::Person);
}

void NameIndex::count(const Tokens& tokens, const std::vector<Span>& spans, bool add) {
  for (const Span& span : spans) {
    if (span.margin < register_margin) continue;
    if (span.label == Label::Person) {
      count_initials(tokens, span.first, span.last, add);
      count_joined(tokens, span.first, span.last, add);
    }
    for (std::size_t i = span.first; i < span.last; ++i) {
      if (!takes(tokens, span, i)) continue;
      const Token& token = tokens.all[i];
      count_part(*token.form, span.label, span.margin, is_likely_given(token), add);
    }
  }
}

void NameIndex::add_person(const Tokens& name) {
  count_initials(name, 0, name.size(), true);
  count_joined(name, 0, name.size(), true);
  for (const Token& token : name.all) {
    if (!is_part_of_person(token)) continue;
    count_part(*token.form, Label::Person, declared_margin, true, true);
    count_part(*token.form, Label::Person, declared_margin, false, true);
  }
}

void NameIndex::add_known(const Tokens& name, Label label) {
  if (name.size() > 0) count(name, {span_of(name, label)}, true);
}

bool NameIndex::takes_known(const Tokens& name, Label label, std::size_t at) {
  return takes(name, span_of(name, label), at) || (label == Label::Person && is_part_of_person(name.all[at]));
}

void NameIndex::count_part(const Form& form, Label label, std::int32_t margin, bool given, bool add) {
  if (form.id >= part_at_.size()) part_at_.resize(form.id + std::size_t{1});
  std::uint32_t& place = part_at_[form.id];
  if (place == 0) {
    parts_.emplace_back().form = form.id;
    place = static_cast<std::uint32_t>(parts_.size());
  }
  Part& part = parts_[place - 1];
  if (!part.touched) touched_.push_back(place - 1);
  part.touched = true;
  const std::uint32_t one = add ? 1U : ~0U;  // unsigned: adding ~0 takes one away
  part.words += one;
  if (label == Label::Person) (given ? part.given : part.surname) += one;
  const auto found = std::find_if(part.readings.begin(), part.readings.end(), [&](const Reading& reading) {
    return reading.label == label && reading.margin == margin;
  });
  if (found == part.readings.end()) {
    part.readings.push_back({label, margin, 1});
    return;
  }
  found->count += one;
  if (found->count > 0) return;
  *found = part.readings.back();
  part.readings.pop_back();
}

void NameIndex::count_initials(const Tokens& tokens, std::size_t first, std::size_t last, bool add) {
  for (const std::string& letters : initials_of(tokens, first, last)) count_initials(letters, add);
}

void NameIndex::count_initials(std::string_view letters, bool add) {
  std::uint32_t& count = initials_[packed(letters)];
  touched_initials_.emplace(packed(letters), count > 0);
  count += add ? 1U : ~0U;
  if (count == 0) initials_.erase(packed(letters));
}

// "clairedupont" and "cdupont" for Claire Dupont, and for DUPONT Claire.
void NameIndex::count_joined(const Tokens& tokens, std::size_t first, std::size_t last, bool add) {
  const NameHalves name = halves_of(tokens, first, last);
  for_each_joined_form(name.given, name.surname, [&](std::string_view one, std::string_view other) {
    const std::uint64_t key = hash_of_both(one, other);
    std::uint32_t& count = joined_[key];
    if (count == (add ? 0U : 1U)) turned_joined_.push_back(key);
    count += add ? 1U : ~0U;  // unsigned: adding ~0 takes one away
    if (count == 0) joined_.erase(key);
  });
}

std::uint16_t NameIndex::told(const Part& part) {
  std::array<std::int32_t, label_count> best{};
  for (const Reading& reading : part.readings) {
    std::int32_t& margin = best[static_cast<std::size_t>(reading.label)];
    margin = std::max(margin, reading.margin);
  }
  const std::int32_t top = *std::max_element(best.begin(), best.end());
  const auto bit = [&](Label label, std::uint32_t value) {
    const std::int32_t margin = best[static_cast<std::size_t>(label)];
    return margin > 0 && margin + clear_lead >= top ? value : 0U;
  };
  const bool person = part.given + part.surname > 0;
  return static_cast<std::uint16_t>(
      std::min<std::uint32_t>(part.words, 2) | (part.given > 0 ? told_given : 0U) |
      (person ? told_person_part : 0U) | bit(Label::Person, told_person) | bit(Label::Org, told_org) |
      bit(Label::Loc, told_loc) | bit(Label::Project, told_project) | bit(Label::Author, told_author));
}

}  // namespace paravent::detect
