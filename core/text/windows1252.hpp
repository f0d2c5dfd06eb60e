// Windows-1252 ↔ code points. Source: Unicode Consortium, mapping table CP1252.TXT, licence Unicode-3.0.
#pragma once

#include <optional>

namespace paravent::text {

// Nothing for the five bytes without a character: 81, 8D, 8F, 90, 9D.
std::optional<char32_t> windows1252_to_unicode(unsigned char byte);
// Nothing for a character that Windows-1252 lacks.
std::optional<unsigned char> unicode_to_windows1252(char32_t c);

}  // namespace paravent::text
