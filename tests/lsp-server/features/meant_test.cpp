// A mention by which two could be meant, and hints that are only proposed.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

using testing::HasSubstr;

class WhoIsMeant : public FeatureStory {
 protected:
  // The place of the last "Claire" of the note.
  static constexpr int line_ = 4;
  const std::string two_claires_ =
      "Claire Dupont est arrivée la première.\n\nClaire Morel l’a suivie.\n\nAlors Claire a parlé.\n";
};
PARAVENT_STORIES(WhoIsMeant);

TEST_P(WhoIsMeant, IsOfferedForEachWhoCouldBe) {
  client().initialize(modern_capabilities());
  client().open(uri(), two_claires_, 3);
  std::vector<std::string> offered;
  for (const json& action : code_actions(line_, 7, 7, json::array({"quickfix"}))) {
    const std::string title = action["title"];
    if (title.starts_with("C’est ")) {
      offered.push_back(title);
      const json edits = edits_of(action["edit"]);
      EXPECT_THAT(spans(edits), testing::ElementsAre("4:6-12"));
      EXPECT_EQ("C’est " + edits[0]["newText"].get<std::string>(), title);
    }
  }
  EXPECT_THAT(offered, testing::UnorderedElementsAre("C’est Claire Dupont", "C’est Claire Morel"));
}

TEST_P(WhoIsMeant, IsNoQuestionWhereOneIs) {
  client().initialize(modern_capabilities());
  client().open(uri(), two_claires_, 3);
  for (const std::string& title : titles(code_actions(0, 3, 3, json::array({"quickfix"})))) {
    EXPECT_THAT(title, testing::Not(HasSubstr("C’est")));
  }
}

TEST_P(WhoIsMeant, IsSaidWithoutNamesUnderTheMention) {
  client().initialize(modern_capabilities());
  client().open(uri(), two_claires_, 3);
  std::vector<std::string> doubtful;
  for (const json& item : client().diagnostics(uri())) {
    const std::string message = item["message"];
    if (message.find("Deux personnes") == std::string::npos) continue;
    doubtful.push_back(item["range"]["start"]["line"].dump());
    EXPECT_THAT(message, testing::Not(HasSubstr("Dupont")));
  }
  EXPECT_THAT(doubtful, testing::ElementsAre("4"));
  const json hover = client().result("textDocument/hover", place(line_, 8));
  EXPECT_THAT(hover["contents"]["value"].get<std::string>(), HasSubstr("Claire Morel, Claire Dupont"));
}

class UnsureEdits : public FeatureStory {
 protected:
  // Masks the name; the address is only pointed out.
  const std::string note_ = "Vu Karim Belkacem, kervadec@exemple.fr.\n";

  json anonymised(const json& capabilities) {
    user_policy("[detect]\nthreshold = 970\n");
    client().initialize(capabilities);
    client().open(uri(), note_, 2);
    command("paravent.anonymise", {{"uri", uri()}});
    client().sync();
    const auto asked = client().requests("workspace/applyEdit");
    return asked.empty() ? json() : asked.back()["edit"];
  }
};
PARAVENT_STORIES(UnsureEdits);

TEST_P(UnsureEdits, AreAskedAboutWhereTheClientCanAsk) {
  const json edit = anonymised(capabilities_with(
      json::object(),
      {{"workspaceEdit", {{"documentChanges", true}, {"changeAnnotationSupport", json::object()}}}}));
  std::size_t asked = 0;
  for (const json& one : edits_of(edit)) asked += one.contains("annotationId") ? 1 : 0;
  EXPECT_EQ(asked, 1U);
  EXPECT_EQ(edit["changeAnnotations"]["paravent.unsure"]["needsConfirmation"], true);
}

TEST_P(UnsureEdits, AreLeftOutElsewhere) {
  const json edit = anonymised(modern_capabilities());
  EXPECT_EQ(edits_of(edit).size(), 1U);
  EXPECT_FALSE(edit.contains("changeAnnotations"));
}

}  // namespace
}  // namespace paravent::lsp::test
