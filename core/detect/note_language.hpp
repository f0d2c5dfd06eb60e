// French or English? By the function words of a note.
#pragma once

#include <cstdint>
#include <string_view>

namespace paravent::detect {

// What a folded form says: 1 English, -1 French, 0 nothing. The sum over a note decides; French where it
// is 0.
std::int8_t language_vote(std::string_view form);

}  // namespace paravent::detect
