// One version of a note with what was found in it: all that a feature sees. Features are stateless functions
// over it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/finding.hpp"
#include "lsp-server/json_writer.hpp"
#include "policy/policy.hpp"
#include "text/document.hpp"
#include "text/language.hpp"
#include "text/line_index.hpp"

namespace paravent::lsp {

struct Snapshot {
  std::string_view uri;
  const text::Document& document;
  const detect::Analysis& analysis;
  const policy::Policy& policy;
  text::PositionEncoding encoding;  // of the client
  text::Language language;          // of the client

  std::string_view text() const { return document.text(); }
  std::int64_t version() const { return document.version(); }
  text::ByteRange bytes(const text::PositionRange& range) const;
  text::PositionRange positions(const text::ByteRange& range) const;
};

// True for a finding that will be replaced.
inline bool masks(const detect::Finding& finding) {
  return !finding.hint && policy::is_masked(finding.category);
}

void write_position(JsonWriter& json, const text::Position& position);
void write_range(JsonWriter& json, const text::PositionRange& range);
void write_range(JsonWriter& json, const Snapshot& snapshot, const text::ByteRange& range);

}  // namespace paravent::lsp
