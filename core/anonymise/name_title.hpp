// Words before a name that go with it, beside the civilities of reading.hpp.
#pragma once

#include "anonymise/reading.hpp"

namespace paravent::anonymise {

// "le père Étienne", "la sœur Agnès": where the noun starts.
std::optional<Civility> clerical_title_before(std::string_view text, std::size_t at);

// "un certain Paul Roche", "une certaine Claire": where the article starts.
std::optional<Civility> certain_before(std::string_view text, std::size_t at);

}  // namespace paravent::anonymise
