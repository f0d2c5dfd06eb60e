// How one mention of a person is written with an invented name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "anonymise/draft.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

// Always with the surname, so that it can be recognised and come back:
//   Claire Dupont, Claire, C. D. → Lucie Vauremelle     Mme Dupont → Mme Vauremelle
//   les Dupont → les Vauremelle
// `at` is the number of a masking finding, `name` what stands for the person.
std::string fictitious_mention(const Note& note, std::size_t at, std::string_view name);

// Redoes what is before the mention: a name has no article of its own, and elision follows its first letter.
//   d’Ilyès → de Karim Belmaghiri     la petite → untouched     qu’Anne → que Lucie Vauremelle
void redo_before_name(const Note& note, const detect::Finding& person, std::size_t floor, Draft& draft);

// "lucie-vauremelle": in tags and targets of links.
std::string as_slug(std::string_view name);

}  // namespace paravent::anonymise
