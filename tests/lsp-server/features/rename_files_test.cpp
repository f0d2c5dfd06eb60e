// Renaming files: the links of all notes follow.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

json renaming_capabilities() {
  return capabilities_with(json::object(), {{"workspaceEdit",
                                             {{"documentChanges", true},
                                              {"resourceOperations", {"create", "rename"}},
                                              {"changeAnnotationSupport", {{"groupsOnLabel", true}}}}},
                                            {"fileOperations", {{"willRename", true}}}});
}

class RenamesOfFiles : public FeatureStory {
 protected:
  json will_rename(const std::string& from, const std::string& to) {
    return client().result("workspace/willRenameFiles",
                           {{"files", {{{"oldUri", uri(from)}, {"newUri", uri(to)}}}}});
  }
  // The new texts that a WorkspaceEdit writes into one note, and the version that it names.
  static std::pair<std::vector<std::string>, json> edits_in(const json& edit, const std::string& uri) {
    std::vector<std::string> texts;
    json version = "none";
    for (const json& change : edit["documentChanges"]) {
      if (!change.contains("textDocument") || change["textDocument"]["uri"] != uri) continue;
      version = change["textDocument"]["version"];
      for (const json& one : change["edits"]) texts.push_back(one["newText"]);
    }
    return {texts, version};
  }
};
PARAVENT_STORIES(RenamesOfFiles);

using testing::ElementsAre;

TEST_P(RenamesOfFiles, AreAskedForWhereTheClientTellsOfThem) {
  const json answer = client().initialize(renaming_capabilities());
  EXPECT_EQ(answer["capabilities"]["workspace"]["fileOperations"]["willRename"]["filters"].size(), 2U);
}

TEST_P(RenamesOfFiles, AreNotAskedForElsewhere) {
  const json answer = client().initialize(modern_capabilities());
  EXPECT_FALSE(answer["capabilities"].contains("workspace"));
}

TEST_P(RenamesOfFiles, LinksOfOpenAndClosedNotesFollow) {
  write(note("Ana Lou.md"), "Un texte.\n");
  write(note("suivi.md"), "Voir [[Ana Lou]].\n");
  write(note("bilan.md"), "Ancien texte, sur le disque.\n");
  client().initialize(renaming_capabilities());
  client().open(uri("bilan.md"), "Éè 😀 [x](Ana%20Lou.md#but)\n", 7);
  const json edit = will_rename("Ana Lou.md", "Autre nom.md");
  EXPECT_THAT(edits_in(edit, uri("suivi.md")).first, ElementsAre("Autre nom"));
  EXPECT_EQ(edits_in(edit, uri("suivi.md")).second, nullptr);
  EXPECT_THAT(edits_in(edit, uri("bilan.md")).first, ElementsAre("Autre%20nom.md"));
  EXPECT_EQ(edits_in(edit, uri("bilan.md")).second, 7);
  for (const json& change : edit["documentChanges"]) {
    if (change["textDocument"]["uri"] == uri("bilan.md")) {
      EXPECT_THAT(spans(change["edits"]), ElementsAre("0:10-22"));
    }
  }
}

TEST_P(RenamesOfFiles, AMovedNoteMendsItsOwnLinks) {
  write(note("a.md"), "[b](b.md)\n");
  write(note("b.md"), "x\n");
  client().initialize(renaming_capabilities());
  EXPECT_THAT(edits_in(will_rename("a.md", "tri/a.md"), uri("a.md")).first, ElementsAre("../b.md"));
}

TEST_P(RenamesOfFiles, AFolderUnderOneRootIsFollowedFromEverywhere) {
  write(folder_ / "notes/paravent.toml", "root = true\n");
  write(note("Ana/s1.md"), "[j](../j.md)\n");
  write(note("j.md"), "[[Ana/s1]]\n");
  client().initialize(renaming_capabilities());
  const json edit = will_rename("Ana", "Cliente 1");
  EXPECT_THAT(edits_in(edit, uri("j.md")).first, ElementsAre("Cliente 1/s1"));
  EXPECT_EQ(edit["documentChanges"].size(), 1U);
}

TEST_P(RenamesOfFiles, NothingToMendIsNull) {
  write(note("a.md"), "x\n");
  client().initialize(renaming_capabilities());
  EXPECT_EQ(will_rename("a.md", "b.md"), nullptr);
}

TEST_P(RenamesOfFiles, ATwinIsLeftAlone) {
  write(note("a.md"), "x\n");
  write(note("partage-00000000.md"), "<!-- paravent:twin 0 -->\n\n[[a]]\n");
  client().initialize(renaming_capabilities());
  EXPECT_EQ(will_rename("a.md", "b.md"), nullptr);
}

TEST_P(RenamesOfFiles, AClientWithoutDocumentChangesGetsChanges) {
  write(note("a.md"), "x\n");
  write(note("j.md"), "[[a]]\n");
  client().initialize({{"workspace", {{"fileOperations", {{"willRename", true}}}}}});
  EXPECT_EQ(will_rename("a.md", "b.md")["changes"][uri("j.md")][0]["newText"], "b");
}

class RenamingANote : public RenamesOfFiles {
 protected:
  const std::string name_ = "2026-03-12 Claire Dupont S3.md";

  void open_note(const std::string& text) {
    write(note(name_), text);
    client().open(uri(name_), text, 4);
  }
  json rename() { return command("paravent.renameNote", {{"uri", uri(name_)}}); }
  json applied() {
    client().sync();
    const auto asked = client().requests("workspace/applyEdit");
    return asked.empty() ? json() : asked.back()["edit"];
  }
};
PARAVENT_STORIES(RenamingANote);

TEST_P(RenamingANote, KeepsDateAndSessionAndMendsLinks) {
  client().initialize(renaming_capabilities());
  write(note("suivi.md"), "Voir [[2026-03-12 Claire Dupont S3|la séance]].\n");
  open_note("# 2026-03-12 Claire Dupont S3\n\nClaire Dupont parle de son équipe.\n");
  EXPECT_EQ(rename()["result"], nullptr);
  const json edit = applied();
  const json last = edit["documentChanges"].back();
  EXPECT_EQ(last["kind"], "rename");
  EXPECT_EQ(last["oldUri"], uri(name_));
  EXPECT_EQ(last["newUri"], uri("2026-03-12 Personne A S3.md"));
  EXPECT_THAT(edits_in(edit, uri("suivi.md")).first, ElementsAre("2026-03-12 Personne A S3"));
  // The title is only proposed.
  EXPECT_THAT(edits_in(edit, uri(name_)).first, ElementsAre("2026-03-12 Personne A S3"));
  EXPECT_EQ(edit["changeAnnotations"]["paravent.title"]["needsConfirmation"], true);
}

TEST_P(RenamingANote, IsOfferedWhereTheNameTells) {
  client().initialize(renaming_capabilities());
  open_note("Un texte.\n");
  client().open(uri("methode.md"), "Un texte.\n");
  const auto actions_of = [this](const std::string& name) {
    return client().result("textDocument/codeAction", {{"textDocument", {{"uri", uri(name)}}},
                                                       {"range", edit(0, 0, 0, "")["range"]},
                                                       {"context", {{"diagnostics", json::array()}}}});
  };
  EXPECT_THAT(kinds(actions_of(name_)), testing::Contains("refactor.rename"));
  EXPECT_THAT(kinds(actions_of("methode.md")), testing::Not(testing::Contains("refactor.rename")));
}

TEST_P(RenamingANote, NeverTakesTheNameOfAnother) {
  client().initialize(renaming_capabilities());
  write(note("2026-03-12 Personne A S3.md"), "Une autre.\n");
  open_note("Un texte.\n");
  rename();
  EXPECT_EQ(applied()["documentChanges"].back()["newUri"], uri("2026-03-12 Personne A S3 2.md"));
}

TEST_P(RenamingANote, SaysWhyNotWhereTheEditorCannot) {
  client().initialize(modern_capabilities());
  open_note("Un texte.\n");
  EXPECT_THAT(rename()["error"]["message"].get<std::string>(), testing::HasSubstr("renommer un fichier"));
  EXPECT_EQ(applied(), nullptr);
}

}  // namespace
}  // namespace paravent::lsp::test
