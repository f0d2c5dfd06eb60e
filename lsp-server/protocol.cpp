#include "lsp-server/protocol.hpp"

#include <limits>
#include <nlohmann/json.hpp>

#include "lsp-server/json_writer.hpp"
#include "lsp-server/uri.hpp"

namespace paravent::lsp {
namespace {

bool read_string(const Json* json, std::string& out) {
  const std::string* value = as_string(json);
  if (value == nullptr) return false;
  out = *value;
  return true;
}

// A uinteger of LSP. Some clients say "to the end" with the largest number they have.
bool read_count(const Json* json, std::uint32_t& out) {
  const auto value = as_integer(json);
  if (!value || *value < 0) return false;
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  out = static_cast<std::uint32_t>(*value > most ? most : *value);
  return true;
}

bool read_uri(const Json& json, std::string& out) {
  const std::string* uri = document_of(json);
  if (uri == nullptr) return false;
  out = *uri;
  return true;
}

bool read_change(const Json& json, ContentChange& out) {
  if (!read_string(member(json, "text"), out.text)) return false;
  const Json* range = member(json, "range");
  if (range == nullptr || range->is_null()) return true;
  return read_range(range, out.range.emplace());
}

}  // namespace

bool read_position(const Json* json, text::Position& out) {
  return json != nullptr && read_count(member(*json, "line"), out.line.value) &&
         read_count(member(*json, "character"), out.column);
}

bool read_range(const Json* json, text::PositionRange& out) {
  return json != nullptr && read_position(member(*json, "start"), out.begin) &&
         read_position(member(*json, "end"), out.end);
}

bool read(const Json& /*json*/, NoParams& /*out*/) {
  return true;
}

bool read(const Json& json, InitializeParams& out) {
  out.capabilities = member(json, "capabilities");
  if (const std::string* locale = as_string(member(json, "locale"))) out.locale = *locale;
  out.options = member(json, "initializationOptions");
  const Json* folders = member(json, "workspaceFolders");
  if (folders != nullptr && folders->is_array()) {
    for (const Json& folder : *folders) {
      if (const std::string* uri = as_string(member(folder, "uri"))) out.folders.push_back(*uri);
    }
  } else if (const std::string* root = as_string(member(json, "rootUri"))) {
    out.folders.push_back(*root);
  } else if (const std::string* path = as_string(member(json, "rootPath"));
             path != nullptr && !path->empty()) {
    out.folders.push_back(uri_of_path(*path));
  }
  out.process = as_integer(member(json, "processId"));
  out.trace = member(json, "trace");
  return json.is_object();
}

bool read(const Json& json, DidOpenParams& out) {
  const Json* document = member(json, "textDocument");
  if (document == nullptr || !read_uri(json, out.uri)) return false;
  out.version = as_integer(member(*document, "version")).value_or(0);
  return read_string(member(*document, "text"), out.text);
}

bool read(const Json& json, DidChangeParams& out) {
  if (!read_uri(json, out.uri)) return false;
  out.version = as_integer(at(json, "textDocument.version"));
  const Json* changes = member(json, "contentChanges");
  if (changes == nullptr || !changes->is_array()) return false;
  for (const Json& change : *changes) {
    if (!read_change(change, out.changes.emplace_back())) return false;
  }
  return true;
}

bool read(const Json& json, DocumentParams& out) {
  return read_uri(json, out.uri);
}

bool read(const Json& json, HoverParams& out) {
  return read_uri(json, out.uri) && read_position(member(json, "position"), out.position);
}

bool read(const Json& json, CodeActionParams& out) {
  if (!read_uri(json, out.uri) || !read_range(member(json, "range"), out.range)) return false;
  if (const Json* only = at(json, "context.only"); only != nullptr && only->is_array()) {
    for (const Json& kind : *only) {
      if (const std::string* name = as_string(&kind)) out.only.push_back(*name);
    }
  }
  return true;
}

bool read(const Json& json, DiagnosticParams& out) {
  if (const std::string* id = as_string(member(json, "previousResultId"))) out.previous_result_id = *id;
  return read_uri(json, out.uri);
}

bool read(const Json& json, CommandTarget& out) {
  if (!read_string(member(json, "uri"), out.uri)) return false;
  out.version = as_integer(member(json, "version"));
  const Json* range = member(json, "range");
  return range == nullptr || range->is_null() || read_range(range, out.range.emplace());
}

bool read(const Json& json, ExecuteCommandParams& out) {
  out.arguments = member(json, "arguments");
  out.token = member(json, "workDoneToken");
  return read_string(member(json, "command"), out.command);
}

bool read(const Json& json, CancelParams& out) {
  auto id = id_of(member(json, "id"));
  if (!id) return false;
  out.id = std::move(*id);
  return true;
}

std::optional<std::string> id_of(const Json* id) {
  if (const std::string* name = as_string(id)) return json_string(*name);
  if (const auto number = as_integer(id)) return std::to_string(*number);
  return std::nullopt;
}

const std::string* document_of(const Json& params) {
  return as_string(at(params, "textDocument.uri"));
}

}  // namespace paravent::lsp
