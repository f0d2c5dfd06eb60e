// What stands under the pointer.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class Hovers : public FeatureStory {};
PARAVENT_STORIES(Hovers);

TEST_P(Hovers, HoverExplainsWhatStandsUnderThePointer) {
  client().initialize(modern_capabilities());
  client().open(uri(), std::string("Écrire à ") + mail + "\n");
  const json hover = client().result("textDocument/hover", LspClient::at(uri(), 0, 12));
  EXPECT_EQ(hover["contents"]["kind"], "markdown");
  EXPECT_EQ(hover["range"]["start"]["character"], 9);
  EXPECT_EQ(hover["range"]["end"]["character"], 28);
  EXPECT_EQ(client().result("textDocument/hover", LspClient::at(uri(), 0, 3)), nullptr);
}

TEST_P(Hovers, HoverIsPlainForAClientWithoutMarkdown) {
  client().initialize();
  client().open(uri(), mail);
  const json hover = client().result("textDocument/hover", LspClient::at(uri(), 0, 3));
  EXPECT_EQ(hover["contents"]["kind"], "plaintext");
  EXPECT_THAT(hover["contents"]["value"].get<std::string>(), testing::Not(testing::HasSubstr("**")));
}

TEST_P(Hovers, SayWhatTheEditWouldWrite) {
  client().initialize();
  client().open(uri(), "J’ai parlé d’Ilyès Benhamou.\n");
  const std::string words = client().result("textDocument/hover", place(0, 16))["contents"]["value"];
  EXPECT_THAT(words, testing::HasSubstr("Remplacement proposé : « de Personne A »."));
}

TEST_P(Hovers, GiveAdviceOnASensitiveWordAndNoReplacement) {
  client().initialize();
  client().open(uri(), "Elle est diabétique.\n");
  const std::string words = client().result("textDocument/hover", place(0, 12))["contents"]["value"];
  EXPECT_THAT(words, testing::HasSubstr("à ne pas donner à une IA sans l’accord"));
  EXPECT_THAT(words, testing::Not(testing::HasSubstr("Remplacement")));
}

TEST_P(Hovers, CountTheMentions) {
  client().initialize();
  client().open(uri(), two_mentions);
  const std::string words = client().result("textDocument/hover", place(2, 3))["contents"]["value"];
  EXPECT_THAT(words, testing::HasSubstr("2 mentions dans cette note."));
}

TEST_P(Hovers, SayTheRuleTheScoreAndWhatWeighedInTheNoteAsItIsNow) {
  client().initialize();
  client().open(uri(), "J’ai vu Ilyès.\n");
  client().result("textDocument/hover", place(0, 10));
  client().change(uri(), 2, {edit(0, 0, 0, "Ilyès Benhamou, 06 39 98 00 01\n\n")});
  const std::string name = client().result("textDocument/hover", place(2, 10))["contents"]["value"];
  EXPECT_THAT(name, testing::HasSubstr("\nRègle person.name, score 0,"));
  EXPECT_THAT(name, testing::HasSubstr("Ce qui a pesé : "));
  const std::string line = name.substr(name.find("\nRègle"));
  EXPECT_THAT(line, testing::HasSubstr("le même nom ailleurs dans la note ou son dossier (+"));
  EXPECT_THAT(line.substr(0, line.find('\n', 1)), testing::Not(testing::HasSubstr("Ilyès")));
  const std::string phone = client().result("textDocument/hover", place(0, 18))["contents"]["value"];
  EXPECT_THAT(phone, testing::HasSubstr("\nRègle phone.national, score 0,80.\n"));
}

TEST_P(Hovers, DoNotTurnWordsOfTheNoteIntoMarkup) {
  client().initialize(modern_capabilities());
  client().open(uri(), "Écrire à <kervadec@exemple.fr>\n");
  const std::string words = client().result("textDocument/hover", place(0, 14))["contents"]["value"];
  EXPECT_THAT(words, testing::Not(testing::HasSubstr("kervadec")));
  EXPECT_THAT(words, testing::StartsWith("**Paravent · adresse e\\-mail**"));
}

}  // namespace
}  // namespace paravent::lsp::test
