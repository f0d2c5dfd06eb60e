// Who is who, set right from the editor: findings left alone, people joined and told apart, aliases chosen.
#include "lsp-server/vault_story.hpp"

namespace paravent::lsp::test {
namespace {

const std::string client_note = "Vu Claire Maheut mardi.\nElle voit Lucas Ferrandin demain.\n";

class VaultPeople : public VaultStory {
 protected:
  json actions(const std::string& name, int line, int from, int to) {
    return client().result("textDocument/codeAction", {{"textDocument", document(name)},
                                                       {"range", edit(line, from, to, "")["range"]},
                                                       {"context", {{"diagnostics", json::array()}}}});
  }
  // Runs the first action whose title holds these words; false when there is none.
  bool run(const json& offered, const std::string& words) {
    for (const json& one : offered) {
      if (one["title"].get<std::string>().find(words) == std::string::npos || !one.contains("command"))
        continue;
      return client()
          .call("workspace/executeCommand",
                {{"command", one["command"]["command"]}, {"arguments", one["command"]["arguments"]}})
          .contains("result");
    }
    return false;
  }
  json rename(const std::string& name, int line, int character, const std::string& to) {
    json params = LspClient::at(uri(name), line, character);
    params["newName"] = to;
    return client().call("textDocument/rename", params);
  }
  static std::string titles(const json& offered) {
    std::string out;
    for (const json& one : offered) out += one["title"].get<std::string>() + "\n";
    return out;
  }
};
PARAVENT_STORIES(VaultPeople);

TEST_P(VaultPeople, AFindingThatIsLeftAloneInANoteStaysFoundInTheOthers) {
  make_vault();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  open("b.md", client_note);
  const std::size_t found = client().diagnostics(uri("a.md")).size();
  ASSERT_EQ(found, 2U);
  ASSERT_TRUE(run(actions("a.md", 1, 10, 25), "dans cette note"));
  EXPECT_EQ(client().diagnostics(uri("a.md")).size(), 1U);
  EXPECT_EQ(client().diagnostics(uri("b.md")).size(), 2U);
  client_.reset();
  options_.aliases = std::make_shared<lsp_vault::UserVault>();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  EXPECT_EQ(client().diagnostics(uri("a.md")).size(), 1U) << "it holds in the next session";
}

TEST_P(VaultPeople, AFindingCanBeLeftAloneInTheWholeFolder) {
  make_vault();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  open("b.md", client_note);
  ASSERT_TRUE(run(actions("a.md", 1, 10, 25), "dans tout le dossier"));
  client().sync();
  EXPECT_EQ(client().diagnostics(uri("b.md")).size(), 1U);
}

TEST_P(VaultPeople, TwoAliasesOfOnePersonBecomeOne) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const std::string after = save("a.md", client_note);
  ASSERT_THAT(after, testing::HasSubstr("Personne B"));
  ASSERT_TRUE(run(actions("a.md", 1, 12, 12), "la même personne que Personne A"));
  client().sync();
  const json back =
      client().result("paravent/restore", {{"uri", uri("a.md")}, {"text", "Personne A, Personne B."}});
  EXPECT_EQ(back["text"], "Claire Maheut, Claire Maheut.");
}

TEST_P(VaultPeople, ANameThatWasJoinedByMistakeIsToldApart) {
  make_vault();
  client().initialize(editing_capabilities());
  const std::string text = "Vu Claire Maheut mardi.\nMme Maheut appelle.\n";
  open("a.md", text);
  client().result("paravent/copyAnonymised", {{"uri", uri("a.md")}});
  client().save(uri("a.md"));
  client().sync();
  const json offered = actions("a.md", 1, 4, 10);
  ASSERT_TRUE(run(offered, "n’est pas la même personne")) << titles(offered);
  const json back =
      client().result("paravent/restore", {{"uri", uri("a.md")}, {"text", "Personne A et Personne B"}});
  EXPECT_THAT(back["text"].get<std::string>(), testing::StartsWith("Claire Maheut et "));
  EXPECT_EQ(back["leftovers"], json::array());
}

TEST_P(VaultPeople, AnAliasIsChosenForTheWholeFolder) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const std::string a = save("a.md", client_note);
  write(note("closed.md"), "Hier, Personne A et [[Personne-A]].\n");
  open("b.md", "Demain, Personne A.\n");
  const json renamed = rename("a.md", 0, 5, "Personne K");
  ASSERT_TRUE(renamed.contains("result")) << renamed;
  std::map<std::string, json> by_uri;
  for (const json& change : renamed["result"]["documentChanges"]) {
    by_uri[change["textDocument"]["uri"]] = change;
  }
  ASSERT_EQ(by_uri.size(), 3U) << renamed;
  EXPECT_EQ(by_uri[uri("closed.md")]["textDocument"]["version"], nullptr);
  EXPECT_EQ(by_uri[uri("b.md")]["textDocument"]["version"], 1);
  EXPECT_EQ(edited(contents(note("closed.md")), by_uri[uri("closed.md")]["edits"]),
            "Hier, Personne K et [[Personne-K]].\n");
  EXPECT_THAT(edited(a, by_uri[uri("a.md")]["edits"]), testing::HasSubstr("Vu Personne K"));
  const json back =
      client().result("paravent/restore", {{"uri", uri("a.md")}, {"text", "Personne K, Personne A."}});
  EXPECT_EQ(back["text"], "Claire Maheut, Claire Maheut.") << "what was shared before comes back, too";
}

TEST_P(VaultPeople, APersonOfANoteInPlaceGetsTheAliasThatIsChosen) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const json renamed = rename("a.md", 0, 5, "Personne M");
  ASSERT_TRUE(renamed.contains("result")) << renamed;
  const std::string after = edited(client_note, renamed["result"]["documentChanges"][0]["edits"]);
  EXPECT_EQ(after, "Vu Personne M mardi.\nElle voit Lucas Ferrandin demain.\n");
  client().change(uri("a.md"), 2, json::array({{{"text", after}}}));
  EXPECT_THAT(edited(after, will_save("a.md")), testing::HasSubstr("Vu Personne M"));
}

TEST_P(VaultPeople, NobodyGetsAnAliasInANoteWithoutAVault) {
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  EXPECT_TRUE(rename("a.md", 0, 5, "Personne M").contains("error"));
  EXPECT_FALSE(store::Vault::is_there(*store::user_places()));
}

TEST_P(VaultPeople, AnAliasThatIsNoneOrNotFreeIsRefused) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  save("a.md", client_note);
  open("b.md", "Avec Personne T.\n");
  for (const char* name : {"Sophie", "Personne B", "Entreprise A", "Personne T", ""}) {
    const json refused = rename("a.md", 0, 5, name);
    ASSERT_TRUE(refused.contains("error")) << name;
    EXPECT_FALSE(refused["error"]["message"].get<std::string>().empty());
  }
  EXPECT_EQ(client().result("paravent/restore", {{"uri", uri("a.md")}, {"text", "Personne A"}})["text"],
            "Claire Maheut");
}

// The style that gives people names of ours.
class InventedNames : public VaultPeople {
 protected:
  void SetUp() override {
    make_vault();
    user_policy("[save]\nmode = \"in-place\"\n[anonymise]\nstyle = \"fictitious\"\n");
    client().initialize(editing_capabilities());
  }
  std::string back(const std::string& text) {
    return client().result("paravent/restore", {{"uri", uri("a.md")}, {"text", text}})["text"];
  }
  static std::map<std::string, json> by_note(const json& renamed) {
    std::map<std::string, json> out;
    for (const json& change : renamed["result"]["documentChanges"]) {
      out[change["textDocument"]["uri"]] = change["edits"];
    }
    return out;
  }
  std::string refusal(int line, int character, const std::string& to) {
    const json refused = rename("a.md", line, character, to);
    return refused.contains("error") ? refused["error"]["message"].get<std::string>() : "";
  }
};
PARAVENT_STORIES(InventedNames);

// The words between two others.
std::string between(const std::string& text, const std::string& before, const std::string& behind) {
  const std::size_t begin = text.find(before) + before.size();
  return text.substr(begin, text.find(behind, begin) - begin);
}

TEST_P(InventedNames, IsChosenForARealPersonAndComesBack) {
  const std::string text = "Vu Claire Maheut mardi.\nMme Maheut voit Lucas Ferrandin demain.\n";
  open("a.md", text);
  const json renamed = rename("a.md", 0, 5, "lucie vauremelle");
  ASSERT_TRUE(renamed.contains("result")) << renamed;
  const std::string after = edited(text, by_note(renamed)[uri("a.md")]);
  EXPECT_EQ(after, "Vu Lucie Vauremelle mardi.\nMme Vauremelle voit Lucas Ferrandin demain.\n");
  client().change(uri("a.md"), 2, json::array({{{"text", after}}}));
  EXPECT_THAT(edited(after, will_save("a.md")), testing::HasSubstr("Vu Lucie Vauremelle"));
  EXPECT_EQ(back("Lucie Vauremelle dit oui, Mme Vauremelle part."),
            "Claire Maheut dit oui, Mme Maheut part.");
}

TEST_P(InventedNames, IsChangedOverTheFolderAndBothComeBack) {
  open("a.md", client_note);
  const std::string a = save("a.md", client_note);
  const std::string old = between(a, "Vu ", " mardi");
  const std::string surname = old.substr(old.find(' ') + 1);
  write(note("closed.md"), "Mme " + surname + " revient, avis de " + old + ".\n");
  open("b.md", "Demain, " + old + ".\n");
  const json prepared = client().result("textDocument/prepareRename", LspClient::at(uri("a.md"), 0, 5));
  EXPECT_EQ(prepared["placeholder"], old);
  const json renamed = rename("a.md", 0, 5, "Isabelle Aubelaine");
  ASSERT_TRUE(renamed.contains("result")) << renamed;
  auto edits = by_note(renamed);
  ASSERT_EQ(edits.size(), 3U) << renamed;
  EXPECT_EQ(edited(contents(note("closed.md")), edits[uri("closed.md")]),
            "Mme Aubelaine revient, avis d’Isabelle Aubelaine.\n");
  EXPECT_EQ(edited("Demain, " + old + ".\n", edits[uri("b.md")]), "Demain, Isabelle Aubelaine.\n");
  const std::string after = edited(a, edits[uri("a.md")]);
  EXPECT_THAT(after, testing::StartsWith("Vu Isabelle Aubelaine mardi."));
  EXPECT_EQ(back("Isabelle Aubelaine, " + old + "."), "Claire Maheut, Claire Maheut.");
  client().change(uri("a.md"), 3, json::array({{{"text", after}}}));
  EXPECT_EQ(edited(after, will_save("a.md")), after) << "it is nobody's name";
  ASSERT_TRUE(command("paravent.undo", {{"uri", uri("a.md")}}).contains("result"));
  EXPECT_EQ(applied(after), client_note);
}

TEST_P(InventedNames, IsChangedInOneHalfFromWhereOneStands) {
  open("a.md", "Vu Claire Maheut mardi.\nMme Maheut part.\n");
  const std::string a = save("a.md", "Vu Claire Maheut mardi.\nMme Maheut part.\n");
  const std::string old = between(a, "Vu ", " mardi");
  const json prepared = client().result("textDocument/prepareRename", LspClient::at(uri("a.md"), 1, 6));
  EXPECT_EQ(prepared["placeholder"], old) << "the whole name is chosen";
  const json renamed = rename("a.md", 1, 6, "vauremelle");
  ASSERT_TRUE(renamed.contains("result")) << renamed;
  EXPECT_EQ(edited(a, by_note(renamed)[uri("a.md")]),
            "Vu " + old.substr(0, old.find(' ')) + " Vauremelle mardi.\nMme Vauremelle part.\n");
}

TEST_P(InventedNames, KeepsTheSurnameWhereOnlyTheGivenNameIsChanged) {
  open("a.md", client_note);
  const std::string a = save("a.md", client_note);
  const std::string old = between(a, "Vu ", " mardi");
  const std::string chosen = "Isabelle" + old.substr(old.find(' '));
  const json renamed = rename("a.md", 0, 5, chosen);
  ASSERT_TRUE(renamed.contains("result")) << renamed;
  EXPECT_THAT(edited(a, by_note(renamed)[uri("a.md")]), testing::StartsWith("Vu " + chosen + " mardi."));
  ASSERT_TRUE(rename("a.md", 0, 5, old).contains("result")) << "and back";
}

TEST_P(InventedNames, ThatIsNoneOrTellsOfSomebodyIsRefused) {
  open("a.md", client_note);
  const std::string a = save("a.md", client_note);
  const std::string other = between(a, "voit ", " demain");
  open("b.md", "Avec Alan Vauremelle.\n");
  EXPECT_THAT(refusal(0, 5, "Claire Aubelaine"), testing::HasSubstr("« Claire »"));
  EXPECT_THAT(refusal(0, 5, "Lucie Ferrandin"), testing::HasSubstr("vraie personne"));
  EXPECT_THAT(refusal(0, 5, "Carl Rogers"), testing::HasSubstr("auteur"));
  EXPECT_THAT(refusal(0, 5, "Personne K"), testing::HasSubstr("par exemple"));
  EXPECT_THAT(refusal(0, 5, "Isabelle" + other.substr(other.find(' '))), testing::HasSubstr("d’un autre"));
  EXPECT_THAT(refusal(0, 5, "Lucie Vauremelle"), testing::HasSubstr("déjà")) << "it stands in another note";
  EXPECT_THAT(refusal(0, 5, "  "), testing::HasSubstr("vide"));
  EXPECT_THAT(refusal(0, 5, "Lucie\nAubelaine"), testing::HasSubstr("une ligne"));
  // The name that is proposed can be given.
  const std::string example = between(refusal(0, 5, "Lucie Martin"), "exemple « ", " »");
  EXPECT_THAT(example, testing::StartsWith("Lucie "));
  EXPECT_TRUE(rename("a.md", 0, 5, example).contains("result")) << example;
  EXPECT_EQ(back(example), "Claire Maheut");
}

TEST_P(VaultPeople, AnInventedNameIsRefusedWhereLettersAreGiven) {
  make_vault();
  in_place();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const json refused = rename("a.md", 0, 5, "Lucie Vauremelle");
  ASSERT_TRUE(refused.contains("error")) << refused;
  EXPECT_THAT(refused["error"]["message"].get<std::string>(), testing::HasSubstr("Personne K"));
}

}  // namespace
}  // namespace paravent::lsp::test
