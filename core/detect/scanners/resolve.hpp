// Which of several readings of the same bytes stands.
#pragma once

#include <vector>

#include "detect/finding.hpp"

namespace paravent::detect::scanners {

// Keeps findings that do not overlap, sorted by begin. The order of strength, from the first:
//   1. the higher score (checksum, then keyword, then format);
//   2. the longer span (an address over the date in its street's name);
//   3. the earlier category of policy::Category.
std::vector<Finding> resolve(std::vector<Finding> found);

}  // namespace paravent::detect::scanners
