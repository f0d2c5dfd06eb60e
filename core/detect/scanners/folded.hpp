// Words folded (lower case, no accents, one blank, no markup), as keywords are looked up in them. What stands
// before a place is folded by lead.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "detect/scanners/view.hpp"
#include "detect/scanners/word_set.hpp"

namespace paravent::detect::scanners {

// Folds character by character into a buffer of its user; what no longer fits is left out.
class FoldWriter {
 public:
  FoldWriter(char* buffer, std::size_t capacity, std::size_t size)
      : buffer_(buffer), capacity_(capacity), size_(size), last_(size == 0 ? ' ' : buffer[size - 1]) {}

  std::size_t size() const { return size_; }
  std::size_t put(const View& text, std::size_t i) {  // the character at `i`; returns its bytes
    const char c = text.at(i);
    if (is_ascii(c)) {
      put(ascii[static_cast<unsigned char>(c)]);
      return 1;
    }
    const Wide wide = fold_wide(text, i);
    if (wide.first != '\0') put(wide.first);
    if (wide.second != '\0') put(wide.second);
    return wide.size;
  }

 private:
  struct Wide {
    std::size_t size;
    char first;  // '\0': nothing
    char second;
  };
  static const std::array<char, 128> ascii;
  static Wide fold_wide(const View& text, std::size_t i);

  void put(char c) {  // of several blanks one is left, of those at the start none
    if (c == ' ' && last_ == ' ') return;
    last_ = c;
    if (size_ < capacity_) buffer_[size_++] = c;
  }

  char* buffer_;
  std::size_t capacity_;
  std::size_t size_;
  char last_;
};

class Folded {
 public:
  static constexpr std::size_t window = 80;  // bytes

  void read_after(const View& text, std::size_t begin);  // "n°" becomes "no", ’ becomes '
  void read(const View& text, std::size_t begin, std::size_t end);
  std::string_view view() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, 3 * window> buffer_{};
  std::size_t size_ = 0;
};

// The folded text without blanks and the joining marks : = - # . ' " < > … at its end.
std::string_view trim_lead(std::string_view lead);
std::string_view trim_blanks(std::string_view lead);

bool ends_with_word(std::string_view lead, std::string_view word);  // at a word border
bool ends_with_any(std::string_view lead, Words words);
bool starts_with_word(std::string_view trail, std::string_view word);
bool starts_with_any(std::string_view trail, Words words);
bool contains_word(std::string_view text, std::string_view word);
bool contains_any(std::string_view text, Words words);
bool is_any(std::string_view word, Words words);

// Takes words of the set off the end, as many as there are; returns what is left, trimmed. Bounded by the
// window.
std::string_view drop_words(std::string_view lead, Words words);
std::string_view drop_word(std::string_view lead, Words words,
                           bool& dropped);          // one at most, of a trimmed lead
std::string_view last_word(std::string_view lead);  // of a trimmed lead

}  // namespace paravent::detect::scanners
