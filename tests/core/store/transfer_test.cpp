#include "core/store/vault_fixture.hpp"

namespace paravent::store {
namespace {

class TwoMachines : public VaultTest {
 protected:
  Vault second() {
    const Places places{root_ / "data2" / "paravent", root_ / "config2" / "paravent"};
    auto opened = Vault::open_or_create(places, {}, by_key_file());
    EXPECT_TRUE(opened);
    return std::move(opened->vault);
  }
  std::string exported(Vault& from) {
    auto bytes = from.export_sealed("pommes", by_passphrase("").stretching);
    EXPECT_TRUE(bytes) << bytes.failure().en;
    return *bytes;
  }
};

TEST_F(TwoMachines, ShareWhatIsExported) {
  Vault one = vault();
  Vault two = second();
  NewEntry entry = person("Claire Dumoustier", "Personne A");
  entry.forms = {"Claire"};
  const std::string id = add(one, "f1", entry);
  ASSERT_TRUE(one.rename_alias(id, "Cliente", now_));
  ASSERT_TRUE(one.declare("f1", {"Loïg Bellamy"}, now_));
  const std::string bytes = exported(one);
  EXPECT_EQ(bytes.find("Dumoustier"), std::string::npos);
  const auto done = two.import_sealed(bytes, "pommes", now_);
  ASSERT_TRUE(done) << done.failure().en;
  EXPECT_EQ(done->added, 1);
  const std::vector<Entry> there = entries_of(two, "f1");
  ASSERT_EQ(there.size(), 1U);
  EXPECT_EQ(there[0].id, id);
  EXPECT_EQ(there[0].canonical, "Claire Dumoustier");
  EXPECT_EQ(there[0].forms, entry.forms);
  EXPECT_EQ(there[0].alias, "Cliente");
  EXPECT_EQ(there[0].former_aliases, (std::vector<std::string>{"Personne A"}));
  EXPECT_EQ(two.declared("f1")->front().name, "Loïg Bellamy");
  const auto again = two.import_sealed(bytes, "pommes", now_);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->added + again->updated, 0);
}

TEST_F(TwoMachines, KeepTheNewer) {
  Vault one = vault();
  Vault two = second();
  const std::string id = add(one, "f1", person("Claire", "Personne A"));
  ASSERT_TRUE(two.import_sealed(exported(one), "pommes", now_));
  now_.seconds += 10;
  ASSERT_TRUE(one.rename_alias(id, "Cliente", now_));
  EXPECT_EQ(two.import_sealed(exported(one), "pommes", now_)->updated, 1);
  EXPECT_EQ(entries_of(two, "f1")[0].alias, "Cliente");
  const std::string old = exported(one);
  now_.seconds += 10;
  ASSERT_TRUE(two.rename_alias(id, "Directrice", now_));
  EXPECT_EQ(two.import_sealed(old, "pommes", now_)->updated, 0);
  EXPECT_EQ(entries_of(two, "f1")[0].alias, "Directrice");
}

TEST_F(TwoMachines, ForgetTogether) {
  Vault one = vault();
  Vault two = second();
  const std::string id = add(one, "f1", person("Claire", "Personne A"));
  const std::string before = exported(one);
  ASSERT_TRUE(two.import_sealed(before, "pommes", now_));
  ASSERT_TRUE(one.forget(id));
  ASSERT_TRUE(two.import_sealed(exported(one), "pommes", now_));
  EXPECT_TRUE(entries_of(two, "f1").empty());
  ASSERT_TRUE(two.import_sealed(before, "pommes", now_));
  EXPECT_TRUE(entries_of(two, "f1").empty()) << "an old export brings nobody back";
}

TEST_F(TwoMachines, WithOneAliasForTwoChangeNothing) {
  Vault one = vault();
  Vault two = second();
  add(one, "f1", person("Loïg Bellamy", "Personne B"));
  add(one, "f1", person("Claire Dumoustier", "Personne A"));
  add(two, "f1", person("Aubin Tréhorel", "Personne A"));
  const auto done = two.import_sealed(exported(one), "pommes", now_);
  ASSERT_FALSE(done);
  for (const std::string& words : {done.failure().fr, done.failure().en}) {
    EXPECT_NE(words.find(": 1."), std::string::npos) << words;
    EXPECT_EQ(words.find("Claire"), std::string::npos);
    EXPECT_EQ(words.find("Personne"), std::string::npos);
  }
  EXPECT_EQ(entries_of(two, "f1").size(), 1U);
}

TEST_F(TwoMachines, RefuseWhatIsNoWholeExport) {
  Vault one = vault();
  add(one, "f1", person("Claire", "Personne A"));
  const std::string bytes = exported(one);
  Vault two = second();
  EXPECT_FALSE(two.import_sealed(bytes, "poires", now_));
  EXPECT_FALSE(two.import_sealed(bytes, "", now_));
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{30}, bytes.size() - 1}) {
    EXPECT_FALSE(two.import_sealed(bytes.substr(0, size), "pommes", now_)) << size;
  }
  std::string newer = bytes;
  newer[16] = '2';
  EXPECT_NE(two.import_sealed(newer, "pommes", now_).failure().en.find("newer"), std::string::npos);
  std::string changed = bytes;
  changed.back() = static_cast<char>(changed.back() ^ 1);
  EXPECT_FALSE(two.import_sealed(changed, "pommes", now_));
  EXPECT_TRUE(entries_of(two, "f1").empty());
}

}  // namespace
}  // namespace paravent::store
