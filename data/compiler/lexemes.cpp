#include "lexemes.hpp"

#include <algorithm>

#include "read_tables.hpp"

namespace paravent::data {

namespace {

using knowledge::Lexeme;
using knowledge::Sex;

std::uint8_t band(std::string_view title) {
  return static_cast<std::uint8_t>(number(title_value(title, "band"), std::string(title)));
}

Sex sex(std::string_view title) {
  const std::string_view letter = title_value(title, "sex");
  if (letter == "f") return Sex::Feminine;
  if (letter == "m") return Sex::Masculine;
  return letter == "x" ? Sex::Either : Sex::Unknown;
}

void read_names(const std::string& folder, bool wikidata, Lexemes& lexemes) {
  read_sections(folder + "/given_names.words", [&](std::string_view title, std::string_view word) {
    Lexeme& lexeme = lexemes[std::string(word)];
    lexeme.given = band(title);
    lexeme.sex = sex(title);
  });
  read_sections(folder + "/surnames.words", [&](std::string_view title, std::string_view word) {
    lexemes[std::string(word)].surname = band(title);
  });
  if (!wikidata) return;
  read_sections(folder + "/names_wikidata.words", [&](std::string_view title, std::string_view word) {
    Lexeme& lexeme = lexemes[std::string(word)];
    if (title_value(title, "kind") == "surname") {
      lexeme.surname = std::max<std::uint8_t>(lexeme.surname, 1);
    } else if (lexeme.given == 0) {
      lexeme.given = 1;
      lexeme.sex = sex(title);
    }
  });
}

void read_french(const std::string& folder, Lexemes& lexemes) {
  read_sections(folder + "/french_words.words", [&](std::string_view title, std::string_view word) {
    Lexeme& lexeme = lexemes[std::string(word)];
    const auto has = [title](char letter) { return title.find(letter) != std::string_view::npos; };
    lexeme.noun = has('N');
    lexeme.adjective = has('A');
    lexeme.verb = has('V');
    lexeme.other = has('O');
    lexeme.feminine = has('f');
    lexeme.masculine = has('m');
    lexeme.plural = has('p');
  });
  read_sections(folder + "/french_frequency.words", [&](std::string_view title, std::string_view word) {
    lexemes[std::string(word)].frequency = band(title);
  });
}

}  // namespace

Lexemes read_lexemes(const std::string& folder, bool wikidata) {
  Lexemes lexemes;
  lexemes.reserve(1u << 20);
  read_names(folder, wikidata, lexemes);
  read_french(folder, lexemes);
  read_sections(folder + "/english_words.words", [&](std::string_view title, std::string_view word) {
    lexemes[std::string(word)].english = band(title);
  });
  read_sections(folder + "/demonyms.words",
                [&](std::string_view, std::string_view word) { lexemes[std::string(word)].demonym = true; });
  return lexemes;
}

}  // namespace paravent::data
