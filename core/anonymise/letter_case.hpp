// Words in capitals and in small letters, in any script and without a locale.
#pragma once

#include <string>
#include <string_view>

namespace paravent::anonymise {

std::string in_capitals(std::string_view words);
std::string in_small_letters(std::string_view words);

// "DUPONT", "DE L’": two capitals or more, and no small letter. One alone is that of a sentence.
bool is_in_capitals(std::string_view words);

}  // namespace paravent::anonymise
