// Twins of a whole client folder, on demand.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class FolderCopies : public FeatureStory {
 protected:
  json anonymise_folder(const json& token = nullptr) {
    json params = {{"command", "paravent.anonymiseFolder"},
                   {"arguments", json::array({{{"uri", uri("a.md")}}})}};
    if (!token.is_null()) params["workDoneToken"] = token;
    return client().call("workspace/executeCommand", params);
  }
  std::vector<std::string> twins() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "notes")) {
      if (entry.path().filename().string().starts_with("partage-")) out.push_back(contents(entry.path()));
    }
    return out;
  }
};
PARAVENT_STORIES(FolderCopies);

TEST_P(FolderCopies, OneOfEachNoteIsWritten) {
  write(note("a.md"), "Vu Claire Dupont.\n");
  write(note("b.md"), "Vu Karim Belkacem.\n");
  client().initialize(modern_capabilities());
  const json result = anonymise_folder("travail")["result"];
  EXPECT_EQ(result["notes"], 2);
  EXPECT_EQ(result["written"], 2);
  EXPECT_EQ(result["cancelled"], false);
  EXPECT_EQ(result["failures"].size(), 0U);
  ASSERT_EQ(twins().size(), 2U);
  for (const std::string& twin : twins()) {
    EXPECT_THAT(twin, testing::HasSubstr("paravent:twin"));
    EXPECT_THAT(twin, testing::Not(testing::HasSubstr("Dupont")));
    EXPECT_THAT(twin, testing::Not(testing::HasSubstr("Belkacem")));
  }
  EXPECT_EQ(contents(note("a.md")), "Vu Claire Dupont.\n");
  std::vector<std::string> kinds;
  for (const json& progress : client().notifications("$/progress")) {
    EXPECT_EQ(progress["token"], "travail");
    kinds.push_back(progress["value"]["kind"]);
  }
  EXPECT_EQ(kinds.front(), "begin");
  EXPECT_EQ(kinds.back(), "end");
}

TEST_P(FolderCopies, OfTwinsThereAreNone) {
  write(note("a.md"), "Vu Claire Dupont.\n");
  client().initialize(modern_capabilities());
  anonymise_folder();
  const json again = anonymise_folder()["result"];
  EXPECT_EQ(again["notes"], 1);
  EXPECT_EQ(again["written"], 1);
  EXPECT_EQ(twins().size(), 1U);
  EXPECT_TRUE(client().notifications("$/progress").empty());
}

TEST_P(FolderCopies, ANoteThatCannotBeReadIsSaid) {
  write(note("a.md"), "Vu Claire Dupont.\n");
  write(note("b.md"), std::string("\0\1\2\0", 4));
  client().initialize(modern_capabilities());
  const json result = anonymise_folder()["result"];
  EXPECT_EQ(result["written"], 1);
  ASSERT_EQ(result["failures"].size(), 1U);
  EXPECT_EQ(result["failures"][0]["uri"], uri("b.md"));
  EXPECT_THAT(client().shown(2), testing::Contains(testing::HasSubstr("Notes sans copie nouvelle : 1")));
}

TEST_P(FolderCopies, OnlyTheClientFolderIsTouched) {
  write(note("a.md"), "Vu Claire Dupont.\n");
  write(note("autre/c.md"), "Vu Karim Belkacem.\n");
  client().initialize(modern_capabilities());
  anonymise_folder();
  EXPECT_EQ(twins().size(), 1U);
}

class StoppedFolderCopies : public FolderCopies {};
INSTANTIATE_TEST_SUITE_P(Modes, StoppedFolderCopies, testing::Values(true), mode_name);

TEST_P(StoppedFolderCopies, LeaveEachTwinWhole) {
  for (int i = 0; i < 60; ++i) write(note("n" + std::to_string(i) + ".md"), "Vu Claire Dupont à Lyon.\n");
  write(note("a.md"), "Vu Claire Dupont.\n");
  client().initialize(modern_capabilities());
  const int id =
      client().ask("workspace/executeCommand", {{"command", "paravent.anonymiseFolder"},
                                                {"workDoneToken", "t"},
                                                {"arguments", json::array({{{"uri", uri("a.md")}}})}});
  client().notify("window/workDoneProgress/cancel", {{"token", "t"}});
  const json result = client().answer(id)["result"];
  EXPECT_EQ(result["cancelled"], true);
  EXPECT_LT(result["written"].get<int>(), 61);
  EXPECT_EQ(twins().size(), result["written"].get<std::size_t>());
  for (const std::string& twin : twins()) EXPECT_TRUE(twin.ends_with("\n"));
}

}  // namespace
}  // namespace paravent::lsp::test
