// Text from outside as a terminal may show it. A file name can hold what moves the cursor, recolours the
// screen or turns the order of letters round, and so show another name than its own.
#pragma once

#include <string>
#include <string_view>

namespace paravent::text {

// Control characters, line ends, marks of writing direction and ill-formed bytes become `\x1B` or `\u{202E}`;
// all else stays as it is. Always one line of well-formed UTF-8.
void append_visible(std::string& out, std::string_view text);
std::string visible(std::string_view text);

}  // namespace paravent::text
