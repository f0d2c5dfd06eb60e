// Several people behind a noun that says who they are: "her children, Leo and Mia, …".
#pragma once

#include <cstddef>
#include <optional>

#include "anonymise/group.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

// How many people are named in a row from `at` on; 0 where there are more than anybody would sum up.
std::size_t english_names_from(const Note& note, std::size_t at);

// The group whose first name is the masking finding number `at`. Nothing before `floor` is read.
std::optional<Group> english_group_at(const Note& note, std::size_t at, std::size_t floor);

// "the Okafors": where the article of a family starts, if the name is one of such.
std::optional<std::size_t> english_family_at(const Note& note, std::size_t at, std::size_t floor);

}  // namespace paravent::anonymise
