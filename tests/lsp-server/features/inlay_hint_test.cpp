// Behind each passage, what would stand there; off unless asked for.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class InlayHints : public FeatureStory {
 protected:
  void initialize(json options) {
    result_ =
        client().result("initialize", {{"processId", nullptr},
                                       {"rootUri", nullptr},
                                       {"locale", "fr"},
                                       {"capabilities", {{"textDocument", {{"inlayHint", json::object()}}}}},
                                       {"initializationOptions", std::move(options)}});
    client().notify("initialized", json::object());
  }
  json hints(int first_line, int last_line) {
    json params = document();
    params["range"] = {{"start", {{"line", first_line}, {"character", 0}}},
                       {"end", {{"line", last_line}, {"character", 0}}}};
    return client().result("textDocument/inlayHint", params);
  }
  json result_;
};
PARAVENT_STORIES(InlayHints);

TEST_P(InlayHints, StandBehindWhatWouldBeReplaced) {
  initialize({{"inlayHints", true}});
  EXPECT_EQ(result_["capabilities"]["inlayHintProvider"], true);
  client().open(uri(), "J’ai parlé d’Ilyès Benhamou.\n\nÉcrire à kervadec@exemple.fr.\n");
  const json found = hints(0, 9);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0]["label"], "→ de Personne A");
  EXPECT_EQ(found[0]["position"]["line"], 0);
  EXPECT_EQ(found[0]["position"]["character"], 27);
}

TEST_P(InlayHints, AreThoseOfTheRangeAlone) {
  initialize({{"inlayHints", true}});
  client().open(uri(), two_mentions);
  EXPECT_EQ(hints(0, 1).size(), 1U);
  EXPECT_EQ(hints(0, 3).size(), 2U);
}

TEST_P(InlayHints, AreOffUnlessAskedFor) {
  initialize(nullptr);
  client().open(uri(), two_mentions);
  EXPECT_EQ(hints(0, 3), json::array());
}

TEST_P(InlayHints, AreNotAnnouncedToAClientWithoutThem) {
  EXPECT_FALSE(client().initialize()["capabilities"].contains("inlayHintProvider"));
}

}  // namespace
}  // namespace paravent::lsp::test
