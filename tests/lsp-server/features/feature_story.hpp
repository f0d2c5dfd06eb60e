// What stories about single features share: notes with people in them, and the questions of an editor.
#pragma once

#include "lsp-server/story.hpp"

namespace paravent::lsp::test {

inline constexpr const char* mail = "kervadec@exemple.fr";
inline constexpr const char* two_mentions =
    "Première séance avec Maëlle Kervadec, elle a parlé de son équipe.\n\nMaëlle Kervadec veut changer de "
    "poste.\n";

class FeatureStory : public Story {
 protected:
  json code_actions(int line, int from, int to, json only = nullptr) {
    json context = {{"diagnostics", json::array()}};
    if (!only.is_null()) context["only"] = std::move(only);
    return client().result("textDocument/codeAction", {{"textDocument", {{"uri", uri()}}},
                                                       {"range", edit(line, from, to, "")["range"]},
                                                       {"context", std::move(context)}});
  }
  json document() const { return {{"textDocument", {{"uri", uri()}}}}; }
  json place(int line, int character) const { return LspClient::at(uri(), line, character); }
  json command(const std::string& name, json argument) {
    return client().call("workspace/executeCommand",
                         {{"command", name}, {"arguments", json::array({std::move(argument)})}});
  }

  static std::vector<std::string> kinds(const json& actions) {
    std::vector<std::string> out;
    for (const json& action : actions) out.push_back(action.value("kind", "command"));
    return out;
  }
  static std::vector<std::string> titles(const json& actions) {
    std::vector<std::string> out;
    for (const json& action : actions) out.push_back(action["title"].get<std::string>());
    return out;
  }
  // The edits of a WorkspaceEdit that is about one note.
  static json edits_of(const json& workspace_edit) {
    if (workspace_edit.contains("documentChanges")) return workspace_edit["documentChanges"][0]["edits"];
    return workspace_edit["changes"].begin().value();
  }
  // "3:22-37" for every range, in order.
  static std::vector<std::string> spans(const json& items) {
    std::vector<std::string> out;
    for (const json& item : items) {
      const json& range = item["range"];
      out.push_back(range["start"]["line"].dump() + ":" + range["start"]["character"].dump() + "-" +
                    range["end"]["character"].dump());
    }
    return out;
  }
};

inline json capabilities_with(const json& text_document, const json& workspace = json::object()) {
  json out = modern_capabilities();
  out["textDocument"].merge_patch(text_document);
  out["workspace"].merge_patch(workspace);
  return out;
}
inline json resolving_capabilities() {
  return capabilities_with(
      {{"codeAction", {{"dataSupport", true}, {"resolveSupport", {{"properties", {"edit"}}}}}}});
}

}  // namespace paravent::lsp::test
