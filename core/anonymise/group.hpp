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

// A longer row of names is a list, whose names go one by one; no name of it is counted again for the next.
inline constexpr std::size_t most_in_a_row = 24;

// How many people are named in a row from `at` on: "Léa, Tom et Hugo"; 0 where there are more.
std::size_t french_names_from(const Note& note, std::size_t at);

// The group whose first name is the masking finding number `at`. Nothing before `floor` is read. French
// alone.
std::optional<Group> group_at(const Note& note, std::size_t at, std::size_t floor);

}  // namespace paravent::anonymise
