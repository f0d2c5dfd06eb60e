// What the client can do, as named booleans (behaviour degrades by capability, never by the name of a
// client), and what the server answers to that.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/json.hpp"
#include "text/line_index.hpp"

namespace paravent::lsp {

struct ClientCapabilities {
  bool pull_diagnostics = false;                  // textDocument.diagnostic
  bool named_folders = false;                     // initialize names folders of notes
  bool refresh_diagnostics = false;               // workspace.diagnostics.refreshSupport
  bool hover_markdown = false;                    // hover.contentFormat names markdown
  bool code_action_literals = false;              // codeAction.codeActionLiteralSupport
  bool resolve_edit = false;                      // codeAction: data comes back and the edit may come later
  bool related_information = false;               // publishDiagnostics or diagnostic.relatedInformation
  bool symbol_tree = false;                       // documentSymbol.hierarchicalDocumentSymbolSupport
  bool symbol_label = false;                      // documentSymbol.labelSupport
  bool prepare_rename = false;                    // rename.prepareSupport
  bool code_lens = false;                         // textDocument.codeLens
  bool inlay_hints = false;                       // textDocument.inlayHint
  bool document_changes = false;                  // workspaceEdit.documentChanges
  bool apply_edit = false;                        // workspace.applyEdit
  bool change_annotations = false;                // workspaceEdit.changeAnnotationSupport
  bool rename_files = false;                      // workspaceEdit.resourceOperations names rename
  bool will_rename_files = false;                 // workspace.fileOperations.willRename
  bool refresh_inlay_hints = false;               // workspace.inlayHint.refreshSupport
  bool refresh_code_lenses = false;               // workspace.codeLens.refreshSupport
  bool workspace_folders = false;                 // workspace.workspaceFolders
  bool configuration = false;                     // workspace.configuration
  bool register_configuration = false;            // workspace.didChangeConfiguration.dynamicRegistration
  bool register_watched_files = false;            // workspace.didChangeWatchedFiles.dynamicRegistration
  bool relative_patterns = false;                 // didChangeWatchedFiles.relativePatternSupport
  bool will_save_wait_until = false;              // synchronization.willSaveWaitUntil
  bool register_will_save = false;                // synchronization.dynamicRegistration
  bool formatting = false;                        // textDocument.formatting
  bool register_formatting = false;               // formatting.dynamicRegistration
  std::vector<text::PositionEncoding> encodings;  // general.positionEncodings, in the client's order

  // Renames stand in documentChanges: who takes the ones takes the others, said (VS Code) or not (Neovim).
  bool can_rename_files() const { return apply_edit && rename_files; }
};

// `capabilities` may be nullptr: then a client that can do nothing.
ClientCapabilities client_capabilities(const Json* capabilities);

// The client's first choice that we know; UTF-16 when it has none.
text::PositionEncoding negotiated(const ClientCapabilities& client,
                                  std::optional<text::PositionEncoding> forced);
std::string_view name_of(text::PositionEncoding encoding);
std::optional<text::PositionEncoding> encoding_of(std::string_view name);

// The result of initialize, as JSON. `save_edits`: a policy known already asks for edits on save; clients
// that cannot be told later are told now.
std::string initialize_result(const ClientCapabilities& client, text::PositionEncoding encoding,
                              const std::vector<std::string_view>& commands, bool save_edits);

}  // namespace paravent::lsp
