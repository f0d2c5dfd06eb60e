// Whether the words before a date make it a date of birth.
#pragma once

#include <string_view>

namespace paravent::detect::scanners {

bool announces_birth(std::string_view lead);  // folded, see Folded

// Whether a word before a number says that a date follows: "le", "du", "lundi", "on".
bool announces_date(std::string_view lead);

}  // namespace paravent::detect::scanners
