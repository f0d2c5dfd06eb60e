// paravent/preview and paravent/findings, with their executeCommand twins.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class Extensions : public FeatureStory {};
PARAVENT_STORIES(Extensions);

TEST_P(Extensions, APreviewIsTheNoteAsItWouldBeShared) {
  client().initialize();
  client().open(uri(), "Séance avec Maëlle Kervadec.\n", 4);
  const json shown = client().result("paravent/preview", document());
  EXPECT_EQ(shown["text"], "Séance avec Personne A.\n");
  EXPECT_EQ(shown["count"], 1);
  EXPECT_EQ(shown["style"], "generalise");
  EXPECT_EQ(shown["version"], 4);
  EXPECT_EQ(shown["uri"], uri());
  EXPECT_EQ(shown["language"], "fr");
}

TEST_P(Extensions, APreviewTakesAStyle) {
  client().initialize();
  client().open(uri(), "Séance avec Maëlle Kervadec, DRH chez LVMH.\n");
  json params = document();
  params["style"] = "pseudonym";
  const json shown = client().result("paravent/preview", params);
  EXPECT_EQ(shown["style"], "pseudonym");
  EXPECT_EQ(shown["text"], "Séance avec Personne A, DRH chez Entreprise A.\n");
  EXPECT_NE(client().result("paravent/preview", document())["text"], shown["text"]);
  params["style"] = "quelconque";
  EXPECT_EQ(client().error_code("paravent/preview", params), -32602);
}

TEST_P(Extensions, ATextWithoutFindingsIsPreviewedAsItIs) {
  client().initialize();
  client().open(uri(), "Il pleut.\r\n");
  const json shown = client().result("paravent/preview", document());
  EXPECT_EQ(shown["text"], "Il pleut.\r\n");
  EXPECT_EQ(shown["count"], 0);
}

TEST_P(Extensions, FindingsHaveNoLimitAndComeInPages) {
  client().initialize();
  std::string text;
  for (int i = 0; i < 1200; ++i) text += "adresse" + std::to_string(i) + "@exemple.fr\n\n";
  client().open(uri(), text);
  json params = document();
  const json first = client().result("paravent/findings", params);
  EXPECT_EQ(first["total"], 1200);
  EXPECT_EQ(first["findings"].size(), 1000U);
  EXPECT_EQ(first["next"], 1000);
  params["offset"] = first["next"];
  const json second = client().result("paravent/findings", params);
  EXPECT_EQ(second["findings"].size(), 200U);
  EXPECT_FALSE(second.contains("next"));
  EXPECT_EQ(second["findings"][0]["range"]["start"]["line"], 2000);
  params["offset"] = 5000;
  EXPECT_TRUE(client().result("paravent/findings", params)["findings"].empty());
  params["limit"] = -1;
  EXPECT_EQ(client().error_code("paravent/findings", params), -32602);
}

TEST_P(Extensions, AFindingSaysAllThatTheCommandLineSays) {
  client().initialize();
  client().open(uri(), "Séance avec Maëlle Kervadec.\n");
  const json found = client().result("paravent/findings", document())["findings"];
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["category"], "PERSON");
  EXPECT_TRUE(found[0]["rule"].is_string());
  EXPECT_EQ(found[0]["start"], 13);
  EXPECT_EQ(found[0]["end"], 29);
  EXPECT_EQ(found[0]["range"], edit(0, 12, 27, "")["range"]);
  EXPECT_GT(found[0]["score"].get<double>(), 0.5);
  EXPECT_EQ(found[0]["hint"], false);
  EXPECT_EQ(found[0]["entity"], "p1");
  EXPECT_EQ(found[0]["replacement"], "Personne A");
  EXPECT_THAT(found[0]["message"].get<std::string>(), testing::StartsWith("Le nom d’une personne"));
}

TEST_P(Extensions, TheCommandsAnswerAsTheRequestsDo) {
  client().initialize();
  client().open(uri(), two_mentions);
  EXPECT_EQ(command("paravent.preview", {{"uri", uri()}})["result"],
            client().result("paravent/preview", document()));
  EXPECT_EQ(command("paravent.findings", {{"uri", uri()}, {"limit", 1}})["result"]["findings"].size(), 1U);
}

TEST_P(Extensions, ANoteThatIsNotOpenIsAnError) {
  client().initialize();
  EXPECT_EQ(client().error_code("paravent/preview", document()), -32602);
  EXPECT_EQ(client().error_code("paravent/findings", json::object()), -32602);
}

}  // namespace
}  // namespace paravent::lsp::test
