// Nouns that say what a place is: "village", "quartier". A "site" or a "gare" is at a place, and is not that
// place.
#pragma once

#include <string_view>

namespace paravent::anonymise {

bool is_kind_of_place(std::string_view folded);
// Whether "le … de Brenn" is Brenn itself: "la région de Lyon" is not Lyon.
bool is_place_itself(std::string_view folded);
// Whether the inhabitants of a place say more than this noun: "la ville de Nantes".
bool is_town_noun(std::string_view folded);

}  // namespace paravent::anonymise
