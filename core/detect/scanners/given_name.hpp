// Whether the folded words before a number end with somebody's given name, whatever its capitals: what makes
// the number an age where nothing else does.
#pragma once

#include <string_view>

namespace paravent::detect::scanners {

// A word of every day that is also a name counts only where the name is frequent.
bool ends_with_given_name(std::string_view lead);

}  // namespace paravent::detect::scanners
