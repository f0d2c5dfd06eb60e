// A draft as a client edits it: text, line index, version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/line_index.hpp"
#include "text/offsets.hpp"
#include "text/text_edit.hpp"

namespace paravent::text {

struct PositionRange {
  Position begin;
  Position end;
  bool operator==(const PositionRange&) const = default;
};

class Document {
 public:
  Document(std::string text, std::int64_t version);

  std::string_view text() const { return text_; }
  const LineIndex& lines() const { return lines_; }
  std::int64_t version() const { return version_; }

  // Replaces a range. Nothing (and the document unchanged) if its end comes before its begin. A line past the
  // last means the end of the text (clients write "to the end" with a large line), a character past the end
  // of its line that end (LSP). Returns the change as bytes of the old text.
  std::optional<TextEdit> replace(PositionRange where, std::string_view with, PositionEncoding encoding,
                                  std::int64_t version);
  void reset(std::string text, std::int64_t version);

 private:
  std::string text_;
  LineIndex lines_;
  std::int64_t version_;
};

}  // namespace paravent::text
