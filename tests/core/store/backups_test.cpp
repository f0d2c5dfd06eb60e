// What goes wrong with files, and the copies that help.
#include "store/backups.hpp"

#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "core/store/vault_fixture.hpp"
#include "store/schema.hpp"

namespace paravent::store {
namespace {

namespace fs = std::filesystem;

TEST_F(VaultTest, IsBackedUpOnceADayAndFiveTimesAtMost) {
  Vault open = vault();
  for (int day = 0; day < 8; ++day) {
    add(open, "f1", person("A", "a" + std::to_string(day)));
    add(open, "f1", person("B", "b" + std::to_string(day)));
    now_.seconds += one_day;
  }
  const auto all = backups_in(places_);
  ASSERT_EQ(all.size(), kept_backups);
  EXPECT_EQ(all.back().filename(), "vault-2027-01-22.db");
  for (const fs::path& backup : all) EXPECT_EQ(fs::status(backup).permissions(), fs::perms(0600));
  EXPECT_EQ(std::distance(fs::directory_iterator(places_.backups()), {}), 5) << "nothing else is left";
}

// Puts a backup where the vault was and reads it with every key the user has.
TEST_F(VaultTest, ForgettingReachesTheBackups) {
  std::string id;
  {
    Vault open = vault();
    id = add(open, "f1", person("Claire Dumoustier", "Personne A"));
    ASSERT_TRUE(open.declare("", {"Claire Dumoustier"}, now_));
    ASSERT_TRUE(open.remember_undo("f1", "n.md", {"out", "out", 0}, {{0, "P", "Claire", id}}, now_));
    now_.seconds += one_day;
    add(open, "f1", person("Loïg Bellamy", "Personne B"));
    const std::string backup = bytes_of(backups_in(places_).back());
    ASSERT_NE(backup.find(id), std::string::npos);
    ASSERT_TRUE(open.forget(id));
    EXPECT_TRUE(open.declared("f1")->empty());
    EXPECT_EQ(open.entries("f1")->entries.size(), 1U);
    now_.seconds += one_day;
    add(open, "f1", person("Third", "Personne C"));
  }
  ASSERT_EQ(backups_in(places_).size(), 3U);
  const fs::path vault_file = places_.vault();
  for (const fs::path& backup : backups_in(places_)) {
    fs::copy_file(backup, vault_file, fs::copy_options::overwrite_existing);
    Vault old = vault();
    for (const Entry& entry : entries_of(old, "f1")) EXPECT_NE(entry.canonical, "Claire Dumoustier");
    EXPECT_TRUE(old.declared("f1")->empty());
    const auto undo = old.find_undo("f1", "n.md", "out");
    ASSERT_TRUE(undo);
    EXPECT_TRUE(!*undo || (*undo)->pieces[0].forgotten);
  }
}

TEST_F(VaultTest, ForgettingReachesWhatWasMergedOrSplitBefore) {
  Vault open = vault();
  const std::string one = add(open, "f1", person("Claire Dumoustier", "Personne A"));
  const std::string two = add(open, "f1", person("Claire D.", "Personne B"));
  now_.seconds += one_day;
  ASSERT_TRUE(open.merge(one, two, now_));
  const auto halves = open.split(one, {"Claire D."}, "Claire D.", "Personne C", now_);
  ASSERT_TRUE(halves);
  ASSERT_TRUE(open.forget(halves->split_off));
  for (const fs::path& backup : backups_in(places_)) {
    auto copy = Database::open(backup, Database::Journal::Rollback);
    ASSERT_TRUE(copy);
    Statement asked = copy->prepare("SELECT count(*) FROM entities");
    ASSERT_TRUE(asked.row());
    EXPECT_EQ(asked.number_at(0), 0) << "backups know both as one";
  }
  EXPECT_EQ(open.entries("f1")->entries.size(), 1U) << "who was not meant stays";
}

TEST_F(VaultTest, CleansBackupsLaterWhenAProcessEndedBetween) {
  std::string id;
  {
    Vault open = vault();
    id = add(open, "f1", person("Claire Dumoustier", "Personne A"));
    now_.seconds += one_day;
    add(open, "f1", person("Loïg Bellamy", "Personne B"));
  }
  {
    auto database = Database::open(places_.vault(), Database::Journal::WriteAhead);
    ASSERT_TRUE(database);
    database->prepare("INSERT INTO forgotten(id) VALUES(?)").text(id).run();
    database->run("UPDATE header SET scrub_pending=1");
    ASSERT_FALSE(database->failed());
  }
  ASSERT_NE(bytes_of(backups_in(places_).back()).find("pseudonym"), std::string::npos);
  vault();
  auto copy = Database::open(backups_in(places_).back(), Database::Journal::Rollback);
  Statement asked = copy->prepare("SELECT count(*) FROM entities");
  ASSERT_TRUE(asked.row());
  EXPECT_EQ(asked.number_at(0), 0);
}

TEST_F(VaultTest, ThatIsDamagedSaysWhereBackupsAreAndChangesNothing) {
  {
    Vault open = vault();
    for (int i = 0; i < 40; ++i)
      add(open, "f1", person("Claire " + std::to_string(i), "Personne " + std::to_string(i)));
    now_.seconds += one_day;
    add(open, "f1", person("Loïg Bellamy", "Personne B"));
  }
  std::string bytes = bytes_of(places_.vault());
  bytes.replace(0, 100, std::string(100, 'x'));
  std::ofstream(places_.vault(), std::ios::binary) << bytes;
  const auto opened = Vault::open(places_, {});
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.failure().fr.find(places_.backups().string()), std::string::npos) << opened.failure().fr;
  EXPECT_FALSE(Vault::open_or_create(places_, {}, by_key_file())) << "no new vault over a damaged one";
  EXPECT_EQ(bytes_of(places_.vault()), bytes);
  const auto restored = restore_backup(places_);
  ASSERT_TRUE(restored) << restored.failure().en;
  EXPECT_EQ(*restored, backups_in(places_).back());
  EXPECT_TRUE(fs::exists(places_.data / "vault-damaged.db"));
  Vault open = vault();
  const std::vector<Entry> back = entries_of(open, "f1");
  EXPECT_EQ(back.size(), 40U);
  ASSERT_TRUE(open.forget(back[0].id));
  EXPECT_FALSE(fs::exists(places_.data / "vault-damaged.db")) << "it may hold whom to forget";
}

TEST_F(VaultTest, WithDamagedPagesAfterACrashIsNotOpened) {
  {
    Vault open = vault();
    for (int i = 0; i < 40; ++i)
      add(open, "f1", person("Claire " + std::to_string(i), "Personne " + std::to_string(i)));
  }
  std::string bytes = bytes_of(places_.vault());
  for (std::size_t at = 8192; at + 4096 <= bytes.size(); at += 4096)
    bytes.replace(at, 64, std::string(64, 'x'));
  std::ofstream(places_.vault(), std::ios::binary) << bytes;
  std::ofstream(places_.vault().string() + "-wal") << "";  // as a process that was ended leaves it
  EXPECT_FALSE(Vault::open(places_, {}));
}

TEST_F(VaultTest, WithoutASoundBackupIsNotReplaced) {
  vault();
  const std::string before = bytes_of(places_.vault());
  std::ofstream(places_.backups() / "vault-2026-01-01.db") << "no database at all";
  EXPECT_FALSE(restore_backup(places_));
  EXPECT_EQ(bytes_of(places_.vault()), before);
}

TEST_F(VaultTest, OfANewerFormatIsLeftAlone) {
  vault();
  {
    auto database = Database::open(places_.vault(), Database::Journal::WriteAhead);
    database->run("PRAGMA user_version=99");
  }
  const auto opened = Vault::open(places_, {});
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.failure().en.find("newer Paravent"), std::string::npos);
}

TEST_F(VaultTest, OfVersionOneIsBroughtUpToDate) {
  std::string id;
  {
    Vault open = vault();
    id = add(open, "f1", person("Claire Dumoustier", "Personne A"));
  }
  {  // version 2 added these tables, version 4 this column
    auto database = Database::open(places_.vault(), Database::Journal::WriteAhead);
    for (const char* table : {"undo_pieces", "undo_records", "declared", "ignored"}) {
      database->run(std::string("DROP TABLE ") + table);
    }
    database->run("ALTER TABLE header DROP COLUMN rewrap_pending");
    database->run("PRAGMA user_version=1");
    ASSERT_FALSE(database->failed());
  }
  Vault open = vault();
  EXPECT_EQ(open.entries("f1")->entries.size(), 1U);
  ASSERT_TRUE(open.declare("", {"Loïg Bellamy"}, now_));
  ASSERT_TRUE(open.remember_undo("f1", "n.md", {"out", "out", 0}, {{0, "P", "Claire", id}}, now_));
}

TEST(Schema, IsTheSameMadeAtOnceOrStepByStep) {
  const fs::path folder = fs::temp_directory_path() / ("paravent-" + std::to_string(platform::random_64()));
  fs::create_directory(folder);
  const auto tables = [&](const char* name, std::initializer_list<int> versions) {
    std::ofstream(folder / name) << "";
    auto database = Database::open(folder / name, Database::Journal::Rollback);
    for (const int version : versions) migrate(*database, version);
    EXPECT_EQ(version_of(*database), schema_version);
    std::string out;
    Statement asked = database->prepare("SELECT sql FROM sqlite_schema ORDER BY name");
    while (asked.row()) out += asked.bytes_at(0);
    return out;
  };
  EXPECT_EQ(tables("a", {schema_version}), tables("b", {1, 2, 3, 4}));
  fs::remove_all(folder);
}

// A limit on file size stands for a full disk.
TEST_F(VaultTest, OnAFullDiskKeepsWhatItHad) {
  Vault open = vault();
  add(open, "f1", person("Claire Dumoustier", "Personne A"));
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit small{1024, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto done = open.remember("f1", open.entries("f1")->generation, {person("Loïg", "Personne B")}, now_);
  ::setrlimit(RLIMIT_FSIZE, &before);
  ASSERT_FALSE(done);
  EXPECT_NE(done.failure().en.find("Nothing was changed"), std::string::npos) << done.failure().en;
  EXPECT_EQ(open.entries("f1")->entries.size(), 1U);
  EXPECT_EQ(vault().entries("f1")->entries.size(), 1U);
}

}  // namespace
}  // namespace paravent::store
