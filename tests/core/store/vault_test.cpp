#include "store/vault.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include "core/store/vault_fixture.hpp"

namespace paravent::store {
namespace {

namespace fs = std::filesystem;

// Changes the database behind the vault's back.
void run_sql(const fs::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  char* error = nullptr;
  EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &error), SQLITE_OK) << (error ? error : "");
  sqlite3_free(error);
  sqlite3_close(database);
}

TEST_F(VaultTest, GivesBackWhatItWasTold) {
  NewEntry entry = person("Maëlys Trévidic", "Personne A");
  entry.forms = {"Maëlys", "M. T."};
  entry.sex = knowledge::Sex::Feminine;
  {
    Vault first = vault();
    add(first, "f1", entry);
    NewEntry firm = person("Ateliers Quintefeuille", "Entreprise A");
    firm.category = policy::Category::Org;
    firm.style = AliasStyle::Fictitious;
    add(first, "f1", firm);
  }
  Vault again = vault();
  const auto known = again.entries("f1");
  ASSERT_TRUE(known);
  ASSERT_EQ(known->entries.size(), 2U);
  EXPECT_EQ(known->entries[0].canonical, "Maëlys Trévidic");
  EXPECT_EQ(known->entries[0].forms, entry.forms);
  EXPECT_EQ(known->entries[0].sex, knowledge::Sex::Feminine);
  EXPECT_EQ(known->entries[0].alias, "Personne A");
  EXPECT_EQ(known->entries[1].category, policy::Category::Org);
  EXPECT_EQ(known->entries[1].style, AliasStyle::Fictitious);
  EXPECT_TRUE(again.entries("f2")->entries.empty()) << "folders do not know of each other";
  ASSERT_EQ(again.folders()->size(), 1U);
  EXPECT_EQ(again.folders()->front().entries, 2);
}

TEST_F(VaultTest, WritesNoNameInClear) {
  Vault open = vault();
  NewEntry entry = person("Zéphyrine Quatrebarbes", "Personne Q");
  entry.forms = {"zephyrine", "Mme Quatrebarbes"};
  const std::string id = add(open, "f1", entry);
  ASSERT_TRUE(open.declare("f1", {"Ombeline Quatrebarbes"}, now_));
  ASSERT_TRUE(open.ignore({"f1", "quatrebarbes.md", policy::Category::Org, "Quatrebarbes"}));
  ASSERT_TRUE(open.remember_undo("f1", "quatrebarbes.md", {"Quatrebarbes out", "Quatrebarbes out", 0},
                                 {{0, "Quatrebarbes", "Quatrebarbes x", id}}, now_));
  now_.seconds += one_day;
  add(open, "f1", person("Another", "Personne R"));
  ASSERT_EQ(std::distance(fs::directory_iterator(places_.backups()), {}), 2) << "backups were made";
  const std::string bytes = everything_in(root_);
  ASSERT_GT(bytes.size(), 10'000U);
  for (const char* name : {"Quatrebarbes", "quatrebarbes", "phyrine", "Ombeline", "Personne Q"}) {
    EXPECT_EQ(bytes.find(name), std::string::npos) << name;
  }
}

TEST_F(VaultTest, IsForItsOwnerAlone) {
  Vault open = vault();
  add(open, "f1", person("A B", "Personne A"));
  for (const auto& entry : fs::recursive_directory_iterator(root_ / "data" / "paravent")) {
    if (entry.is_regular_file()) {
      EXPECT_EQ(entry.status().permissions() & fs::perms(077), fs::perms::none) << entry.path();
    }
  }
  EXPECT_EQ(fs::status(places_.key_file()).permissions(), fs::perms(0600));
  EXPECT_EQ(fs::status(places_.data).permissions(), fs::perms(0700));
}

TEST_F(VaultTest, OpensNoRowThatWasMoved) {
  std::string id;
  {
    Vault open = vault();
    id = add(open, "f1", person("A B", "Personne A"));
    add(open, "f2", person("C D", "Personne A"));
  }
  run_sql(places_.vault(), "UPDATE entities SET folder='f2', alias_hash=x'00' WHERE id='" + id + "'");
  Vault open = vault();
  const auto known = open.entries("f2");
  ASSERT_FALSE(known);
  EXPECT_NE(known.failure().fr.find("abîmé"), std::string::npos);
}

TEST_F(VaultTest, OpensNoContentOfAnother) {
  {
    Vault open = vault();
    add(open, "f1", person("A B", "Personne A"));
    add(open, "f1", person("C D", "Personne B"));
  }
  run_sql(places_.vault(),
          "UPDATE entities SET sealed=(SELECT sealed FROM entities WHERE seq=2) WHERE seq=1");
  EXPECT_FALSE(vault().entries("f1"));
}

TEST_F(VaultTest, GivesAnAliasOnce) {
  Vault open = vault();
  const std::string id = add(open, "f1", person("A B", "Personne A"));
  const auto seen = open.entries("f1")->generation;
  auto again = open.remember("f1", seen, {person("C D", "personne a"), person("E F", "Personne B")}, now_);
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->kept);
  EXPECT_EQ(again->refused_aliases, (std::vector<std::string>{"personne a"}));
  EXPECT_EQ(open.entries("f1")->entries.size(), 1U) << "all or none";
  EXPECT_TRUE(open.remember("f2", 0, {person("C D", "Personne A")}, now_)->kept) << "another folder";
  NewEntry invented = person("A B", "Personne A");
  invented.style = AliasStyle::Fictitious;
  EXPECT_TRUE(open.remember("f1", seen, {invented}, now_)->kept) << "another style";
  ASSERT_TRUE(open.forget(id));
  again = open.remember("f1", open.entries("f1")->generation, {person("C D", "Personne A")}, now_);
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->kept) << "not even after forgetting";
  EXPECT_FALSE(
      open.remember("f1", open.entries("f1")->generation, {person("a", "X"), person("b", "X")}, now_)->kept);
}

TEST_F(VaultTest, TellsWhenAnotherHasTheNameMeanwhile) {
  Vault mine = vault();
  Vault theirs = vault();
  const auto seen = mine.entries("f1")->generation;
  add(theirs, "f1", person("Claire Dumoustier", "Personne A"));
  const auto done = mine.remember("f1", seen, {person("CLAIRE  dumoustier", "Personne B")}, now_);
  ASSERT_TRUE(done);
  EXPECT_FALSE(done->kept);
  EXPECT_TRUE(done->refused_aliases.empty());
  ASSERT_EQ(done->known->entries.size(), 1U);
  EXPECT_EQ(done->known->entries[0].alias, "Personne A");
  EXPECT_TRUE(
      mine.remember("f1", done->known->generation, {person("Claire Dumoustier", "Personne B")}, now_)->kept)
      << "whoever has seen the other means somebody else";
}

TEST_F(VaultTest, RenamesAndKeepsTheWayBack) {
  Vault open = vault();
  const std::string id = add(open, "f1", person("A B", "Personne A"));
  ASSERT_TRUE(open.rename_alias(id, "Cliente", now_));
  EXPECT_EQ(open.entries("f1")->entries[0].alias, "Cliente");
  EXPECT_EQ(open.entries("f1")->entries[0].former_aliases, (std::vector<std::string>{"Personne A"}));
  const std::string other = add(open, "f1", person("C D", "Personne B"));
  const auto taken = open.rename_alias(other, "Personne A", now_);
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.failure().fr.find("Personne"), std::string::npos);
  ASSERT_TRUE(open.rename_alias(id, "Personne A", now_)) << "its own former alias is free for it";
  EXPECT_EQ(open.entries("f1")->entries[0].former_aliases, (std::vector<std::string>{"Cliente"}));
  EXPECT_FALSE(open.rename_alias("nobody", "X", now_));
}

TEST_F(VaultTest, MergesTwo) {
  Vault open = vault();
  const std::string kept = add(open, "f1", person("Claire Dumoustier", "Personne A"));
  const std::string other = add(open, "f1", person("Mme Dumoustier", "Personne B"));
  ASSERT_TRUE(open.remember_undo("f1", "n.md", {"out", "out", 0},
                                 {{0, "Personne B", "Mme Dumoustier", other}}, now_));
  ASSERT_TRUE(open.merge(kept, other, now_));
  const auto known = open.entries("f1");
  ASSERT_EQ(known->entries.size(), 1U);
  EXPECT_EQ(known->entries[0].forms, (std::vector<std::string>{"Mme Dumoustier"}));
  EXPECT_EQ(known->entries[0].former_aliases, (std::vector<std::string>{"Personne B"}));
  const auto undo = open.find_undo("f1", "n.md", "out");
  ASSERT_TRUE(undo && *undo);
  EXPECT_EQ((*undo)->pieces[0].original, "Mme Dumoustier");
  EXPECT_EQ((*undo)->pieces[0].entity, kept);
  const std::string firm = add(open, "f2", person("X", "Personne A"));
  EXPECT_FALSE(open.merge(kept, firm, now_));
  EXPECT_FALSE(open.merge(kept, kept, now_));
}

TEST_F(VaultTest, SplitsOne) {
  Vault open = vault();
  NewEntry entry = person("Claire Dumoustier", "Personne A");
  entry.forms = {"Claire", "Claire Vandewalle"};
  const std::string id = add(open, "f1", entry);
  ASSERT_TRUE(open.remember_undo(
      "f1", "n.md", {"out", "out", 0},
      {{0, "Personne A", "Claire", id}, {20, "Personne A", "Claire Vandewalle", id}}, now_));
  EXPECT_FALSE(open.split(id, {"Claire Dumoustier"}, "Claire Dumoustier", "Personne B", now_));
  const auto halves = open.split(id, {"Claire Vandewalle"}, "Claire Vandewalle", "Personne B", now_);
  ASSERT_TRUE(halves) << halves.failure().en;
  const auto known = open.entries("f1");
  ASSERT_EQ(known->entries.size(), 2U);
  EXPECT_EQ(known->entries[0].id, halves->rest);
  EXPECT_EQ(known->entries[0].alias, "Personne A");
  EXPECT_EQ(known->entries[0].forms, (std::vector<std::string>{"Claire"}));
  EXPECT_EQ(known->entries[1].id, halves->split_off);
  EXPECT_EQ(known->entries[1].alias, "Personne B");
  const auto undo = open.find_undo("f1", "n.md", "out");
  ASSERT_TRUE(undo && *undo);
  EXPECT_EQ((*undo)->pieces[0].entity, halves->rest);
  EXPECT_EQ((*undo)->pieces[1].entity, halves->split_off);
  EXPECT_EQ((*undo)->pieces[1].original, "Claire Vandewalle");
}

TEST_F(VaultTest, AddsForms) {
  Vault open = vault();
  const std::string id = add(open, "f1", person("A B", "Personne A"));
  ASSERT_TRUE(open.add_forms(id, {"A", "A."}, now_));
  ASSERT_TRUE(open.add_forms(id, {"A"}, now_));
  EXPECT_EQ(open.entries("f1")->entries[0].forms, (std::vector<std::string>{"A", "A."}));
}

TEST_F(VaultTest, KnowsDeclaredPeople) {
  Vault open = vault();
  const auto names = names_of_list("# mes clients\n- Ysoline Ferrandier\r\n\n  Aubin Tréhorel ;\n");
  ASSERT_EQ(names, (std::vector<std::string>{"Ysoline Ferrandier", "Aubin Tréhorel"}));
  ASSERT_TRUE(open.declare("", names, now_));
  ASSERT_TRUE(open.declare("f1", {"Ysoline Ferrandier", "Loïg Bellamy"}, now_));
  ASSERT_TRUE(open.declare("", {"aubin trehorel"}, now_)) << "once is enough";
  EXPECT_EQ(open.declared("f2")->size(), 2U);
  ASSERT_EQ(open.declared("f1")->size(), 4U);
  EXPECT_EQ(open.declared("f1")->back().name, "Loïg Bellamy");
  ASSERT_TRUE(open.forget_declared(open.declared("f1")->back().id));
  EXPECT_EQ(open.declared("f1")->size(), 3U);
}

TEST_F(VaultTest, KnowsIgnoredFindings) {
  Vault open = vault();
  const IgnoredFinding here{"f1", "a.md", policy::Category::Person, "Rosalie"};
  ASSERT_TRUE(open.ignore(here));
  EXPECT_TRUE(*open.is_ignored({"f1", "a.md", policy::Category::Person, "ROSALIE"}));
  EXPECT_FALSE(*open.is_ignored({"f1", "b.md", policy::Category::Person, "Rosalie"}));
  EXPECT_FALSE(*open.is_ignored({"f1", "a.md", policy::Category::Org, "Rosalie"}));
  EXPECT_FALSE(*open.is_ignored({"f2", "a.md", policy::Category::Person, "Rosalie"}));
  ASSERT_TRUE(open.ignore({"f1", "", policy::Category::Person, "Rosalie"}));
  EXPECT_TRUE(*open.is_ignored({"f1", "b.md", policy::Category::Person, "Rosalie"}));
  ASSERT_TRUE(open.stop_ignoring({"f1", "", policy::Category::Person, "Rosalie"}));
  EXPECT_FALSE(*open.is_ignored({"f1", "b.md", policy::Category::Person, "Rosalie"}));
  EXPECT_TRUE(*open.is_ignored(here));
}

}  // namespace
}  // namespace paravent::store
