// What every story about the server starts from: a folder of notes, a user without settings, a client. Each
// story runs with threads and without.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "lsp-server/lsp_client.hpp"
#include "lsp-server/uri.hpp"

namespace paravent::lsp::test {

namespace fs = std::filesystem;

inline std::string contents(const fs::path& path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

inline void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

inline json edit(int line, int from, int to, const std::string& text) {
  return {{"range",
           {{"start", {{"line", line}, {"character", from}}}, {"end", {{"line", line}, {"character", to}}}}},
          {"text", text}};
}

inline json pull_capability() {
  return {{"textDocument", {{"diagnostic", json::object()}}}};
}
inline json modern_capabilities() {
  return {
      {"workspace", {{"applyEdit", true}, {"workspaceEdit", {{"documentChanges", true}}}}},
      {"textDocument",
       {{"hover", {{"contentFormat", {"markdown", "plaintext"}}}},
        {"codeAction", {{"codeActionLiteralSupport", {{"codeActionKind", {{"valueSet", {"quickfix"}}}}}}}}}}};
}

class StoryHome : public testing::Test {
 protected:
  explicit StoryHome(bool threads) {
    std::string pattern = (fs::temp_directory_path() / "paravent-story-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    ::setenv("XDG_CONFIG_HOME", (folder_ / "config").c_str(), 1);
    fs::create_directories(folder_ / "notes");
    options_.threads = threads;
    options_.caret_delay = std::chrono::milliseconds(0);  // stories about typing set it
  }
  ~StoryHome() override {
    client_.reset();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  LspClient& client() {
    if (client_ == nullptr) client_ = std::make_unique<LspClient>(options_);
    return *client_;
  }
  fs::path note(const std::string& name = "note.md") const { return folder_ / "notes" / name; }
  std::string uri(const std::string& name = "note.md") const { return uri_of_path(note(name)); }
  void user_policy(const std::string& toml) const { write(folder_ / "config/paravent/paravent.toml", toml); }

  fs::path folder_;
  Options options_;
  std::unique_ptr<LspClient> client_;
};

class Story : public StoryHome, public testing::WithParamInterface<bool> {
 protected:
  Story() : StoryHome(GetParam()) {}
};

inline std::string mode_name(const testing::TestParamInfo<bool>& mode) {
  return mode.param ? "Threaded" : "SingleThreaded";
}

#define PARAVENT_STORIES(fixture) \
  INSTANTIATE_TEST_SUITE_P(Modes, fixture, testing::Bool(), ::paravent::lsp::test::mode_name)

}  // namespace paravent::lsp::test
