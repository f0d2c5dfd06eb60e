// The name that a line of a bibliography opens with: "Rogers, C., On Becoming a Person", "Schein, E. H.
// (2013)".
#pragma once

#include <cstddef>

#include "detect/token.hpp"

namespace paravent::detect {

// The word behind its initials, where such a name begins at `first`; else 0.
std::size_t behind_name_of_reference(const Tokens& tokens, std::size_t first);

}  // namespace paravent::detect
