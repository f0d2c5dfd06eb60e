#include "core/store/vault_fixture.hpp"

namespace paravent::store {
namespace {

TEST_F(VaultTest, RemembersWhatAnOutputReplaced) {
  Vault open = vault();
  const std::string id = add(open, "f1", person("Claire Dumoustier", "Personne A"));
  const std::string output = "Vu Personne A le 3.";
  ASSERT_TRUE(open.remember_undo("f1", "n.md", {output, "as text", 6},
                                 {{3, "Personne A", "Claire Dumoustier", id}, {17, "3", "trois mars", ""}},
                                 now_));
  const auto found = open.find_undo("f1", "n.md", output);
  ASSERT_TRUE(found && *found);
  ASSERT_EQ((*found)->pieces.size(), 2U);
  EXPECT_EQ((*found)->pieces[0].begin, 3U);
  EXPECT_EQ((*found)->pieces[0].written, "Personne A");
  EXPECT_EQ((*found)->pieces[0].original, "Claire Dumoustier");
  EXPECT_EQ((*found)->pieces[0].entity, id);
  EXPECT_EQ((*found)->pieces[1].original, "trois mars");
  EXPECT_EQ((*found)->made, now_);
  EXPECT_EQ((*found)->text, "as text");
  EXPECT_EQ((*found)->encoding, 6U);
  EXPECT_FALSE(*open.find_undo("f1", "n.md", output + " "));
  EXPECT_FALSE(*open.find_undo("f2", "n.md", output));
  EXPECT_TRUE(*open.newest_undo("f1", "n.md"));
  EXPECT_FALSE(*open.newest_undo("f1", "m.md"));
  ASSERT_TRUE(open.forget_undo((*found)->id));
  EXPECT_FALSE(*open.find_undo("f1", "n.md", output));
}

TEST_F(VaultTest, ForgetsThePiecesOfWhoIsForgotten) {
  Vault open = vault();
  const std::string id = add(open, "f1", person("Claire Dumoustier", "Personne A"));
  ASSERT_TRUE(open.remember_undo("f1", "n.md", {"out", "out", 0},
                                 {{0, "P", "Claire", id}, {5, "x", "le 3 mars", ""}}, now_));
  ASSERT_TRUE(open.forget(id));
  const auto found = open.find_undo("f1", "n.md", "out");
  ASSERT_TRUE(found && *found);
  EXPECT_TRUE((*found)->pieces[0].forgotten);
  EXPECT_EQ((*found)->pieces[0].original, "");
  EXPECT_EQ((*found)->pieces[1].original, "le 3 mars");
  ASSERT_TRUE(open.forget_folder("f1"));
  EXPECT_FALSE(*open.find_undo("f1", "n.md", "out"));
}

TEST_F(VaultTest, RefusesAPieceOfNobodyAndKeepsNothingOfIt) {
  Vault open = vault();
  EXPECT_FALSE(open.remember_undo("f1", "n.md", {"out", "out", 0},
                                  {{0, "x", "y", ""}, {2, "P", "Claire", "nobody"}}, now_));
  EXPECT_FALSE(*open.find_undo("f1", "n.md", "out"));
}

TEST_F(VaultTest, KeepsTheNewestUndoRecordsOfANote) {
  Vault open = vault();
  const UndoLimits limits{3, 10};
  const auto undo = [&](const std::string& note, int number) {
    const std::string output = note + std::to_string(number);
    ASSERT_TRUE(open.remember_undo("f1", note, {output, output, 0}, {}, now_, limits));
  };
  for (int i = 0; i < 5; ++i) undo("a", i);
  undo("b", 0);
  EXPECT_FALSE(*open.find_undo("f1", "n.md", "a1"));
  EXPECT_TRUE(*open.find_undo("f1", "n.md", "a2"));
  EXPECT_TRUE(*open.find_undo("f1", "n.md", "b0")) << "each note has its own";
  now_.seconds += 11 * one_day;
  undo("c", 0);
  EXPECT_FALSE(*open.find_undo("f1", "n.md", "a4")) << "too old";
  EXPECT_TRUE(*open.find_undo("f1", "n.md", "c0"));
}

TEST_F(VaultTest, TwoNotesOfOneOutputKeepApart) {
  Vault open = vault();
  const auto undo = [&](const std::string& note, const std::string& original) {
    ASSERT_TRUE(open.remember_undo("f1", note, {"out", "out", 0}, {{0, "out", original, ""}}, now_));
  };
  undo("a.md", "Zo");
  EXPECT_EQ((*open.find_undo("f1", "moved.md", "out"))->pieces[0].original, "Zo");
  undo("copy.md", "Zo");
  EXPECT_EQ((*open.find_undo("f1", "moved.md", "out"))->pieces[0].original, "Zo");
  undo("b.md", "ZO");
  EXPECT_EQ((*open.find_undo("f1", "a.md", "out"))->pieces[0].original, "Zo");
  EXPECT_EQ((*open.find_undo("f1", "b.md", "out"))->pieces[0].original, "ZO");
  EXPECT_FALSE(*open.find_undo("f1", "moved.md", "out")) << "it may be either";
}

TEST_F(VaultTest, TheNewestOutputThatTookThePlaceOfItsNoteKeepsItsWayBack) {
  Vault open = vault();
  const UndoLimits limits{2, 10};
  const auto undo = [&](const std::string& note, const std::string& output, bool in_place) {
    ASSERT_TRUE(open.remember_undo("f1", note, {output, output, 0, in_place}, {}, now_, limits));
  };
  undo("a", "a0", true);
  undo("a", "a1", true);
  for (const char* output : {"a2", "a3", "a4"}) undo("a", output, false);
  EXPECT_FALSE(*open.find_undo("f1", "a", "a0")) << "replaced by another";
  EXPECT_TRUE(*open.find_undo("f1", "a", "a1"));
  EXPECT_FALSE(*open.find_undo("f1", "a", "a2"));
  now_.seconds += 11 * one_day;
  undo("b", "b0", false);
  EXPECT_TRUE(*open.find_undo("f1", "a", "a1"));
  EXPECT_FALSE(*open.find_undo("f1", "a", "a4")) << "too old";
}

TEST_F(VaultTest, KnowsTheOutputsOfOtherFolders) {
  Vault open = vault();
  ASSERT_TRUE(open.remember_undo("f1", "n.md", {"out", "out", 0}, {}, now_));
  EXPECT_TRUE(*open.is_output_of_another_folder("f2", "out"));
  EXPECT_FALSE(*open.is_output_of_another_folder("f1", "out"));
  EXPECT_FALSE(*open.is_output_of_another_folder("f2", "out."));
}

TEST_F(VaultTest, GoesBackRecordByRecord) {
  Vault open = vault();
  for (const char* output : {"one", "two"}) {
    ASSERT_TRUE(open.remember_undo("f1", "n.md", {output, output, 0}, {}, now_));
    ASSERT_TRUE(open.remember_undo("f1", "other.md", {"other", "other", 0}, {}, now_));
  }
  const auto newest = open.newest_undo("f1", "n.md");
  ASSERT_TRUE(newest && *newest);
  const auto before = open.undo_before("f1", (*newest)->id);
  ASSERT_TRUE(before && *before);
  EXPECT_EQ((*before)->text, "one");
  EXPECT_FALSE(*open.undo_before("f1", (*before)->id));
}

}  // namespace
}  // namespace paravent::store
