// An age, its unit, and what ties it to its sentence.
#pragma once

#include <cstddef>
#include <string>

#include "anonymise/note.hpp"

namespace paravent::anonymise {

// Where the age ends with its unit ("52 ans", where the finding is "52"); where the finding ends when it has
// none.
std::size_t age_end(const Note& note, const detect::Finding& age);

// French says of an age that someone has: la quarantaine, l’Âge A.
struct AgeLead {
  std::size_t begin = 0;  // what is redone starts here
  std::string_view word;  // the preposition to write again: "à"
  bool definite = false;  // "elle a 43 ans", "à 43 ans": the article is the definite one
  bool capital = false;
  bool stands = false;  // there are words to redo before the age
};
AgeLead age_lead_before(const Note& note, const detect::Finding& age, std::size_t floor);
// The same where "l’âge de" may go too: "à l’âge de 43 ans" is {"à", definite}.
AgeLead age_lead_with_noun(const Note& note, const detect::Finding& age, std::size_t floor);

}  // namespace paravent::anonymise
