// Fills the places of a Wording. Arguments are names of categories, counts and paths: never text of a note
// that goes to a log.
#pragma once

#include <initializer_list>
#include <string>

#include "text/language.hpp"

namespace paravent::text {

// "{0} personnes" and {"3"} give "3 personnes"; a place without an argument stays as it is.
std::string fill(const Wording& wording, Language language,
                 std::initializer_list<std::string_view> arguments);

}  // namespace paravent::text
