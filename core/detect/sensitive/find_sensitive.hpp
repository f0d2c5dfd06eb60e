// Words of special categories of data (GDPR article 9): health, belief, politics, trade unions, intimate
// life, ethnic origin. Reported with advice, never masked.
#pragma once

#include <cstddef>
#include <vector>

#include "detect/finding.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// Adds what the block of the tokens [first, last) tells, sorted, not overlapping. Offsets are those of the
// tokens. Linear: each match looks at a bounded number of words around it.
void find_sensitive(const Tokens& tokens, std::size_t first, std::size_t last, std::vector<Finding>& out);

}  // namespace paravent::detect
