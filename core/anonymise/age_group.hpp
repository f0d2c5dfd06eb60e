// Ages that have no decade of their own in French: childhood, and old age.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/language.hpp"

namespace paravent::anonymise {

enum class AgeUse : std::uint8_t {
  Apposed,  // sa mère, 82 ans, …
  Had,      // elle a 82 ans
  At,       // à 82 ans
  Of,       // une femme de 82 ans
};

// With its preposition: "d’un âge avancé". Empty from 18 to 69, and where no number can be read.
std::string_view age_group(std::string_view age, AgeUse use);

// From 13 to 17: "adolescent", "adolescente".
bool is_teenage(std::string_view age);

// The years that an age says in digits or in the words of a language; 0 where they cannot be read, and of a
// baby.
unsigned years_of(std::string_view age, text::Language language);
// An age in months or weeks.
bool is_of_a_baby(std::string_view age);

}  // namespace paravent::anonymise
