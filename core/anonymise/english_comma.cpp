#include "anonymise/english_comma.hpp"

#include <array>
#include <optional>

#include "anonymise/describe_person.hpp"
#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

std::size_t begin_of(const Note& note, std::size_t index) {
  return index < note.masked().size() ? note.masked()[index]->range.begin.value : note.text().size();
}

}  // namespace

bool takes_english_comma(const Note& note, const NameSpan& name, std::size_t behind_comma) {
  constexpr std::array<std::string_view, 10> keepers{"but",   "or",    "so",    "who",      "which",
                                                     "whose", "where", "while", "although", "because"};
  constexpr std::array<std::string_view, 22> starts{
      "he",   "she", "it",  "i",  "we",  "you",   "they", "the",  "a",     "an",   "this",
      "that", "his", "her", "my", "our", "there", "and",  "then", "their", "when", "your"};
  const std::string_view text = note.text();
  const std::size_t next = skip_blanks(text, behind_comma);
  const std::optional<Word> word = word_from(text, next);
  if (!word || text::is_digit(text::decode_at(text, next).value)) return false;
  for (std::size_t i = name.index + 1; i <= name.index + 3; ++i) {
    if (begin_of(note, i) == next) return false;
    const std::size_t behind_word = skip_blanks(text, word->end);
    if (word->folded == "and" && begin_of(note, i) == behind_word) return true;
  }
  if (is_one_of(keepers, word->folded)) return false;
  return note.at_sentence_start(name.begin) || !is_one_of(starts, word->folded);
}

std::size_t english_comma_further_on(const Note& note, const NameSpan& name, std::size_t at) {
  constexpr std::size_t longest = 60;
  const std::string_view rest = note.text().substr(at, longest);
  const std::size_t stop = rest.find_first_of(",.;:!?()[]|\"\r\n");
  if (stop == std::string_view::npos || rest[stop] != ',' || !note.at_sentence_start(name.begin))
    return nobody;
  const std::optional<Word> first = next_word(note.text(), at);
  constexpr std::array<std::string_view, 9> complement{"at",   "of",    "for",   "in", "with",
                                                       "from", "since", "based", "and"};
  if (!first || !is_one_of(complement, first->folded)) return nobody;
  for (std::size_t i = name.index + 1; begin_of(note, i) < at + stop; ++i) {
    if (note.masked()[i]->category == policy::Category::Person) return nobody;
  }
  return takes_english_comma(note, name, at + stop + 1) ? at + stop : nobody;
}

}  // namespace paravent::anonymise
