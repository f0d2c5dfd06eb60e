#include "detect/look_alikes.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

struct LookAlike {
  char32_t letter;
  char latin;
};

// Capitals and small letters apart: В looks like B, в like nothing.
constexpr std::array<LookAlike, 51> look_alikes = {{
    {U'Α', 'A'}, {U'Β', 'B'}, {U'Ε', 'E'}, {U'Ζ', 'Z'}, {U'Η', 'H'}, {U'Ι', 'I'}, {U'Κ', 'K'}, {U'Μ', 'M'},
    {U'Ν', 'N'}, {U'Ο', 'O'}, {U'Ρ', 'P'}, {U'Τ', 'T'}, {U'Υ', 'Y'}, {U'Χ', 'X'}, {U'α', 'a'}, {U'ι', 'i'},
    {U'κ', 'k'}, {U'ν', 'v'}, {U'ο', 'o'}, {U'ρ', 'p'}, {U'υ', 'u'}, {U'Ѕ', 'S'}, {U'І', 'I'}, {U'Ј', 'J'},
    {U'А', 'A'}, {U'В', 'B'}, {U'Е', 'E'}, {U'К', 'K'}, {U'М', 'M'}, {U'Н', 'H'}, {U'О', 'O'}, {U'Р', 'P'},
    {U'С', 'C'}, {U'Т', 'T'}, {U'У', 'Y'}, {U'Х', 'X'}, {U'а', 'a'}, {U'е', 'e'}, {U'к', 'k'}, {U'о', 'o'},
    {U'р', 'p'}, {U'с', 'c'}, {U'у', 'y'}, {U'х', 'x'}, {U'ѕ', 's'}, {U'і', 'i'}, {U'ј', 'j'}, {U'һ', 'h'},
    {U'ԁ', 'd'}, {U'ԛ', 'q'}, {U'ԝ', 'w'},
}};
static_assert(std::is_sorted(look_alikes.begin(), look_alikes.end(),
                             [](const LookAlike& a, const LookAlike& b) { return a.letter < b.letter; }));

}  // namespace

bool mixes_scripts(std::string_view folded) {
  bool latin = false;
  bool other = false;
  for (const char c : folded) {
    latin |= c >= 'a' && c <= 'z';
    // The first bytes of U+0380 … U+053F.
    other |= static_cast<unsigned char>(c) >= 0xCE && static_cast<unsigned char>(c) <= 0xD4;
  }
  return latin && other;
}

std::string with_latin_letters(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const text::Codepoint c = text::decode_at(word, at);
    const auto found = std::lower_bound(look_alikes.begin(), look_alikes.end(), c.value,
                                        [](const LookAlike& a, char32_t b) { return a.letter < b; });
    if (found != look_alikes.end() && found->letter == c.value) {
      out += found->latin;
    } else {
      out.append(word.substr(at, c.size));
    }
    at += c.size;
  }
  return out;
}

}  // namespace paravent::detect
