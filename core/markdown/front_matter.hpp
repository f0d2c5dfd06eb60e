// Front matter: YAML between --- lines, or TOML between +++ lines, at the very start of a note.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "markdown/region.hpp"

namespace paravent::markdown {

// Bytes of the front matter with its closing line; 0 if there is none (also if it is never closed).
std::size_t front_matter_size(std::string_view text);
bool opens_front_matter(std::string_view text);  // the first line is --- or +++

// Keys and values, line by line: lists, quoted strings, block scalars; without a YAML parser, so that an
// ill-formed one is read too.
void front_matter_regions(std::string_view block, std::vector<Region>& out);

}  // namespace paravent::markdown
