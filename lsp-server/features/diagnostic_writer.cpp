#include "lsp-server/features/diagnostic_writer.hpp"

#include "lsp-server/features/meant.hpp"
#include "policy/category.hpp"

namespace paravent::lsp {
namespace {

// In strict mode what is to be masked is what keeps the note from being saved.
Severity severity_of(const Snapshot& snapshot, const detect::Finding& finding) {
  if (finding.hint) return Severity::Hint;
  if (!policy::is_masked(finding.category)) return Severity::Information;
  return snapshot.policy.save == policy::SaveMode::Strict ? Severity::Error : Severity::Warning;
}

}  // namespace

const std::string& DiagnosticWriter::rest_of(const detect::Finding& finding) {
  std::string& rest = rests_[detect::explanation_key(finding)];
  if (rest.empty()) {
    JsonWriter json;
    json.key("severity").integer(static_cast<int>(severity_of(snapshot_, finding)));
    json.key("code").string(policy::code_of(finding.category)).key("source").string("Paravent");
    json.key("message").string(detect::explain(finding, snapshot_.language));
    rest = json.take();
  }
  return rest;
}

// Few findings are in doubt: what is said of these is not kept.
void DiagnosticWriter::write_doubtful(JsonWriter& json, const detect::Finding& finding,
                                      const std::string& doubt) const {
  json.key("severity").integer(static_cast<int>(severity_of(snapshot_, finding)));
  json.key("code").string(policy::code_of(finding.category)).key("source").string("Paravent");
  json.key("message").string(detect::explain(finding, snapshot_.language).append(" ").append(doubt));
}

void DiagnosticWriter::begin(JsonWriter& json, const detect::Finding& finding,
                             const text::PositionRange& place) {
  json.begin_object().key("range");
  write_range(json, place);
  const std::string doubt = doubt_about(snapshot_, finding);
  if (doubt.empty()) {
    json.members(rest_of(finding));
  } else {
    write_doubtful(json, finding, doubt);
  }
}

void write_diagnostic(JsonWriter& json, const Snapshot& snapshot, const detect::Finding& finding) {
  DiagnosticWriter(snapshot).begin(json, finding, snapshot.positions(finding.range));
  json.end_object();
}

}  // namespace paravent::lsp
