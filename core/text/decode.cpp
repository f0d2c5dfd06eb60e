#include "text/decode.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>

#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/windows1252.hpp"
#include "text/wording.hpp"

namespace paravent::text {
namespace {

constexpr std::uint32_t kSpacing = 2048;    // bytes of text between two checkpoints
constexpr std::size_t kTextPerEscape = 64;  // a terminal log has some ESC, a binary file many

constexpr std::string_view kBomUtf8 = "\xEF\xBB\xBF";
constexpr std::string_view kBomUtf16Le = "\xFF\xFE";
constexpr std::string_view kBomUtf16Be = "\xFE\xFF";

constexpr Wording kBinary{
    "Ce fichier n’est pas du texte (octets binaires). Ouvrez-le avec le programme qui l’a créé et "
    "enregistrez-le en texte ou en Markdown.",
    "This file is not text (binary bytes). Open it with the program that made it and save it as text or "
    "Markdown."};
constexpr Wording kDamagedUtf8{
    "Ce fichier est en UTF-8 mais il est abîmé à l’octet {0}. Corrigez ce caractère dans un éditeur de texte "
    "et "
    "enregistrez-le à nouveau en UTF-8.",
    "This file is UTF-8 but it is damaged at byte {0}. Correct that character in a text editor and save the "
    "file as UTF-8 again."};
constexpr Wording kDamagedUtf16{
    "Ce fichier est en UTF-16 mais il est abîmé à l’octet {0}. Rouvrez-le avec le programme qui l’a créé et "
    "enregistrez-le en UTF-8.",
    "This file is UTF-16 but it is damaged at byte {0}. Open it again with the program that made it and save "
    "it as UTF-8."};
constexpr Wording kUnknown{
    "L’encodage de ce fichier n’est pas reconnu (octet {0}). Ouvrez-le avec le programme qui l’a créé et "
    "enregistrez-le en UTF-8.",
    "The encoding of this file is not recognised (byte {0}). Open it with the program that made it and save "
    "it "
    "as UTF-8."};

Failure failure_at(const Wording& wording, std::size_t byte) {
  const std::string number = std::to_string(byte);
  return {fill(wording, Language::French, {number}), fill(wording, Language::English, {number})};
}

// NULs and control characters that no text holds; ESC is let through while rare. VT is a line break of Word.
bool looks_binary(std::string_view text) {
  std::size_t escapes = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0x1B) {
      ++escapes;
    } else if (byte < 0x09 || (byte > 0x0D && byte < 0x20) || byte == 0x7F) {
      return true;
    }
  }
  return escapes > 0 && escapes * kTextPerEscape > text.size();
}

// Whether a UTF-8 sequence can also be Windows-1252 as people type it: an accented letter followed only by
// signs that come after a letter (… ’ “ ” • – — NBSP « ° ² ³ ¹ »). "É »" with an NBSP is one of these.
bool could_be_windows1252(std::string_view sequence) {
  constexpr std::string_view kSigns = "\x85\x92\x93\x94\x95\x96\x97\xA0\xAB\xB0\xB2\xB3\xB9\xBB";
  const char lead = sequence[0];
  // With these leads the same bytes are NBSP, », à, ù, û, œ…: the commonest of French in UTF-8.
  if (lead == '\xC2' || lead == '\xC3' || lead == '\xC5') return false;
  return sequence.find_first_not_of(kSigns, 1) == std::string_view::npos;
}

bool has_utf8_beyond_doubt(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Codepoint c = decode_at(bytes, at);
    if (c.valid && c.size > 1 && !could_be_windows1252(bytes.substr(at, c.size))) return true;
    at += c.size;
  }
  return false;
}

// UTF-16 of mostly Latin text has a NUL in every other byte, and hardly one in between (U+0100 has).
std::optional<FileEncoding> utf16_without_bom(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
  std::size_t nuls[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 2] += sample[i] == '\0' ? 1 : 0;
  const auto unmistakable = [&](std::size_t high, std::size_t low) {
    return high * 4 >= sample.size() && low * 16 <= high;
  };
  if (unmistakable(nuls[1], nuls[0])) return FileEncoding::Utf16LeBare;
  if (unmistakable(nuls[0], nuls[1])) return FileEncoding::Utf16BeBare;
  return std::nullopt;
}

std::uint32_t bytes_in_file(const Codepoint& c, FileEncoding encoding) {
  switch (encoding) {
    case FileEncoding::Utf8:
    case FileEncoding::Utf8Bom:
      return c.size;
    case FileEncoding::Utf16Le:
    case FileEncoding::Utf16Be:
    case FileEncoding::Utf16LeBare:
    case FileEncoding::Utf16BeBare:
      return c.value >= 0x10000 ? 4 : 2;
    case FileEncoding::Windows1252:
      return 1;
  }
  return c.size;
}

using Checkpoints = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

void note_place(std::size_t in_text, std::size_t in_file, Checkpoints& checkpoints) {
  if (checkpoints.empty() || in_text >= checkpoints.back().first + kSpacing) {
    checkpoints.emplace_back(static_cast<std::uint32_t>(in_text), static_cast<std::uint32_t>(in_file));
  }
}

// The offset of the first damaged unit in `bytes`, or nothing when all was read.
std::optional<std::size_t> read_utf16(std::string_view bytes, std::size_t at, bool big_endian,
                                      std::string& text, Checkpoints& checkpoints) {
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  while (at < bytes.size()) {
    note_place(text.size(), at, checkpoints);
    if (bytes.size() - at < 2) return at;
    char32_t c = unit(at);
    std::size_t size = 2;
    if (c >= 0xD800 && c <= 0xDFFF) {
      if (c >= 0xDC00 || bytes.size() - at < 4) return at;
      const char32_t low = unit(at + 2);
      if (low < 0xDC00 || low > 0xDFFF) return at;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      size = 4;
    }
    append_utf8(text, c);
    at += size;
  }
  return std::nullopt;
}

std::optional<std::size_t> read_windows1252(std::string_view bytes, std::string& text,
                                            Checkpoints& checkpoints) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    note_place(text.size(), at, checkpoints);
    const std::optional<char32_t> c = windows1252_to_unicode(static_cast<unsigned char>(bytes[at]));
    if (!c) return at;
    append_utf8(text, *c);
  }
  return std::nullopt;
}

std::string_view bom_of(FileEncoding encoding) {
  switch (encoding) {
    case FileEncoding::Utf8Bom:
      return kBomUtf8;
    case FileEncoding::Utf16Le:
      return kBomUtf16Le;
    case FileEncoding::Utf16Be:
      return kBomUtf16Be;
    case FileEncoding::Utf8:
    case FileEncoding::Utf16LeBare:
    case FileEncoding::Utf16BeBare:
    case FileEncoding::Windows1252:
      return "";
  }
  return "";
}

// A BOM says it; without one UTF-16 needs its NULs, and Windows-1252 is what cannot be UTF-8.
FileEncoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with(kBomUtf8)) return FileEncoding::Utf8Bom;
  if (bytes.starts_with(kBomUtf16Le)) return FileEncoding::Utf16Le;
  if (bytes.starts_with(kBomUtf16Be)) return FileEncoding::Utf16Be;
  if (const auto bare = utf16_without_bom(bytes)) return *bare;
  if (first_invalid_utf8(bytes) == std::string_view::npos || has_utf8_beyond_doubt(bytes)) {
    return FileEncoding::Utf8;
  }
  return FileEncoding::Windows1252;
}

}  // namespace

Result<Decoded> decode_file(std::string_view bytes) {
  const Failure binary{std::string(kBinary.fr), std::string(kBinary.en)};
  Decoded decoded;
  decoded.encoding = encoding_of(bytes);
  switch (decoded.encoding) {
    case FileEncoding::Utf8:
    case FileEncoding::Utf8Bom: {
      if (looks_binary(bytes)) return binary;
      const std::size_t bad = first_invalid_utf8(bytes);
      if (bad != std::string_view::npos) return failure_at(kDamagedUtf8, bad);
      decoded.text = bytes.substr(bom_of(decoded.encoding).size());
      return decoded;
    }
    case FileEncoding::Windows1252:
      if (looks_binary(bytes)) return binary;
      if (const auto bad = read_windows1252(bytes, decoded.text, decoded.checkpoints_)) {
        return failure_at(kUnknown, *bad);
      }
      return decoded;
    case FileEncoding::Utf16Le:
    case FileEncoding::Utf16Be:
    case FileEncoding::Utf16LeBare:
    case FileEncoding::Utf16BeBare:
      break;
  }
  const bool big_endian =
      decoded.encoding == FileEncoding::Utf16Be || decoded.encoding == FileEncoding::Utf16BeBare;
  const auto bad =
      read_utf16(bytes, bom_of(decoded.encoding).size(), big_endian, decoded.text, decoded.checkpoints_);
  if (looks_binary(decoded.text)) return binary;
  if (bad) return failure_at(kDamagedUtf16, *bad);
  return decoded;
}

std::uint32_t Decoded::file_offset(ByteOffset at) const {
  const std::size_t end = std::min<std::size_t>(at.value, text.size());
  const auto after =
      std::upper_bound(checkpoints_.begin(), checkpoints_.end(), end,
                       [](std::size_t value, const auto& checkpoint) { return value < checkpoint.first; });
  std::uint32_t in_text = 0;
  std::uint32_t in_file = static_cast<std::uint32_t>(bom_of(encoding).size());
  if (after != checkpoints_.begin()) {
    std::tie(in_text, in_file) = *std::prev(after);
  } else if (encoding == FileEncoding::Utf8 || encoding == FileEncoding::Utf8Bom) {
    // The file is the text after its BOM: only the start of the character is looked for.
    in_text = static_cast<std::uint32_t>(end - std::min<std::size_t>(end, 3));
    while (in_text < end && (static_cast<unsigned char>(text[in_text]) & 0xC0U) == 0x80U) ++in_text;
    in_file += in_text;
  }
  while (in_text < end) {
    const Codepoint c = decode_at(text, in_text);
    if (in_text + c.size > end) break;
    in_text += c.size;
    in_file += bytes_in_file(c, encoding);
  }
  return in_file;
}

}  // namespace paravent::text
