#include "anonymise/person_shape.hpp"

#include <span>
#include <vector>

#include "anonymise/letter_case.hpp"
#include "knowledge/lexicon.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at < name.size()) {
    std::size_t end = at;
    text::Codepoint c = text::decode_at(name, end);
    for (; c.size != 0 && !text::is_space(c.value); c = text::decode_at(name, end)) end += c.size;
    if (end > at) out.push_back(name.substr(at, end - at));
    at = end + c.size;
    if (c.size == 0) break;
  }
  return out;
}

std::string joined(std::span<const std::string_view> words, std::string_view joint) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += joint;
    out += word;
  }
  return out;
}

bool is_civility(std::string_view word) {
  const std::string folded = text::fold(word);
  for (const std::string_view title : {"m.", "mr", "mme", "mlle", "madame", "monsieur", "dr", "mrs", "ms"}) {
    if (folded == title) return true;
  }
  return false;
}

// How many of the words are given names: the first, and a second that hardly is a surname.
std::size_t given_count(std::span<const std::string_view> words) {
  constexpr std::uint8_t frequent = 10;
  constexpr std::uint8_t some = 5;
  const knowledge::Lexeme second = knowledge::look_up(text::fold(words[1]));
  return words.size() > 2 && second.given >= frequent && second.surname <= some ? 2 : 1;
}

}  // namespace

PersonParts parts_of(std::string_view name) {
  const std::vector<std::string_view> all = words_of(name);
  std::span<const std::string_view> words = all;
  if (words.size() > 1 && is_civility(words.front())) words = words.subspan(1);
  if (words.size() < 2) return {"", joined(words, " ")};
  std::size_t capitals = 0;
  while (capitals < words.size() && is_in_capitals(words[capitals])) ++capitals;
  if (capitals > 0 && capitals < words.size()) {
    return {joined(words.subspan(capitals), " "), joined(words.first(capitals), " ")};
  }
  const std::size_t given = given_count(words);
  return {joined(words.first(given), " "), joined(words.subspan(given), " ")};
}

std::string in_shape(std::string_view name, NameShape shape) {
  const PersonParts parts = parts_of(name);
  if (parts.given.empty()) return parts.surname.empty() ? std::string(name) : parts.surname;
  switch (shape) {
    case NameShape::Whole:
      break;
    case NameShape::Inverted:
      return parts.surname + " " + parts.given;
    case NameShape::Given:
      return parts.given;
    case NameShape::Surname:
      return parts.surname;
    case NameShape::InitialAndName:
      return parts.given.substr(0, text::decode_at(parts.given, 0).size) + ". " + parts.surname;
  }
  return std::string(name);
}

std::string name_in_one_word(std::string_view name, std::string_view joint) {
  return joined(words_of(name), joint);
}

}  // namespace paravent::anonymise
