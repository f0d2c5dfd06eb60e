// In which part of France a region lies, coarse enough that each has many towns of every size, and of which
// country a foreign town is.
#pragma once

#include <string_view>

#include "knowledge/phrases.hpp"
#include "text/language.hpp"

namespace paravent::anonymise {

// "de l’Ouest" and "in the west of France", "d’outre-mer"; empty for what is no region of France.
text::Wording zone_of(std::string_view region);

// "British" for a town of GB, in English; empty where that would tell too much, or too little surely.
std::string_view nation_of(const knowledge::Place& town);

}  // namespace paravent::anonymise
