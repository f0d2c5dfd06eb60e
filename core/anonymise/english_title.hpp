// Titles before a name in English: "Ms Marsh", "the Reverend Ann Marsh".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace paravent::anonymise {

// Where a name starts with the titles before it, and the article of one that has one. In small letters "miss"
// is a verb. Those of a couple stay: "Mr and Mrs Marsh".
std::size_t begin_with_title(std::string_view text, std::size_t name_begin, std::size_t floor);

// "Mr and Mrs Marsh": where a name starts with the titles of two people.
std::optional<std::size_t> begin_of_couple(std::string_view text, std::size_t name_begin, std::size_t floor);

}  // namespace paravent::anonymise
