#include "lsp-server/features/diagnostics.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "lsp-server/snapshot.hpp"
#include "workspace/keyed_hash.hpp"

namespace paravent::lsp {
namespace {

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

void write_message(JsonWriter& json, Severity severity, std::string_view message) {
  json.begin_object().key("range");
  write_range(json, text::PositionRange{});
  json.key("severity").integer(static_cast<int>(severity)).key("source").string("Paravent");
  json.key("message").string(message).end_object();
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
