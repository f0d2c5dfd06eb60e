// A code name right behind the word for a project.
#pragma once

#include <cstddef>

#include "detect/token.hpp"

namespace paravent::detect {

// "le projet Phénix", "the project “Saffron”": a capital there is its name, whatever else the word may mean; a
// kind of project is none ("projet RH", "projet Excel", "projet Agile").
bool is_called_a_project(const Tokens& tokens, std::size_t at);

}  // namespace paravent::detect
