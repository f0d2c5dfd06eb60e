#include "lsp-server/features/workspace_edit.hpp"

namespace paravent::lsp {
void write_text_edits(JsonWriter& json, const Snapshot& snapshot, const std::vector<text::TextEdit>& edits) {
  json.begin_array();
  for (const text::TextEdit& edit : edits) {
    json.begin_object().key("range");
    write_range(json, snapshot, edit.range);
    json.key("newText").string(edit.replacement).end_object();
  }
  json.end_array();
}

void write_workspace_edit(JsonWriter& json, const Snapshot& snapshot,
                          const std::vector<text::TextEdit>& edits, bool document_changes) {
  json.begin_object();
  if (document_changes) {
    json.key("documentChanges").begin_array().begin_object().key("textDocument").begin_object();
    json.key("uri").string(snapshot.uri).key("version").integer(snapshot.version()).end_object();
    json.key("edits");
    write_text_edits(json, snapshot, edits);
    json.end_object().end_array();
  } else {
    json.key("changes").begin_object().key(snapshot.uri);
    write_text_edits(json, snapshot, edits);
    json.end_object();
  }
  json.end_object();
}

std::string apply_edit_params(const Snapshot& snapshot, std::string_view label,
                              const std::vector<text::TextEdit>& edits, bool document_changes) {
  JsonWriter json;
  json.begin_object().key("label").string(label).key("edit");
  write_workspace_edit(json, snapshot, edits, document_changes);
  json.end_object();
  return json.take();
}

}  // namespace paravent::lsp
