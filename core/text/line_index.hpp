// Where the lines of a text start, and positions ↔ byte offsets in the three encodings of LSP.
// A line ends with \n, \r\n or a lone \r (LSP 3.17). Mapping costs O(log lines) plus a bounded scan: long
// lines carry checkpoints.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/offsets.hpp"

namespace paravent::text {

enum class PositionEncoding { Utf8, Utf16, Utf32 };

// A position as a client counts it; the unit of `column` is that of the encoding it is used with.
struct Position {
  LineNumber line;
  std::uint32_t column = 0;
  bool operator==(const Position&) const = default;
};

class LineIndex {
  // How many units of its line lie before a place inside a long line.
  struct Checkpoint {
    std::uint32_t at = 0;  // bytes from the start of the text
    std::uint32_t utf16 = 0;
    std::uint32_t codepoints = 0;
  };

 public:
  explicit LineIndex(std::string_view text);

  std::size_t line_count() const;  // at least 1
  // The bytes of a line without its line end; empty range at the end of the text for a line past the last.
  ByteRange line(LineNumber line, std::string_view text) const;
  LineNumber line_at(ByteOffset at) const;

  // An offset inside a character or a \r\n is taken as the start of it.
  Position position(ByteOffset at, std::string_view text, PositionEncoding encoding) const;
  Utf16Column utf16_column(ByteOffset at, std::string_view text) const;
  CodepointColumn codepoint_column(ByteOffset at, std::string_view text) const;
  // A column past the end of its line means its end, a line past the last the end of the text (LSP); one
  // inside a surrogate pair or a character means its start.
  ByteOffset offset(Position position, std::string_view text, PositionEncoding encoding) const;

  // Positions of many offsets in a row: within a line each costs what lies between it and the one before.
  class Reader {
   public:
    // Both must outlive the reader, and stay as they are.
    Reader(const LineIndex& lines, std::string_view text, PositionEncoding encoding)
        : lines_(lines), text_(text), encoding_(encoding) {}
    // As LineIndex::position().
    Position position(ByteOffset at);

   private:
    const LineIndex& lines_;
    std::string_view text_;
    PositionEncoding encoding_;
    std::size_t line_ = 0;
    std::uint32_t line_begin_ = 1;  // of line_; none is known while the end comes before it
    std::uint32_t line_end_ = 0;    // begin of the next line
    Checkpoint here_;
  };

  // The text has changed: `replaced` of the old text is now `inserted_size` bytes long in `text`. Costs
  // O(lines + inserted bytes), plus O(bytes of the touched line) if that line is long.
  void replace(ByteRange replaced, std::uint32_t inserted_size, std::string_view text);

 private:
  Checkpoint measure(ByteOffset at, std::string_view text) const;
  static Checkpoint count_on(Checkpoint from, std::size_t end, std::string_view text);
  ByteOffset walk(ByteRange line, std::uint32_t column, std::string_view text,
                  std::uint32_t Checkpoint::* unit) const;
  void append_checkpoints(ByteRange line, std::string_view text, std::vector<Checkpoint>& out) const;
  ByteRange whole_line(std::size_t line, std::string_view text) const;  // with its line end

  std::vector<std::uint32_t> starts_;
  std::vector<Checkpoint> checkpoints_;  // sorted by `at`; only lines above kLongLine have any
};

}  // namespace paravent::text
