// The words around a candidate, folded (lower case, no accents, one blank, no markup), from a bounded window
// of the same line: what keywords are looked up in.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

#include "detect/scanners/view.hpp"

namespace paravent::detect::scanners {

using Words = std::span<const std::string_view>;

class Folded {
 public:
  static constexpr std::size_t window = 80;  // bytes

  void read_before(const View& text, std::size_t end);   // a word cut by the window is left out
  void read_after(const View& text, std::size_t begin);  // "n°" becomes "no", ’ becomes '
  void read(const View& text, std::size_t begin, std::size_t end);
  std::string_view view() const { return {buffer_.data(), size_}; }

 private:
  void put(char c);
  std::size_t put_wide(const View& text, std::size_t i);
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
inline bool ends_with_any(std::string_view lead, std::initializer_list<std::string_view> words) {
  return ends_with_any(lead, Words(words.begin(), words.size()));
}
inline bool starts_with_any(std::string_view trail, std::initializer_list<std::string_view> words) {
  return starts_with_any(trail, Words(words.begin(), words.size()));
}
bool contains_word(std::string_view text, std::string_view word);
bool contains_any(std::string_view text, Words words);
bool is_any(std::string_view word, Words words);

// Takes words of the set off the end, as many as there are; returns what is left, trimmed. Bounded by the
// window.
std::string_view drop_words(std::string_view lead, Words words);
std::string_view last_word(std::string_view lead);  // of a trimmed lead

}  // namespace paravent::detect::scanners
