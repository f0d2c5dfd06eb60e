#include "anonymise/apposed_group.hpp"

#include <array>
#include <vector>

#include "anonymise/closing_mark.hpp"
#include "anonymise/group.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::array<std::string_view, 5> numbers{"", "", "deux", "trois", "quatre"};

// "infirmières" → "infirmiere": what the tables have in the singular.
std::string without_s(const std::string& word) {
  return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

bool is_several(const std::vector<std::string_view>& written, const std::vector<std::string_view>& singular) {
  for (const std::vector<std::string_view>* words : {&written, &singular}) {
    for (std::size_t nth = 0;; ++nth) {
      const auto phrase = knowledge::whole_phrase(*words, nth);
      if (!phrase) break;
      if (phrase->kind == knowledge::PhraseKind::Role) return true;
    }
  }
  return false;
}

// Where the plural of a role ends that starts at `at`; `at` where there is none.
std::size_t plural_role_end(std::string_view text, std::size_t at) {
  const std::optional<RoleMention> one = role_at(text, at);
  std::vector<Word> words = words_from(text, at, longest_role);
  for (; !words.empty(); words.pop_back()) {
    if (!words.front().folded.ends_with('s') && !words.back().folded.ends_with('s')) continue;
    if (one && one->end == words.back().end) continue;
    std::vector<std::string> stripped;
    stripped.reserve(words.size());
    for (const Word& word : words) stripped.push_back(without_s(word.folded));
    std::vector<std::string_view> written, singular;
    for (const Word& word : words) written.push_back(word.folded);
    for (const std::string& word : stripped) singular.push_back(word);
    if (is_several(written, singular)) return words.back().end;
  }
  return at;
}

bool is_plural_possessive(std::string_view folded) {
  constexpr std::array<std::string_view, 6> words{"mes", "tes", "ses", "nos", "vos", "leurs"};
  return is_one_of(words, folded);
}

// "M. et Mme Castaing": two people of one name. Where it starts.
std::optional<std::size_t> pair_of_titles(std::string_view text, std::size_t name_begin) {
  const auto she = civility_before(text, name_begin, 0);
  const std::size_t end = she ? skip_blanks_back(text, she->begin, 0) : 0;
  const std::optional<Word> joint = she ? word_back(text, end, 0) : std::nullopt;
  if (!joint || joint->folded != "et") return std::nullopt;
  const auto he = civility_before(text, joint->begin, 0);
  if (!he || he->sex == knowledge::Sex::Unknown || she->sex == knowledge::Sex::Unknown) return std::nullopt;
  return he->begin;
}

}  // namespace

std::optional<ApposedGroup> apposed_group_at(const Note& note, std::size_t at) {
  const std::string_view text = note.text();
  if (!is_in_french(*note.masked()[at])) return std::nullopt;
  ApposedGroup out;
  out.begin = note.masked()[at]->range.begin.value;
  out.count = french_names_from(note, at);
  std::size_t people = out.count;
  if (const auto begin = out.count == 1 ? pair_of_titles(text, out.begin) : std::nullopt) {
    out.begin = *begin;
    people = 2;
  } else if (const auto civility = civility_before(text, out.begin, 0)) {
    out.begin = civility->begin;
  }
  if (people < 2 || people >= numbers.size()) return std::nullopt;
  const std::size_t names_end = note.masked()[at + out.count - 1]->range.end.value;
  if (!text.substr(names_end).starts_with(", ")) return std::nullopt;
  const std::size_t words_begin = names_end + 2;
  std::size_t role = words_begin;
  std::optional<Word> first = word_from(text, role);
  const bool possessed = first && is_plural_possessive(first->folded);
  if (possessed) {
    role = skip_blanks(text, first->end);
    first = word_from(text, role);
  }
  if (first && first->folded == numbers[people]) role = skip_blanks(text, first->end);
  out.end = plural_role_end(text, role);
  if (out.end == role) return std::nullopt;
  if (possessed) {
    out.words = text.substr(words_begin, out.end - words_begin);
  } else {
    out.words = std::string(numbers[people]).append(" ").append(text.substr(role, out.end - role));
  }
  const NameSpan span{at + out.count - 1, out.begin, out.end};
  if (!text.substr(out.end).starts_with(',')) {
    out.comma = comma_further_on(note, span, out.end);
  } else if (takes_closing_comma(note, span, out.end + 1)) {
    ++out.end;
  }
  return out;
}

}  // namespace paravent::anonymise
