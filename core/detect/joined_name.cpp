#include "detect/joined_name.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

constexpr int usual_given = 5;    // band of knowledge::Lexeme: ≥ 512 births
constexpr int usual_surname = 4;  // of words, too
constexpr int known_surname = 2;  // of what is no word
constexpr int top_given = 9;      // ≥ 8 192 births
constexpr int top_surname = 6;    // rank ≤ 5 000

knowledge::Lexeme look_up(std::string_view part) {
  return knowledge::look_up(text::fold(part));
}

// Where the first and the last capital behind a small letter stand.
struct Humps {
  std::size_t first = 0;
  std::size_t last = 0;
};

Humps humps_of(std::string_view word) {
  Humps out;
  char32_t previous = 0;
  for (std::size_t at = 0; at < word.size();) {
    const text::Codepoint c = text::decode_at(word, at);
    if (text::is_lower(previous) && text::is_upper(c.value)) {
      if (out.first == 0) out.first = at;
      out.last = at;
    }
    previous = c.value;
    at += c.size;
  }
  return out;
}

}  // namespace

bool is_joined_name(std::string_view word) {
  if (word.size() > longest_joined) return false;
  const Humps humps = humps_of(word);
  if (humps.first == 0 || look_up(word).known()) return false;
  if (look_up(word.substr(0, humps.first)).given < usual_given) return false;
  const knowledge::Lexeme last = look_up(word.substr(humps.last));
  return last.surname >= (last.word() ? usual_surname : known_surname);
}

bool reads_as_name(const knowledge::Lexeme& given, const knowledge::Lexeme& surname) {
  if (!surname.word()) return given.given >= usual_given && surname.surname >= known_surname;
  if (!given.word()) return given.given >= usual_given && surname.surname >= usual_surname;
  return given.given >= top_given && surname.surname >= top_surname && !surname.adjective;
}

bool reads_as_glued_name(const knowledge::Lexeme& given, const knowledge::Lexeme& surname) {
  return reads_as_name(given, surname) && (!surname.word() || surname.surname >= top_surname);
}

}  // namespace paravent::detect
