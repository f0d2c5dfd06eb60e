// What the words around a match say of it.
#pragma once

#include <cstddef>

#include "detect/sensitive/words.hpp"

namespace paravent::detect::sensitive {

// Whether a person stands in the sentence around the match.
bool has_person_near(const Words& words, const Match& match);
// Whether it is said of a person: "elle est noire", "un collègue arabe", "(sourd)" beside one.
bool is_said_of_person(const Words& words, const Match& match);
// Whether a person has it: "her MS", "he has a second scan".
bool is_had_by_person(const Words& words, const Match& match);
// Whether it stands alone in capitals and brackets, a person near: "Nadia (CFDT)".
bool is_badge(const Words& words, const Match& match);
// Whether it is spoken of in general: "un atelier sur le handicap", "depression awareness".
bool is_topic(const Words& words, const Match& match);
// Whether the sentence denies it: "elle n’est pas enceinte". It says something of the person all the same.
bool is_denied(const Words& words, const Match& match);
// Whether a word of the sentence says that something else is meant (the column "unless").
bool means_something_else(const Words& words, const Match& match);
// Whether a demonym stands beside it: "d’origine kabyle", "of Irish descent".
bool has_demonym_beside(const Words& words, Match& match);

}  // namespace paravent::detect::sensitive
