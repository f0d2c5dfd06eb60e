#include "lsp-server/features/workspace_edit.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "lsp-server/words.hpp"

namespace paravent::lsp {
namespace {

void write_edits(JsonWriter& json, const std::vector<PlacedEdit>& edits) {
  json.begin_array();
  for (const PlacedEdit& edit : edits) {
    json.begin_object().key("range");
    write_range(json, edit.range);
    json.key("newText").string(edit.replacement);
    if (edit.annotation != nullptr) json.key("annotationId").string(edit.annotation->id);
    json.end_object();
  }
  json.end_array();
}

void write_document_changes(JsonWriter& json, const WorkspaceEdit& edit) {
  json.key("documentChanges").begin_array();
  for (const EditedNote& note : edit.notes) {
    json.begin_object().key("textDocument").begin_object().key("uri").string(note.uri).key("version");
    if (note.version) {
      json.integer(*note.version);
    } else {
      json.null();
    }
    json.end_object().key("edits");
    write_edits(json, note.edits);
    json.end_object();
  }
  if (edit.rename) {
    json.begin_object().key("kind").string("rename").key("oldUri").string(edit.rename->from);
    json.key("newUri").string(edit.rename->to).key("options").begin_object();
    json.key("overwrite").boolean(false).key("ignoreIfExists").boolean(false).end_object().end_object();
  }
  json.end_array();
}

void write_annotations(JsonWriter& json, const WorkspaceEdit& edit, text::Language language) {
  std::map<std::string_view, const Annotation*> used;
  for (const EditedNote& note : edit.notes) {
    for (const PlacedEdit& one : note.edits) {
      if (one.annotation != nullptr) used.emplace(one.annotation->id, one.annotation);
    }
  }
  if (used.empty()) return;
  json.key("changeAnnotations").begin_object();
  for (const auto& [id, annotation] : used) {
    json.key(id).begin_object().key("label").string(annotation->label.in(language));
    json.key("needsConfirmation").boolean(true);
    json.key("description").string(annotation->description.in(language)).end_object();
  }
  json.end_object();
}

constexpr Annotation unsure_finding{"paravent.unsure", words::unsure_finding, words::unsure_finding_why};

WorkspaceEdit edit_of(const Snapshot& snapshot, const std::vector<text::TextEdit>& edits,
                      const std::vector<text::TextEdit>& unsure, const ClientCapabilities& client) {
  const auto placed = [&](const std::vector<text::TextEdit>& some) {
    return edited_note(std::string(snapshot.uri), snapshot.version(), snapshot.document, some,
                       snapshot.encoding);
  };
  EditedNote note = placed(edits);
  if (client.change_annotations) {
    for (PlacedEdit& edit : placed(unsure).edits) {
      edit.annotation = &unsure_finding;
      note.edits.push_back(std::move(edit));
    }
    std::sort(note.edits.begin(), note.edits.end(), comes_before);
  }
  return {{std::move(note)}, std::nullopt};
}

}  // namespace

void write_text_edits(JsonWriter& json, const Snapshot& snapshot, const std::vector<text::TextEdit>& edits) {
  const EditedNote note =
      edited_note(std::string(snapshot.uri), snapshot.version(), snapshot.document, edits, snapshot.encoding);
  write_edits(json, note.edits);
}

bool comes_before(const PlacedEdit& a, const PlacedEdit& b) {
  return std::pair(a.range.begin.line, a.range.begin.column) <
         std::pair(b.range.begin.line, b.range.begin.column);
}

EditedNote edited_note(std::string uri, std::optional<std::int64_t> version, const text::Document& document,
                       const std::vector<text::TextEdit>& edits, text::PositionEncoding encoding) {
  EditedNote out{std::move(uri), version, {}};
  text::LineIndex::Reader reader(document.lines(), document.text(), encoding);
  for (const text::TextEdit& edit : edits) {
    const text::Position begin = reader.position(edit.range.begin);
    out.edits.push_back({{begin, reader.position(edit.range.end)}, edit.replacement, nullptr});
  }
  return out;
}

void write_workspace_edit(JsonWriter& json, const WorkspaceEdit& edit, const ClientCapabilities& client,
                          text::Language language) {
  json.begin_object();
  if (client.document_changes || edit.rename) {
    write_document_changes(json, edit);
  } else {
    json.key("changes").begin_object();
    for (const EditedNote& note : edit.notes) {
      const std::string name = json_string(note.uri);
      json.key(std::string_view(name).substr(1, name.size() - 2));
      write_edits(json, note.edits);
    }
    json.end_object();
  }
  write_annotations(json, edit, language);
  json.end_object();
}

void write_workspace_edit(JsonWriter& json, const Snapshot& snapshot,
                          const std::vector<text::TextEdit>& edits, const ClientCapabilities& client,
                          const std::vector<text::TextEdit>& unsure) {
  write_workspace_edit(json, edit_of(snapshot, edits, unsure, client), client, snapshot.language);
}

std::string apply_edit_params(const WorkspaceEdit& edit, std::string_view label,
                              const ClientCapabilities& client, text::Language language) {
  JsonWriter json;
  json.begin_object().key("label").string(label).key("edit");
  write_workspace_edit(json, edit, client, language);
  json.end_object();
  return json.take();
}

std::string apply_edit_params(const Snapshot& snapshot, std::string_view label,
                              const std::vector<text::TextEdit>& edits, const ClientCapabilities& client,
                              const std::vector<text::TextEdit>& unsure) {
  return apply_edit_params(edit_of(snapshot, edits, unsure, client), label, client, snapshot.language);
}

}  // namespace paravent::lsp
