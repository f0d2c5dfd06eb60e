// Edits of a note in the client's form.
#pragma once

#include <string>
#include <vector>

#include "lsp-server/snapshot.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

// A TextEdit[].
void write_text_edits(JsonWriter& json, const Snapshot& snapshot, const std::vector<text::TextEdit>& edits);

// A WorkspaceEdit: as documentChanges, which carry the version, where the client takes them.
void write_workspace_edit(JsonWriter& json, const Snapshot& snapshot,
                          const std::vector<text::TextEdit>& edits, bool document_changes);

// The params of workspace/applyEdit.
std::string apply_edit_params(const Snapshot& snapshot, std::string_view label,
                              const std::vector<text::TextEdit>& edits, bool document_changes);

}  // namespace paravent::lsp
