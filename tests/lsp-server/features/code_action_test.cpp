// Quick fixes, with and without resolve.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class CodeActions : public FeatureStory {};
PARAVENT_STORIES(CodeActions);

TEST_P(CodeActions, ReplacesThisOneWithoutDataOrContext) {
  client().initialize(modern_capabilities());
  client().open(uri(), std::string("Écrire à ") + mail + "\n", 3);
  const json actions = code_actions(0, 12, 12, json::array({"quickfix"}));
  ASSERT_GE(actions.size(), 1U);
  EXPECT_THAT(actions[0]["title"].get<std::string>(), testing::StartsWith("Remplacer par «"));
  const json& change = actions[0]["edit"]["documentChanges"][0];
  EXPECT_EQ(change["textDocument"]["uri"], uri());
  EXPECT_EQ(change["textDocument"]["version"], 3);
  ASSERT_EQ(change["edits"].size(), 1U);
  EXPECT_THAT(change["edits"][0]["newText"].get<std::string>(), testing::Not(testing::HasSubstr("kervadec")));
}

TEST_P(CodeActions, ReplacesAllMentionsOfAPersonAtOnce) {
  client().initialize(modern_capabilities());
  client().open(uri(), two_mentions);
  const json actions = code_actions(2, 3, 3, json::array({"quickfix"}));
  ASSERT_EQ(actions.size(), 2U) << actions;
  EXPECT_EQ(actions[0]["edit"]["documentChanges"][0]["edits"].size(), 1U);
  EXPECT_EQ(actions[1]["title"], "Remplacer toutes les mentions : « Personne A »");
  EXPECT_EQ(actions[1]["edit"]["documentChanges"][0]["edits"].size(), 2U);
}

TEST_P(CodeActions, OffersToReplaceEverythingAsItsOwnKind) {
  client().initialize(modern_capabilities());
  client().open(uri(), std::string(mail) + "\n\n06 12 34 56 78\n");
  EXPECT_THAT(kinds(code_actions(1, 0, 0)), testing::ElementsAre("source.anonymise"));
  const json asked = code_actions(1, 0, 0, json::array({"source"}));
  ASSERT_THAT(kinds(asked), testing::ElementsAre("source.anonymise"));
  EXPECT_TRUE(code_actions(0, 0, 5, json::array({"source.fixAll"})).empty())
      << "a fix-all does not rewrite names";
  EXPECT_TRUE(code_actions(0, 0, 5, json::array({"refactor"})).empty());
  EXPECT_THAT(kinds(code_actions(0, 0, 5, json::array({"quickfix"}))), testing::Contains("quickfix"));
}

TEST_P(CodeActions, EverythingComesByACommandWhereTheClientDoesNotResolve) {
  client().initialize(modern_capabilities());
  client().open(uri(), std::string(mail) + "\n\n06 12 34 56 78\n", 4);
  const json actions = code_actions(1, 0, 0, json::array({"source"}));
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_FALSE(actions[0].contains("edit")) << "a menu does not wait for the whole note";
  const json command = actions[0]["command"];
  EXPECT_EQ(command["title"], actions[0]["title"]);
  EXPECT_EQ(command["command"], "paravent.anonymise");
  client().result("workspace/executeCommand",
                  {{"command", command["command"]}, {"arguments", command["arguments"]}});
  client().sync();
  const auto applied = client().requests("workspace/applyEdit");
  ASSERT_EQ(applied.size(), 1U);
  EXPECT_EQ(applied[0]["edit"]["documentChanges"][0]["textDocument"]["version"], 4);
  EXPECT_EQ(edits_of(applied[0]["edit"]).size(), 2U);
}

TEST_P(CodeActions, EverythingComesAsAnEditWhereTheClientTakesNothingElse) {
  json capabilities = modern_capabilities();
  capabilities["workspace"].erase("applyEdit");
  client().initialize(capabilities);
  client().open(uri(), std::string(mail) + "\n\n06 12 34 56 78\n");
  const json actions = code_actions(1, 0, 0, json::array({"source"}));
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_FALSE(actions[0].contains("command"));
  EXPECT_EQ(edits_of(actions[0]["edit"]).size(), 2U);
}

TEST_P(CodeActions, WritesPlainChangesForAClientThatKnowsNoOther) {
  json capabilities = modern_capabilities();
  capabilities["workspace"].erase("workspaceEdit");
  client().initialize(capabilities);
  client().open(uri(), mail);
  const json actions = code_actions(0, 0, 0);
  ASSERT_GE(actions.size(), 1U);
  EXPECT_EQ(actions[0]["edit"]["changes"][uri()].size(), 1U);
  EXPECT_FALSE(actions[0]["edit"].contains("documentChanges"));
}

TEST_P(CodeActions, GivesCommandsToAClientWithoutLiterals) {
  json capabilities = modern_capabilities();
  capabilities["textDocument"].erase("codeAction");
  client().initialize(capabilities);
  client().open(uri(), mail, 4);
  const json actions = code_actions(0, 0, 0);
  ASSERT_GE(actions.size(), 1U);
  EXPECT_EQ(actions[0]["command"], "paravent.replace");
  EXPECT_FALSE(actions[0].contains("edit"));
  client().result("workspace/executeCommand",
                  {{"command", actions[0]["command"]}, {"arguments", actions[0]["arguments"]}});
  client().sync();
  const auto applied = client().requests("workspace/applyEdit");
  ASSERT_EQ(applied.size(), 1U);
  EXPECT_EQ(applied[0]["edit"]["documentChanges"][0]["textDocument"]["version"], 4);
}

TEST_P(CodeActions, ACommandForAnOlderVersionChangesNothing) {
  client().initialize(modern_capabilities());
  client().open(uri(), mail, 4);
  client().change(uri(), 5, json::array({edit(0, 0, 0, "x ")}));
  const json argument = {{"uri", uri()}, {"version", 4}, {"range", edit(0, 0, 5, "")["range"]}};
  EXPECT_EQ(client().error_code("workspace/executeCommand",
                                {{"command", "paravent.replace"}, {"arguments", json::array({argument})}}),
            -32801);
  EXPECT_TRUE(client().requests("workspace/applyEdit").empty());
}

TEST_P(CodeActions, ACommandInAClientThatTakesNoEditsIsAnError) {
  client().initialize();
  client().open(uri(), mail);
  EXPECT_EQ(client().error_code("workspace/executeCommand", {{"command", "paravent.anonymise"},
                                                             {"arguments", json::array({{{"uri", uri()}}})}}),
            -32803);
}

TEST_P(CodeActions, NothingIsOfferedWhereNothingIs) {
  client().initialize(modern_capabilities());
  client().open(uri(), "Il pleut.\n");
  EXPECT_TRUE(code_actions(0, 0, 3).empty());
  EXPECT_TRUE(client().diagnostics(uri()).empty());
}

constexpr const char* introduced =
    "Séance avec Maëlle Kervadec, DRH chez LVMH, qui parle de son équipe.\n\nMaëlle Kervadec veut partir.\n";

TEST_P(CodeActions, TheTitleSaysExactlyWhatTheEditWrites) {
  client().initialize(modern_capabilities());
  for (const char* text : {introduced, two_mentions, "J’ai vu Jean Martin et parlé d’Ilyès Benhamou.\n",
                           "Écrire à kervadec@exemple.fr ou au 06 12 34 56 78.\n",
                           "Coachée : Maëlle Kervadec\n\nElle a 47 ans et habite à Lyon.\n"}) {
    client().open(uri(), text);
    int seen = 0;
    for (const json& found : client().diagnostics(uri())) {
      const json& range = found["range"];
      for (const json& action : code_actions(range["start"]["line"], range["start"]["character"],
                                             range["end"]["character"], json::array({"quickfix"}))) {
        const std::string title = action["title"];
        const json edits = edits_of(action["edit"]);
        if (title.find("mentions") != std::string::npos) continue;
        ++seen;
        EXPECT_EQ(title, "Remplacer par « " + edits[0]["newText"].get<std::string>() + " »") << text;
      }
    }
    EXPECT_GT(seen, 0) << text;
    client().close(uri());
  }
}

TEST_P(CodeActions, AnEditOfANameWithItsFirmIsOfferedOnce) {
  client().initialize(modern_capabilities());
  client().open(uri(), introduced);
  const json actions = code_actions(0, 12, 43, json::array({"quickfix"}));
  EXPECT_THAT(titles(actions), testing::ElementsAre("Remplacer par « une DRH d’un grand groupe de luxe »",
                                                    "Remplacer toutes les mentions de cette personne"));
  EXPECT_EQ(edits_of(actions[1]["edit"]).size(), 2U);
}

TEST_P(CodeActions, TheCommaThatClosedAnAppositionGoesWithIt) {
  client().initialize(modern_capabilities());
  client().open(uri(), "Maëlle Kervadec, DRH depuis trois ans, hésite.\n\nMaëlle Kervadec veut partir.\n");
  const json actions = code_actions(0, 3, 3, json::array({"quickfix"}));
  ASSERT_GE(actions.size(), 2U) << actions;
  EXPECT_EQ(edits_of(actions[0]["edit"]).size(), 2U) << "the name, and the comma before « hésite »";
  EXPECT_EQ(edits_of(actions[1]["edit"]).size(), 3U);
  EXPECT_EQ(edits_of(code_actions(2, 3, 3, json::array({"quickfix"}))[0]["edit"]).size(), 1U);
}

TEST_P(CodeActions, AreResolvedWhereTheClientResolves) {
  client().initialize(resolving_capabilities());
  client().open(uri(), two_mentions, 6);
  const json actions = code_actions(2, 3, 3);
  ASSERT_EQ(actions.size(), 3U);
  const std::vector<std::size_t> sizes{1, 2, 2};
  for (std::size_t i = 0; i < actions.size(); ++i) {
    EXPECT_FALSE(actions[i].contains("edit")) << "comes with resolve";
    const json resolved = client().result("codeAction/resolve", actions[i]);
    EXPECT_EQ(resolved["title"], actions[i]["title"]);
    EXPECT_EQ(resolved["kind"], actions[i]["kind"]);
    EXPECT_EQ(edits_of(resolved["edit"]).size(), sizes[i]);
    EXPECT_EQ(resolved["edit"]["documentChanges"][0]["textDocument"]["version"], 6);
  }
}

TEST_P(CodeActions, ResolveProviderIsAnnouncedOnlyToAClientThatResolves) {
  const json able = client().initialize(resolving_capabilities());
  EXPECT_EQ(able["capabilities"]["codeActionProvider"]["resolveProvider"], true);
  client_.reset();
  const json unable = client().initialize(modern_capabilities());
  EXPECT_EQ(unable["capabilities"]["codeActionProvider"]["resolveProvider"], false);
}

TEST_P(CodeActions, AResolveOfAnOlderVersionChangesNothing) {
  client().initialize(resolving_capabilities());
  client().open(uri(), two_mentions, 6);
  const json actions = code_actions(2, 3, 3);
  client().change(uri(), 7, json::array({edit(0, 0, 0, "x ")}));
  EXPECT_EQ(client().error_code("codeAction/resolve", actions[0]), -32801);
}

TEST_P(CodeActions, AResolveWithoutOurDataIsAnError) {
  client().initialize(resolving_capabilities());
  client().open(uri(), two_mentions);
  for (const json& data :
       {json(nullptr), json::object(), json{{"uri", uri()}, {"version", 1}, {"scope", "nothing"}}}) {
    EXPECT_EQ(client().error_code("codeAction/resolve", {{"title", "x"}, {"data", data}}), -32602) << data;
  }
}

TEST_P(CodeActions, ReplacingEverythingWritesWhatThePreviewShows) {
  client().initialize(resolving_capabilities());
  client().open(uri(), introduced);
  const json actions = code_actions(0, 0, 0, json::array({"source.anonymise"}));
  ASSERT_EQ(actions.size(), 1U);
  const json edits = edits_of(client().result("codeAction/resolve", actions[0])["edit"]);
  const std::string preview = client().result("paravent/preview", document())["text"];
  client().change(uri(), 2, [&] {
    json changes = json::array();
    for (auto one = edits.rbegin(); one != edits.rend(); ++one) {
      changes.push_back({{"range", (*one)["range"]}, {"text", (*one)["newText"]}});
    }
    return changes;
  }());
  EXPECT_EQ(client().result("paravent/preview", document())["text"], preview);
  EXPECT_EQ(client().diagnostics(uri()), json::array());
}

TEST_P(CodeActions, OfTwoHintsTheFirstIsOfferedAndWritesWhatItsTitleSays) {
  user_policy("[detect]\nthreshold = 1000\n");
  client().initialize(modern_capabilities());
  client().open(uri(), "Vu Sandrine hier avec Maëlle.\n\nSandrine revient.\n");
  const json actions = code_actions(0, 0, 29, json::array({"quickfix"}));
  ASSERT_FALSE(actions.empty());
  for (const json& action : actions) {
    const json edits = edits_of(action["edit"]);
    EXPECT_THAT(spans(edits), testing::Contains("0:3-11")) << "each hint costs a plan: no second one";
    EXPECT_THAT(action["title"].get<std::string>(), testing::HasSubstr(edits[0]["newText"]));
  }
  EXPECT_THAT(spans(edits_of(code_actions(0, 25, 25, json::array({"quickfix"}))[0]["edit"])),
              testing::ElementsAre("0:22-28"));
}

TEST_P(CodeActions, HitTheRightWordsBehindAnEmoji) {
  client().initialize(modern_capabilities());
  client().open(uri(), std::string("😀😀 ") + mail);
  const json actions = code_actions(0, 6, 6, json::array({"quickfix"}));
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_THAT(spans(edits_of(actions[0]["edit"])), testing::ElementsAre("0:5-24"));
}

TEST_P(CodeActions, ComeFromTheEditorsTextNotFromTheFile) {
  write(note(), "Rien ici.\n");
  client().initialize(modern_capabilities());
  client().open(uri(), mail);
  EXPECT_EQ(code_actions(0, 3, 3, json::array({"quickfix"})).size(), 1U);
}

}  // namespace
}  // namespace paravent::lsp::test
