// Several people behind a noun that says who they are: "ses enfants, Léa et Tom, …", "le couple Paul et
// Julie".
#pragma once

#include <cstddef>
#include <optional>

#include "anonymise/note.hpp"

namespace paravent::anonymise {

struct Group {
  std::size_t begin = 0;  // right behind the noun
  std::size_t end = 0;    // behind the names and what closes them
  std::size_t count = 0;  // of masking findings from the first on
};

// How many people are named in a row from `at` on: "Léa, Tom et Hugo".
std::size_t french_names_from(const Note& note, std::size_t at);

// The group whose first name is the masking finding number `at`. Nothing before `floor` is read. French
// alone.
std::optional<Group> group_at(const Note& note, std::size_t at, std::size_t floor);

}  // namespace paravent::anonymise
