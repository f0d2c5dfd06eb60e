// Whether a noun phrase with its own article can stand where a name stands.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/language.hpp"

namespace paravent::anonymise {

// False behind a noun, an adjective, another determiner, a greeting: "ma Claire", "le groupe LVMH", "Bonjour
// Claire", "Séance Claire". `at` is where the name starts, or the lead that is redone with it.
bool takes_noun_phrase(std::string_view text, std::size_t at, text::Language language);

}  // namespace paravent::anonymise
