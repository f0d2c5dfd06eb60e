// Nouns that say what a firm or a body is: "la scierie Bonhomme", "le lycée Chaptal".
#pragma once

#include <string_view>

namespace paravent::anonymise {

bool is_firm_noun(std::string_view folded);

// A mill or a school, rather than "société" or "groupe": of a firm that is known, its description says more.
bool is_institution_noun(std::string_view folded);

}  // namespace paravent::anonymise
