// Notes that are rewritten when they are saved, and come back.
#include "lsp-server/vault_story.hpp"

namespace paravent::lsp::test {
namespace {

const std::string client_note = "Vu Claire Maheut mardi.\nClaire Maheut appelle le 06 39 98 12 34.\n";

class InPlace : public VaultStory {};
PARAVENT_STORIES(InPlace);

TEST_P(InPlace, ASavePutsAliasesInPlaceOfNames) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const std::string after = save("a.md", client_note);
  EXPECT_THAT(after, testing::HasSubstr("Personne A"));
  EXPECT_THAT(after, testing::Not(testing::HasSubstr("Maheut")));
  EXPECT_THAT(after, testing::Not(testing::HasSubstr("39 98")));
  EXPECT_THAT(client().shown(1), testing::IsEmpty());
  EXPECT_EQ(will_save("a.md"), json::array()) << "nothing more to replace";
}

TEST_P(InPlace, AnotherNoteOfTheFolderGetsTheSameAlias) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  save("a.md", client_note);
  const std::string second = "Bilan avec Lucas Ferrandin, puis avec Claire Maheut.\n";
  open("b.md", second);
  EXPECT_THAT(save("b.md", second), testing::HasSubstr("Personne B, puis avec Personne A"));
}

TEST_P(InPlace, UndoBringsTheNoteBackByteForByte) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const std::string after = save("a.md", client_note);
  ASSERT_NE(after, client_note);
  ASSERT_TRUE(command("paravent.undo", {{"uri", uri("a.md")}}).contains("result"));
  EXPECT_EQ(applied(after), client_note);
}

TEST_P(InPlace, UndoOfANoteThatWasEditedSinceBringsBackWhatItCan) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const std::string after = save("a.md", client_note);
  const std::string changed = after + "Personne A revient, et Personne Q aussi.\n";
  client().change(uri("a.md"), 3, json::array({{{"text", changed}}}));
  ASSERT_TRUE(command("paravent.undo", {{"uri", uri("a.md")}}).contains("result"));
  EXPECT_EQ(applied(changed), client_note + "Claire Maheut revient, et Personne Q aussi.\n");
  const auto told = client().shown(2);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_THAT(told[0], testing::HasSubstr("Personne Q"));
}

TEST_P(InPlace, FormattingAndTheSourceActionDoTheSame) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const json formatted = client().result("textDocument/formatting", {{"textDocument", document("a.md")}});
  EXPECT_THAT(edited(client_note, formatted), testing::Not(testing::HasSubstr("Maheut")));
  ASSERT_TRUE(command("paravent.anonymise", {{"uri", uri("a.md")}}).contains("result"));
  EXPECT_EQ(applied(client_note), edited(client_note, formatted));
}

TEST_P(InPlace, WithoutAVaultTheNoteStaysAsItIsAndThatIsSaid) {
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  EXPECT_EQ(save("a.md", client_note), client_note);
  const auto errors = client().shown(1);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_THAT(errors[0], testing::HasSubstr("paravent vault"));
  EXPECT_FALSE(store::Vault::is_there(*store::user_places()));
  EXPECT_EQ(client().diagnostics(uri("a.md"))[0]["code"], "save");
  EXPECT_NE(client().error_code("textDocument/formatting", {{"textDocument", document("a.md")}}), 0);
}

TEST_P(InPlace, ARecoveryKeyThatNobodySawReplacesNothing) {
  make_vault(false);
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  EXPECT_EQ(save("a.md", client_note), client_note);
  ASSERT_EQ(client().shown(1).size(), 1U);
  EXPECT_THAT(client().shown(1)[0], testing::HasSubstr("recovery-key"));
  make_vault(true);
  EXPECT_THAT(save("a.md", client_note), testing::Not(testing::HasSubstr("Maheut")));
  for (const json& item : client().diagnostics(uri("a.md"))) EXPECT_NE(item["code"], "save");
}

TEST_P(InPlace, AVaultThatDoesNotOpenReplacesNothing) {
  make_vault();
  in_place();
  fs::remove(store::user_places()->key_file());
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  EXPECT_EQ(save("a.md", client_note), client_note);
  ASSERT_FALSE(client().shown(1).empty());
  EXPECT_FALSE(fs::exists(store::user_places()->key_file())) << "never a second key";
}

TEST_P(InPlace, StrictRefusesWhatCouldNotBeReplaced) {
  user_policy("[save]\nmode = \"strict\"\n");
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  EXPECT_EQ(will_save("a.md"), json::array());
  const json refused = client().result("paravent/mayWrite", {{"textDocument", document("a.md")}});
  EXPECT_EQ(refused["allowed"], false);
  EXPECT_THAT(refused["message"].get<std::string>(), testing::HasSubstr("paravent vault"));
  make_vault();
  const std::string after = edited(client_note, will_save("a.md"));
  client().change(uri("a.md"), 2, json::array({{{"text", after}}}));
  EXPECT_EQ(client().result("paravent/mayWrite", {{"textDocument", document("a.md")}})["allowed"], true);
}

TEST_P(InPlace, CategoriesThatAreKeptStay) {
  make_vault();
  user_policy("[save]\nmode = \"in-place\"\n[anonymise]\nkeep = [\"PHONE\"]\n");
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const std::string after = save("a.md", client_note);
  EXPECT_THAT(after, testing::HasSubstr("06 39 98 12 34"));
  EXPECT_THAT(after, testing::Not(testing::HasSubstr("Maheut")));
  EXPECT_THAT(client().shown(1), testing::IsEmpty());
}

TEST_P(InPlace, AnAutosaveLeavesTheLineThatIsBeingTyped) {
  make_vault();
  in_place();
  options_.caret_delay = std::chrono::seconds(60);
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  client().change(uri("a.md"), 2, json::array({edit(2, 0, 0, "Puis Lucas Ferrandin")}));
  const std::string text = client_note + "Puis Lucas Ferrandin";
  const std::string autosaved = edited(text, will_save("a.md", 2));
  EXPECT_THAT(autosaved, testing::HasSubstr("Puis Lucas Ferrandin"));
  EXPECT_THAT(autosaved, testing::Not(testing::HasSubstr("Maheut")));
  write(note("a.md"), autosaved);
  client().change(uri("a.md"), 3, json::array({{{"text", autosaved}}}));
  client().save(uri("a.md"));
  EXPECT_THAT(client().shown(1), testing::IsEmpty()) << "no promise is broken";
  EXPECT_THAT(edited(autosaved, will_save("a.md", 1)), testing::EndsWith("Puis Personne B"));
}

TEST_P(InPlace, WhatAnAutosaveLeftIsReplacedAfterAPause) {
  make_vault();
  in_place();
  options_.caret_delay = std::chrono::milliseconds(50);
  client().initialize(editing_capabilities());
  open("a.md", "Rien.\n");
  client().change(uri("a.md"), 2, json::array({edit(1, 0, 0, "Puis Lucas Ferrandin")}));
  const bool left = will_save("a.md", 2).empty();
  for (int i = 0; i < 100 && client().requests("workspace/applyEdit").empty() && left; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    client().sync();  // without threads an alarm rings when a message comes
  }
  if (left) {
    EXPECT_THAT(applied("Rien.\nPuis Lucas Ferrandin"), testing::EndsWith("Puis Personne A"));
  }
}

TEST_P(InPlace, HintsShowWhoStandsBehindAnAlias) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  save("a.md", client_note);
  const json range = {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 9}, {"character", 0}}}};
  const json params = {{"textDocument", document("a.md")}, {"range", range}};
  const json hints = client().result("textDocument/inlayHint", params);
  ASSERT_FALSE(hints.empty());
  EXPECT_THAT(hints[0]["label"].get<std::string>(), testing::HasSubstr("Claire Maheut"));
  client().notify("workspace/didChangeConfiguration", {{"settings", {{"paravent", {{"realNames", false}}}}}});
  EXPECT_EQ(client().result("textDocument/inlayHint", params), json::array());
}

TEST_P(InPlace, ANoteInWindows1252ComesBackInItsBytes) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  const std::string text = "Vu Th\xC3\xA9o Maheut hier.\n";
  write(note("a.md"), "Vu Th\xE9o Maheut hier.\n");
  client().open(uri("a.md"), text);
  client().diagnostics(uri("a.md"));
  const std::string after = edited(text, will_save("a.md"));
  ASSERT_THAT(after, testing::HasSubstr("Personne A"));
  client().change(uri("a.md"), 2, json::array({{{"text", after}}}));
  ASSERT_TRUE(command("paravent.undo", {{"uri", uri("a.md")}}).contains("result"));
  EXPECT_EQ(applied(after), text);
}

// A note with a name that is only pointed out.
class InPlaceHints : public VaultStory {
 protected:
  const std::string unsure_ = "Vu Maëlle hier.\n\nMaëlle revient.\n";
  void policy(const std::string& more = "") const {
    user_policy("[save]\nmode = \"in-place\"\n[detect]\nthreshold = 1000\n" + more);
  }
  json quick_fixes(const std::string& name, int line, int from, int to) {
    return client().result("textDocument/codeAction",
                           {{"textDocument", document(name)},
                            {"range", edit(line, from, to, "")["range"]},
                            {"context", {{"diagnostics", json::array()}, {"only", {"quickfix"}}}}});
  }
  static json resolving() {
    json out = editing_capabilities();
    out["workspace"]["applyEdit"] = false;
    out["textDocument"]["codeAction"]["dataSupport"] = true;
    out["textDocument"]["codeAction"]["resolveSupport"] = {{"properties", {"edit"}}};
    return out;
  }
  static std::string titles(const json& offered) {
    std::string out;
    for (const json& one : offered) out += one["title"].get<std::string>() + "\n";
    return out;
  }
  std::string back(const std::string& text) {
    return client().result("paravent/restore", {{"uri", uri("a.md")}, {"text", text}})["text"];
  }
};
PARAVENT_STORIES(InPlaceHints);

TEST_P(InPlaceHints, AQuickFixPutsAnAliasOfTheVaultAndComesBack) {
  make_vault();
  policy();
  client().initialize(resolving());
  open("a.md", unsure_);
  const json offered = quick_fixes("a.md", 0, 5, 5);
  ASSERT_FALSE(offered.empty());
  EXPECT_THAT(titles(offered), testing::HasSubstr("dans cette note")) << "it can be ignored as well";
  ASSERT_THAT(offered[0]["title"].get<std::string>(), testing::HasSubstr("Personne A"));
  ASSERT_FALSE(offered[0].contains("edit")) << "the vault is asked when it is wanted";
  EXPECT_EQ(back("Personne A"), "Personne A") << "a menu gives nothing";
  const json resolved = client().result("codeAction/resolve", offered[0]);
  const std::string after = edited(unsure_, resolved["edit"]["documentChanges"][0]["edits"]);
  EXPECT_EQ(after, "Vu Personne A hier.\n\nMaëlle revient.\n");
  EXPECT_EQ(back("Personne A"), "Maëlle");
}

TEST_P(InPlaceHints, WhereTheServerMayEditItIsACommandThatCanBeUndone) {
  make_vault();
  policy("[anonymise]\nstyle = \"fictitious\"\n");
  json able = resolving();
  able["workspace"]["applyEdit"] = true;
  client().initialize(able);
  open("a.md", unsure_);
  const json offered = quick_fixes("a.md", 0, 5, 5);
  ASSERT_FALSE(offered.empty());
  ASSERT_FALSE(offered[0].contains("edit")) << offered[0];
  const json& done = offered[0]["command"];
  EXPECT_EQ(done["command"], "paravent.replace");
  ASSERT_TRUE(command(done["command"], done["arguments"][0]).contains("result"));
  const std::string after = applied(unsure_);
  ASSERT_THAT(after,
              testing::AllOf(testing::StartsWith("Vu "), testing::EndsWith(" hier.\n\nMaëlle revient.\n"),
                             testing::Not(testing::StartsWith("Vu Maëlle"))));
  const std::string name = after.substr(3, after.find(" hier") - 3);
  EXPECT_THAT(offered[0]["title"].get<std::string>(), testing::HasSubstr(name));
  EXPECT_EQ(back(name), "Maëlle");
  client().change(uri("a.md"), 2, json::array({{{"text", after}}}));
  ASSERT_TRUE(command("paravent.undo", {{"uri", uri("a.md")}}).contains("result"));
  EXPECT_EQ(applied(after), unsure_);
}

TEST_P(InPlaceHints, AFixThatAVaultHasToKnowIsNotOfferedWhereItCouldNotBeAsked) {
  make_vault();
  policy();
  json silent = editing_capabilities();
  silent["workspace"]["applyEdit"] = false;
  client().initialize(silent);
  open("a.md", unsure_);
  EXPECT_THAT(titles(quick_fixes("a.md", 0, 5, 5)), testing::Not(testing::HasSubstr("Personne")));
}

TEST_P(InPlaceHints, WithoutAVaultNothingIsReplaced) {
  policy();
  client().initialize(editing_capabilities());
  open("a.md", unsure_);
  const json offered = quick_fixes("a.md", 0, 5, 5);
  ASSERT_FALSE(offered.empty());
  const json& done = offered[0]["command"];
  const json refused = command(done["command"], done["arguments"][0]);
  ASSERT_TRUE(refused.contains("error")) << refused;
  EXPECT_THAT(refused["error"]["message"].get<std::string>(), testing::HasSubstr("paravent vault"));
  EXPECT_EQ(applied(unsure_), unsure_);
}

}  // namespace
}  // namespace paravent::lsp::test
