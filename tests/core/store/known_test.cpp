// What a vault keeps of a folder is what is in it, whoever writes: every answer is held to that of a vault
// that has just been opened.
#include <random>

#include "core/store/vault_fixture.hpp"

namespace paravent::store {
namespace {

std::string told(const std::vector<Entry>& entries) {
  std::string out;
  for (const Entry& entry : entries) {
    out += entry.id + '|' + entry.canonical + '|' + entry.alias;
    for (const std::string& form : entry.forms) out += '|' + form;
    for (const std::string& former : entry.former_aliases) out += '<' + former;
    out += '\n';
  }
  return out;
}

class KnownTest : public VaultTest {
 protected:
  void expect_as_written(Vault& open, const std::string& folder) {
    const auto known = open.known(folder);
    ASSERT_TRUE(known) << known.failure().en;
    Vault fresh = vault();
    const auto there = fresh.entries(folder);
    ASSERT_TRUE(there);
    EXPECT_EQ(told((*known)->entries), told(there->entries));
    EXPECT_EQ((*known)->generation, there->generation);
  }
};

TEST_F(KnownTest, FollowsWhatThisVaultWritesWithoutReadingAnew) {
  Vault open = vault();
  add(open, "f1", person("Brunelle Tarvic", "Personne A"));
  const auto first = open.known("f1");
  ASSERT_TRUE(first);
  const std::string id = (*first)->entries[0].id;
  add(open, "f1", person("Aurèle Dormasse", "Personne B"));
  ASSERT_TRUE(open.add_forms(id, {"Brunelle"}, now_));
  const auto second = open.known("f1");
  ASSERT_TRUE(second);
  EXPECT_EQ(*first, *second) << "the same, which has followed";
  EXPECT_EQ((*second)->changes, (std::vector<std::size_t>{0, 1, 0}));
  expect_as_written(open, "f1");
}

TEST_F(KnownTest, GoesOnWhereAnotherProcessAddsAndStartsAfreshWhereOneGoes) {
  Vault open = vault();
  Vault other = vault();
  add(open, "f1", person("Brunelle Tarvic", "Personne A"));
  const auto first = open.known("f1");
  const std::string id = add(other, "f1", person("Aurèle Dormasse", "Personne B"));
  expect_as_written(open, "f1");
  EXPECT_EQ(*first, *open.known("f1"));
  EXPECT_EQ((*first)->entries.size(), 2U);
  ASSERT_TRUE(other.forget(id));
  expect_as_written(open, "f1");
  EXPECT_NE(*first, *open.known("f1"));
  EXPECT_EQ((*first)->entries.size(), 2U) << "who holds it is not left without";
}

TEST_F(KnownTest, IsNotTheOldFolderWhereOneOfThatIdCameAnew) {
  Vault open = vault();
  Vault other = vault();
  for (Vault* by : {&open, &other}) {
    add(open, "f1", person("Brunelle Tarvic", by == &open ? "Personne A" : "Personne B"));
    ASSERT_TRUE(open.known("f1"));
    ASSERT_TRUE(by->forget_folder("f1"));
    add(*by, "f1", person("Aurèle Dormasse", by == &open ? "Personne C" : "Personne D"));
    expect_as_written(open, "f1");
    ASSERT_TRUE(open.forget_folder("f1"));
  }
}

TEST_F(KnownTest, WhatWasSeenOfAFolderBeforeItWasForgottenCountsNoMore) {
  Vault open = vault();
  Vault other = vault();
  for (const char* name : {"Brunelle Tarvic", "Aurèle Dormasse"}) add(open, "f1", person(name, name));
  const std::int64_t seen = open.entries("f1")->generation;
  ASSERT_TRUE(other.forget_folder("f1"));
  add(other, "f1", person("Zoélia Quarn", "Personne C"));
  const auto twice = open.remember("f1", seen, {person("Zoélia Quarn", "Personne D")}, now_);
  ASSERT_TRUE(twice);
  EXPECT_FALSE(twice->kept) << "she has an alias there";
  EXPECT_EQ(twice->known->entries.size(), 1U);
}

// Two processes, one of which reads after every step of either.
TEST_F(KnownTest, IsNeverStaleInARandomHistory) {
  std::mt19937 random(7);
  const auto one_of = [&](std::size_t count) { return static_cast<std::size_t>(random()) % count; };
  Vault mine = vault();
  Vault others = vault();
  int number = 0;
  for (int step = 0; step < 150; ++step) {
    Vault& by = one_of(2) == 0 ? mine : others;
    const std::string folder = one_of(4) == 0 ? "f2" : "f1";
    const std::vector<Entry> there = entries_of(by, folder);
    const std::string name = "Nom " + std::to_string(number);
    const std::string alias = "Personne " + std::to_string(number++);
    const std::size_t deed = there.size() < 3 ? 0 : one_of(14);
    const Entry& some = there.empty() ? Entry{} : there[one_of(there.size())];
    bool done = true;
    if (deed < 5) {
      add(by, folder, person(name, alias));
    } else if (deed < 8) {
      done = static_cast<bool>(by.add_forms(some.id, {name}, now_));
    } else if (deed == 8) {
      done = static_cast<bool>(by.rename_alias(some.id, alias, now_));
    } else if (deed == 9) {
      done = some.id == there[0].id || by.merge(there[0].id, some.id, now_);
    } else if (deed == 10) {
      done = some.forms.empty() || by.split(some.id, {some.forms[0]}, name, alias, now_);
    } else if (deed == 11) {
      done = static_cast<bool>(by.forget(some.id));
    } else if (deed == 12) {
      const auto refused = by.remember(folder, 0, {person(name, some.alias)}, now_);
      done = refused && !refused->kept && told(refused->known->entries) == told(there);
    } else {
      done = one_of(3) != 0 || by.forget_folder(folder);
    }
    ASSERT_TRUE(done) << "deed " << deed << " of step " << step;
    expect_as_written(mine, "f1");
    if (one_of(3) == 0) expect_as_written(mine, "f2");
  }
}

}  // namespace
}  // namespace paravent::store
