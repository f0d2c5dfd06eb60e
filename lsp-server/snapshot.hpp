// One version of a note with what was found in it: all that a feature sees. Features are stateless functions
// over it.
#pragma once

#include <cstdint>
#include <optional>
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

// What the user wants to see. It never changes what is masked.
struct Display {
  bool hints = true;
  bool inlay_hints = false;
  bool real_names = true;
  std::optional<text::ByteRange> hidden;  // the word being typed (caret.hpp)

  bool shows(const detect::Finding& finding) const {
    return (hints || !finding.hint) && !(hidden && hidden->overlaps(finding.range));
  }
};

struct Snapshot {
  std::string_view uri;
  const text::Document& document;
  const detect::Analysis& analysis;
  const policy::Policy& policy;
  text::PositionEncoding encoding;  // of the client
  text::Language language;          // of the client
  Display display = {};

  std::string_view text() const { return document.text(); }
  std::int64_t version() const { return document.version(); }
  text::ByteRange bytes(const text::PositionRange& range) const;
  text::PositionRange positions(const text::ByteRange& range) const;
};

// True for a finding that will be replaced.
inline bool masks(const detect::Finding& finding) {
  return !finding.hint && policy::is_masked(finding.category);
}

// The same for a note of that policy: some categories may stay as they are.
inline bool is_replaced(const detect::Finding& finding, const policy::Policy& policy) {
  return masks(finding) && !policy.kept.contains(finding.category);
}

void write_position(JsonWriter& json, const text::Position& position);
void write_range(JsonWriter& json, const text::PositionRange& range);
void write_range(JsonWriter& json, const Snapshot& snapshot, const text::ByteRange& range);

}  // namespace paravent::lsp
