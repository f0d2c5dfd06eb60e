#include "anonymise/english_title.hpp"

#include <array>

#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// Titles of address that civility_before() does not know, French having none of them.
constexpr std::array<std::string_view, 12> titles{"prof", "professor", "doctor", "sir",      "dame", "lord",
                                                  "lady", "rev",       "mx",     "reverend", "hon",  "cllr"};
constexpr std::array<std::string_view, 4> with_article{"rev", "reverend", "hon", "lady"};

// The word before `at`, over the full stop of a short form.
std::optional<Word> word_before(std::string_view text, std::size_t at, std::size_t floor) {
  std::size_t end = skip_blanks_back(text, at, floor);
  if (end == at) return std::nullopt;
  if (end > floor && text[end - 1] == '.') --end;
  return word_back(text, end, floor);
}

bool has_capital(std::string_view text, const Word& word) {
  return text::is_upper(text::decode_at(text, word.begin).value);
}

// The title right before `at`.
std::optional<Word> title_before(std::string_view text, std::size_t at, std::size_t floor) {
  std::optional<Word> word = word_before(text, at, floor);
  if (!word || !has_capital(text, *word)) return std::nullopt;
  const auto civility = civility_before(text, at, floor);
  const bool title = is_one_of(titles, word->folded) || (civility && civility->begin == word->begin);
  return title ? word : std::nullopt;
}

// "Mr and Mrs Marsh": without the second title the first would be left alone.
std::optional<Word> first_title(std::string_view text, std::size_t title_begin, std::size_t floor) {
  std::size_t joint = skip_blanks_back(text, title_begin, floor);
  const std::optional<Word> word = word_back(text, joint, floor);
  if (word && word->folded == "and") {
    joint = word->begin;
  } else if (joint > floor && text[joint - 1] == '&') {
    --joint;
  } else {
    return std::nullopt;
  }
  return title_before(text, joint, floor);
}

}  // namespace

std::size_t begin_with_title(std::string_view text, std::size_t name_begin, std::size_t floor) {
  std::size_t begin = name_begin;
  std::optional<Word> title;
  for (std::optional<Word> before = title_before(text, begin, floor); before;
       before = title_before(text, begin, floor)) {
    begin = before->begin;
    title = before;
  }
  if (begin < name_begin && first_title(text, begin, floor)) return name_begin;
  if (!title || !is_one_of(with_article, title->folded)) return begin;
  const std::size_t left = skip_blanks_back(text, begin, floor);
  const std::optional<Word> article = left < begin ? word_back(text, left, floor) : std::nullopt;
  return article && article->folded == "the" ? article->begin : begin;
}

std::optional<std::size_t> begin_of_couple(std::string_view text, std::size_t name_begin, std::size_t floor) {
  const std::optional<Word> second = title_before(text, name_begin, floor);
  const std::optional<Word> first = second ? first_title(text, second->begin, floor) : std::nullopt;
  return first ? std::optional(first->begin) : std::nullopt;
}

}  // namespace paravent::anonymise
