// Where the people of a note stand: highlights, references, symbols.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class People : public FeatureStory {
 protected:
  void open_note() {
    client().open(
        uri(), "Première séance avec Maëlle Kervadec.\n\nMaëlle veut partir.\n\nElle connaît Jean Martin.\n");
  }
};
PARAVENT_STORIES(People);

TEST_P(People, AreHighlightedAtEveryMention) {
  client().initialize();
  open_note();
  EXPECT_THAT(spans(client().result("textDocument/documentHighlight", place(2, 2))),
              testing::ElementsAre("0:21-36", "2:0-6"));
  EXPECT_EQ(client().result("textDocument/documentHighlight", place(2, 12)), nullptr);
}

TEST_P(People, WhatIsNamedOnceIsHighlightedAlone) {
  client().initialize();
  client().open(uri(), mail);
  EXPECT_THAT(spans(client().result("textDocument/documentHighlight", place(0, 2))),
              testing::ElementsAre("0:0-19"));
}

TEST_P(People, AreFoundAsReferencesTheFirstMentionAsDeclaration) {
  client().initialize();
  open_note();
  json params = place(2, 2);
  params["context"] = {{"includeDeclaration", true}};
  const json all = client().result("textDocument/references", params);
  EXPECT_THAT(spans(all), testing::ElementsAre("0:21-36", "2:0-6"));
  EXPECT_EQ(all[0]["uri"], uri());
  params["context"]["includeDeclaration"] = false;
  EXPECT_THAT(spans(client().result("textDocument/references", params)), testing::ElementsAre("2:0-6"));
}

TEST_P(People, AreATreeOfSymbolsWithTheirMentions) {
  client().initialize(capabilities_with({{"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}}}));
  open_note();
  const json found = client().result("textDocument/documentSymbol", document());
  ASSERT_EQ(found.size(), 2U) << found;
  EXPECT_EQ(found[0]["name"], "Maëlle Kervadec");
  EXPECT_EQ(found[0]["detail"], "personne");
  EXPECT_EQ(found[0]["range"], found[0]["selectionRange"]);
  ASSERT_EQ(found[0]["children"].size(), 2U);
  EXPECT_EQ(found[0]["children"][1]["name"], "Maëlle");
  EXPECT_EQ(found[0]["children"][1]["detail"], "ligne 3");
  EXPECT_EQ(found[1]["name"], "Jean Martin");
  EXPECT_FALSE(found[1].contains("children")) << "named once";
}

TEST_P(People, AreAFlatListForAClientThatTakesNoTree) {
  client().initialize();
  open_note();
  const json found = client().result("textDocument/documentSymbol", document());
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1]["name"], "Maëlle");
  EXPECT_EQ(found[1]["containerName"], "Maëlle Kervadec");
  EXPECT_EQ(found[1]["location"]["uri"], uri());
  EXPECT_FALSE(found[1].contains("selectionRange"));
}

TEST_P(People, ANoteWithoutAnyHasNoSymbols) {
  client().initialize();
  client().open(uri(), "# Titre\n\nIl pleut.\n");
  EXPECT_EQ(client().result("textDocument/documentSymbol", document()), json::array());
}

}  // namespace
}  // namespace paravent::lsp::test
