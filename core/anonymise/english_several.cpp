#include "anonymise/english_several.hpp"

#include <array>
#include <string_view>

#include "anonymise/closing_mark.hpp"
#include "anonymise/english_comma.hpp"
#include "anonymise/english_group.hpp"
#include "anonymise/english_possessive.hpp"
#include "anonymise/english_role.hpp"
#include "anonymise/english_title.hpp"
#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::array<std::string_view, 11> numbers{"",    "",      "two",   "three", "four", "five",
                                                   "six", "seven", "eight", "nine",  "ten"};

std::size_t words_in(std::string_view name) {
  return folded_words(name).size();
}

// "Tom and Priya Nair": one surname, which the last name has.
bool have_one_surname(const Note& note, std::size_t at, std::size_t count) {
  for (std::size_t i = at; i + 1 < at + count; ++i) {
    if (words_in(note.surface(*note.masked()[i])) != 1) return false;
  }
  return words_in(note.surface(*note.masked()[at + count - 1])) > 1;
}

// "Anna and Ben from sales"
bool are_from_somewhere(std::string_view text, std::size_t end) {
  const std::optional<Word> word = next_word(text, end);
  return word && text[end] == ' ' && word->folded == "from";
}

bool is_possessive(std::string_view folded) {
  constexpr std::array<std::string_view, 6> words{"my", "your", "his", "her", "our", "their"};
  return is_one_of(words, folded);
}

// "both teachers", "two teachers", "my colleagues": what the people are, from `at` on. Moves `at` behind it;
// empty where there is no such thing.
std::string what_they_are(std::string_view text, std::string_view number, std::size_t& at) {
  std::size_t role = at;
  const std::optional<Word> first = word_from(text, at);
  if (!first) return {};
  const bool owned = is_possessive(first->folded) || first->folded == "the";
  if (owned || first->folded == "both" || first->folded == "all" || first->folded == number) {
    role = skip_blanks(text, first->end);
  }
  const std::optional<std::size_t> end = english_roles_end(text, role);
  if (!end) return {};
  const std::size_t begin = owned ? at : role;
  at = *end;
  const std::string_view said = text.substr(begin, *end - begin);
  return owned ? std::string(said) : std::string(number).append(" ").append(said);
}

// The people are described by the role behind their names, if one stands there.
void take_roles(const Note& note, std::size_t last, EnglishSeveral& out) {
  const std::string_view text = note.text();
  const std::size_t mark = skip_blanks(text, out.end);
  const text::Codepoint opening = text::decode_at(text, mark);
  const bool bracket = opening.value == U'(';
  const bool dash =
      mark > out.end && (opening.value == U'-' || opening.value == U'–' || opening.value == U'—');
  if (!bracket && !dash && opening.value != U',') return;
  std::size_t end = skip_blanks(text, mark + opening.size);
  std::string words = what_they_are(text, numbers[out.count], end);
  if (words.empty() || (bracket && !text.substr(end).starts_with(')'))) return;
  out.words = std::move(words);
  out.end = bracket ? end + 1 : end;
  if (dash) out.end = behind_closing_dash(text, opening, end);
  if (bracket || dash) return;
  const NameSpan span{last, out.begin, end};
  const std::size_t comma = skip_blanks(text, end);
  if (!text.substr(comma).starts_with(',')) {
    out.comma = english_comma_further_on(note, span, end);
  } else if (takes_english_comma(note, span, comma + 1)) {
    out.end = comma + 1;
  }
}

}  // namespace

std::optional<EnglishSeveral> english_several_at(const Note& note, std::size_t at, std::size_t floor) {
  const std::string_view text = note.text();
  const detect::Finding& first = *note.masked()[at];
  EnglishSeveral out;
  out.count = english_names_from(note, at);
  if (out.count == 0 || out.count >= numbers.size()) return std::nullopt;
  const std::size_t last = at + out.count - 1;
  out.end = note.masked()[last]->range.end.value;
  if (out.count == 1) {
    const auto begin = begin_of_couple(text, first.range.begin.value, floor);
    if (!begin) return std::nullopt;
    out.begin = *begin;
    out.end = behind_bare_possessive(note, first);
    return out;
  }
  if (behind_bare_possessive(note, *note.masked()[last]) > out.end) return std::nullopt;
  out.begin = begin_with_title(text, first.range.begin.value, floor);
  take_roles(note, last, out);
  if (out.words.empty() && (have_one_surname(note, at, out.count) || are_from_somewhere(text, out.end))) {
    out.words = std::string(numbers[out.count]) + " people";
  }
  return out.words.empty() ? std::nullopt : std::optional(std::move(out));
}

}  // namespace paravent::anonymise
