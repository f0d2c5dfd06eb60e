// Ages. "N ans" is an age or a duration: the words around decide.
#pragma once

#include <cstddef>

#include "detect/scanners/scan.hpp"

namespace paravent::detect::scanners {

// The number of `value` starts at `begin`; its unit ("ans", "mois") would start at `unit`.
void judge_french_age(Scan& scan, std::size_t begin, std::size_t unit, unsigned value);
// The number ends at `number_end`: "52 years old", "52-year-old".
void judge_english_age(Scan& scan, std::size_t begin, std::size_t number_end, unsigned value);
// The number alone, in either language: "aged 52", "Ruth, 39, a nurse", "when I was fifteen".
void judge_bare_age(Scan& scan, std::size_t begin, std::size_t end, unsigned value);

}  // namespace paravent::detect::scanners
