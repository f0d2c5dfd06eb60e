// Reading UTF-8 and asking what a character is, without a locale. Tables are written by data/unicode/make.py.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paravent::text {

// One decoded code point. An ill-formed byte gives U+FFFD with size 1 and valid = false, so that reading
// always advances.
struct Codepoint {
  char32_t value = 0;
  std::uint8_t size = 0;  // bytes
  bool valid = true;
};

// What decode_at() and decode_before() call for all but ASCII.
Codepoint decode_any_at(std::string_view text, std::size_t at);
Codepoint decode_any_before(std::string_view text, std::size_t at);

// The code point that starts at `at`; size 0 at the end.
inline Codepoint decode_at(std::string_view text, std::size_t at) {
  if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
    return {static_cast<char32_t>(text[at]), 1, true};
  }
  return decode_any_at(text, at);
}

// The one that ends at `at`; size 0 at the start.
inline Codepoint decode_before(std::string_view text, std::size_t at) {
  if (at > 0 && at <= text.size() && static_cast<unsigned char>(text[at - 1]) < 0x80) {
    return {static_cast<char32_t>(text[at - 1]), 1, true};
  }
  return decode_any_before(text, at);
}

void append_utf8(std::string& out, char32_t codepoint);
std::size_t first_invalid_utf8(
    std::string_view text);  // byte offset of the first ill-formed sequence, or npos

bool is_letter(char32_t c);     // L* and the marks that combine with letters
bool is_upper(char32_t c);      // Lu, Lt
bool is_lower(char32_t c);      // Ll
bool is_digit(char32_t c);      // ASCII 0-9 only: identifiers are written in them
bool is_mark(char32_t c);       // M*
bool is_invisible(char32_t c);  // soft hyphen, zero-width blank and joiners, marks of direction, BOM

// What is_space() and is_word() call for all but ASCII.
bool is_any_space(char32_t c);
bool is_any_word(char32_t c);

// Zs (NBSP U+00A0, NNBSP U+202F too), tab, VT, FF; not line ends.
inline bool is_space(char32_t c) {
  if (c < 0x80) return c == U' ' || c == U'\t' || c == U'\v' || c == U'\f';
  return is_any_space(c);
}
// Letter, mark or decimal digit of any script.
inline bool is_word(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
  return is_any_word(c);
}

char32_t to_lower(char32_t c);  // simple mapping
char32_t to_upper(char32_t c);

// The form under which the knowledge tables know a word: lower case, no combining marks (so that composed and
// decomposed writing agree), no invisible characters, full-width letters as the usual ones; ’ ‘ ʼ as ',
// typographic hyphens (U+2010, U+2011) as -, œ as oe, æ as ae, ß as ss, þ as th, ﬁ as fi, ø as o, ł as l, đ
// and ð as d, ı as i. Letters of other scripts are lower-cased; ill-formed bytes are kept. Never longer than
// `word`; folding twice changes nothing. `fold_into` replaces the contents of `out` (its capacity is reused:
// no allocation on the hot path); `word` must not lie in `out`.
void fold_into(std::string_view word, std::string& out);
std::string fold(std::string_view word);

}  // namespace paravent::text
