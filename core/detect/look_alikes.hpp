// Letters of other scripts that stand for the Latin ones they look like.
#pragma once

#include <string>
#include <string_view>

namespace paravent::detect {

// Whether letters of Latin and of Cyrillic or Greek stand in one folded word: nobody writes so who means the
// word as it is. A word of one script is left as it is.
bool mixes_scripts(std::string_view folded);

// The word with Latin letters in place of those that look like them.
std::string with_latin_letters(std::string_view word);

}  // namespace paravent::detect
