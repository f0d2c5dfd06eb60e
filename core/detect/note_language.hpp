// French or English? By the function words of a note.
#pragma once

#include "detect/token.hpp"
#include "text/language.hpp"

namespace paravent::detect {

text::Language language_of(const Tokens& tokens);

}  // namespace paravent::detect
