// Public authors that a note cites: reported as PUBLIC, never masked (DESIGN.md, Detection). In the table of
// authors with a citation cue or by full name, or in a full citation form (name with title, page or year)
// even if unknown. Whoever the note shows as a private person stays one.
#pragma once

#include <span>
#include <vector>

#include "detect/coreference.hpp"
#include "detect/mention.hpp"
#include "detect/person_name.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// What one mention says about it; looks at its own block only.
Standing standing_of(const Tokens& tokens, const Span& span);

// Says of every mention whether it cites a public author. Their entities become PUBLIC; who bears the name of
// an author but is not cited is somebody else, a new entity. A client of the coach is never cited, whatever
// name they bear.
void cite_authors(std::span<const MentionAt> mentions, std::vector<Entity>& entities,
                  const Coreference& known);

}  // namespace paravent::detect
