// Ages in English, by their decade: "in her fifties", "a fifty-something manager".
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "anonymise/draft.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

// Behind a name: "in their fifties". Empty where the years cannot be read.
std::string english_age_behind_name(std::string_view age);

// What takes the place of an age, with the words that tie it to its sentence. Nothing before `floor` is
// changed. Nothing where the years cannot be read.
std::optional<Draft> english_age(const Note& note, const detect::Finding& age, std::size_t floor);

}  // namespace paravent::anonymise
