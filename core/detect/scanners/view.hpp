// Reading a note by bytes: what stands at a place, without ever leaving the text. Builds with assertions
// count the bytes looked at, so that a test can hold the scanners to linear work; others do not pay for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace paravent::detect::scanners {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_alpha(char c) {
  return is_upper(c) || is_lower(c);
}
constexpr bool is_alnum(char c) {
  return is_alpha(c) || is_digit(c);
}
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
constexpr bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

#ifdef NDEBUG
inline constexpr bool counts_every_byte = false;
#else
inline constexpr bool counts_every_byte = true;
#endif

class View {
 public:
  explicit View(std::string_view text) : text_(text) {}

  std::size_t size() const { return text_.size(); }
  std::string_view text() const { return text_; }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  char at(std::size_t i) const {  // '\0' outside
    if constexpr (counts_every_byte) ++steps_;
    return i < text_.size() ? text_[i] : '\0';
  }
  char before(std::size_t i) const { return i == 0 ? '\0' : at(i - 1); }

  std::size_t blank_at(std::size_t i) const {  // bytes of the blank at i (line ends are none), else 0
    const char c = at(i);
    if (is_ascii(c)) return c == ' ' || c == '\t' ? 1 : 0;
    return wide_blank_at(i);
  }
  std::size_t blank_before(std::size_t i) const {  // the same for the one that ends at i
    const char c = before(i);
    if (is_ascii(c)) return c == ' ' || c == '\t' ? 1 : 0;
    return wide_blank_before(i);
  }
  std::size_t skip_blanks(std::size_t i) const {  // past at most four blanks
    std::size_t size = blank_at(i);
    for (int n = 0; n < 4 && size != 0; ++n, size = blank_at(i)) i += size;
    return i;
  }
  std::size_t skip_blanks_back(std::size_t i) const {
    std::size_t size = blank_before(i);
    for (int n = 0; n < 4 && size != 0; ++n, size = blank_before(i)) i -= size;
    return i;
  }
  std::size_t dash_at(std::size_t i) const {  // bytes of the hyphen or dash at i, else 0
    const char c = at(i);
    if (c == '-') return 1;
    return c == '\xE2' ? wide_dash_at(i) : 0;
  }

  // Letters of any script, as far as the first byte of a character tells: enough for word borders.
  std::size_t letter_at(std::size_t i) const {  // bytes of the letter at i, else 0
    const char c = at(i);
    if (is_ascii(c)) return is_alpha(c) ? 1 : 0;
    return wide_letter_at(i);
  }
  std::size_t letter_before(std::size_t i) const {
    const char c = before(i);
    if (is_ascii(c)) return is_alpha(c) ? 1 : 0;
    return wide_letter_before(i);
  }
  bool word_at(std::size_t i) const {
    const char c = at(i);
    return is_ascii(c) ? is_alnum(c) : wide_letter_at(i) != 0;
  }
  bool word_before(std::size_t i) const {
    const char c = before(i);
    return is_ascii(c) ? is_alnum(c) : wide_letter_before(i) != 0;
  }
  bool capital_at(std::size_t i) const;  // A–Z and the accented capitals of Latin-1, Œ

  std::size_t digits_end(std::size_t i, std::size_t most) const {  // end of the digits from i, at most `most`
    const std::size_t start = i;
    while (i - start < most && is_digit(at(i))) ++i;
    return i;
  }

  std::uint64_t steps() const { return steps_; }
  void count(std::size_t n) const { steps_ += n; }

 private:
  std::size_t wide_blank_at(std::size_t i) const;
  std::size_t wide_blank_before(std::size_t i) const;
  std::size_t wide_dash_at(std::size_t i) const;
  std::size_t wide_letter_at(std::size_t i) const;
  std::size_t wide_letter_before(std::size_t i) const;

  std::string_view text_;
  mutable std::uint64_t steps_ = 0;
};

}  // namespace paravent::detect::scanners
