// In which part of France a region lies, coarse enough that each has many towns of every size.
#pragma once

#include <string_view>

namespace paravent::anonymise {

// "de l’Ouest", "du Sud-Est", "d’outre-mer"; empty for what is no region of France.
std::string_view zone_of(std::string_view region);

}  // namespace paravent::anonymise
