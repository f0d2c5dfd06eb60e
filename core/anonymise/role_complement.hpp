// A role before a name whose own words stand between: "son responsable direct, Paul, …", "le directeur de
// l’usine Kalidéo de Laval, Paul, …".
#pragma once

#include <optional>

#include "anonymise/note.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {

// The role behind the nearest determiner that has one, where the words from there to `end` complete it.
// `name` is the number of the masking finding behind them.
std::optional<RoleMention> role_with_complement(const Note& note, std::size_t name, std::size_t end);

// Whether the words from the end of `role` to `end` complete it: "directrice | de l’usine Kalidéo".
bool is_completed(const Note& note, std::size_t name, const RoleMention& role, std::size_t end);

}  // namespace paravent::anonymise
