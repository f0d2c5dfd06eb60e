// Words right beside a name that belong to it and that the tagger seldom takes: "Big | Trev", "St |
// Augustine’s", "Mid | -Ohio Food Bank", "kenza | .w".
#pragma once

#include <cstdint>

#include "detect/decode.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// Widens the span within the words [begin, end).
void widen_ends(const Tokens& tokens, Span& span, std::uint32_t begin, std::uint32_t end);

}  // namespace paravent::detect
