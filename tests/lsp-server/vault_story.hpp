// A story with a vault of its own, whose recovery key has been shown unless the story is about that.
#pragma once

#include <algorithm>

#include "lsp-server/story.hpp"
#include "lsp-vault/user_vault.hpp"
#include "store/vault.hpp"

namespace paravent::lsp::test {

inline json editing_capabilities() {
  json out = modern_capabilities();
  out["textDocument"]["synchronization"]["willSaveWaitUntil"] = true;
  out["textDocument"]["formatting"] = json::object();
  out["textDocument"]["inlayHint"] = json::object();
  return out;
}

// A text after LSP edits; columns are ASCII or UTF-8 bytes, which the client asks for.
inline std::string edited(const std::string& text, json edits) {
  const auto offset = [&](const json& position) {
    std::size_t at = 0;
    for (int line = position["line"]; line > 0; --line) at = text.find('\n', at) + 1;
    return at + position["character"].get<std::size_t>();
  };
  std::string out = text;
  std::sort(edits.begin(), edits.end(), [&](const json& a, const json& b) {
    return offset(a["range"]["start"]) > offset(b["range"]["start"]);
  });
  for (const json& one : edits) {
    const std::size_t begin = offset(one["range"]["start"]);
    out.replace(begin, offset(one["range"]["end"]) - begin, one["newText"].get<std::string>());
  }
  return out;
}

class VaultStory : public Story {
 protected:
  VaultStory() {
    ::setenv("XDG_DATA_HOME", (folder_ / "data").c_str(), 1);
    options_.aliases = std::make_shared<lsp_vault::UserVault>();
    options_.encoding = text::PositionEncoding::Utf8;
    options_.save_deadline = std::chrono::seconds(30);  // a busy machine is not what these are about
  }
  ~VaultStory() override { ::unsetenv("XDG_DATA_HOME"); }

  static void make_vault(bool shown = true) {
    store::Creation creation;
    creation.source = store::KeySource::KeyFile;
    auto made = store::Vault::open_or_create(*store::user_places(), {}, creation);
    ASSERT_TRUE(made) << made.failure().en;
    if (!shown) return;
    ASSERT_TRUE(made->vault.recovery_key_was_shown());
  }
  void in_place() const { user_policy("[save]\nmode = \"in-place\"\n"); }

  void open(const std::string& name, const std::string& text) {
    write(note(name), text);
    client().open(uri(name), text);
    client().diagnostics(uri(name));
  }
  json document(const std::string& name) const { return {{"uri", uri(name)}}; }
  json will_save(const std::string& name, int reason = 1) {
    return client().result("textDocument/willSaveWaitUntil",
                           {{"textDocument", document(name)}, {"reason", reason}});
  }
  // What an editor does when it saves; the text that then lies on disk.
  std::string save(const std::string& name, const std::string& text, int version = 2) {
    const std::string after = edited(text, will_save(name));
    if (after != text) client().change(uri(name), version, json::array({{{"text", after}}}));
    write(note(name), after);
    client().save(uri(name));
    client().sync();
    return after;
  }
  json command(const std::string& name, json argument) {
    return client().call("workspace/executeCommand",
                         {{"command", name}, {"arguments", json::array({std::move(argument)})}});
  }
  // The text after the last edit that the server asked for.
  std::string applied(const std::string& text) {
    const auto edits = client().requests("workspace/applyEdit");
    if (edits.empty()) return text;
    return edited(text, edits.back()["edit"]["documentChanges"][0]["edits"]);
  }
};

}  // namespace paravent::lsp::test
