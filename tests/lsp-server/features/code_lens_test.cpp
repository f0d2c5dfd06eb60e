// The line above a note, and above each prompt in it.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class CodeLenses : public FeatureStory {
 protected:
  json lenses() { return client().result("textDocument/codeLens", document()); }
  static std::vector<std::string> lens_titles(const json& lenses) {
    std::vector<std::string> out;
    for (const json& lens : lenses) out.push_back(lens["command"]["title"].get<std::string>());
    return out;
  }
  static json capable() { return capabilities_with({{"codeLens", json::object()}}); }
};
PARAVENT_STORIES(CodeLenses);

constexpr const char* with_prompts =
    "Séance avec Maëlle Kervadec et Jean Martin à Lyon.\n\n```prompt\nRésume la séance de Maëlle Kervadec "
    "avec "
    "Jean Martin.\n```\n\n- Une liste :\n\n  ```prompt\n  Écris à kervadec@exemple.fr.\n  "
    "```\n\n```prompt\nIl "
    "pleut.\n```\n";

TEST_P(CodeLenses, CountWhatTheNoteHoldsOncePerPerson) {
  client().initialize(capable());
  client().open(uri(), two_mentions);
  EXPECT_THAT(lens_titles(lenses()), testing::ElementsAre("1 personne · Anonymiser"));
}

TEST_P(CodeLenses, CountWhatStandsInEachPrompt) {
  client().initialize(capable());
  client().open(uri(), with_prompts);
  const json found = lenses();
  EXPECT_THAT(lens_titles(found), testing::ElementsAre("2 personnes, 1 lieu et 1 autre donnée · Anonymiser",
                                                       "2 noms dans ce prompt · Remplacer",
                                                       "1 donnée personnelle dans ce prompt · Remplacer"));
  EXPECT_EQ(found[0]["range"]["start"]["line"], 0);
  EXPECT_EQ(found[1]["range"]["start"]["line"], 2) << "above the fence";
  EXPECT_EQ(found[2]["range"]["start"]["line"], 8);
}

TEST_P(CodeLenses, TheCommandOfAPromptChangesThatPromptAlone) {
  client().initialize(capable());
  client().open(uri(), with_prompts);
  const json action = lenses()[1]["command"];
  client().result("workspace/executeCommand",
                  {{"command", action["command"]}, {"arguments", action["arguments"]}});
  client().sync();
  const auto applied = client().requests("workspace/applyEdit");
  ASSERT_EQ(applied.size(), 1U);
  const json edits = edits_of(applied[0]["edit"]);
  ASSERT_EQ(edits.size(), 2U);
  for (const json& one : edits) EXPECT_EQ(one["range"]["start"]["line"], 3);
}

TEST_P(CodeLenses, TheCommandOfTheNoteChangesAllOfIt) {
  client().initialize(capable());
  client().open(uri(), two_mentions);
  const json action = lenses()[0]["command"];
  client().result("workspace/executeCommand",
                  {{"command", action["command"]}, {"arguments", action["arguments"]}});
  client().sync();
  ASSERT_EQ(client().requests("workspace/applyEdit").size(), 1U);
  EXPECT_EQ(edits_of(client().requests("workspace/applyEdit")[0]["edit"]).size(), 2U);
}

TEST_P(CodeLenses, AFileThatIsAPromptIsCountedAsOne) {
  client().initialize(capable());
  const std::string prompt = uri("bilan.prompt.md");
  client().open(prompt, two_mentions);
  const json found = client().result("textDocument/codeLens", {{"textDocument", {{"uri", prompt}}}});
  EXPECT_THAT(lens_titles(found), testing::ElementsAre("1 nom dans ce prompt · Remplacer"));
}

TEST_P(CodeLenses, ANoteWithNothingToReplaceHasNone) {
  client().initialize(capable());
  client().open(uri(), "Il pleut.\n\n```prompt\nRésume.\n```\n");
  EXPECT_EQ(lenses(), json::array());
}

TEST_P(CodeLenses, SpeakEnglishToo) {
  client().initialize(capable(), "en");
  client().open(uri(), two_mentions);
  EXPECT_THAT(lens_titles(lenses()), testing::ElementsAre("1 person · Anonymise"));
}

TEST_P(CodeLenses, AreAnnouncedOnlyWhereTheirCommandCanWork) {
  EXPECT_TRUE(client().initialize(capable())["capabilities"].contains("codeLensProvider"));
  client_.reset();
  EXPECT_FALSE(client().initialize(modern_capabilities())["capabilities"].contains("codeLensProvider"));
  client_.reset();
  json without_edits = capable();
  without_edits["workspace"].erase("applyEdit");
  EXPECT_FALSE(client().initialize(without_edits)["capabilities"].contains("codeLensProvider"));
}

}  // namespace
}  // namespace paravent::lsp::test
