// Where a name begins and ends, when the words beside it leave no doubt: "rue | Notre-Dame", "Lyon | 3",
// "St Hilda's | Hospice", "hugues | b.".
#pragma once

#include <vector>

#include "detect/decode.hpp"

namespace paravent::detect {

// Widens spans, sorted, over such words as belong to no other span; a span that turns out to be the name of a
// street, a room or a body takes its label.
void widen_bounds(const Tokens& tokens, std::vector<Span>& spans);

}  // namespace paravent::detect
