// Temporary files that stand now, so that a signal can remove them.
#pragma once

#include <cstddef>
#include <string_view>

namespace paravent::platform {

// What their names begin with; a random number follows.
inline constexpr std::string_view temporary_start = ".paravent-";

// Remembers a name until it is removed; the string must live as long. Returns its slot; past the last slot a
// file is removed on an error only, not on a signal.
std::size_t add_temporary(const char* name);
void remove_temporary(std::size_t slot);

}  // namespace paravent::platform
