#include "report/json.hpp"

#include <array>
#include <charconv>

#include "text/unicode.hpp"

namespace paravent::report {
namespace {

void append_escape(std::string& out, unsigned char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += hex[c >> 4U];
      out += hex[c & 15U];
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;  // start of the run that needs no change
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F) {
        out.append(text, plain, at - plain);
        append_escape(out, c);
        plain = at + 1;
      }
      ++at;
      continue;
    }
    const text::Codepoint point = text::decode_at(text, at);
    if (!point.valid) {
      out.append(text, plain, at - plain);
      out += "\xEF\xBF\xBD";
      plain = at + point.size;
    } else if (point.value < 0xA0) {
      out.append(text, plain, at - plain);
      append_escape(out, static_cast<unsigned char>(point.value));
      plain = at + point.size;
    }
    at += point.size;
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void append_number(std::string& out, std::uint64_t value) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_score(std::string& out, std::uint16_t permille) {
  append_number(out, permille / 1000U);
  out += '.';
  std::uint32_t rest = permille % 1000U;
  if (rest == 0) {
    out += '0';
    return;
  }
  for (std::uint32_t unit = 100; rest > 0; rest %= unit, unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
  }
}

}  // namespace paravent::report
