// Edits of notes in the client's form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/capabilities.hpp"
#include "lsp-server/json_writer.hpp"
#include "lsp-server/snapshot.hpp"
#include "text/text_edit.hpp"

namespace paravent::lsp {

// Why an edit is only proposed: the user is asked before it is made. Only for clients with
// `change_annotations`.
struct Annotation {
  std::string_view id;
  text::Wording label;
  text::Wording description;
};

struct PlacedEdit {
  text::PositionRange range;
  std::string replacement;
  const Annotation* annotation = nullptr;
};

bool comes_before(const PlacedEdit& a, const PlacedEdit& b);

struct EditedNote {
  std::string uri;
  std::optional<std::int64_t> version;  // of an open one
  std::vector<PlacedEdit> edits;
};

// Done after the edits, which name the file as it was called before.
struct FileRename {
  std::string from;  // URIs
  std::string to;
};

struct WorkspaceEdit {
  std::vector<EditedNote> notes;
  std::optional<FileRename> rename;  // only for clients with `rename_files`
};

EditedNote edited_note(std::string uri, std::optional<std::int64_t> version, const text::Document& document,
                       const std::vector<text::TextEdit>& edits, text::PositionEncoding encoding);

// A TextEdit[].
void write_text_edits(JsonWriter& json, const Snapshot& snapshot, const std::vector<text::TextEdit>& edits);

// As documentChanges, which carry versions, where the client takes them.
void write_workspace_edit(JsonWriter& json, const WorkspaceEdit& edit, const ClientCapabilities& client,
                          text::Language language);
// Of one open note. `unsure` ones are left out where the client cannot ask about them.
void write_workspace_edit(JsonWriter& json, const Snapshot& snapshot,
                          const std::vector<text::TextEdit>& edits, const ClientCapabilities& client,
                          const std::vector<text::TextEdit>& unsure = {});

// The params of workspace/applyEdit.
std::string apply_edit_params(const WorkspaceEdit& edit, std::string_view label,
                              const ClientCapabilities& client, text::Language language);
std::string apply_edit_params(const Snapshot& snapshot, std::string_view label,
                              const std::vector<text::TextEdit>& edits, const ClientCapabilities& client,
                              const std::vector<text::TextEdit>& unsure = {});

}  // namespace paravent::lsp
