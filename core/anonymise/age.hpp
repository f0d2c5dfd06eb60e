// An age and its unit: the finding is "52 ans" or, where "ans" stands apart, "52".
#pragma once

#include <cstddef>

#include "anonymise/note.hpp"

namespace paravent::anonymise {

// Where the age ends with its unit; where the finding ends when it has none.
std::size_t age_end(const Note& note, const detect::Finding& age);

}  // namespace paravent::anonymise
