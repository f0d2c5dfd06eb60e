#include "lsp-server/features/diagnostics.hpp"

#include <vector>

#include "lsp-server/words.hpp"
#include "policy/category.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

enum class Severity { Error = 1, Warning = 2, Information = 3, Hint = 4 };

Severity severity_of(const detect::Finding& finding) {
  if (finding.hint) return Severity::Hint;
  return policy::is_masked(finding.category) ? Severity::Warning : Severity::Information;
}

bool is_shown(const detect::Finding& finding) {
  return finding.category != policy::Category::Public;
}

// Which findings are shown: all of them, or as many as the limit leaves room for, those that mask first.
std::vector<const detect::Finding*> shown(const detect::Analysis& analysis, std::size_t& missing) {
  std::size_t all = 0;
  std::size_t masking = 0;
  for (const detect::Finding& finding : analysis.findings) {
    all += is_shown(finding) ? 1 : 0;
    masking += masks(finding) ? 1 : 0;
  }
  const std::size_t room = all <= max_diagnostics ? all : max_diagnostics - 1;
  std::size_t room_for_masking = std::min(masking, room);
  std::size_t room_for_others = room - room_for_masking;
  missing = all - room;

  std::vector<const detect::Finding*> out;
  out.reserve(room);
  for (const detect::Finding& finding : analysis.findings) {
    if (!is_shown(finding)) continue;
    std::size_t& left = masks(finding) ? room_for_masking : room_for_others;
    if (left == 0) continue;
    --left;
    out.push_back(&finding);
  }
  return out;
}

void write_message(JsonWriter& json, Severity severity, std::string_view message) {
  json.begin_object().key("range");
  write_range(json, text::PositionRange{});
  json.key("severity").integer(static_cast<int>(severity)).key("source").string("Paravent");
  json.key("message").string(message).end_object();
}

}  // namespace

std::string message_of(const Snapshot& snapshot, const detect::Finding& finding) {
  std::string message = detect::explain(finding, snapshot.language);
  if (masks(finding)) {
    message += ' ';
    message += text::fill(words::would_become, snapshot.language, {snapshot.replacement(finding)});
  }
  return message;
}

void write_diagnostic(JsonWriter& json, const Snapshot& snapshot, const detect::Finding& finding) {
  json.begin_object().key("range");
  write_range(json, snapshot, finding.range);
  json.key("severity").integer(static_cast<int>(severity_of(finding)));
  json.key("code").string(policy::code_of(finding.category)).key("source").string("Paravent");
  json.key("message").string(message_of(snapshot, finding)).end_object();
}

std::string diagnostic_items(const Snapshot& snapshot) {
  std::size_t missing = 0;
  JsonWriter json;
  json.begin_array();
  for (const detect::Finding* finding : shown(snapshot.analysis, missing)) {
    write_diagnostic(json, snapshot, *finding);
  }
  if (missing > 0) {
    write_message(json, Severity::Information,
                  text::fill(words::more_findings, snapshot.language, {std::to_string(missing)}));
  }
  json.end_array();
  return json.take();
}

std::string unchecked_items(std::string_view message) {
  JsonWriter json;
  json.begin_array();
  write_message(json, Severity::Error, message);
  json.end_array();
  return json.take();
}

std::string full_report(std::string_view items, std::string_view result_id) {
  JsonWriter json;
  json.begin_object().key("kind").string("full").key("resultId").string(result_id);
  json.key("items").raw(items).end_object();
  return json.take();
}

std::string unchanged_report(std::string_view result_id) {
  JsonWriter json;
  json.begin_object().key("kind").string("unchanged").key("resultId").string(result_id).end_object();
  return json.take();
}

std::string publish_params(std::string_view uri, const std::int64_t* version, std::string_view items) {
  JsonWriter json;
  json.begin_object().key("uri").string(uri);
  if (version != nullptr) json.key("version").integer(*version);
  json.key("diagnostics").raw(items).end_object();
  return json.take();
}

}  // namespace paravent::lsp
