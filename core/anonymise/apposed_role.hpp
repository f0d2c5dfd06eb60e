// The role at some place of a note, with the article or possessive and the adjectives before it.
#pragma once

#include "anonymise/describe_person.hpp"

namespace paravent::anonymise {

// Sets the role, its end and what its words say of the person; false where there is no role at `at`.
bool read_apposed_role(std::string_view text, std::size_t at, Introduction& out);

}  // namespace paravent::anonymise
