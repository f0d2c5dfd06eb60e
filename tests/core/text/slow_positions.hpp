// The oracle of positions: walks the text from its start, one character after another.
#pragma once

#include <string_view>
#include <vector>

#include "text/line_index.hpp"
#include "text/unicode.hpp"

namespace paravent::text {

struct SlowPlace {
  std::size_t at = 0;  // bytes; only starts of characters and the end of the text
  std::uint32_t line = 0;
  std::uint32_t utf8 = 0, utf16 = 0, utf32 = 0;
  bool ends_line = false;  // a line end or the end of the text begins here

  std::uint32_t column(PositionEncoding encoding) const {
    if (encoding == PositionEncoding::Utf8) return utf8;
    return encoding == PositionEncoding::Utf16 ? utf16 : utf32;
  }
};

// Every place of a text, \r\n being one character.
inline std::vector<SlowPlace> slow_places(std::string_view text) {
  std::vector<SlowPlace> places;
  SlowPlace here;
  while (here.at < text.size()) {
    const char c = text[here.at];
    here.ends_line = c == '\n' || c == '\r';
    places.push_back(here);
    if (here.ends_line) {
      const bool pair = c == '\r' && here.at + 1 < text.size() && text[here.at + 1] == '\n';
      here = {here.at + (pair ? 2 : 1), here.line + 1, 0, 0, 0, false};
      continue;
    }
    const Codepoint read = decode_at(text, here.at);
    here = {here.at + read.size,   here.line,
            here.utf8 + read.size, here.utf16 + (read.value > 0xFFFF ? 2U : 1U),
            here.utf32 + 1,        false};
  }
  here.ends_line = true;
  places.push_back(here);
  return places;
}

inline constexpr PositionEncoding kEncodings[] = {PositionEncoding::Utf8, PositionEncoding::Utf16,
                                                  PositionEncoding::Utf32};

}  // namespace paravent::text
