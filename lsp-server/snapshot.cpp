#include "lsp-server/snapshot.hpp"

#include <algorithm>

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

void write_position(JsonWriter& json, const text::Position& position) {
  json.begin_object().key("line").integer(position.line.value).key("character").integer(position.column);
  json.end_object();
}

void write_range(JsonWriter& json, const text::PositionRange& range) {
  json.begin_object().key("start");
  write_position(json, range.begin);
  json.key("end");
  write_position(json, range.end);
  json.end_object();
}

void write_range(JsonWriter& json, const Snapshot& snapshot, const text::ByteRange& range) {
  write_range(json, snapshot.positions(range));
}

}  // namespace paravent::lsp
