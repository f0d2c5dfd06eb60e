// What a word owes to its neighbours before any weight is asked: reserved aliases, known phrases, and the
// label of its line, column or front matter key. All passes are linear and look at one block only.
#pragma once

#include <cstddef>

#include "detect/token.hpp"

namespace paravent::detect {

// Makes the words of aliases (Where::Alias) and the labels of identifiers ("IBAN") neutral nouns: what was
// taken out gives its neighbours no evidence.
void blind_reserved(Tokens& tokens, std::size_t first, std::size_t last);

// Marks the words [first, last) with the known phrases they are part of.
void mark_phrases(Tokens& tokens, std::size_t first, std::size_t last);

// Marks the words that a label announces: "Coaché : …", "Présents : …", a column "Client", `client:` in front
// matter.
void mark_labels(Tokens& tokens, std::size_t first, std::size_t last);

// Marks the authors of references: "Rooke, D. & Torbert, W. R. (2005)", and in a bibliography "Rogers, C., On
// Becoming a Person". A person and initials alone are none.
void mark_references(Tokens& tokens, std::size_t first, std::size_t last);

}  // namespace paravent::detect
