// Characters that are written with several others: &eacute; and &#233; of HTML, %C3%A9 of addresses.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/unicode.hpp"

namespace paravent::markdown {

// The character that is written so at `at`, and the bytes that it takes; size 0 where none is. Of HTML's
// names those of Latin letters, blanks and quotes are known: what a name, or the gap inside of one, may hold.
text::Codepoint character_reference_at(std::string_view text, std::size_t at);
text::Codepoint percent_encoded_at(std::string_view text, std::size_t at);

}  // namespace paravent::markdown
