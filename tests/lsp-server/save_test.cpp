// What a save does: nothing, or a twin that keeps its promise.
#include "lsp-server/story.hpp"
#include "lsp-server/twin.hpp"

namespace paravent::lsp::test {
namespace {

constexpr std::string_view client_note =
    "Première séance avec Maëlle Kervadec.\nLa joindre au 06 12 34 56 78 ou par kervadec@exemple.fr.\n";
constexpr const char* twin_policy = "[save]\nmode = \"twin\"\n";

class Saves : public Story {
 protected:
  // The files beside the notes that a user would share.
  std::vector<fs::path> twins() const {
    std::vector<fs::path> out;
    for (const auto& file : fs::directory_iterator(folder_ / "notes")) {
      if (file.path().filename().string().rfind("partage-", 0) == 0) out.push_back(file.path());
    }
    return out;
  }
  void open_and_save(const std::string& name, std::string_view said) {
    const std::string text(said);
    write(note(name), text);
    client().open(uri(name), text);
    client().save(uri(name));
    client().sync();
  }
  // The diagnostics of a note but for what the server says of its save.
  json found_in(const std::string& name) {
    json out = json::array();
    for (const json& one : client().diagnostics(uri(name))) {
      if (one.value("code", "") != "save") out.push_back(one);
    }
    return out;
  }
};
PARAVENT_STORIES(Saves);

TEST_P(Saves, ASaveChangesNothingUnlessTheUserAskedForIt) {
  client().initialize();
  open_and_save("kervadec.md", client_note);
  EXPECT_TRUE(twins().empty());
  EXPECT_EQ(contents(note("kervadec.md")), client_note);
  EXPECT_FALSE(fs::exists(folder_ / "notes/.paravent"));
}

TEST_P(Saves, WritesATwinThatHoldsNoName) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("Kervadec Maëlle.md", client_note);
  EXPECT_THAT(client().shown(1), testing::IsEmpty());
  ASSERT_EQ(twins().size(), 1U);
  const std::string name = twins()[0].filename().string();
  EXPECT_THAT(name, testing::MatchesRegex("partage-[0-9a-f]+\\.md"));
  const std::string twin = contents(twins()[0]);
  for (const char* word : {"Kervadec", "Maëlle", "kervadec", "06 12 34 56 78"}) {
    EXPECT_THAT(twin, testing::Not(testing::HasSubstr(word)));
    EXPECT_THAT(name, testing::Not(testing::HasSubstr(word)));
  }
  EXPECT_THAT(twin, testing::StartsWith("<!-- paravent:twin "));
  EXPECT_THAT(twin.substr(0, twin.find('\n')), testing::HasSubstr("relire"));
  EXPECT_EQ(contents(note("Kervadec Maëlle.md")), client_note) << "the note itself is never touched";
}

TEST_P(Saves, TheHeaderStandsBehindTheFrontMatter) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("a.md", "---\ntags: [coaching]\n---\n" + std::string(client_note));
  ASSERT_EQ(twins().size(), 1U);
  EXPECT_THAT(contents(twins()[0]), testing::StartsWith("---\ntags: [coaching]\n---\n<!-- paravent:twin "));
}

TEST_P(Saves, TheNextSaveWritesTheSameTwinAgain) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("a.md", client_note);
  ASSERT_EQ(twins().size(), 1U);
  const fs::path twin = twins()[0];
  const std::string before = contents(twin);
  client().change(uri("a.md"), 2, json::array({edit(0, 0, 0, "Compte rendu. ")}));
  client().save(uri("a.md"));
  client().sync();
  ASSERT_EQ(twins().size(), 1U);
  EXPECT_EQ(twins()[0], twin);
  EXPECT_NE(contents(twin), before);
  EXPECT_THAT(contents(twin), testing::HasSubstr("Compte rendu."));
}

TEST_P(Saves, ANameIsTheSameInTheNextSessionAndAnotherInAnotherFolder) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("a.md", client_note);
  ASSERT_EQ(twins().size(), 1U);
  const fs::path twin = twins()[0];
  client_.reset();
  fs::remove(twin);
  client().initialize();
  open_and_save("a.md", client_note);
  EXPECT_EQ(twins(), std::vector<fs::path>{twin});
  fs::remove(twin);
  fs::remove(folder_ / "notes/.paravent");
  client().save(uri("a.md"));
  client().sync();
  ASSERT_EQ(twins().size(), 1U);
  EXPECT_NE(twins()[0], twin) << "the key decides, and it was drawn anew";
}

TEST_P(Saves, TwoNotesSavedAtOnceShareOneKey) {
  user_policy(twin_policy);
  client().initialize();
  for (int i = 0; i < 8; ++i) client().open(uri(std::to_string(i) + ".md"), std::string(client_note));
  for (int i = 0; i < 8; ++i) client().save(uri(std::to_string(i) + ".md"));
  client().sync();
  const auto first = twins();
  EXPECT_EQ(first.size(), 8U);
  for (int i = 0; i < 8; ++i) client().save(uri(std::to_string(i) + ".md"));
  client().sync();
  EXPECT_EQ(twins().size(), 8U);
}

TEST_P(Saves, AFailureLeavesTheOldTwinAndSaysWhatToDo) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("a.md", client_note);
  ASSERT_EQ(twins().size(), 1U);
  const fs::path twin = twins()[0];
  fs::remove(twin);
  write(twin / "inside.txt", "a folder stands in the way");
  client().save(uri("a.md"));
  EXPECT_EQ(client().shown(1).size(), 1U);
  EXPECT_TRUE(fs::is_directory(twin));
  EXPECT_EQ(contents(twin / "inside.txt"), "a folder stands in the way");
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& file : fs::directory_iterator(folder_ / "notes")) ++files;
  EXPECT_EQ(files, 3U) << "the note, the key, the folder: no temporary file stays";
}

TEST_P(Saves, AFileOfTheUserIsNeverTakenForATwin) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("a.md", client_note);
  ASSERT_EQ(twins().size(), 1U);
  write(twins()[0], "Mes propres mots.");
  client().save(uri("a.md"));
  EXPECT_EQ(client().shown(1).size(), 1U);
  EXPECT_EQ(contents(twins()[0]), "Mes propres mots.");
}

TEST_P(Saves, ABrokenKeyFileStopsTheTwin) {
  user_policy(twin_policy);
  write(folder_ / "notes/.paravent", "key = \"too short\"\n");
  client().initialize();
  open_and_save("a.md", client_note);
  EXPECT_TRUE(twins().empty());
  EXPECT_EQ(client().shown(1).size(), 1U);
  EXPECT_EQ(contents(folder_ / "notes/.paravent"), "key = \"too short\"\n");
}

TEST_P(Saves, ALostDraftIsNeverWritten) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("a.md", client_note);
  ASSERT_EQ(twins().size(), 1U);
  const std::string before = contents(twins()[0]);
  client().change(uri("a.md"), 2, json::array({edit(0, 1, 0, "x")}));
  client().save(uri("a.md"));
  client().sync();
  EXPECT_EQ(contents(twins()[0]), before);
  EXPECT_EQ(client().shown(1).size(), 2U) << "that the note is lost, and that the twin is old";
}

TEST_P(Saves, ATwinIsNotTwinnedAgain) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("a.md", client_note);
  ASSERT_EQ(twins().size(), 1U);
  const fs::path twin = twins()[0];
  open_and_save(twin.filename().string(), contents(twin));
  EXPECT_EQ(twins().size(), 1U);
}

TEST_P(Saves, ANoteIntoWhichATwinWasPastedGetsNoTwinAndSaysSo) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("a.md", client_note);
  ASSERT_EQ(twins().size(), 1U);
  open_and_save("pasted.md", contents(twins()[0]));
  EXPECT_EQ(twins().size(), 1U);
  const auto said = client().shown(2);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_THAT(said[0], testing::HasSubstr("pasted.md"));
  const json items = client().diagnostics(uri("pasted.md"));
  ASSERT_EQ(items.size(), 1U) << items;
  EXPECT_EQ(items[0]["code"], "save");
  EXPECT_EQ(items[0]["severity"], 2);

  client().change(uri("pasted.md"), 2, json::array({{{"text", std::string(client_note)}}}));
  client().save(uri("pasted.md"));
  client().sync();
  EXPECT_EQ(twins().size(), 2U) << "without that line it is a note like any other";
  EXPECT_THAT(client().diagnostics(uri("pasted.md")), testing::Each(testing::Not(testing::Contains("save"))));
}

TEST_P(Saves, TheLineOfATwinDoesNotOpenAStrictNote) {
  user_policy("[save]\nmode = \"strict\"\n");
  client().initialize();
  const std::string text = "<!-- paravent:twin aaaabbbbccccdddd | x -->\n\n" + std::string(client_note);
  open_and_save("a.md", text);
  EXPECT_EQ(client().shown(1).size(), 1U);
  EXPECT_EQ(client().result("paravent/mayWrite", {{"textDocument", {{"uri", uri("a.md")}}}})["allowed"],
            false);
}

TEST_P(Saves, ATwinThatIsOpenedHasNothingToMask) {
  user_policy(twin_policy);
  client().initialize();
  open_and_save("a.md", client_note);
  open_and_save(
      "b.md", "First session with her, she wants to leave the team and asks how to say it to her manager.\n");
  ASSERT_EQ(twins().size(), 2U);
  for (const fs::path& twin : twins()) {
    const std::string name = twin.filename().string();
    client().open(uri(name), contents(twin));
    EXPECT_EQ(client().diagnostics(uri(name)), json::array()) << contents(twin);
  }
}

TEST_P(Saves, ASwitchThatIsNotUnderstoodIsSaidOnce) {
  client().initialize();
  open_and_save("a.md", "---\nparavent-save: sometimes\n---\n" + std::string(client_note));
  client().save(uri("a.md"));
  EXPECT_EQ(client().shown(2).size(), 1U);
}

TEST_P(Saves, ABrokenPolicyIsSaidAndStopsTheTwin) {
  user_policy("[save\nmode = twin");
  client().initialize();
  write(note("a.md"), std::string(client_note));
  client().open(uri("a.md"), std::string(client_note));
  EXPECT_EQ(client().shown(1).size(), 1U);
  client().save(uri("a.md"));
  EXPECT_EQ(client().shown(1).size(), 2U);
  EXPECT_TRUE(twins().empty());
  EXPECT_FALSE(client().diagnostics(uri("a.md")).empty()) << "the note is checked all the same";
}

TEST_P(Saves, ABrokenPolicyStopsATwinThatTheNoteAsksForToo) {
  user_policy("[save\nmode = twin");
  client().initialize();
  open_and_save("a.md", "---\nparavent-save: twin\n---\n" + std::string(client_note));
  EXPECT_TRUE(twins().empty());
}

TEST_P(Saves, ABrokenFolderPolicyKeepsTheUsersOwnPart) {
  user_policy("[detect]\nignore = [\"EMAIL\"]\n[save]\nmode = \"twin\"\n");
  write(folder_ / "notes/paravent.toml", "[save\n");
  client().initialize();
  open_and_save("a.md", "kervadec@exemple.fr\n");
  EXPECT_EQ(found_in("a.md").size(), 0U) << "what the user ignores";
  EXPECT_TRUE(twins().empty());
}

TEST_P(Saves, AFolderPolicyThatBreaksLoosensNothing) {
  write(folder_ / "notes/paravent.toml", "[detect]\nthreshold = 0\n");
  client().initialize();
  open_and_save("a.md", client_note);
  const json before = found_in("a.md");
  write(folder_ / "notes/paravent.toml", "[detect\n");
  client().save(uri("a.md"));
  EXPECT_EQ(found_in("a.md"), before);
  EXPECT_FALSE(client().shown(1).empty());
}

TEST_P(Saves, ATwinIsAsClosedToOthersAsItsNote) {
  user_policy(twin_policy);
  client().initialize();
  write(note("a.md"), std::string(client_note));
  fs::permissions(note("a.md"), fs::perms::owner_read | fs::perms::owner_write);
  client().open(uri("a.md"), std::string(client_note));
  client().save(uri("a.md"));
  client().sync();
  ASSERT_EQ(twins().size(), 1U);
  EXPECT_EQ(fs::status(twins()[0]).permissions(), fs::status(note("a.md")).permissions());
}

TEST_P(Saves, APolicyThatChangedIsShownAfterTheSave) {
  client().initialize();
  open_and_save("a.md", "kervadec@exemple.fr\n");
  EXPECT_EQ(client().diagnostics(uri("a.md")).size(), 1U);
  user_policy("[detect]\nignore = [\"EMAIL\"]\n");
  client().save(uri("a.md"));
  EXPECT_EQ(client().diagnostics(uri("a.md")).size(), 0U);
}

TEST_P(Saves, AClientThatPullsIsAskedToPullAgainWhenThePolicyChanged) {
  json capabilities = pull_capability();
  capabilities["workspace"]["diagnostics"]["refreshSupport"] = true;
  client().initialize(capabilities);
  open_and_save("a.md", "kervadec@exemple.fr\n");
  EXPECT_TRUE(client().requests("workspace/diagnostic/refresh").empty());
  user_policy("[detect]\nignore = [\"EMAIL\"]\n");
  client().save(uri("a.md"));
  EXPECT_EQ(client().diagnostics(uri("a.md")).size(), 0U);
  EXPECT_EQ(client().requests("workspace/diagnostic/refresh").size(), 1U);
}

TEST_P(Saves, APolicyThatWasCorrectedHoldsFromTheNextSave) {
  user_policy("[save\nmode = twin");
  client().initialize();
  open_and_save("a.md", client_note);
  user_policy(twin_policy);
  client().save(uri("a.md"));
  client().sync();
  EXPECT_EQ(twins().size(), 1U);
}

TEST_P(Saves, AFolderMayAskForTwinsAndCannotForbidThem) {
  write(folder_ / "notes/paravent.toml", twin_policy);
  client().initialize();
  open_and_save("a.md", client_note);
  EXPECT_EQ(twins().size(), 1U);
  fs::remove(twins()[0]);
  user_policy(twin_policy);
  write(folder_ / "notes/paravent.toml", "[save]\nmode = \"warn\"\n");
  client().save(uri("a.md"));
  client().sync();
  EXPECT_EQ(twins().size(), 1U);
}

TEST_P(Saves, TheFrontMatterMayAskForATwin) {
  client().initialize();
  open_and_save("a.md", "---\nparavent-save: twin\n---\n" + std::string(client_note));
  EXPECT_EQ(twins().size(), 1U);
}

TEST_P(Saves, AModeThatIsNotOfferedYetIsSaidOnceAndNothingIsChanged) {
  user_policy("[save]\nmode = \"in-place\"\n");
  client().initialize();
  open_and_save("a.md", client_note);
  client().save(uri("a.md"));
  const auto warnings = client().shown(2);
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_THAT(warnings[0], testing::HasSubstr("in-place"));
  EXPECT_TRUE(twins().empty());
  EXPECT_EQ(contents(note("a.md")), client_note);
}

TEST_P(Saves, ANoteWithoutAPlaceHasNoTwin) {
  user_policy(twin_policy);
  client().initialize();
  client().open("untitled:Untitled-1", std::string(client_note));
  client().save("untitled:Untitled-1");
  client().sync();
  EXPECT_TRUE(client().shown(1).empty());
}

TEST_P(Saves, ASaveJustBeforeTheEndIsKept) {
  user_policy(twin_policy);
  client().initialize();
  write(note("a.md"), std::string(client_note));
  client().open(uri("a.md"), std::string(client_note));
  client().save(uri("a.md"));
  client().end();
  EXPECT_EQ(twins().size(), 1U);
}

TEST(Twin, IsKnownByItsFirstLine) {
  EXPECT_TRUE(is_twin("<!-- paravent:twin 0123456789abcdef | … -->\n\nTexte"));
  EXPECT_TRUE(is_twin("---\na: b\n---\n<!-- paravent:twin 0 -->\n"));
  EXPECT_FALSE(is_twin("Texte\n<!-- paravent:twin 0 -->\n"));
  EXPECT_FALSE(is_twin(""));
}

TEST(Twin, IsAFileWithTheNameOfOne) {
  const std::string text = "<!-- paravent:twin 0 -->\n";
  EXPECT_TRUE(is_twin("notes/" + twin_name({1, 2}, "a.md"), text));
  EXPECT_FALSE(is_twin(twin_name({1, 2}, "a.md"), "Texte\n"));
  for (const char* name : {"a.md", "partage-0123456.md", "partage-012345678.md", "partage-0123456g.md",
                           "partage-01234567.txt", "mon-partage-01234567.md", ""}) {
    EXPECT_FALSE(is_twin(name, text)) << name;
  }
}

TEST(Twin, HasANameThatTellsNothingWithoutTheKey) {
  EXPECT_EQ(twin_name({1, 2}, "a.md"), twin_name({1, 2}, "a.md"));
  EXPECT_NE(twin_name({1, 2}, "a.md"), twin_name({1, 2}, "b.md"));
  EXPECT_NE(twin_name({1, 2}, "a.md"), twin_name({2, 2}, "a.md"));
}

}  // namespace
}  // namespace paravent::lsp::test
