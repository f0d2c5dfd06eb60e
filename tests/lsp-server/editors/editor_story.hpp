// Stories told by recorded editors: each says to the server what the real one said (see README.md), and must
// be answered by what it can do.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

#include "core/text/slow_positions.hpp"
#include "lsp-server/capabilities.hpp"
#include "lsp-server/story.hpp"
#include "support/source_dir.hpp"

namespace paravent::lsp::test {

inline constexpr std::array recorded_editors{"emacs-eglot", "emacs-lsp-mode", "kate",
                                             "neovim",      "vim-ale",        "vscode"};

inline fs::path editors_folder() {
  return fs::path(PARAVENT_SOURCE_DIR) / "tests/lsp-server/editors";
}

class EditorStory : public StoryHome, public testing::WithParamInterface<std::tuple<const char*, bool>> {
 protected:
  EditorStory() : StoryHome(std::get<1>(GetParam())) {
    recording_ = json::parse(contents(editors_folder() / (std::string(std::get<0>(GetParam())) + ".json")));
  }

  // What the editor declares: `true`, or an object that says more.
  bool can(const char* pointer) const {
    const json::json_pointer path(pointer);
    const json& capabilities = recording_["initialize"]["capabilities"];
    if (!capabilities.contains(path)) return false;
    const json& value = capabilities[path];
    return value.is_object() || value == true;
  }
  std::vector<std::string> listed(const char* pointer) const {
    return recording_["initialize"]["capabilities"].value(json::json_pointer(pointer),
                                                          std::vector<std::string>());
  }
  bool lists(const char* pointer, const char* value) const {
    const auto values = listed(pointer);
    return std::find(values.begin(), values.end(), value) != values.end();
  }
  bool resolves() const {
    return can("/textDocument/codeAction/dataSupport") &&
           lists("/textDocument/codeAction/resolveSupport/properties", "edit");
  }

  // The recorded params, about the folder of this story.
  json params() const {
    json out = recording_["initialize"];
    const std::string folder = uri_of_path(folder_ / "notes");
    out["rootUri"] = folder;
    out["rootPath"] = (folder_ / "notes").string();
    if (out.contains("workspaceFolders")) out["workspaceFolders"][0]["uri"] = folder;
    out["locale"] = "fr";
    return out;
  }
  // The capabilities of the server.
  json start() {
    json answer = client().start(params());
    encoding_ = answer["capabilities"]["positionEncoding"];
    return answer["capabilities"];
  }
  void open(const std::string& text) {
    text_ = text;
    client().open(uri(), text_);
  }

  // Where some words stand for this client.
  json place_of(const std::string& words) const {
    const std::size_t begin = text_.find(words);
    return {{"start", position(begin)}, {"end", position(begin + words.size())}};
  }
  json position(std::size_t offset) const {
    for (const text::SlowPlace& place : text::slow_places(text_)) {
      if (place.at == offset) return position(place);
    }
    ADD_FAILURE() << "no character begins at " << offset;
    return nullptr;
  }
  // The text after some edits, as this client applies them.
  std::string edited(json edits) const {
    std::string out = text_;
    std::sort(edits.begin(), edits.end(), [this](const json& a, const json& b) {
      return offset(a["range"]["start"]) > offset(b["range"]["start"]);
    });
    for (const json& one : edits) {
      const std::size_t begin = offset(one["range"]["start"]);
      out.replace(begin, offset(one["range"]["end"]) - begin, one["newText"].get<std::string>());
    }
    return out;
  }
  // The edits of a WorkspaceEdit, which must have the form that this client takes.
  json edits_taken(const json& workspace_edit) const {
    const bool versioned = can("/workspace/workspaceEdit/documentChanges");
    EXPECT_EQ(workspace_edit.contains("documentChanges"), versioned);
    EXPECT_EQ(workspace_edit.contains("changes"), !versioned);
    if (!versioned) return workspace_edit["changes"][uri()];
    EXPECT_EQ(workspace_edit["documentChanges"][0]["textDocument"]["uri"], uri());
    return workspace_edit["documentChanges"][0]["edits"];
  }

  json recording_;
  std::string encoding_;
  std::string text_;

 private:
  json position(const text::SlowPlace& place) const {
    return {{"line", place.line}, {"character", place.column(*encoding_of(encoding_))}};
  }
  std::size_t offset(const json& wanted) const {
    for (const text::SlowPlace& place : text::slow_places(text_)) {
      if (position(place) == wanted) return place.at;
    }
    ADD_FAILURE() << "no such position: " << wanted;
    return 0;
  }
};

inline std::string editor_name(const testing::TestParamInfo<std::tuple<const char*, bool>>& info) {
  std::string name = std::get<0>(info.param);
  std::erase(name, '-');
  return name + (std::get<1>(info.param) ? "Threaded" : "SingleThreaded");
}

#define PARAVENT_EDITORS(fixture)                                                                    \
  INSTANTIATE_TEST_SUITE_P(                                                                          \
      Editors, fixture,                                                                              \
      testing::Combine(testing::ValuesIn(::paravent::lsp::test::recorded_editors), testing::Bool()), \
      ::paravent::lsp::test::editor_name)

}  // namespace paravent::lsp::test
