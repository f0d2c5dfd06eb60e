// Who could be recognised: the diagnostic, the lens, and paravent/risk.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

constexpr const char* telling = "Vu Claire Dupont, notaire à Guéret, 38 ans.\n\nClaire Dupont hésite.\n";
constexpr const char* quiet = "Vu Claire Dupont, notaire.\n\nClaire Dupont hésite.\n";

class Risk : public FeatureStory {
 protected:
  json risks(const json& diagnostics) const {
    json out = json::array();
    for (const json& one : diagnostics) {
      if (one.value("code", "") == "risk") out.push_back(one);
    }
    return out;
  }
  json pulled() { return risks(client().result("textDocument/diagnostic", document())["items"]); }
  std::vector<std::string> lens_titles() {
    std::vector<std::string> out;
    for (const json& lens : client().result("textDocument/codeLens", document())) {
      out.push_back(lens["command"]["title"].get<std::string>());
    }
    return out;
  }
  static json pulling() {
    return capabilities_with({{"codeLens", json::object()}, {"diagnostic", json::object()}});
  }
};
PARAVENT_STORIES(Risk);

TEST_P(Risk, APersonWithWhomVeryFewShareWhatIsToldIsPointedOutOnceAtTheFirstMention) {
  client().initialize(pulling());
  client().open(uri(), telling);
  const json found = pulled();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(spans(found), std::vector<std::string>{"0:3-16"});
  EXPECT_EQ(found[0]["severity"], 3);
  EXPECT_EQ(found[0]["source"], "Paravent");
  EXPECT_THAT(
      found[0]["message"].get<std::string>(),
      testing::AllOf(testing::HasSubstr("notaire + Guéret + 38 ans"), testing::HasSubstr("moins de 10")));
}

TEST_P(Risk, APersonLikeManyIsNot) {
  client().initialize(pulling());
  client().open(uri(), quiet);
  EXPECT_TRUE(pulled().empty());
  EXPECT_THAT(lens_titles(), testing::ElementsAre("1 personne · Anonymiser"));
}

TEST_P(Risk, StaysAtTheNameWhileTheNoteIsEditedAndIsReadAgainWhenItIsSaved) {
  client().initialize(pulling());
  client().open(uri(), quiet);
  EXPECT_TRUE(pulled().empty());
  client().change(uri(), 2, json::array({edit(0, 25, 25, " à Guéret, 38 ans")}));
  EXPECT_TRUE(pulled().empty()) << "not at each key";
  client().save(uri());
  client().sync();
  EXPECT_EQ(spans(pulled()), std::vector<std::string>{"0:3-16"});
  client().change(uri(), 3, json::array({edit(0, 0, 0, "\n\n")}));
  EXPECT_EQ(spans(pulled()), std::vector<std::string>{"2:3-16"});
}

TEST_P(Risk, TheLensNamesTheCombinationAndItsCommandTellsWhatToChange) {
  client().initialize(pulling());
  client().open(uri(), telling);
  const json lenses = client().result("textDocument/codeLens", document());
  EXPECT_THAT(lens_titles(), testing::ElementsAre(testing::HasSubstr("Anonymiser"),
                                                  "Reconnaissable : notaire + Guéret + 38 ans"));
  const json action = lenses[1]["command"];
  EXPECT_EQ(lenses[1]["range"]["start"]["line"], 0);
  client().result("workspace/executeCommand",
                  {{"command", action["command"]}, {"arguments", action["arguments"]}});
  const auto messages = client().notifications("window/showMessage");
  ASSERT_FALSE(messages.empty());
  EXPECT_THAT(messages.back()["message"].get<std::string>(), testing::HasSubstr("donner la région"));
}

TEST_P(Risk, TheRequestListsAllPeopleOfThePresentText) {
  client().initialize();
  client().open(uri(), "Vu Claire Dupont, notaire à Guéret, 38 ans.\n\nJulie Moreau est comptable.\n", 7);
  const json page = client().result("paravent/risk", document());
  EXPECT_EQ(page["version"], 7);
  ASSERT_EQ(page["people"].size(), 2U);
  EXPECT_EQ(page["people"][0]["grade"], "very-few");
  EXPECT_EQ(page["people"][0]["facts"].size(), 3U);
  EXPECT_EQ(page["people"][1]["grade"], "many");
  EXPECT_EQ(page["people"][1]["combination"], "comptable");
  EXPECT_EQ(command("paravent.risk", {{"uri", uri()}})["result"], page);
}

TEST_P(Risk, SpeaksTheLanguageOfTheEditor) {
  client().initialize(pulling(), "en");
  client().open(uri(), telling);
  EXPECT_THAT(pulled()[0]["message"].get<std::string>(), testing::HasSubstr("very few people"));
}

}  // namespace
}  // namespace paravent::lsp::test
