// What the user sees and can do.
#include "lsp-server/story.hpp"

namespace paravent::lsp::test {
namespace {

constexpr const char* mail = "kervadec@exemple.fr";
constexpr const char* two_mentions =
    "Première séance avec Maëlle Kervadec, elle a parlé de son équipe.\n\nMaëlle Kervadec veut changer de "
    "poste.\n";

class Features : public Story {
 protected:
  json code_actions(int line, int from, int to, json only = nullptr) {
    json context = {{"diagnostics", json::array()}};
    if (!only.is_null()) context["only"] = std::move(only);
    return client().result("textDocument/codeAction", {{"textDocument", {{"uri", uri()}}},
                                                       {"range", edit(line, from, to, "")["range"]},
                                                       {"context", std::move(context)}});
  }
  static std::vector<std::string> kinds(const json& actions) {
    std::vector<std::string> out;
    for (const json& action : actions) out.push_back(action.value("kind", "command"));
    return out;
  }
};
PARAVENT_STORIES(Features);

TEST_P(Features, ADiagnosticSaysWhatWhyAndWhatWouldStandThere) {
  client().initialize();
  client().open(uri(), std::string("Écrire à ") + mail + "\n");
  const json found = client().diagnostics(uri());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["severity"], 2);
  EXPECT_EQ(found[0]["code"], "EMAIL");
  EXPECT_EQ(found[0]["source"], "Paravent");
  const std::string message = found[0]["message"];
  EXPECT_THAT(message, testing::HasSubstr("«"));
  EXPECT_THAT(message, testing::Not(testing::HasSubstr(mail))) << "a message does not repeat the data";
}

TEST_P(Features, SpeaksTheLanguageOfTheEditor) {
  client().initialize(json::object(), "en-GB");
  client().open(uri(), mail);
  EXPECT_THAT(client().diagnostics(uri())[0]["message"].get<std::string>(), testing::HasSubstr("“"));
}

TEST_P(Features, AnOptionDecidesTheLanguage) {
  options_.language = text::Language::English;
  client().initialize(json::object(), "fr");
  client().open(uri(), mail);
  EXPECT_THAT(client().diagnostics(uri())[0]["message"].get<std::string>(), testing::HasSubstr("“"));
}

TEST_P(Features, PushesToAClientThatCannotPull) {
  const json result = client().initialize();
  EXPECT_FALSE(result["capabilities"].contains("diagnosticProvider"));
  client().open(uri(), mail, 7);
  client().sync();
  EXPECT_EQ(client().last_push(uri())["version"], 7);
}

TEST_P(Features, NeverPushesToAClientThatCanPull) {
  const json result = client().initialize(pull_capability());
  const json& provider = result["capabilities"]["diagnosticProvider"];
  EXPECT_EQ(provider["interFileDependencies"], false);
  EXPECT_EQ(provider["workspaceDiagnostics"], false);
  client().open(uri(), mail);
  EXPECT_EQ(client().diagnostics(uri()).size(), 1U);
  client().change(uri(), 2, json::array({edit(0, 0, 0, " ")}));
  client().save(uri());
  client().close(uri());
  client().open(uri(), mail);
  client().shut_down();
  EXPECT_TRUE(client().notifications("textDocument/publishDiagnostics").empty());
}

TEST_P(Features, APullOfWhatTheClientHasAlreadyIsUnchanged) {
  client().initialize(pull_capability());
  client().open(uri(), std::string(mail) + "\nfin\n");
  json params = {{"textDocument", {{"uri", uri()}}}};
  const json first = client().result("textDocument/diagnostic", params);
  EXPECT_EQ(first["kind"], "full");
  params["previousResultId"] = first["resultId"];
  EXPECT_EQ(client().result("textDocument/diagnostic", params)["kind"], "unchanged");
  client().change(uri(), 2, json::array({edit(1, 3, 3, " de la note")}));
  EXPECT_EQ(client().result("textDocument/diagnostic", params)["kind"], "unchanged") << "nothing moved";
  client().change(uri(), 3, json::array({edit(0, 0, 0, "À ")}));
  const json moved = client().result("textDocument/diagnostic", params);
  EXPECT_EQ(moved["kind"], "full");
  EXPECT_NE(moved["resultId"], first["resultId"]);
}

TEST_P(Features, ShowsAtMostAThousandAndSaysHowManyAreMissing) {
  client().initialize();
  std::string text;
  for (int i = 0; i < 1200; ++i) text += "adresse" + std::to_string(i) + "@exemple.fr\n\n";
  client().open(uri(), text);
  const json found = client().diagnostics(uri());
  ASSERT_EQ(found.size(), 1000U);
  EXPECT_EQ(found.back()["severity"], 3);
  EXPECT_THAT(found.back()["message"].get<std::string>(), testing::HasSubstr("201"));
}

TEST_P(Features, HoverExplainsWhatStandsUnderThePointer) {
  client().initialize(modern_capabilities());
  client().open(uri(), std::string("Écrire à ") + mail + "\n");
  const json hover = client().result("textDocument/hover", LspClient::at(uri(), 0, 12));
  EXPECT_EQ(hover["contents"]["kind"], "markdown");
  EXPECT_EQ(hover["range"]["start"]["character"], 9);
  EXPECT_EQ(hover["range"]["end"]["character"], 28);
  EXPECT_EQ(client().result("textDocument/hover", LspClient::at(uri(), 0, 3)), nullptr);
}

TEST_P(Features, HoverIsPlainForAClientWithoutMarkdown) {
  client().initialize();
  client().open(uri(), mail);
  const json hover = client().result("textDocument/hover", LspClient::at(uri(), 0, 3));
  EXPECT_EQ(hover["contents"]["kind"], "plaintext");
  EXPECT_THAT(hover["contents"]["value"].get<std::string>(), testing::Not(testing::HasSubstr("**")));
}

TEST_P(Features, ReplacesThisOneWithoutDataOrContext) {
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

TEST_P(Features, ReplacesAllMentionsOfAPersonAtOnce) {
  client().initialize(modern_capabilities());
  client().open(uri(), two_mentions);
  const json actions = code_actions(2, 3, 3, json::array({"quickfix"}));
  ASSERT_EQ(actions.size(), 2U) << actions;
  EXPECT_EQ(actions[0]["edit"]["documentChanges"][0]["edits"].size(), 1U);
  EXPECT_EQ(actions[1]["title"], "Remplacer toutes les mentions de cette personne");
  EXPECT_EQ(actions[1]["edit"]["documentChanges"][0]["edits"].size(), 2U);
}

TEST_P(Features, OffersToReplaceEverythingAsItsOwnKind) {
  client().initialize(modern_capabilities());
  client().open(uri(), std::string(mail) + "\n\n06 12 34 56 78\n");
  EXPECT_THAT(kinds(code_actions(1, 0, 0)), testing::ElementsAre("source.anonymise"));
  const json asked = code_actions(1, 0, 0, json::array({"source"}));
  ASSERT_THAT(kinds(asked), testing::ElementsAre("source.anonymise"));
  EXPECT_EQ(asked[0]["edit"]["documentChanges"][0]["edits"].size(), 2U);
  EXPECT_TRUE(code_actions(0, 0, 5, json::array({"source.fixAll"})).empty())
      << "a fix-all does not rewrite names";
  EXPECT_TRUE(code_actions(0, 0, 5, json::array({"refactor"})).empty());
  EXPECT_THAT(kinds(code_actions(0, 0, 5, json::array({"quickfix"}))), testing::Contains("quickfix"));
}

TEST_P(Features, WritesPlainChangesForAClientThatKnowsNoOther) {
  json capabilities = modern_capabilities();
  capabilities["workspace"].erase("workspaceEdit");
  client().initialize(capabilities);
  client().open(uri(), mail);
  const json actions = code_actions(0, 0, 0);
  ASSERT_GE(actions.size(), 1U);
  EXPECT_EQ(actions[0]["edit"]["changes"][uri()].size(), 1U);
  EXPECT_FALSE(actions[0]["edit"].contains("documentChanges"));
}

TEST_P(Features, GivesCommandsToAClientWithoutLiterals) {
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

TEST_P(Features, ACommandForAnOlderVersionChangesNothing) {
  client().initialize(modern_capabilities());
  client().open(uri(), mail, 4);
  client().change(uri(), 5, json::array({edit(0, 0, 0, "x ")}));
  const json argument = {{"uri", uri()}, {"version", 4}, {"range", edit(0, 0, 5, "")["range"]}};
  EXPECT_EQ(client().error_code("workspace/executeCommand",
                                {{"command", "paravent.replace"}, {"arguments", json::array({argument})}}),
            -32801);
  EXPECT_TRUE(client().requests("workspace/applyEdit").empty());
}

TEST_P(Features, ACommandInAClientThatTakesNoEditsIsAnError) {
  client().initialize();
  client().open(uri(), mail);
  EXPECT_EQ(client().error_code("workspace/executeCommand", {{"command", "paravent.anonymise"},
                                                             {"arguments", json::array({{{"uri", uri()}}})}}),
            -32803);
}

TEST_P(Features, NothingIsOfferedWhereNothingIs) {
  client().initialize(modern_capabilities());
  client().open(uri(), "Il pleut.\n");
  EXPECT_TRUE(code_actions(0, 0, 3).empty());
  EXPECT_TRUE(client().diagnostics(uri()).empty());
}

}  // namespace
}  // namespace paravent::lsp::test
