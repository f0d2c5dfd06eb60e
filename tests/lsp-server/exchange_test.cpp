// Text that leaves a note without its names and comes back with them.
#include "lsp-server/difference.hpp"
#include "lsp-server/vault_story.hpp"

namespace paravent::lsp::test {
namespace {

const std::string client_note = "Vu Claire Maheut mardi.\nElle voit Lucas Ferrandin demain.\n";

class Exchange : public VaultStory {};
PARAVENT_STORIES(Exchange);

TEST_P(Exchange, ACopyHoldsNoNameAndItsAnswerComesBackWithThem) {
  make_vault();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const json copy = client().result("paravent/copyAnonymised", {{"uri", uri("a.md")}});
  const std::string text = copy["text"];
  EXPECT_EQ(copy["count"].get<int>() > 1, true);
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("Maheut")));
  const json back =
      client().result("paravent/restore",
                      {{"uri", uri("a.md")}, {"text", "Résumé : Personne A suit Personne B et Personne Z."}});
  EXPECT_EQ(back["text"], "Résumé : Claire Maheut suit Lucas Ferrandin et Personne Z.");
  EXPECT_EQ(back["leftovers"], json::array({"Personne Z"}));
  EXPECT_EQ(contents(note("a.md")), client_note) << "the note itself is as it was";
}

TEST_P(Exchange, APartIsCopiedWithTheAliasesOfTheWhole) {
  make_vault();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const json range = {{"start", {{"line", 1}, {"character", 0}}}, {"end", {{"line", 2}, {"character", 0}}}};
  const json copy = client().result("paravent/copyAnonymised", {{"uri", uri("a.md")}, {"range", range}});
  EXPECT_THAT(copy["text"].get<std::string>(), testing::StartsWith("Elle voit Personne B"));
}

// Tells what a note that is copied was read with.
class WatchedVault : public lsp_vault::UserVault {
 public:
  text::Result<text::TextEdits> anonymise(const NoteForAliases& note) override {
    read_before = note.read != nullptr && !note.read->analysis.findings.empty();
    return UserVault::anonymise(note);
  }
  bool read_before = false;
};

TEST_P(Exchange, ANoteIsNotReadAgainForACopy) {
  make_vault();
  const auto watched = std::make_shared<WatchedVault>();
  options_.aliases = watched;
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const json copy = client().result("paravent/copyAnonymised", {{"uri", uri("a.md")}});
  EXPECT_TRUE(watched->read_before);
  EXPECT_THAT(copy["text"].get<std::string>(), testing::HasSubstr("Personne A"));
}

TEST_P(Exchange, ACopyFollowsWhatAnotherProcessTellsTheVault) {
  make_vault();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const json before = client().result("paravent/copyAnonymised", {{"uri", uri("a.md")}});
  EXPECT_THAT(before["text"].get<std::string>(), testing::Not(testing::HasSubstr("Lucas Ferrandin")));
  const auto folder = clients::known_folder_of(note("a.md"));
  ASSERT_TRUE(folder);
  auto other = store::Vault::open(*store::user_places(), {});
  ASSERT_TRUE(other);
  ASSERT_TRUE(other->ignore({folder->id, "", policy::Category::Person, "Lucas Ferrandin"}));
  const json after = client().result("paravent/copyAnonymised", {{"uri", uri("a.md")}});
  EXPECT_THAT(after["text"].get<std::string>(), testing::HasSubstr("Lucas Ferrandin"));
}

TEST_P(Exchange, TheCommandsDoTheSame) {
  make_vault();
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  EXPECT_EQ(command("paravent.copyAnonymised", {{"uri", uri("a.md")}})["result"],
            client().result("paravent/copyAnonymised", {{"uri", uri("a.md")}}));
  EXPECT_EQ(command("paravent.restore", {{"uri", uri("a.md")}, {"text", "Personne A"}})["result"]["text"],
            "Claire Maheut");
}

TEST_P(Exchange, AVaultThatDoesNotOpenCopiesNothing) {
  make_vault();
  fs::remove(store::user_places()->key_file());
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  EXPECT_TRUE(client().call("paravent/copyAnonymised", {{"uri", uri("a.md")}}).contains("error"));
}

TEST_P(Exchange, ADescriptionNeedsNoVault) {
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const json copy =
      client().result("paravent/copyAnonymised", {{"uri", uri("a.md")}, {"style", "generalise"}});
  EXPECT_THAT(copy["text"].get<std::string>(), testing::Not(testing::HasSubstr("Maheut")));
  EXPECT_FALSE(store::Vault::is_there(*store::user_places()));
}

TEST_P(Exchange, WithoutAVaultNothingComesBack) {
  options_.aliases = nullptr;
  client().initialize(editing_capabilities());
  open("a.md", client_note);
  const json copy = client().result("paravent/copyAnonymised", {{"uri", uri("a.md")}});
  EXPECT_THAT(copy["text"].get<std::string>(), testing::HasSubstr("Personne A"));
  EXPECT_TRUE(
      client().call("paravent/restore", {{"uri", uri("a.md")}, {"text", "Personne A"}}).contains("error"));
}

std::string after_difference(const std::string& before, const std::string& after) {
  const auto edits = text::TextEdits::make(difference(before, after), before.size());
  return edits ? edits->apply(before) : "edits overlap";
}

TEST(Difference, TurnsOneTextIntoTheOther) {
  const std::vector<std::string> texts{
      "",       "a",          "a\nb\nc\n", "a\nB\nc\n",       "b\nc\na\n",        "a\r\nb\r\n",
      "é\nè\n", "a\n\n\nb\n", "a\nb",      "x\na\nb\nc\ny\n", "Vu Personne A.\n", "Vu Claire.\nEt puis.\n"};
  for (const std::string& before : texts) {
    for (const std::string& after : texts) {
      EXPECT_EQ(after_difference(before, after), after) << before << " → " << after;
    }
  }
}

TEST(Difference, TouchesOnlyWhatDiffers) {
  const auto edits = difference("a\nVu Personne A hier.\nb\n", "a\nVu Claire hier.\nb\n");
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits[0].replacement, "Claire");
  EXPECT_TRUE(difference("a\nb\n", "a\nb\n").empty());
}

}  // namespace
}  // namespace paravent::lsp::test
