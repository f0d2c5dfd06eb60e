#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "platform/files.hpp"
#include "workspace/folder_names.hpp"
#include "workspace/notes.hpp"
#include "workspace/policy_files.hpp"
#include "workspace/twin_header.hpp"

namespace paravent::workspace {
namespace {

namespace fs = std::filesystem;

// A home and folders of its own for each test.
class Workspace : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("paravent-" + std::to_string(platform::random_64()));
    fs::create_directories(root_ / "config/paravent");
    ::setenv("XDG_CONFIG_HOME", (root_ / "config").c_str(), 1);
  }
  void TearDown() override { fs::remove_all(root_); }

  fs::path write(const std::string& name, const std::string& bytes) const {
    const fs::path path = root_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  fs::path root_;
};

using Policies = Workspace;
using NotesOfAFolder = Workspace;

TEST_F(Policies, AreTheDefaultsWithoutAnyFile) {
  const auto found = policy_for_folder(root_);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->policy, policy::Policy{});
  EXPECT_TRUE(found->files.empty());
}

TEST_F(Policies, ComeFromTheUserFirstThenTheFoldersFromTheOutside) {
  write("config/paravent/paravent.toml", "[save]\nmode = \"twin\"\n");
  write("notes/paravent.toml", "[detect]\nthreshold = 300\n");
  write("notes/client/paravent.toml", "[save]\nmode = \"strict\"\n");
  const auto found = policy_for_folder(root_ / "notes/client");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->policy.save, policy::SaveMode::Strict);
  EXPECT_EQ(found->policy.masking_threshold, 300);
  ASSERT_EQ(found->files.size(), 3U);
  EXPECT_EQ(found->files[1], root_ / "notes/paravent.toml");
}

TEST_F(Policies, OfAFolderCannotLoosenAndSaySo) {
  write("config/paravent/paravent.toml", "[save]\nmode = \"twin\"\n");
  write("notes/paravent.toml", "[save]\nmode = \"warn\"\n");
  const auto found = policy_for_folder(root_ / "notes");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->policy.save, policy::SaveMode::Twin);
  ASSERT_EQ(found->remarks.size(), 1U);
  EXPECT_NE(found->remarks[0].in(text::Language::French).find("paravent.toml:2 : "), std::string::npos);
}

TEST_F(Policies, AboveTheRootOfAClientFolderStillTighten) {
  write("paravent.toml", "[detect]\nthreshold = 100\n");
  write("notes/paravent.toml", "root = true\n");
  const auto found = policy_for_folder(root_ / "notes/client");
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->policy.root);
  EXPECT_EQ(found->policy.masking_threshold, 100);
}

TEST_F(Policies, OfALinkedNoteComeFromBothFolders) {
  write("notes/paravent.toml", "[detect]\nthreshold = 100\n");
  write("real/paravent.toml", "[save]\nmode = \"strict\"\n");
  const fs::path note = write("real/a.md", "");
  fs::create_symlink(note, root_ / "notes/link.md");
  const auto found = policy_for_places(places_of_note(root_ / "notes/link.md"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->policy.masking_threshold, 100);
  EXPECT_EQ(found->policy.save, policy::SaveMode::Strict);
}

TEST_F(Policies, OfALinkedFolderComeFromBothSides) {
  write("real/paravent.toml", "[save]\nmode = \"strict\"\n");
  fs::create_directories(root_ / "notes");
  fs::create_directory_symlink(root_ / "real", root_ / "notes/link");
  const auto found = policy_for_places(places_of_note(root_ / "notes/link/new.md"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->policy.save, policy::SaveMode::Strict);
}

TEST_F(Policies, ThatAreNoReadableFileAreAFailure) {
  fs::create_directories(root_ / "folder/paravent.toml");
  EXPECT_FALSE(policy_for_folder(root_ / "folder"));
  fs::create_directories(root_ / "dangling");
  fs::create_symlink("nowhere", root_ / "dangling/paravent.toml");
  EXPECT_FALSE(policy_for_folder(root_ / "dangling"));
  ::setenv("XDG_CONFIG_HOME", write("file", "").c_str(), 1);
  EXPECT_FALSE(policy_for_folder(root_)) << "a file stands where the settings folder should";
}

TEST_F(Policies, OfTheUserAloneStillHoldWhenAFolderIsBroken) {
  write("config/paravent/paravent.toml", "[save]\nmode = \"twin\"\n");
  write("notes/paravent.toml", "[save\n");
  EXPECT_FALSE(policy_for_folder(root_ / "notes"));
  const auto own = user_policy();
  ASSERT_TRUE(own);
  EXPECT_EQ(own->policy.save, policy::SaveMode::Twin);
}

TEST(PolicyOfANote, HasTheSwitchesOfItsFrontMatterAndNoMore) {
  const policy::Policy folder;
  EXPECT_EQ(policy_for_note(folder, "---\nparavent-threshold: 0\n---\nText\n").policy.masking_threshold, 0);
  EXPECT_EQ(policy_for_note(folder, "Text\n---\nparavent-threshold: 0\n---\n").policy, folder);
  EXPECT_EQ(policy_for_note(folder, "---\nparavent-threshold: 999\n---\n").remarks.size(), 1U);
}

TEST(Twins, AreKnownByTheirFirstLine) {
  EXPECT_TRUE(is_twin("<!-- paravent:twin 0123456789abcdef | … -->\n\nTexte"));
  EXPECT_TRUE(is_twin("---\na: b\n---\n<!-- paravent:twin 0 -->\n"));
  EXPECT_FALSE(is_twin("Texte\n<!-- paravent:twin 0 -->\n"));
  EXPECT_FALSE(is_twin(""));
}

TEST_F(Policies, ThatCannotBeUnderstoodAreAFailureThatNamesTheFile) {
  write("notes/paravent.toml", "[save\n");
  const auto found = policy_for_folder(root_ / "notes");
  ASSERT_FALSE(found);
  EXPECT_NE(found.failure().fr.find("paravent.toml"), std::string::npos);
}

TEST_F(NotesOfAFolder, AreSortedAndLeaveHiddenFoldersAndOtherFiles) {
  write("notes/b.md", "");
  write("notes/a/c.markdown", "");
  write("notes/.obsidian/d.md", "");
  write("notes/node_modules/e.md", "");
  write("notes/photo.png", "");
  write("notes/paravent.toml", "");
  write("notes/.DS_Store", "");
  write("notes/UPPER.MD", "");
  const Notes found = notes_below(root_ / "notes");
  EXPECT_EQ(found.files, (std::vector<fs::path>{root_ / "notes/UPPER.MD", root_ / "notes/a/c.markdown",
                                                root_ / "notes/b.md"}));
  EXPECT_EQ(found.other_kinds, 1U);
  EXPECT_TRUE(found.failures.empty());
}

TEST_F(NotesOfAFolder, BehindALinkToAFolderAreNotFollowed) {
  write("elsewhere/f.md", "");
  fs::create_directories(root_ / "notes");
  fs::create_directory_symlink(root_ / "elsewhere", root_ / "notes/link");
  EXPECT_TRUE(notes_below(root_ / "notes").files.empty());
}

TEST_F(NotesOfAFolder, ThatIsNotThereIsAFailure) {
  EXPECT_EQ(notes_below(root_ / "absent").failures.size(), 1U);
}

using NamesOfAFolder = Workspace;

std::vector<std::string> told(const std::vector<detect::KnownName>& names) {
  std::vector<std::string> out;
  out.reserve(names.size());
  for (const detect::KnownName& known : names) out.push_back(known.name);
  return out;
}

TEST_F(NamesOfAFolder, AreTheFullNamesAndEmployersOfItsOtherNotes) {
  write("client/a.md", "Première séance avec Solenne Kervadec, DRH chez Thermozeo.\n");
  write("client/notes.json", "Première séance avec Gaspard Thévenet.\n");
  write("client/deeper/c.md", "Vu Gaspard Thévenet.\n");
  const fs::path note = write("client/b.md", "Vu Thibault Vasseur.\n");
  FolderNames names(FolderNames::Read::Once);
  EXPECT_EQ(told(names.told_to(note)), (std::vector<std::string>{"Solenne Kervadec", "Thermozeo"}));
  EXPECT_EQ(told(names.told_to(root_ / "client/not-there-yet.md")).size(), 3U);
  EXPECT_TRUE(names.told_to(root_ / "elsewhere.md").empty());
}

TEST_F(NamesOfAFolder, AreTheSameAsAListAndForFind) {
  write("client/a.md", "Vu Solenne Kervadec, DRH chez Thermozeo.\n");
  write("client/b.md", "Vu Solenne Kervadec et Gaspard Thévenet.\n");
  FolderNames names(FolderNames::Read::Once);
  for (const char* note : {"client/a.md", "client/b.md", "client/not-there-yet.md", "elsewhere.md"}) {
    detect::Context context;
    context.known = {names.known_to(root_ / note)};
    EXPECT_EQ(detect::in_full(context).folder, names.told_to(root_ / note)) << note;
  }
  EXPECT_EQ(told(names.told_to(root_ / "client/a.md")),
            (std::vector<std::string>{"Gaspard Thévenet", "Solenne Kervadec"}));
}

TEST_F(NamesOfAFolder, GoThroughAllFoldersBelowARoot) {
  write("client/paravent.toml", "root = true\n");
  write("client/2025/a.md", "Vu Solenne Kervadec.\n");
  write("other/b.md", "Vu Gaspard Thévenet.\n");
  FolderNames names(FolderNames::Read::Once);
  EXPECT_EQ(told(names.told_to(write("client/2026/c.md", "Solenne va mieux.\n"))),
            std::vector<std::string>{"Solenne Kervadec"});
}

TEST_F(NamesOfAFolder, AreThoseOfTheFirstLookOrOfEachAsItIsAskedFor) {
  write("client/a.md", "Vu Solenne Kervadec.\n");
  const fs::path second = write("client/b.md", "Solenne va mieux.\n");
  FolderNames once(FolderNames::Read::Once);
  FolderNames each_time(FolderNames::Read::EachTime);
  ASSERT_EQ(once.told_to(second).size(), 1U);
  ASSERT_EQ(each_time.told_to(second).size(), 1U);
  write("client/a.md", "Vu Personne A.\n");
  EXPECT_EQ(once.told_to(second).size(), 1U);
  EXPECT_TRUE(each_time.told_to(second).empty());
}

TEST_F(NamesOfAFolder, NeitherTwinsNorWhatCannotBeReadTellAnything) {
  write("client/a.md", std::string(twin_comment_start) + "x -->\nVu Solenne Kervadec.\n");
  write("client/b.md", std::string(1, '\0') + "Vu \xff\xfe Solenne Kervadec.\n");
  FolderNames names(FolderNames::Read::Once);
  EXPECT_TRUE(names.told_to(root_ / "client/c.md").empty());
}

}  // namespace
}  // namespace paravent::workspace
