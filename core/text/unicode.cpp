#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace paravent::text {
namespace {

struct ClassRange {
  char32_t first;
  char32_t last;
  char kind;
};

// The characters first, first + step … last move by delta.
struct CaseRange {
  char32_t first;
  char32_t last;
  std::uint8_t step;
  std::int32_t delta;
};

struct FoldOne {
  char32_t from;
  char32_t to;
};

struct FoldMany {
  char32_t from;
  char to[4];
};

#include "text/unicode_tables.inc"

constexpr char32_t kAsciiEnd = 0x80;
constexpr char32_t kLatinEnd = 0x180;  // the end of Latin Extended-A: all of French and its neighbours

constexpr char class_of(char32_t c) {
  if (c < kTableEnd) {
    return kClassInBlock[kBlockOf[c / kBlockSize] * kBlockSize + c % kBlockSize];
  }
  for (const ClassRange& r : kHighClasses) {
    if (r.first <= c && c <= r.last) return r.kind;
  }
  return 'o';
}

template <std::size_t N>
constexpr char32_t mapped(const CaseRange (&ranges)[N], char32_t c) {
  const auto* r = std::lower_bound(std::begin(ranges), std::end(ranges), c,
                                   [](const CaseRange& range, char32_t v) { return range.last < v; });
  if (r == std::end(ranges) || c < r->first || (c - r->first) % r->step != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + r->delta);
}

// What a character becomes when folded: several ASCII characters, one character, or nothing (size 0).
struct Folded {
  char32_t one = 0;
  char many[4] = {};
  std::uint8_t size = 1;
};

constexpr Folded look_up_fold(char32_t c) {
  const char kind = class_of(c);
  if (kind == 'm' || kind == 'i') return {0, {}, 0};
  const char32_t lower = mapped(kToLower, c);
  const auto before = [](const auto& entry, char32_t v) { return entry.from < v; };
  const auto* many = std::lower_bound(std::begin(kFoldMany), std::end(kFoldMany), lower, before);
  if (many != std::end(kFoldMany) && many->from == lower) {
    Folded folded{0, {}, 0};
    for (; many->to[folded.size] != '\0'; ++folded.size) folded.many[folded.size] = many->to[folded.size];
    return folded;
  }
  const auto* one = std::lower_bound(std::begin(kFoldOne), std::end(kFoldOne), lower, before);
  return {one != std::end(kFoldOne) && one->from == lower ? one->to : lower, {}, 1};
}

constexpr auto kLatinFolds = [] {
  std::array<Folded, kLatinEnd> folds{};
  for (char32_t c = 0; c < kLatinEnd; ++c) folds[c] = look_up_fold(c);
  return folds;
}();

constexpr bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

char* put_utf8(char* out, char32_t c) {
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
    return out;
  }
  if (c < 0x800) {
    *out++ = static_cast<char>(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      *out++ = static_cast<char>(0xE0 | (c >> 12));
    } else {
      *out++ = static_cast<char>(0xF0 | (c >> 18));
      *out++ = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    }
    *out++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  }
  *out++ = static_cast<char>(0x80 | (c & 0x3F));
  return out;
}

char* put_fold(char* out, char32_t c) {
  const Folded folded = c < kLatinEnd ? kLatinFolds[c] : look_up_fold(c);
  if (folded.one != 0) return put_utf8(out, folded.one);
  return std::copy_n(folded.many, folded.size, out);
}

constexpr Codepoint kIllFormed{0xFFFD, 1, false};

}  // namespace

Codepoint decode_any_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, 0, true};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  // Table 3-7 of the Unicode Standard: C0, C1, F5… never start a character, and the second byte excludes
  // overlong forms, surrogates and what lies past U+10FFFF.
  if (lead < 0xC2 || lead > 0xF4) return kIllFormed;
  const std::uint8_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - at < size) return kIllFormed;
  const unsigned second = byte(1);
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < lowest || second > highest) return kIllFormed;
  char32_t value = ((lead & (0x7FU >> size)) << 6) | (second & 0x3F);
  for (std::size_t i = 2; i < size; ++i) {
    if (!is_continuation(byte(i))) return kIllFormed;
    value = (value << 6) | (byte(i) & 0x3FU);
  }
  return {value, size, true};
}

Codepoint decode_any_before(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  if (at == 0) return {0, 0, true};
  const std::string_view before = text.substr(0, at);
  for (std::size_t size = 1; size <= 4 && size <= at; ++size) {
    const Codepoint c = decode_at(before, at - size);
    if (c.valid && c.size == size) return c;
    if (!is_continuation(static_cast<unsigned char>(before[at - size]))) break;
  }
  return kIllFormed;
}

void append_utf8(std::string& out, char32_t codepoint) {
  if (codepoint > 0x10FFFF || (codepoint >= 0xD800 && codepoint <= 0xDFFF)) codepoint = 0xFFFD;
  char bytes[4];
  out.append(bytes, put_utf8(bytes, codepoint));
}

std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < kAsciiEnd) {
      ++at;
      continue;
    }
    const Codepoint c = decode_at(text, at);
    if (!c.valid) return at;
    at += c.size;
  }
  return std::string_view::npos;
}

bool is_letter(char32_t c) {
  const char kind = class_of(c);
  return kind == 'u' || kind == 'c' || kind == 'l' || kind == 'm';
}

bool is_upper(char32_t c) {
  return class_of(c) == 'u';
}
bool is_lower(char32_t c) {
  return class_of(c) == 'c';
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_any_space(char32_t c) {
  return class_of(c) == 's';
}

bool is_any_word(char32_t c) {
  const char kind = class_of(c);
  return kind == 'u' || kind == 'c' || kind == 'l' || kind == 'm' || kind == 'd';
}

bool is_mark(char32_t c) {
  return class_of(c) == 'm';
}
bool is_invisible(char32_t c) {
  return class_of(c) == 'i';
}

char32_t to_lower(char32_t c) {
  if (c < kAsciiEnd) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  return mapped(kToLower, c);
}

char32_t to_upper(char32_t c) {
  if (c < kAsciiEnd) return c >= U'a' && c <= U'z' ? c - 32 : c;
  return mapped(kToUpper, c);
}

void fold_into(std::string_view word, std::string& out) {
  out.resize(word.size());  // folding never lengthens: data/unicode/make.py checks every character
  char* end = out.data();
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < kAsciiEnd) {
      *end++ = static_cast<char>(byte + (byte >= 'A' && byte <= 'Z' ? 32 : 0));
      ++at;
      continue;
    }
    const Codepoint c = decode_at(word, at);
    if (c.valid) {
      end = put_fold(end, c.value);
    } else {
      *end++ = static_cast<char>(byte);  // kept: two damaged words stay two words
    }
    at += c.size;
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
}

std::string fold(std::string_view word) {
  std::string out;
  fold_into(word, out);
  return out;
}

}  // namespace paravent::text
