#include "markdown/escapes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace paravent::markdown {
namespace {

constexpr text::Codepoint none{0, 0, true};

struct NamedCharacter {
  std::string_view name;
  char32_t value;
};

// In the order of their bytes.
constexpr std::array<NamedCharacter, 94> named_characters = {{{"AElig", 0xC6},    {"Aacute", 0xC1},
                                                              {"Acirc", 0xC2},    {"Agrave", 0xC0},
                                                              {"Aring", 0xC5},    {"Atilde", 0xC3},
                                                              {"Auml", 0xC4},     {"Ccedil", 0xC7},
                                                              {"ETH", 0xD0},      {"Eacute", 0xC9},
                                                              {"Ecirc", 0xCA},    {"Egrave", 0xC8},
                                                              {"Euml", 0xCB},     {"Iacute", 0xCD},
                                                              {"Icirc", 0xCE},    {"Igrave", 0xCC},
                                                              {"Iuml", 0xCF},     {"Ntilde", 0xD1},
                                                              {"OElig", 0x152},   {"Oacute", 0xD3},
                                                              {"Ocirc", 0xD4},    {"Ograve", 0xD2},
                                                              {"Oslash", 0xD8},   {"Otilde", 0xD5},
                                                              {"Ouml", 0xD6},     {"Scaron", 0x160},
                                                              {"THORN", 0xDE},    {"Uacute", 0xDA},
                                                              {"Ucirc", 0xDB},    {"Ugrave", 0xD9},
                                                              {"Uuml", 0xDC},     {"Yacute", 0xDD},
                                                              {"Yuml", 0x178},    {"ZeroWidthSpace", 0x200B},
                                                              {"aacute", 0xE1},   {"acirc", 0xE2},
                                                              {"aelig", 0xE6},    {"agrave", 0xE0},
                                                              {"amp", 0x26},      {"apos", 0x27},
                                                              {"aring", 0xE5},    {"atilde", 0xE3},
                                                              {"auml", 0xE4},     {"ccedil", 0xE7},
                                                              {"eacute", 0xE9},   {"ecirc", 0xEA},
                                                              {"egrave", 0xE8},   {"emsp", 0x2003},
                                                              {"ensp", 0x2002},   {"eth", 0xF0},
                                                              {"euml", 0xEB},     {"gt", 0x3E},
                                                              {"hellip", 0x2026}, {"hyphen", 0x2010},
                                                              {"iacute", 0xED},   {"icirc", 0xEE},
                                                              {"igrave", 0xEC},   {"iuml", 0xEF},
                                                              {"laquo", 0xAB},    {"ldquo", 0x201C},
                                                              {"lrm", 0x200E},    {"lsquo", 0x2018},
                                                              {"lt", 0x3C},       {"mdash", 0x2014},
                                                              {"middot", 0xB7},   {"nbsp", 0xA0},
                                                              {"ndash", 0x2013},  {"ntilde", 0xF1},
                                                              {"oacute", 0xF3},   {"ocirc", 0xF4},
                                                              {"oelig", 0x153},   {"ograve", 0xF2},
                                                              {"oslash", 0xF8},   {"otilde", 0xF5},
                                                              {"ouml", 0xF6},     {"period", 0x2E},
                                                              {"quot", 0x22},     {"raquo", 0xBB},
                                                              {"rdquo", 0x201D},  {"rlm", 0x200F},
                                                              {"rsquo", 0x2019},  {"scaron", 0x161},
                                                              {"shy", 0xAD},      {"szlig", 0xDF},
                                                              {"thinsp", 0x2009}, {"thorn", 0xFE},
                                                              {"uacute", 0xFA},   {"ucirc", 0xFB},
                                                              {"ugrave", 0xF9},   {"uuml", 0xFC},
                                                              {"yacute", 0xFD},   {"yuml", 0xFF},
                                                              {"zwj", 0x200D},    {"zwnj", 0x200C}}};
constexpr std::size_t longest_name = 14;

static_assert(std::is_sorted(named_characters.begin(), named_characters.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));

std::optional<unsigned> digit_of(char c, unsigned base) {
  unsigned value = base;
  if (c >= '0' && c <= '9') value = static_cast<unsigned>(c - '0');
  if (c >= 'A' && c <= 'F') value = static_cast<unsigned>(c - 'A') + 10;
  if (c >= 'a' && c <= 'f') value = static_cast<unsigned>(c - 'a') + 10;
  return value < base ? std::optional(value) : std::nullopt;
}

bool is_character(char32_t value) {
  return value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

// &#233; and &#xE9;
text::Codepoint numbered_at(std::string_view text, std::size_t at) {
  constexpr std::size_t most_digits = 7;
  const bool hexadecimal = at + 2 < text.size() && (text[at + 2] == 'x' || text[at + 2] == 'X');
  const std::size_t first = at + (hexadecimal ? 3 : 2);
  char32_t value = 0;
  std::size_t end = first;
  for (; end < text.size() && end - first < most_digits; ++end) {
    const std::optional<unsigned> digit = digit_of(text[end], hexadecimal ? 16 : 10);
    if (!digit) break;
    value = value * (hexadecimal ? 16 : 10) + *digit;
  }
  if (end == first || end >= text.size() || text[end] != ';' || !is_character(value)) return none;
  return {value, static_cast<std::uint8_t>(end + 1 - at), true};
}

}  // namespace

text::Codepoint character_reference_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '&') return none;
  if (text[at + 1] == '#') return numbered_at(text, at);
  const std::string_view rest = text.substr(at + 1, longest_name + 1);
  const std::string_view name = rest.substr(0, rest.find(';'));
  if (name.size() == rest.size()) return none;
  const auto found = std::lower_bound(named_characters.begin(), named_characters.end(), name,
                                      [](const NamedCharacter& a, std::string_view b) { return a.name < b; });
  if (found == named_characters.end() || found->name != name) return none;
  return {found->value, static_cast<std::uint8_t>(name.size() + 2), true};
}

text::Codepoint percent_encoded_at(std::string_view text, std::size_t at) {
  std::array<char, 4> bytes{};
  std::size_t count = 0;
  for (std::size_t i = at; count < bytes.size() && i + 2 < text.size() && text[i] == '%'; i += 3) {
    const std::optional<unsigned> high = digit_of(text[i + 1], 16);
    const std::optional<unsigned> low = digit_of(text[i + 2], 16);
    if (!high || !low) break;
    bytes[count++] = static_cast<char>(*high * 16 + *low);
  }
  const text::Codepoint c = text::decode_at(std::string_view(bytes.data(), count), 0);
  if (count == 0 || c.value == 0) return none;
  if (c.valid) return {c.value, static_cast<std::uint8_t>(c.size * 3), true};
  // Older programs write Latin-1.
  const auto byte = static_cast<unsigned char>(bytes[0]);
  return byte >= 0xA0 ? text::Codepoint{byte, 3, true} : none;
}

}  // namespace paravent::markdown
