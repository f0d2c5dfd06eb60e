// One diagnostic as JSON. A long note has a thousand, written anew with every keystroke: what does not depend
// on the place of a finding is written once for all findings that are alike.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

enum class Severity { Error = 1, Warning = 2, Information = 3, Hint = 4 };

class DiagnosticWriter {
 public:
  explicit DiagnosticWriter(const Snapshot& snapshot) : snapshot_(snapshot) {}

  // Writes all but the brace that ends it. `place` is the range of the finding.
  void begin(JsonWriter& json, const detect::Finding& finding, const text::PositionRange& place);

 private:
  // What stands behind the range: severity, code, source and sentence.
  const std::string& rest_of(const detect::Finding& finding);
  void write_doubtful(JsonWriter& json, const detect::Finding& finding, const std::string& doubt) const;

  const Snapshot& snapshot_;
  std::unordered_map<std::uint64_t, std::string> rests_;  // by detect::explanation_key
};

// One diagnostic without related information.
void write_diagnostic(JsonWriter& json, const Snapshot& snapshot, const detect::Finding& finding);

}  // namespace paravent::lsp
