// The folded words before a place, from its line and a bounded window: what keywords are looked up in. The
// windows of the numbers of a line overlap; what they share is folded once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "detect/scanners/folded.hpp"
#include "detect/scanners/view.hpp"

namespace paravent::detect::scanners {

class Lead {
 public:
  // The last Folded::window bytes of the line before `end`; a word cut by the window is left out. Holds until
  // the next call.
  std::string_view before(const View& text, std::size_t end);

 private:
  static constexpr std::size_t capacity = 6 * Folded::window;  // bytes of a note folded in one go
  static constexpr std::uint16_t inside = 0xFFFF;              // no character begins at this byte

  std::string_view afresh(const View& text, std::size_t end);
  std::string_view fold(const View& text, std::size_t first, std::size_t end);
  std::uint16_t offset_of(std::size_t i) const { return offsets_[i - begin_]; }

  std::array<char, capacity> folded_{};
  std::array<std::uint16_t, capacity + 4> offsets_{};  // in folded_, of each byte from begin_ on
  std::size_t begin_ = 0;
  std::size_t upto_ = 0;      // folded so far; no line ends between begin_ and here
  std::size_t earliest_ = 0;  // windows that open from here on hold nothing before begin_
  bool line_start_ = false;   // a line begins at begin_
};

}  // namespace paravent::detect::scanners
