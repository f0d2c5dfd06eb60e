// The parts of one mention of a person.
#pragma once

#include <string>

#include "detect/decode.hpp"
#include "detect/token.hpp"
#include "knowledge/lexicon.hpp"

namespace paravent::detect {

// Folded; a hyphenated name is one part ("jean-marc"). Any may be empty.
struct PersonName {
  std::string given;
  std::string surname;
  std::string initials;  // of a mention by initials alone ("cd")
  char given_initial = 0;
  char surname_initial = 0;
  knowledge::Sex sex = knowledge::Sex::Unknown;  // civility first, then the table of given names
  std::string title;                             // before it, folded: "dr", "pr"
  bool civility = false;
  bool role = false;  // a role stands beside it
  bool is_full() const { return !given.empty() && !surname.empty(); }
};

PersonName parse_person(const Tokens& tokens, const Span& span);

}  // namespace paravent::detect
