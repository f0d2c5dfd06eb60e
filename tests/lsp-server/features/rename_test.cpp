// Another name for a person, or another word for an alias.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class Renaming : public FeatureStory {
 protected:
  json rename(int line, int character, const std::string& name) {
    json params = place(line, character);
    params["newName"] = name;
    return client().call("textDocument/rename", params);
  }
  // What a note becomes; empty when the rename is refused.
  std::string renamed(const std::string& text, int line, int character, const std::string& name) {
    client().open(uri(), text);
    const json response = rename(line, character, name);
    if (!response.contains("result")) return {};
    client().close(uri());
    return apply(text, edits_of(response["result"]));
  }

 private:
  // ASCII and two-byte letters only: enough for these notes.
  static std::string apply(const std::string& text, const json& edits) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
      if (c == '\n') {
        lines.emplace_back();
      } else {
        lines.back() += c;
      }
    }
    for (auto one = edits.rbegin(); one != edits.rend(); ++one) {
      const json& range = (*one)["range"];
      std::string& line = lines[range["start"]["line"].get<std::size_t>()];
      const std::size_t begin = byte_of(line, range["start"]["character"]);
      const std::size_t end = byte_of(line, range["end"]["character"]);
      line.replace(begin, end - begin, (*one)["newText"].get<std::string>());
    }
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    out.pop_back();
    return out;
  }
  static std::size_t byte_of(const std::string& line, std::size_t character) {
    std::size_t at = 0;
    for (; character > 0 && at < line.size(); --character) {
      ++at;
      while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
  }
};
PARAVENT_STORIES(Renaming);

TEST_P(Renaming, IsPreparedOnAPersonAndOnAnAlias) {
  client().initialize(capabilities_with({{"rename", {{"prepareSupport", true}}}}));
  client().open(uri(), "Séance avec Maëlle Kervadec et Personne B.\n");
  const json person = client().result("textDocument/prepareRename", place(0, 15));
  EXPECT_EQ(person["placeholder"], "Maëlle Kervadec");
  EXPECT_EQ(person["range"], edit(0, 12, 27, "")["range"]);
  const json alias = client().result("textDocument/prepareRename", place(0, 33));
  EXPECT_EQ(alias["placeholder"], "Personne B");
  EXPECT_EQ(alias["range"], edit(0, 31, 41, "")["range"]);
}

TEST_P(Renaming, SaysInWordsWhereItIsNotPossible) {
  client().initialize();
  client().open(uri(), "Il pleut. Écrire à kervadec@exemple.fr\n");
  for (const int character : {2, 25}) {
    const json refused = client().call("textDocument/prepareRename", place(0, character));
    ASSERT_TRUE(refused.contains("error")) << refused;
    EXPECT_EQ(refused["error"]["code"], -32803);
    EXPECT_THAT(refused["error"]["message"].get<std::string>(), testing::HasSubstr("curseur"));
  }
  EXPECT_TRUE(rename(0, 2, "Claire").contains("error"));
}

TEST_P(Renaming, ChangesEveryMentionShortFormsToo) {
  client().initialize(modern_capabilities());
  EXPECT_EQ(
      renamed("Séance avec Maëlle Kervadec.\n\nMaëlle veut partir. Jean Martin aussi.\n", 2, 3, "Awa Diop"),
      "Séance avec Awa Diop.\n\nAwa Diop veut partir. Jean Martin aussi.\n");
}

TEST_P(Renaming, RedoesWhatStandsBeforeTheName) {
  client().initialize(modern_capabilities());
  EXPECT_EQ(renamed("J’ai parlé d’Ilyès Benhamou.\n", 0, 16, "Karim Sassi"), "J’ai parlé de Karim Sassi.\n");
  EXPECT_EQ(renamed("J’ai parlé de Karim Sassi.\n", 0, 16, "Ilyès Benhamou"),
            "J’ai parlé d’Ilyès Benhamou.\n");
}

TEST_P(Renaming, ChangesEveryPlaceOfAnAlias) {
  client().initialize(modern_capabilities());
  EXPECT_EQ(renamed("Personne A et Personne B. #Personne-A\n", 0, 3, "Personne C"),
            "Personne C et Personne B. #Personne-C\n");
}

TEST_P(Renaming, RefusesANameThatIsNone) {
  client().initialize(modern_capabilities());
  client().open(uri(), "Séance avec Maëlle Kervadec et Jean Martin. Personne B écoute.\n");
  struct Case {
    std::string name;
    const char* why;
  };
  for (const Case& c : {Case{"", "vide"}, Case{"  ", "vide"}, Case{"Awa\nDiop", "une ligne"},
                        Case{std::string(300, 'a'), "une ligne"}, Case{"Jean Martin", "déjà"},
                        Case{"jean martin", "déjà"}, Case{"Personne B", "déjà"}}) {
    const json refused = rename(0, 15, c.name);
    ASSERT_TRUE(refused.contains("error")) << c.name;
    EXPECT_THAT(refused["error"]["message"].get<std::string>(), testing::HasSubstr(c.why)) << c.name;
  }
  EXPECT_TRUE(rename(0, 15, "Maëlle").contains("result")) << "a short form of the same person";
}

TEST_P(Renaming, PrepareIsAnnouncedOnlyToAClientThatPrepares) {
  EXPECT_EQ(client().initialize()["capabilities"]["renameProvider"], true);
  client_.reset();
  const json able = client().initialize(capabilities_with({{"rename", {{"prepareSupport", true}}}}));
  EXPECT_EQ(able["capabilities"]["renameProvider"]["prepareProvider"], true);
}

}  // namespace
}  // namespace paravent::lsp::test
