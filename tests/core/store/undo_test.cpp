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
  const auto found = open.find_undo("f1", output);
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
  EXPECT_FALSE(*open.find_undo("f1", output + " "));
  EXPECT_FALSE(*open.find_undo("f2", output));
  EXPECT_TRUE(*open.newest_undo("f1", "n.md"));
  EXPECT_FALSE(*open.newest_undo("f1", "m.md"));
  ASSERT_TRUE(open.forget_undo((*found)->id));
  EXPECT_FALSE(*open.find_undo("f1", output));
}

TEST_F(VaultTest, ForgetsThePiecesOfWhoIsForgotten) {
  Vault open = vault();
  const std::string id = add(open, "f1", person("Claire Dumoustier", "Personne A"));
  ASSERT_TRUE(open.remember_undo("f1", "n.md", {"out", "out", 0},
                                 {{0, "P", "Claire", id}, {5, "x", "le 3 mars", ""}}, now_));
  ASSERT_TRUE(open.forget(id));
  const auto found = open.find_undo("f1", "out");
  ASSERT_TRUE(found && *found);
  EXPECT_TRUE((*found)->pieces[0].forgotten);
  EXPECT_EQ((*found)->pieces[0].original, "");
  EXPECT_EQ((*found)->pieces[1].original, "le 3 mars");
  ASSERT_TRUE(open.forget_folder("f1"));
  EXPECT_FALSE(*open.find_undo("f1", "out"));
}

TEST_F(VaultTest, RefusesAPieceOfNobodyAndKeepsNothingOfIt) {
  Vault open = vault();
  EXPECT_FALSE(open.remember_undo("f1", "n.md", {"out", "out", 0},
                                  {{0, "x", "y", ""}, {2, "P", "Claire", "nobody"}}, now_));
  EXPECT_FALSE(*open.find_undo("f1", "out"));
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
  EXPECT_FALSE(*open.find_undo("f1", "a1"));
  EXPECT_TRUE(*open.find_undo("f1", "a2"));
  EXPECT_TRUE(*open.find_undo("f1", "b0")) << "each note has its own";
  now_.seconds += 11 * one_day;
  undo("c", 0);
  EXPECT_FALSE(*open.find_undo("f1", "a4")) << "too old";
  EXPECT_TRUE(*open.find_undo("f1", "c0"));
}

}  // namespace
}  // namespace paravent::store
