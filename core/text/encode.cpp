#include <optional>

#include "text/decode.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/windows1252.hpp"
#include "text/wording.hpp"

namespace paravent::text {
namespace {

constexpr Wording kLacking{
    "Ce fichier est en Windows-1252, qui n’a pas le caractère {0}. Enregistrez-le en UTF-8, ou retirez ce "
    "caractère. Le fichier n’a pas été changé.",
    "This file is Windows-1252, which lacks the character {0}. Save it as UTF-8, or remove that character. "
    "The "
    "file has not been changed."};
constexpr Wording kDamaged{
    "Le texte est abîmé à l’octet {0} : il n’est pas écrit, pour ne rien perdre. Corrigez ce caractère et "
    "enregistrez à nouveau.",
    "The text is damaged at byte {0}: it is not written, so that nothing is lost. Correct that character and "
    "save again."};

Failure failure_with(const Wording& wording, const std::string& argument) {
  return {fill(wording, Language::French, {argument}), fill(wording, Language::English, {argument})};
}

std::string number_of(char32_t c) {
  std::string digits;
  for (unsigned value = static_cast<unsigned>(c); value != 0 || digits.size() < 4; value >>= 4) {
    digits.insert(digits.begin(), "0123456789ABCDEF"[value & 0xFU]);
  }
  return "U+" + digits;
}

void append_unit(std::string& out, unsigned unit, bool big_endian) {
  const auto high = static_cast<char>(unit >> 8);
  const auto low = static_cast<char>(unit & 0xFFU);
  out += big_endian ? high : low;
  out += big_endian ? low : high;
}

std::string to_utf16(std::string_view text, bool big_endian, bool bom) {
  std::string out;
  out.reserve(text.size() * 2 + 2);
  if (bom) append_unit(out, 0xFEFF, big_endian);
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    const auto value = static_cast<unsigned>(c.value);
    if (value >= 0x10000) {
      append_unit(out, 0xD800 + ((value - 0x10000) >> 10), big_endian);
      append_unit(out, 0xDC00 + ((value - 0x10000) & 0x3FFU), big_endian);
    } else {
      append_unit(out, value, big_endian);
    }
    at += c.size;
  }
  return out;
}

Result<std::string> to_windows1252(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint c = decode_at(text, at);
    const std::optional<unsigned char> byte = unicode_to_windows1252(c.value);
    if (!byte) return failure_with(kLacking, number_of(c.value));
    out += static_cast<char>(*byte);
    at += c.size;
  }
  return out;
}

}  // namespace

Result<std::string> encode_file(std::string_view text, FileEncoding encoding) {
  if (encoding == FileEncoding::Utf8) return std::string(text);
  if (encoding == FileEncoding::Utf8Bom) return std::string("\xEF\xBB\xBF").append(text);
  const std::size_t bad = first_invalid_utf8(text);
  if (bad != std::string_view::npos) return failure_with(kDamaged, std::to_string(bad));
  if (encoding == FileEncoding::Windows1252) return to_windows1252(text);
  const bool big_endian = encoding == FileEncoding::Utf16Be || encoding == FileEncoding::Utf16BeBare;
  const bool bom = encoding == FileEncoding::Utf16Le || encoding == FileEncoding::Utf16Be;
  return to_utf16(text, big_endian, bom);
}

}  // namespace paravent::text
