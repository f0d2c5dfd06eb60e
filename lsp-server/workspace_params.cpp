#include "lsp-server/workspace_params.hpp"

#include <nlohmann/json.hpp>

#include "lsp-server/protocol.hpp"
#include "lsp-server/uri.hpp"

namespace paravent::lsp {
namespace {

void add_uri(const Json* uri, std::vector<std::filesystem::path>& out) {
  const std::string* text = as_string(uri);
  if (text == nullptr) return;
  if (auto path = path_of_uri(*text)) out.push_back(std::move(*path));
}

bool read_folders(const Json* array, std::vector<std::filesystem::path>& out) {
  if (array == nullptr || !array->is_array()) return false;
  for (const Json& folder : *array) add_uri(member(folder, "uri"), out);
  return true;
}

}  // namespace

Trace trace_of(const Json* value) {
  const std::string* name = as_string(value);
  if (name == nullptr) return Trace::Off;
  if (*name == "messages" || *name == "compact") return Trace::Messages;
  return *name == "verbose" ? Trace::Verbose : Trace::Off;
}

bool read(const Json& json, TraceParams& out) {
  out.value = trace_of(member(json, "value"));
  return json.is_object();
}

bool read(const Json& json, ConfigurationParams& out) {
  out.section = at(json, "settings.paravent");
  return json.is_object();
}

bool read(const Json& json, FoldersChangeParams& out) {
  const Json* event = member(json, "event");
  return event != nullptr && read_folders(member(*event, "added"), out.added) &&
         read_folders(member(*event, "removed"), out.removed);
}

bool read(const Json& json, WatchedFilesParams& out) {
  const Json* changes = member(json, "changes");
  if (changes == nullptr || !changes->is_array()) return false;
  for (const Json& change : *changes) add_uri(member(change, "uri"), out.files);
  return true;
}

bool read(const Json& json, RenameFilesParams& out) {
  const Json* files = member(json, "files");
  if (files == nullptr || !files->is_array()) return false;
  for (const Json& file : *files) {
    const std::string* from = as_string(member(file, "oldUri"));
    const std::string* to = as_string(member(file, "newUri"));
    if (from == nullptr || to == nullptr) return false;
    auto from_path = path_of_uri(*from);
    auto to_path = path_of_uri(*to);
    if (from_path && to_path) out.moves.push_back({*std::move(from_path), *std::move(to_path)});
  }
  return true;
}

bool read(const Json& json, DocumentCommandParams& out) {
  const std::string* uri = as_string(member(json, "uri"));
  if (uri == nullptr) uri = document_of(json);
  if (uri == nullptr) return false;
  out.uri = *uri;
  return true;
}

bool read(const Json& json, FolderParams& out) {
  out.progress_token = id_of(member(json, "workDoneToken")).value_or("");
  DocumentCommandParams document;
  if (!read(json, document)) return false;
  out.uri = std::move(document.uri);
  return true;
}

bool read(const Json& json, ProgressParams& out) {
  auto token = id_of(member(json, "token"));
  if (!token) return false;
  out.token = *std::move(token);
  return true;
}

bool read(const Json& json, WillSaveParams& out) {
  const std::string* uri = document_of(json);
  if (uri == nullptr) return false;
  out.uri = *uri;
  const auto reason = as_integer(member(json, "reason"));
  if (reason == 2) out.reason = SaveReason::AfterDelay;
  if (reason == 3) out.reason = SaveReason::FocusOut;
  return true;
}

bool read(const Json& json, MayWriteParams& out) {
  // Both forms: {uri} and {textDocument: {uri}}, as the rest of the protocol has it.
  const std::string* uri = as_string(member(json, "uri"));
  if (uri == nullptr) uri = document_of(json);
  if (uri == nullptr) return false;
  out.uri = *uri;
  out.version = as_integer(member(json, "version"));
  if (!out.version) out.version = as_integer(at(json, "textDocument.version"));
  return true;
}

}  // namespace paravent::lsp
