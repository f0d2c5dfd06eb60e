// Public authors that a note cites: reported as PUBLIC, never masked (DESIGN.md, Detection). In the table of
// authors with a citation cue or by full name, or in a full citation form (name with title, page or year)
// even if unknown. Whoever the note shows as a private person stays one.
#pragma once

#include "detect/coreference.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// Which mentions cite a public author; parallel to mentions.all.
std::vector<bool> cited_authors(const Tokens& tokens, const Mentions& mentions);

}  // namespace paravent::detect
