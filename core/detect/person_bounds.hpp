// Words beside somebody’s name that belong to it: initials, particles, the other half of a name written
// surname first ("ROTICH, | Chebet", "Soazig | Le Bras", "Big | Trev", "kenza | .w").
#pragma once

#include <cstdint>

#include "detect/decode.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// Of the name of a person or an author. Over what may have been read as a name of its own: [begin, end)
// reaches beyond the next neighbour.
void widen_person_over_neighbours(const Tokens& tokens, Span& span, std::uint32_t begin, std::uint32_t end);
// Within the words [begin, end) between its neighbours.
void widen_person_between_neighbours(const Tokens& tokens, Span& span, std::uint32_t begin,
                                     std::uint32_t end);

}  // namespace paravent::detect
