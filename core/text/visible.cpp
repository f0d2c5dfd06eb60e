#include "text/visible.hpp"

#include "text/unicode.hpp"

namespace paravent::text {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

// C0, DEL and C1 (ECMA-48), the line separators, and the formatting characters of Unicode's bidirectional
// algorithm (UAX 9). Joiners stay: letters and emoji of ordinary names are written with them.
bool steers(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void append_byte(std::string& out, unsigned byte) {
  out += "\\x";
  out += digits[byte >> 4U];
  out += digits[byte & 15U];
}

void append_codepoint(std::string& out, char32_t c) {
  out += "\\u{";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(c >> static_cast<unsigned>(shift)) & 15U];
  out += '}';
}

}  // namespace

void append_visible(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint point = decode_at(text, at);
    if (!point.valid || (point.size == 1 && steers(point.value))) {
      append_byte(out, static_cast<unsigned char>(text[at]));
    } else if (steers(point.value)) {
      append_codepoint(out, point.value);
    } else {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
}

std::string visible(std::string_view text) {
  std::string out;
  append_visible(out, text);
  return out;
}

}  // namespace paravent::text
