// In which part of France a region lies, coarse enough that each has many towns of every size, and of which
// country a foreign town is.
#pragma once

#include <string_view>

#include "text/language.hpp"

namespace paravent::anonymise {

// "de l’Ouest" and "in the west of France", "d’outre-mer"; empty for what is no region of France.
text::Wording zone_of(std::string_view region);

// "British" for GB, in English; empty for a country that would tell too much, or too little surely.
std::string_view nation_of(std::string_view country);

}  // namespace paravent::anonymise
