#include "detect/person_name.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "detect/features.hpp"

namespace paravent::detect {
namespace {

using knowledge::Sex;

// No name has more words; of a longer run only the first are read.
constexpr std::size_t most_parts = 8;

// One part: words joined by hyphens or apostrophes.
struct Part {
  std::string form;
  Shape shape = Shape::Capital;
  bool given = false;
  Sex sex = Sex::Unknown;
};

Sex sex_of_civility(std::string_view form) {
  for (const std::string_view masculine : {"m", "mr", "monsieur", "mister", "sir"}) {
    if (form == masculine) return Sex::Masculine;
  }
  for (const std::string_view feminine :
       {"mme", "mlle", "madame", "mademoiselle", "mrs", "ms", "miss", "lady"}) {
    if (form == feminine) return Sex::Feminine;
  }
  return Sex::Unknown;
}

// "claire-dupont", "sophie-martin" and "dupont-claire" in a tag or a file name are two parts, "anne-sophie"
// is one.
bool is_part_of_slug(const Part& before, const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (token.shape != Shape::Lower) return false;
  if (!is_likely_given(token)) return before.given;
  if (before.shape != Shape::Lower) return false;
  return knowledge::look_up(before.form + '-' + std::string(tokens.form(at))).given == 0;
}

std::vector<Part> parts_of(const Tokens& tokens, const Span& span) {
  std::vector<Part> parts;
  bool particle = false;
  const std::size_t last = std::min<std::size_t>(span.last, span.first + most_parts);
  for (std::size_t i = span.first; i < last; ++i) {
    const Token& token = tokens.all[i];
    const bool first = i == span.first;
    // "Ben" and "Al" open a name as given names, "Le" and "De" as particles.
    const bool may_be_particle = !first || token.lexeme().given < 5;
    if (token.cues.has(WordCue::Particle) && may_be_particle && i + 1 < last && token.form_size() <= 3) {
      particle = true;
      continue;
    }
    const bool glued = !first && !particle && !parts.empty() &&
                       (token.gap.has(Gap::Hyphen) || token.gap.has(Gap::Apostrophe)) &&
                       parts.back().shape != Shape::Initial;
    if (glued && !is_part_of_slug(parts.back(), tokens, i)) {
      parts.back().form += '-';
      parts.back().form += tokens.form(i);
    } else {
      parts.push_back({std::string(tokens.form(i)), token.shape, is_likely_given(token), token.lexeme().sex});
    }
    particle = false;
  }
  return parts;
}

bool is_initials_word(const Tokens& tokens, const Span& span) {
  const Token& token = tokens.all[span.first];
  return span.last - span.first == 1 && token.shape == Shape::AllCaps && token.form_size() <= 3 &&
         span.evidence.has(Cue::Initials);
}

void set_full(const std::vector<Part>& parts, PersonName& name) {
  const Part& first = parts.front();
  const Part& last = parts.back();
  const bool capitals_first = first.shape == Shape::AllCaps && last.shape == Shape::Capital;
  const bool inverted = capitals_first || (!first.given && last.given && last.shape != Shape::AllCaps);
  const Part& given = inverted ? last : first;
  name.given = given.form;
  if (name.sex == Sex::Unknown) name.sex = given.sex;
  for (const Part& part : parts) {
    if (&part == &given || part.shape == Shape::Initial) continue;
    if (!name.surname.empty()) name.surname += ' ';
    name.surname += part.form;
  }
}

}  // namespace

PersonName parse_person(const Tokens& tokens, const Span& span) {
  PersonName name;
  name.role = span.evidence.has(Cue::Role);
  if (span.first > 0 && tokens.all[span.first].gap.only(Gaps{Gap::Space, Gap::Dot, Gap::Emphasis})) {
    const Token& before = tokens.all[span.first - 1];
    name.civility = before.cues.has(WordCue::Civility);
    if (name.civility) name.sex = sex_of_civility(tokens.form(before));
    if (before.cues.has(WordCue::Title) && before.has_capital())
      name.title = tokens.form(before).substr(0, 2);
  }
  if (is_initials_word(tokens, span)) {
    name.initials = std::string(tokens.form(span.first));
    return name;
  }
  const std::vector<Part> parts = parts_of(tokens, span);
  std::string initials;
  std::vector<Part> words;
  for (const Part& part : parts) {
    if (part.form.empty()) continue;
    if (part.shape == Shape::Initial) {
      initials += part.form.front();
      (words.empty() ? name.given_initial : name.surname_initial) = part.form.front();
    } else {
      words.push_back(part);
    }
  }
  if (words.empty()) {
    name.initials = initials;
    name.given_initial = 0;
  } else if (words.size() >= 2) {
    set_full(words, name);
  } else if (!name.civility && initials.empty() ? words[0].given : name.surname_initial != 0) {
    name.given = words[0].form;
    if (name.sex == Sex::Unknown) name.sex = words[0].sex;
  } else {
    name.surname = words[0].form;
  }
  return name;
}

}  // namespace paravent::detect
