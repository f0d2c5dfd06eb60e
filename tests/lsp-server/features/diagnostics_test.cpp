// What is underlined.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class Diagnostics : public FeatureStory {};
PARAVENT_STORIES(Diagnostics);

TEST_P(Diagnostics, ADiagnosticSaysWhatAndWhyAndNeverTheWordsFound) {
  client().initialize();
  client().open(uri(), std::string("Écrire à ") + mail + "\n");
  const json found = client().diagnostics(uri());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["severity"], 2);
  EXPECT_EQ(found[0]["code"], "EMAIL");
  EXPECT_EQ(found[0]["source"], "Paravent");
  const std::string message = found[0]["message"];
  EXPECT_THAT(message, testing::StartsWith("Une adresse électronique"));
  EXPECT_THAT(message, testing::Not(testing::HasSubstr(mail))) << "a message does not repeat the data";
}

TEST_P(Diagnostics, ASensitiveWordIsInformationWithTheAdviceOfItsKind) {
  client().initialize();
  client().open(uri(), "Elle est diabétique.\n\nIl est délégué syndical.\n");
  const json found = client().diagnostics(uri());
  ASSERT_EQ(found.size(), 2U);
  for (const json& each : found) {
    EXPECT_EQ(each["severity"], 3);
    EXPECT_EQ(each["code"], "SENSITIVE");
  }
  EXPECT_THAT(found[0]["message"].get<std::string>(), testing::HasSubstr("santé"));
  EXPECT_THAT(found[1]["message"].get<std::string>(), testing::HasSubstr("syndicat"));
}

TEST_P(Diagnostics, SpeaksTheLanguageOfTheEditor) {
  client().initialize(json::object(), "en-GB");
  client().open(uri(), mail);
  EXPECT_THAT(client().diagnostics(uri())[0]["message"].get<std::string>(),
              testing::StartsWith("An e-mail address"));
}

TEST_P(Diagnostics, AnOptionDecidesTheLanguage) {
  options_.language = text::Language::English;
  client().initialize(json::object(), "fr");
  client().open(uri(), mail);
  EXPECT_THAT(client().diagnostics(uri())[0]["message"].get<std::string>(),
              testing::StartsWith("An e-mail address"));
}

TEST_P(Diagnostics, PushesToAClientThatCannotPull) {
  const json result = client().initialize();
  EXPECT_FALSE(result["capabilities"].contains("diagnosticProvider"));
  client().open(uri(), mail, 7);
  client().sync();
  EXPECT_EQ(client().last_push(uri())["version"], 7);
}

TEST_P(Diagnostics, NeverPushesToAClientThatCanPull) {
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

TEST_P(Diagnostics, APullOfWhatTheClientHasAlreadyIsUnchanged) {
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

TEST_P(Diagnostics, ShowsAtMostAThousandAndSaysHowManyAreMissing) {
  client().initialize();
  std::string text;
  for (int i = 0; i < 1200; ++i) text += "adresse" + std::to_string(i) + "@exemple.fr\n\n";
  client().open(uri(), text);
  const json found = client().diagnostics(uri());
  ASSERT_EQ(found.size(), 1000U);
  EXPECT_EQ(found.back()["severity"], 3);
  EXPECT_THAT(found.back()["message"].get<std::string>(), testing::HasSubstr("201"));
}

TEST_P(Diagnostics, NameOtherMentionsToAClientThatShowsThem) {
  client().initialize({{"textDocument", {{"publishDiagnostics", {{"relatedInformation", true}}}}}});
  client().open(uri(), two_mentions);
  const json found = client().diagnostics(uri());
  ASSERT_EQ(found.size(), 2U);
  const json& related = found[0]["relatedInformation"];
  ASSERT_EQ(related.size(), 1U);
  EXPECT_EQ(related[0]["location"]["uri"], uri());
  EXPECT_EQ(related[0]["location"]["range"], found[1]["range"]);
  EXPECT_EQ(related[0]["message"], "Autre mention de cette personne");
  EXPECT_EQ(found[1]["relatedInformation"][0]["location"]["range"], found[0]["range"]);
}

TEST_P(Diagnostics, NameAFewOtherMentionsOfManyTheFullestFormFirst) {
  client().initialize({{"textDocument", {{"publishDiagnostics", {{"relatedInformation", true}}}}}});
  std::string text = "Maëlle Kervadec est venue.\n\n";
  for (int i = 0; i < 6; ++i) text += "Maëlle a parlé avec Maëlle.\n\n";
  client().open(uri(), text);
  const json found = client().diagnostics(uri());
  ASSERT_EQ(found.size(), 13U);
  const json& related = found[6]["relatedInformation"];
  ASSERT_EQ(related.size(), 3U);
  EXPECT_EQ(related[0]["location"]["range"], found[0]["range"]);
  EXPECT_EQ(related[1]["location"]["range"], found[5]["range"]);
  EXPECT_EQ(related[2]["location"]["range"], found[7]["range"]);
}

TEST_P(Diagnostics, OfALongNoteNameOneOtherMention) {
  client().initialize({{"textDocument", {{"publishDiagnostics", {{"relatedInformation", true}}}}}});
  std::string text = "Maëlle Kervadec est venue.\n\n";
  for (int i = 0; i < 120; ++i) text += "Maëlle a parlé avec Maëlle.\n\n";
  client().open(uri(), text);
  const json found = client().diagnostics(uri());
  ASSERT_EQ(found.size(), 241U);
  for (const json& item : found) EXPECT_EQ(item["relatedInformation"].size(), 1U);
}

TEST_P(Diagnostics, DoNotNameOtherMentionsToAClientThatDoesNot) {
  client().initialize();
  client().open(uri(), two_mentions);
  for (const json& item : client().diagnostics(uri())) EXPECT_FALSE(item.contains("relatedInformation"));
}

TEST_P(Diagnostics, StandAtTheRightPlaceBehindAnEmojiInEveryEncoding) {
  struct Case {
    const char* encoding;
    int begin;
  };
  for (const Case& c : {Case{"utf-8", 10}, Case{"utf-16", 7}, Case{"utf-32", 6}}) {
    client_.reset();
    client().initialize({{"general", {{"positionEncodings", json::array({c.encoding})}}}});
    client().open(uri(), std::string("é 😀 ; ") + mail);
    const json found = client().diagnostics(uri());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]["range"]["start"]["character"], c.begin) << c.encoding;
  }
}

TEST_P(Diagnostics, AreThoseOfTheEditorsTextNotOfTheFile) {
  write(note(), "Rien ici.\n");
  client().initialize();
  client().open(uri(), mail);
  EXPECT_EQ(client().diagnostics(uri()).size(), 1U);
  client().open("untitled:Untitled-1", mail);
  EXPECT_EQ(client().diagnostics("untitled:Untitled-1").size(), 1U) << "a note that was never saved";
}

TEST_P(Diagnostics, KnowWhomTheOtherNotesOfTheFolderName) {
  write(note("a.md"), "Vu Hélène Marchand.\n");
  client().initialize(pull_capability());
  client().open(uri("b.md"), "Je vois marchand lundi.\n");
  // Behind the hover, whose turn it is, the folder has been read.
  client().result("textDocument/hover", LspClient::at(uri("b.md"), 0, 0));
  EXPECT_EQ(client().diagnostics(uri("b.md")).size(), 1U);
  write(note("a.md"), "Séance calme.\n");
  client().save(uri("b.md"));
  client().result("textDocument/hover", LspClient::at(uri("b.md"), 0, 0));
  EXPECT_TRUE(client().diagnostics(uri("b.md")).empty());
}

}  // namespace
}  // namespace paravent::lsp::test
