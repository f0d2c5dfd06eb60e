// The line that a place of a note stands in.
#pragma once

#include <cstddef>
#include <string_view>

namespace paravent::anonymise {

// Markup and brackets are looked for this far back: a line of 5 MB must not cost its square.
inline constexpr std::size_t farthest_look_back = 512;

// The line as far as `at`, no more than farthest_look_back bytes of it.
std::string_view line_before(std::string_view text, std::size_t at);

// The same for place after place of one text, which is read once. Places are best asked for in their order.
class LineWalk {
 public:
  explicit LineWalk(std::string_view text) : text_(text) {}

  std::string_view line_before(std::size_t at);
  // Whether the line, as far as the last place asked for, has a byte of a link, an element or code. Most have
  // none.
  bool has_markup() const { return has_markup_; }

 private:
  std::string_view text_;
  std::size_t read_ = 0;
  std::size_t begin_ = 0;
  bool has_markup_ = false;
};

}  // namespace paravent::anonymise
