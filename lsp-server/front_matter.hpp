// The front matter of a note, where it has one.
#pragma once

#include <cstddef>
#include <string_view>

namespace paravent::lsp {

// Bytes of the front matter with its marks and the line end behind it; 0 when there is none. Costs nothing
// for a text that does not begin with a mark.
std::size_t front_matter_size(std::string_view text);

}  // namespace paravent::lsp
