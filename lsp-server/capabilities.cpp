#include "lsp-server/capabilities.hpp"

#include <nlohmann/json.hpp>

#include "lsp-server/json_writer.hpp"

namespace paravent::lsp {
namespace {

bool lists(const Json* array, std::string_view wanted) {
  if (array == nullptr || !array->is_array()) return false;
  for (const Json& item : *array) {
    const std::string* name = as_string(&item);
    if (name != nullptr && *name == wanted) return true;
  }
  return false;
}

bool is_object(const Json* json) {
  return json != nullptr && json->is_object();
}

void read_workspace_capabilities(const Json& json, ClientCapabilities& out) {
  out.refresh_inlay_hints = is_true(at(json, "workspace.inlayHint.refreshSupport"));
  out.refresh_code_lenses = is_true(at(json, "workspace.codeLens.refreshSupport"));
  out.workspace_folders = is_true(at(json, "workspace.workspaceFolders"));
  out.configuration = is_true(at(json, "workspace.configuration"));
  out.register_configuration = is_true(at(json, "workspace.didChangeConfiguration.dynamicRegistration"));
  out.register_watched_files = is_true(at(json, "workspace.didChangeWatchedFiles.dynamicRegistration"));
  out.apply_edit = is_true(at(json, "workspace.applyEdit"));
  out.document_changes = is_true(at(json, "workspace.workspaceEdit.documentChanges"));
  out.change_annotations =
      out.document_changes && is_object(at(json, "workspace.workspaceEdit.changeAnnotationSupport"));
  out.rename_files = lists(at(json, "workspace.workspaceEdit.resourceOperations"), "rename");
  out.will_rename_files = is_true(at(json, "workspace.fileOperations.willRename"));
  out.relative_patterns = is_true(at(json, "workspace.didChangeWatchedFiles.relativePatternSupport"));
  out.will_save_wait_until = is_true(at(json, "textDocument.synchronization.willSaveWaitUntil"));
  out.register_will_save = is_true(at(json, "textDocument.synchronization.dynamicRegistration"));
  out.formatting = is_object(at(json, "textDocument.formatting"));
  out.register_formatting = is_true(at(json, "textDocument.formatting.dynamicRegistration"));
}

void write_sync_capabilities(JsonWriter& json, const ClientCapabilities& client, bool save_edits) {
  json.key("textDocumentSync").begin_object().key("openClose").boolean(true).key("change").integer(2);
  if (save_edits && client.will_save_wait_until && !client.register_will_save) {
    json.key("willSaveWaitUntil").boolean(true);
  }
  json.key("save").begin_object().key("includeText").boolean(false).end_object().end_object();
  if (save_edits && client.formatting && !client.register_formatting) {
    json.key("documentFormattingProvider").boolean(true);
  }
}

void write_rename_filter(JsonWriter& json, std::string_view glob, std::string_view matches) {
  json.begin_object().key("scheme").string("file").key("pattern").begin_object();
  json.key("glob").string(glob).key("matches").string(matches);
  json.key("options").begin_object().key("ignoreCase").boolean(true).end_object();
  json.end_object().end_object();
}

void write_workspace_capabilities(JsonWriter& json, const ClientCapabilities& client) {
  if (!client.workspace_folders && !client.will_rename_files) return;
  json.key("workspace").begin_object();
  if (client.workspace_folders) {
    json.key("workspaceFolders").begin_object();
    json.key("supported").boolean(true).key("changeNotifications").boolean(true).end_object();
  }
  if (client.will_rename_files) {
    json.key("fileOperations").begin_object().key("willRename").begin_object().key("filters").begin_array();
    write_rename_filter(json, "**/*.{md,markdown,mdown,txt}", "file");
    write_rename_filter(json, "**/*", "folder");
    json.end_array().end_object().end_object();
  }
  json.end_object();
}

// A client without literals gets commands, and needs to take the edits that they send.
void write_code_action_capabilities(JsonWriter& json, const ClientCapabilities& client) {
  if (!client.code_action_literals) {
    json.key("codeActionProvider").boolean(client.apply_edit);
    return;
  }
  json.key("codeActionProvider").begin_object().key("codeActionKinds").begin_array();
  json.string("quickfix").string("source.anonymise");
  if (client.can_rename_files()) json.string("refactor.rename");
  json.end_array();
  json.key("resolveProvider").boolean(client.resolve_edit).end_object();
}

// What is offered for the people of a note.
void write_people_capabilities(JsonWriter& json, const ClientCapabilities& client) {
  json.key("documentHighlightProvider").boolean(true).key("referencesProvider").boolean(true);
  json.key("documentSymbolProvider");
  if (client.symbol_label) {
    json.begin_object().key("label").string("Paravent").end_object();
  } else {
    json.boolean(true);
  }
  json.key("renameProvider");
  if (client.prepare_rename) {
    json.begin_object().key("prepareProvider").boolean(true).end_object();
  } else {
    json.boolean(true);
  }
  // A lens that cannot do what it says is none.
  if (client.code_lens && client.apply_edit) {
    json.key("codeLensProvider").begin_object().key("resolveProvider").boolean(false).end_object();
  }
  if (client.inlay_hints) json.key("inlayHintProvider").boolean(true);
}

}  // namespace

ClientCapabilities client_capabilities(const Json* capabilities) {
  ClientCapabilities out;
  if (capabilities == nullptr) return out;
  const Json& json = *capabilities;
  out.pull_diagnostics = is_object(at(json, "textDocument.diagnostic"));
  out.refresh_diagnostics = is_true(at(json, "workspace.diagnostics.refreshSupport"));
  out.hover_markdown = lists(at(json, "textDocument.hover.contentFormat"), "markdown");
  out.code_action_literals = is_object(at(json, "textDocument.codeAction.codeActionLiteralSupport"));
  out.resolve_edit = is_true(at(json, "textDocument.codeAction.dataSupport")) &&
                     lists(at(json, "textDocument.codeAction.resolveSupport.properties"), "edit");
  out.related_information = is_true(at(json, "textDocument.publishDiagnostics.relatedInformation")) ||
                            is_true(at(json, "textDocument.diagnostic.relatedInformation"));
  out.symbol_tree = is_true(at(json, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"));
  out.symbol_label = is_true(at(json, "textDocument.documentSymbol.labelSupport"));
  out.prepare_rename = is_true(at(json, "textDocument.rename.prepareSupport"));
  out.code_lens = is_object(at(json, "textDocument.codeLens"));
  out.inlay_hints = is_object(at(json, "textDocument.inlayHint"));
  read_workspace_capabilities(json, out);
  if (const Json* offered = at(json, "general.positionEncodings");
      offered != nullptr && offered->is_array()) {
    for (const Json& item : *offered) {
      const std::string* name = as_string(&item);
      if (name == nullptr) continue;
      if (const auto encoding = encoding_of(*name)) out.encodings.push_back(*encoding);
    }
  }
  return out;
}

text::PositionEncoding negotiated(const ClientCapabilities& client,
                                  std::optional<text::PositionEncoding> forced) {
  if (forced) return *forced;
  return client.encodings.empty() ? text::PositionEncoding::Utf16 : client.encodings.front();
}

std::string_view name_of(text::PositionEncoding encoding) {
  switch (encoding) {
    case text::PositionEncoding::Utf8:
      return "utf-8";
    case text::PositionEncoding::Utf32:
      return "utf-32";
    case text::PositionEncoding::Utf16:
      break;
  }
  return "utf-16";
}

std::optional<text::PositionEncoding> encoding_of(std::string_view name) {
  if (name == "utf-8") return text::PositionEncoding::Utf8;
  if (name == "utf-16") return text::PositionEncoding::Utf16;
  if (name == "utf-32") return text::PositionEncoding::Utf32;
  return std::nullopt;
}

std::string initialize_result(const ClientCapabilities& client, text::PositionEncoding encoding,
                              const std::vector<std::string_view>& commands, bool save_edits) {
  JsonWriter json;
  json.begin_object().key("capabilities").begin_object();
  json.key("positionEncoding").string(name_of(encoding));
  write_sync_capabilities(json, client, save_edits);
  write_workspace_capabilities(json, client);
  json.key("hoverProvider").boolean(true);
  write_code_action_capabilities(json, client);
  if (client.pull_diagnostics) {
    json.key("diagnosticProvider").begin_object().key("identifier").string("paravent");
    json.key("interFileDependencies")
        .boolean(false)
        .key("workspaceDiagnostics")
        .boolean(client.named_folders);
    json.key("workDoneProgress").boolean(true).end_object();
  }
  write_people_capabilities(json, client);
  json.key("executeCommandProvider").begin_object().key("commands").begin_array();
  for (const std::string_view command : commands) json.string(command);
  json.end_array().end_object();
  json.end_object();
  json.key("serverInfo")
      .begin_object()
      .key("name")
      .string("Paravent")
      .key("version")
      .string(PARAVENT_VERSION);
  json.end_object().end_object();
  return json.take();
}

}  // namespace paravent::lsp
