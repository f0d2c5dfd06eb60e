// What each recorded editor sends when it saves, by hand and by itself: no reason and no silence about it may
// weaken what the save mode promises.
#include "lsp-server/editors/editor_story.hpp"

namespace paravent::lsp::test {
namespace {

constexpr const char* client_note =
    "Première séance avec Maëlle Kervadec.\nLui écrire : kervadec@exemple.fr.\n";

class EditorSaves : public EditorStory {
 protected:
  // One save as it was recorded.
  void replay(const json& messages) {
    for (const json& message : messages) {
      const std::string method = message["method"];
      json params = {{"textDocument", {{"uri", uri()}}}};
      if (message.contains("reason")) params["reason"] = message["reason"];
      if (method == "willSaveWaitUntil") {
        EXPECT_EQ(client().result("textDocument/" + method, params), json::array()) << "needs the vault";
      } else {
        client().notify("textDocument/" + method, params);
      }
    }
    client().sync();
  }
  std::string twin() const {
    for (const auto& file : fs::directory_iterator(folder_ / "notes")) {
      if (file.path().filename().string().rfind("partage-", 0) == 0) return contents(file.path());
    }
    return {};
  }
  void begin(const std::string& policy) {
    user_policy(policy);
    write(note(), client_note);
    start();
    open(client_note);
  }
};
PARAVENT_EDITORS(EditorSaves);

TEST_P(EditorSaves, EverySaveWritesTheTwinWhole) {
  begin("[save]\nmode = \"twin\"\n");
  int version = 1;
  for (const json& messages : recording_["saves"]) {
    const std::string line = "Ligne " + std::to_string(++version) + ".\n";
    client().change(uri(), version, json::array({edit(0, 0, 0, line)}));
    replay(messages);
    EXPECT_THAT(twin(), testing::HasSubstr(line)) << messages;
    EXPECT_THAT(twin(), testing::Not(testing::HasSubstr("ervadec"))) << messages;
  }
  EXPECT_THAT(client().shown(1), testing::IsEmpty());
}

TEST_P(EditorSaves, TheWordBeingTypedIsMaskedInTheTwinOfEverySave) {
  options_.caret_delay = std::chrono::hours(1);
  begin("[save]\nmode = \"twin\"\n");
  int version = 1;
  for (const json& messages : recording_["saves"]) {
    // The last letter of the address: the caret stands at its end, and nothing else was typed since.
    const std::size_t at = text_.find("r.\n", text_.find("exemple"));
    const json last = {{"start", position(at)}, {"end", position(at + 1)}};
    client().change(uri(), ++version, json::array({{{"range", last}, {"text", "r"}}}));
    const bool hides = !can("/textDocument/diagnostic") || can("/workspace/diagnostics/refreshSupport");
    EXPECT_EQ(client().diagnostics(uri()).size(), hides ? 1U : 2U);
    replay(messages);
    EXPECT_THAT(twin(), testing::Not(testing::HasSubstr("ervadec"))) << messages;
  }
}

TEST_P(EditorSaves, EverySaveIsCheckedInStrictMode) {
  begin("[save]\nmode = \"strict\"\n");
  std::size_t saves = 0;
  for (const json& messages : recording_["saves"]) {
    replay(messages);
    EXPECT_EQ(client().shown(1).size(), ++saves) << "names lie on disk: " << messages;
  }
  EXPECT_EQ(contents(note()), client_note);
}

TEST_P(EditorSaves, WhatASaveCanAskForIsOfferedInTheWayThatIsTaken) {
  user_policy("[save]\nmode = \"strict\"\n");
  const json sync = start()["textDocumentSync"];
  open(client_note);
  client().sync();
  bool registered = false;
  for (const json& request : client().requests("client/registerCapability")) {
    for (const json& one : request["registrations"]) {
      registered |= one["method"] == "textDocument/willSaveWaitUntil";
    }
  }
  const bool waits = can("/textDocument/synchronization/willSaveWaitUntil");
  const bool registers = can("/textDocument/synchronization/dynamicRegistration");
  EXPECT_EQ(sync.contains("willSaveWaitUntil"), waits && !registers);
  EXPECT_EQ(registered, waits && registers);
  EXPECT_FALSE(sync.contains("willSave")) << "nothing is done with it";
}

TEST_P(EditorSaves, NothingOfThisIsOfferedWhereSavesChangeNothing) {
  const json capabilities = start();
  open(client_note);
  client().sync();
  EXPECT_FALSE(capabilities["textDocumentSync"].contains("willSaveWaitUntil"));
  EXPECT_FALSE(capabilities.contains("documentFormattingProvider"));
  for (const json& request : client().requests("client/registerCapability")) {
    EXPECT_THAT(request.dump(), testing::Not(testing::HasSubstr("textDocument/")));
  }
}

}  // namespace
}  // namespace paravent::lsp::test
