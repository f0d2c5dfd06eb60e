// Edits that the analysis has not seen yet, as one: what stands before all of them and behind all of them is
// as it was.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/text_edit.hpp"

namespace paravent::lsp {

class UnseenEdit {
 public:
  bool empty() const { return !bounds_; }
  void clear() { bounds_.reset(); }

  // `range` of a text of `size` bytes is replaced.
  void replace(text::ByteRange range, std::size_t size);
  // The whole text becomes another one; what both begin and end with counts as untouched.
  void replace_all(std::string_view before, std::string_view after);

  // The edit from the text that was seen last to `text`. Only when not empty; then it is.
  text::TextEdit take(std::string_view text);

 private:
  struct Bounds {
    std::size_t head = 0;      // bytes untouched at the start
    std::size_t tail = 0;      // … and at the end
    std::size_t old_size = 0;  // of the text that was seen last
  };
  std::optional<Bounds> bounds_;
};

}  // namespace paravent::lsp
