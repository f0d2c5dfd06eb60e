// The attributes of an HTML tag: which of their values people read, and which are addresses or names of
// files.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/region.hpp"

namespace paravent::markdown {

// What the value of an attribute is read as; nothing for those that only programs read (class, style …).
std::optional<RegionKind> kind_of_attribute(std::string_view name);

// Appends the regions of the values in text[begin, end), which is what stands behind the name of a tag, in
// their order.
void add_attribute_values(std::string_view text, std::size_t begin, std::size_t end,
                          std::vector<Region>& out);

}  // namespace paravent::markdown
