// Edits of one text: sorted, never overlapping, checked when made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/offsets.hpp"

namespace paravent::text {

struct TextEdit {
  ByteRange range;
  std::string replacement;
  bool operator==(const TextEdit&) const = default;
};

class TextEdits {
 public:
  TextEdits() = default;
  // Sorts the edits. Nothing if two overlap, two insert at the same place, or a range does not fit a text of
  // `size` bytes.
  static std::optional<TextEdits> make(std::vector<TextEdit> edits, std::size_t size);

  const std::vector<TextEdit>& all() const { return edits_; }
  bool empty() const { return edits_.empty(); }
  std::string apply(std::string_view text) const;         // the text they were made for
  TextEdits inverse(std::string_view text_before) const;  // what undoes them, byte for byte
  // Where an offset lands: inside a replaced range, at its new start; at an insertion, after it.
  ByteOffset map(ByteOffset before) const;

 private:
  std::vector<TextEdit> edits_;
};

}  // namespace paravent::text
