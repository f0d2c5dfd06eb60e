#include "lsp-server/snapshot.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace paravent::lsp {
text::ByteRange Snapshot::bytes(const text::PositionRange& range) const {
  const text::ByteOffset begin = document.lines().offset(range.begin, text(), encoding);
  const text::ByteOffset end = document.lines().offset(range.end, text(), encoding);
  return {std::min(begin, end), std::max(begin, end)};
}

text::PositionRange Snapshot::positions(const text::ByteRange& range) const {
  return {document.lines().position(range.begin, text(), encoding),
          document.lines().position(range.end, text(), encoding)};
}

namespace {

// What is written for every finding of a note is put together here, without a look at its commas.
class Piece {
 public:
  Piece& text(std::string_view literal) {
    size_ += literal.copy(bytes_.data() + size_, literal.size());
    return *this;
  }
  Piece& number(std::uint32_t value) {
    const auto end = std::to_chars(bytes_.data() + size_, bytes_.data() + bytes_.size(), value).ptr;
    size_ = static_cast<std::size_t>(end - bytes_.data());
    return *this;
  }
  Piece& position(const text::Position& position) {
    text(R"({"line":)").number(position.line.value).text(R"(,"character":)").number(position.column);
    return text("}");
  }
  std::string_view written() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 128> bytes_{};  // two positions and what is around them
  std::size_t size_ = 0;
};

}  // namespace

void write_position(JsonWriter& json, const text::Position& position) {
  json.raw(Piece().position(position).written());
}

void write_range(JsonWriter& json, const text::PositionRange& range) {
  Piece piece;
  piece.text(R"({"start":)").position(range.begin).text(R"(,"end":)").position(range.end).text("}");
  json.raw(piece.written());
}

void write_range(JsonWriter& json, const Snapshot& snapshot, const text::ByteRange& range) {
  write_range(json, snapshot.positions(range));
}

}  // namespace paravent::lsp
