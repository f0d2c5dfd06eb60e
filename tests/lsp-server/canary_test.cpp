// No text of a note, no path and no message body in the log of a session in which everything goes wrong.
#include "lsp-server/log.hpp"

#include "lsp-server/story.hpp"

namespace paravent::lsp::test {
namespace {

class Canary : public Story {};
PARAVENT_STORIES(Canary);

TEST_P(Canary, TheLogOfASessionHoldsNothingOfANote) {
  const fs::path log = folder_ / "session.log";
  auto opened = log_to_file(log);
  ASSERT_TRUE(opened);
  options_.log = *opened;
  user_policy("[save]\nmode = \"twin\"\n");
  client().initialize(modern_capabilities());
  const std::string note_uri = uri("Zorglubine.md");
  client().open(note_uri, "Séance avec Zorglubine Canarivic, zorglubine@exemple.fr, 06 12 34 56 78.\n");
  client().change(note_uri, 2, json::array({edit(0, 0, 0, "Canarivic ")}));
  client().save(note_uri);
  client().call("textDocument/hover", LspClient::at(note_uri, 0, 30));
  client().call("textDocument/Zorglubine", {{"Canarivic", "Zorglubine"}});
  client().notify("Canarivic/Zorglubine", json::object());
  client().call("textDocument/hover", {{"Zorglubine", 1}});
  client().send_raw("{\"Zorglubine\": Canarivic");
  client().change(note_uri, 3, json::array({edit(70, 0, 0, "Canarivic")}));
  client().save(note_uri);
  client().sync();
  client().shut_down();
  const std::string written = contents(log);
  EXPECT_THAT(written, testing::HasSubstr("textDocument/didSave")) << "the log is at work";
  EXPECT_THAT(written, testing::HasSubstr("document="));
  for (const char* word : {"Zorglubine", "zorglubine", "Canarivic", "exemple", "06 12", "notes/", "file:"}) {
    EXPECT_THAT(written, testing::Not(testing::HasSubstr(word)));
  }
}

TEST_P(Canary, AServerWithoutALogWritesNothing) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  client().initialize();
  client().open(uri(), "Séance avec Zorglubine Canarivic.\n");
  client().sync();
  client().shut_down();
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Log, AFileThatCannotBeOpenedIsSaid) {
  const auto log = log_to_file("/dev/null/no-such-folder/session.log");
  ASSERT_FALSE(log);
  EXPECT_FALSE(log.failure().fr.empty());
}

}  // namespace
}  // namespace paravent::lsp::test
