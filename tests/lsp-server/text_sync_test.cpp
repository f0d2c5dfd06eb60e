// The draft is the client's text, or the server says that it is not.
#include "lsp-server/story.hpp"

namespace paravent::lsp::test {
namespace {

constexpr const char* mail = "kervadec@exemple.fr";

class TextSync : public Story {
 protected:
  // The one diagnostic that this text must have, as [line, first column, end column].
  void expect_mail_at(int line, int from, int to) {
    const json found = client().diagnostics(uri());
    ASSERT_EQ(found.size(), 1U) << found;
    const json& range = found[0]["range"];
    EXPECT_EQ(range["start"]["line"], line);
    EXPECT_EQ(range["start"]["character"], from);
    EXPECT_EQ(range["end"]["character"], to);
  }
};
PARAVENT_STORIES(TextSync);

TEST_P(TextSync, FollowsTypingLetterByLetter) {
  client().initialize();
  client().open(uri(), "Écrire à \n");
  int version = 1;
  int column = 9;
  for (const char c : std::string(mail)) {
    client().change(uri(), ++version, json::array({edit(0, column, column, std::string(1, c))}));
    ++column;
  }
  expect_mail_at(0, 9, 28);
  EXPECT_EQ(client().last_push(uri())["version"], version);
}

TEST_P(TextSync, AppliesTheChangesOfOneMessageInOrder) {
  client().initialize();
  client().open(uri(), "ab\n");
  client().change(uri(), 2, json::array({edit(0, 0, 2, ""), edit(0, 0, 0, mail), edit(0, 0, 0, "à ")}));
  expect_mail_at(0, 2, 21);
}

TEST_P(TextSync, TakesAWholeTextToo) {
  client().initialize();
  client().open(uri(), "ab\n");
  client().change(uri(), 2, json::array({{{"text", std::string("\n\n  ") + mail}}}));
  expect_mail_at(2, 2, 21);
}

TEST_P(TextSync, CountsColumnsAsTheClientDoes) {
  struct Case {
    const char* encoding;
    int before;  // columns of "é😀 👩‍💻 "
  };
  // é: 2 bytes; 😀: 4 bytes, 2 units; 👩‍💻: woman, joiner, laptop: 4 + 3 + 4 bytes, 5 units, 3 code
  // points.
  for (const Case& c : {Case{"utf-8", 2 + 4 + 1 + 11 + 1}, Case{"utf-16", 1 + 2 + 1 + 5 + 1},
                        Case{"utf-32", 1 + 1 + 1 + 3 + 1}}) {
    client_.reset();
    client().initialize({{"general", {{"positionEncodings", json::array({c.encoding})}}}});
    client().open(uri(), "é😀 👩‍💻 x\r\n");
    client().change(uri(), 2, json::array({edit(0, c.before, c.before + 1, mail)}));
    expect_mail_at(0, c.before, c.before + 19);
    const json hover = client().result("textDocument/hover", LspClient::at(uri(), 0, c.before + 3));
    EXPECT_EQ(hover["range"]["start"]["character"], c.before) << c.encoding;
  }
}

TEST_P(TextSync, AnEditThatDoesNotApplyLosesTheDraftAndTheUserIsToldOnce) {
  client().initialize();
  client().open(uri(), std::string(mail) + "\n");
  client().change(uri(), 2, json::array({edit(0, 3, 0, "x")}));
  client().change(uri(), 3, json::array({edit(1, 1, 0, "x")}));
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 3)), -32801);
  EXPECT_EQ(client().shown(1).size(), 1U);
  const json found = client().last_push(uri())["diagnostics"];
  ASSERT_EQ(found.size(), 1U) << "what was found is no longer shown";
  EXPECT_EQ(found[0]["severity"], 1);
}

TEST_P(TextSync, ALostDraftThatIsPulledHasOneErrorAndNothingElse) {
  client().initialize(pull_capability());
  client().open(uri(), std::string(mail) + "\n");
  ASSERT_EQ(client().diagnostics(uri()).size(), 1U);
  client().change(uri(), 2, json::array({edit(0, 3, 0, "x")}));
  const json found = client().diagnostics(uri());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["severity"], 1);
  EXPECT_EQ(client().error_code("textDocument/diagnostic", {{"textDocument", {{"uri", uri("other.md")}}}}),
            -32602);
}

TEST_P(TextSync, ARangeThatEndsBeforeItBeginsLosesTheDraft) {
  client().initialize();
  client().open(uri(), std::string(mail) + "\n");
  client().change(uri(), 2, json::array({edit(0, 5, 2, "x")}));
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 3)), -32801);
}

TEST_P(TextSync, ALostDraftComesBackWithAWholeTextOrByReopening) {
  client().initialize();
  client().open(uri(), "a\n");
  client().change(uri(), 2, json::array({edit(0, 3, 0, "x")}));
  client().change(uri(), 3, json::array({{{"text", mail}}}));
  expect_mail_at(0, 0, 19);
  client().change(uri(), 4, json::array({edit(0, 3, 0, "x")}));
  client().close(uri());
  client().open(uri(), std::string(" ") + mail);
  expect_mail_at(0, 1, 20);
}

TEST_P(TextSync, AChangeThatIsNotUnderstoodLosesTheDraft) {
  client().initialize();
  client().open(uri(), "a\n");
  client().change(uri(), 2, json::array({{{"range", {{"start", 1}}}, {"text", "b"}}}));
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 0)), -32801);
  EXPECT_EQ(client().shown(1).size(), 1U);
}

TEST_P(TextSync, AMessageThatIsLostMayHaveBeenAChangeOfAnyNote) {
  client().initialize();
  client().open(uri("a.md"), "a\n");
  client().open(uri("b.md"), "b\n");
  client().send_malformed();
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri("a.md"), 0, 0)), -32801);
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri("b.md"), 0, 0)), -32801);
  EXPECT_EQ(client().shown(1).size(), 1U) << "said once for all notes";
}

TEST_P(TextSync, HalfAnEmojiIsNotReadAsSomethingElse) {
  client().initialize();
  client().open(uri(), "a\n");
  client().send_raw(
      R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":")" + uri() +
      R"(","version":2},"contentChanges":[{"text":"\ud83d"}]}})");
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 0)), -32801);
}

TEST_P(TextSync, ANoteThatIsTooLargeIsSaidNotToBeChecked) {
  client().initialize();
  client().open(uri(), std::string((16U << 20U) + 1, 'a'));
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 0)), -32803);
  EXPECT_EQ(client().shown(1).size(), 1U);
  client().change(uri(), 2, json::array({{{"text", mail}}}));
  expect_mail_at(0, 0, 19);
}

TEST_P(TextSync, AClosedNoteIsNoLongerKnownAndItsDiagnosticsGo) {
  client().initialize();
  client().open(uri(), mail);
  ASSERT_EQ(client().diagnostics(uri()).size(), 1U);
  client().close(uri());
  EXPECT_EQ(client().error_code("textDocument/hover", LspClient::at(uri(), 0, 0)), -32602);
  client().shut_down();
  EXPECT_EQ(client().last_push(uri())["diagnostics"].size(), 0U);
}

TEST_P(TextSync, ANoteClosedAndReopenedAtOnceKeepsItsDiagnostics) {
  client().initialize();
  for (int i = 0; i < 20; ++i) {
    client().open(uri(), mail);
    client().close(uri());
  }
  client().open(uri(), mail);
  EXPECT_EQ(client().diagnostics(uri()).size(), 1U);
}

TEST_P(TextSync, ChangesOfANoteThatIsNotOpenAreNothing) {
  client().initialize();
  client().change(uri(), 2, json::array({edit(0, 0, 0, "x")}));
  client().save(uri());
  client().close(uri());
  client().sync();
  EXPECT_TRUE(client().shown(1).empty());
}

TEST_P(TextSync, ManyNotesAtOnceAreKeptApart) {
  client().initialize();
  for (int i = 0; i < 12; ++i)
    client().open(uri(std::to_string(i) + ".md"), std::string(static_cast<std::size_t>(i), ' '));
  for (int i = 0; i < 12; ++i) {
    client().change(uri(std::to_string(i) + ".md"), 2, json::array({edit(0, i, i, mail)}));
  }
  for (int i = 0; i < 12; ++i) {
    const json found = client().diagnostics(uri(std::to_string(i) + ".md"));
    ASSERT_EQ(found.size(), 1U) << i;
    EXPECT_EQ(found[0]["range"]["start"]["character"], i);
  }
}

}  // namespace
}  // namespace paravent::lsp::test
