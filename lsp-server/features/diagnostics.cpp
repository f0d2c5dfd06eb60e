#include "lsp-server/features/diagnostics.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "lsp-server/features/diagnostic_writer.hpp"
#include "lsp-server/features/related_mentions.hpp"
#include "lsp-server/words.hpp"
#include "policy/category.hpp"
#include "text/wording.hpp"
#include "workspace/keyed_hash.hpp"

namespace paravent::lsp {
namespace {

// Bytes of a diagnostic with one other mention.
constexpr std::size_t usual_size = 384;

bool is_shown(const Snapshot& snapshot, const detect::Finding& finding) {
  return finding.category != policy::Category::Public && snapshot.display.shows(finding);
}

// Which findings are shown: all of them, or as many as the limit leaves room for, those that mask first.
std::vector<const detect::Finding*> shown(const Snapshot& snapshot, std::size_t most, std::size_t& missing) {
  const detect::Analysis& analysis = snapshot.analysis;
  std::size_t all = 0;
  std::size_t masking = 0;
  for (const detect::Finding& finding : analysis.findings) {
    if (!is_shown(snapshot, finding)) continue;
    ++all;
    masking += masks(finding) ? 1 : 0;
  }
  const std::size_t room = all <= most ? all : most - 1;
  std::size_t room_for_masking = std::min(masking, room);
  std::size_t room_for_others = room - room_for_masking;
  missing = all - room;

  std::vector<const detect::Finding*> out;
  out.reserve(room);
  for (const detect::Finding& finding : analysis.findings) {
    if (!is_shown(snapshot, finding)) continue;
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

void write_workspace_head(JsonWriter& json, std::string_view kind, std::string_view uri,
                          const std::int64_t* version, std::string_view result_id) {
  json.begin_object().key("kind").string(kind).key("uri").string(uri).key("version");
  if (version != nullptr) {
    json.integer(*version);
  } else {
    json.null();
  }
  json.key("resultId").string(result_id);
}

}  // namespace

std::string diagnostic_items(const Snapshot& snapshot, bool related, const std::vector<RiskRemark>& risks) {
  std::size_t missing = 0;
  const auto findings = shown(snapshot, max_diagnostics - std::min(risks.size(), max_risk_remarks), missing);
  std::vector<text::PositionRange> places;
  places.reserve(findings.size());
  text::LineIndex::Reader reader(snapshot.document.lines(), snapshot.text(), snapshot.encoding);
  for (const detect::Finding* finding : findings) {
    const text::Position begin = reader.position(finding->range.begin);
    places.push_back({begin, reader.position(finding->range.end)});
  }
  std::optional<RelatedMentions> others;
  if (related) others.emplace(snapshot, findings, places);

  JsonWriter json;
  json.reserve(findings.size() * usual_size);
  json.begin_array();
  DiagnosticWriter writer(snapshot);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    writer.begin(json, *findings[i], places[i]);
    if (others) others->write(json, i);
    json.end_object();
  }
  if (missing > 0) {
    write_message(json, Severity::Information,
                  text::fill(words::more_findings, snapshot.language, {std::to_string(missing)}));
  }
  write_risk_diagnostics(json, snapshot, risks);
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

std::string full_report_head(std::string_view result_id) {
  JsonWriter json;
  json.begin_object().key("kind").string("full").key("resultId").string(result_id).key("items");
  return json.take();
}

std::string unchanged_report(std::string_view result_id) {
  JsonWriter json;
  json.begin_object().key("kind").string("unchanged").key("resultId").string(result_id).end_object();
  return json.take();
}

std::string workspace_report(std::string_view uri, const std::int64_t* version, std::string_view items,
                             std::string_view result_id) {
  JsonWriter json;
  write_workspace_head(json, "full", uri, version, result_id);
  json.key("items").raw(items).end_object();
  return json.take();
}

std::string workspace_unchanged_report(std::string_view uri, const std::int64_t* version,
                                       std::string_view result_id) {
  JsonWriter json;
  write_workspace_head(json, "unchanged", uri, version, result_id);
  json.end_object();
  return json.take();
}

std::string result_id_of(std::string_view items) {
  return workspace::hexadecimal(XXH3_64bits(items.data(), items.size()));
}

std::string push_head(std::string_view uri, const std::int64_t* version) {
  JsonWriter json;
  json.begin_object().key("uri").string(uri);
  if (version != nullptr) json.key("version").integer(*version);
  json.key("diagnostics");
  return json.take();
}

}  // namespace paravent::lsp
