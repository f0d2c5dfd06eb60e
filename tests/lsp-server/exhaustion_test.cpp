// What gives out: memory in the middle of work, and the threads of documents that are closed.
#include <thread>

#include "lsp-server/failing_memory.hpp"
#include "lsp-server/story.hpp"

namespace paravent::lsp::test {
namespace {

constexpr std::size_t a_megabyte = 1U << 20U;
constexpr const char* mail = "kervadec@exemple.fr\n";

std::string two_megabytes() {
  std::string out;
  while (out.size() < 2 * a_megabyte) out += "Une phrase qui ne parle de personne.\n\n";
  return out;
}

json whole(const std::string& text) {
  return json::array({{{"text", text}}});
}

class Exhaustion : public Story {
 protected:
  // Opens a note and waits until its text is taken in; what is in it has not been looked for then.
  void open_unread(const std::string& name, const std::string& text) {
    client().open(uri(name), text);
    client().result("paravent/mayWrite", {{"textDocument", {{"uri", uri(name)}}}});
  }
};
PARAVENT_STORIES(Exhaustion);

TEST_P(Exhaustion, ARequestWithoutMemoryGetsAnErrorAndItsNoteIsLost) {
  client().initialize(pull_capability());
  client().open(uri("other.md"), mail);
  open_unread("large.md", two_megabytes());
  int id = 0;
  {
    const NoMemoryFor much(a_megabyte);
    id = client().ask("textDocument/hover", LspClient::at(uri("large.md"), 0, 0));
    EXPECT_EQ(client().answer(id)["error"]["code"], -32603);
  }
  ASSERT_EQ(client().shown(1).size(), 1U);
  EXPECT_THAT(client().shown(1)[0], testing::HasSubstr("mémoire"));
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri("large.md"), 0, 0)), -32801);
  const json items = client().diagnostics(uri("large.md"));
  ASSERT_EQ(items.size(), 1U) << "nothing is said of a text that was not read, but that";
  EXPECT_THAT(items[0]["message"].get<std::string>(), testing::HasSubstr("vérifiée"));
  EXPECT_EQ(client().responses(id), 1U);
  EXPECT_EQ(client().diagnostics(uri("other.md")).size(), 1U) << "other notes are as they were";
}

TEST_P(Exhaustion, ANoteThatWasLostComesBackWithItsWholeText) {
  client().initialize(pull_capability());
  open_unread("large.md", two_megabytes());
  {
    const NoMemoryFor much(a_megabyte);
    client().call("textDocument/hover", LspClient::at(uri("large.md"), 0, 0));
  }
  client().change(uri("large.md"), 2, json::array({edit(0, 0, 0, "x")}));
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri("large.md"), 0, 0)), -32801);
  client().change(uri("large.md"), 3, whole(mail));
  const json items = client().diagnostics(uri("large.md"));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]["code"], "EMAIL");
}

TEST_P(Exhaustion, AClientThatIsPushedToSeesThatTheNoteIsLost) {
  client().initialize();
  client().open(uri(), mail);
  EXPECT_EQ(client().diagnostics(uri()).size(), 1U);
  const std::string body =
      json{{"jsonrpc", "2.0"},
           {"method", "textDocument/didChange"},
           {"params",
            {{"textDocument", {{"uri", uri()}, {"version", 2}}},
             {"contentChanges", json::array({edit(0, 0, 0, std::string(600'000, 'a'))})}}}}
          .dump();
  {
    // Room for the message, and none for the text that it makes.
    const NoMemoryFor much(a_megabyte);
    for (int i = 0; i < 4; ++i) client().send_raw(body);
    client().call("textDocument/hover", LspClient::at(uri(), 0, 0));
  }
  const json items = client().diagnostics(uri());
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]["severity"], 1);
  EXPECT_FALSE(items[0].contains("code")) << items;
}

TEST_P(Exhaustion, AMessageWithoutMemoryLosesAllNotesAndTheServerGoesOn) {
  client().initialize();
  client().open(uri(), mail);
  client().sync();
  std::string body = json{{"jsonrpc", "2.0"}, {"method", "x"}, {"params", {{"a", two_megabytes()}}}}.dump();
  {
    const NoMemoryFor much(a_megabyte);
    client().send_raw(std::move(body));
    EXPECT_EQ(client().answer(nullptr)["error"]["code"], -32700);
  }
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 0)), -32801);
  client().change(uri(), 2, whole(mail));
  EXPECT_EQ(client().diagnostics(uri()).size(), 1U);
}

TEST_P(Exhaustion, ASaveWithoutMemoryLeavesTheOldTwinAndSaysSo) {
  user_policy("[save]\nmode = \"twin\"\n");
  client().initialize(pull_capability());
  write(note(), mail);
  open_unread("note.md", mail);
  client().save(uri());
  client().sync();
  fs::path twin;
  for (const auto& file : fs::directory_iterator(folder_ / "notes")) {
    if (file.path().filename().string().starts_with("partage-")) twin = file.path();
  }
  ASSERT_FALSE(twin.empty());
  const std::string before = contents(twin);
  client().change(uri(), 2, whole(two_megabytes()));
  client().result("paravent/mayWrite", {{"textDocument", {{"uri", uri()}}}});
  {
    const NoMemoryFor much(a_megabyte);
    client().save(uri());
    client().result("paravent/mayWrite", {{"textDocument", {{"uri", uri()}}}});
  }
  EXPECT_EQ(client().shown(1).size(), 1U);
  EXPECT_EQ(contents(twin), before);
}

std::size_t threads_of_this_process() {
  const fs::directory_iterator tasks("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

TEST_P(Exhaustion, TheThreadOfAClosedNoteEndsWithoutAnotherMessage) {
  client().initialize();
  client().sync();
  const std::size_t before = threads_of_this_process();
  for (int i = 0; i < 8; ++i) client().open(uri(std::to_string(i) + ".md"), mail);
  client().sync();
  EXPECT_EQ(threads_of_this_process(), before + (GetParam() ? 8U : 0U));
  for (int i = 0; i < 8; ++i) client().close(uri(std::to_string(i) + ".md"));
  const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (threads_of_this_process() > before && std::chrono::steady_clock::now() < limit) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  EXPECT_EQ(threads_of_this_process(), before);
}

TEST_P(Exhaustion, ANoteThatIsClosedAndOpenedAgainLosesNoRequest) {
  client().initialize();
  std::vector<int> ids;
  for (int i = 0; i < 200; ++i) {
    client().open(uri(), mail);
    ids.push_back(client().ask("textDocument/hover", LspClient::at(uri(), 0, 3)));
    client().close(uri());
  }
  for (const int id : ids) EXPECT_TRUE(client().answer(id).contains("result"));
  client().end();
  for (const int id : ids) EXPECT_EQ(client().responses(id), 1U);
  EXPECT_EQ(client().last_push(uri())["diagnostics"], json::array());
}

}  // namespace
}  // namespace paravent::lsp::test
