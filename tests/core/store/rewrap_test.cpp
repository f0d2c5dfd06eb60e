// The copies of a vault open by what opens the vault, and by nothing else.
#include "store/rewrap.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>

#include "core/store/vault_fixture.hpp"
#include "platform/stdio.hpp"
#include "store/backups.hpp"
#include "store/header.hpp"

namespace paravent::store {
namespace {

namespace fs = std::filesystem;

// A vault that was replaced by a backup though it was sound: what stood there lies aside, whole.
class KeptAside : public VaultTest {
 protected:
  Vault replaced_vault() {
    {
      Vault open = vault();
      add(open, "f1", person("Solenne Kervadec", "Personne A"));
      now_.seconds += one_day;
      add(open, "f1", person("Loïg Bellamy", "Personne B"));
      EXPECT_TRUE(open.recovery_key_was_shown());
    }
    EXPECT_TRUE(restore_backup(places_));
    Vault open = vault();
    now_.seconds += one_day;
    add(open, "f1", person("Maëlle Corvisart", "Personne C"));
    return open;
  }
  // The backups and what lies aside.
  std::vector<fs::path> copies() const {
    std::vector<fs::path> out = backups_in(places_);
    out.push_back(places_.damaged_vault());
    return out;
  }
  // What opening a file in the place of the vault says; empty when it opens.
  std::string refusal_of(const fs::path& file, const Access& access) const {
    const Places elsewhere{root_ / "look" / "data", places_.config};
    fs::remove_all(elsewhere.data);
    fs::create_directories(elsewhere.data);
    for (const char* side : {"", "-wal"}) {
      if (fs::exists(file.string() + side)) {
        fs::copy_file(file.string() + side, elsewhere.vault().string() + side);
      }
    }
    return refusal(Vault::open(elsewhere, access));
  }
};

TEST_F(KeptAside, OpensByTheNewRecoveryKeyAlone) {
  Vault open = replaced_vault();
  ASSERT_GE(copies().size(), 3U);
  const Access old_key{{}, recovery_key_};
  for (const fs::path& file : copies()) EXPECT_EQ(refusal_of(file, old_key), "") << file;
  const auto renewed = open.renew_recovery_key();
  ASSERT_TRUE(renewed);
  EXPECT_FALSE(renewed->left_behind);
  const Access new_key{{}, renewed->recovery_key};
  for (const fs::path& file : copies()) {
    EXPECT_THAT(refusal_of(file, old_key), testing::HasSubstr("does not open")) << file;
    EXPECT_EQ(refusal_of(file, new_key), "") << file;
    EXPECT_EQ(refusal_of(file, {}), "") << "the key file still does: " << file;
  }
}

TEST_F(KeptAside, KeepsNoTraceOfTheOldRecoveryKey) {
  Vault open = replaced_vault();
  std::string wrapped;
  {
    auto database = Database::open(places_.damaged_vault(), Database::Journal::WriteAhead);
    ASSERT_TRUE(database);
    wrapped = read_header(*database)->recovery_wrapped_key;
  }
  ASSERT_NE(everything_in(places_.data).find(wrapped), std::string::npos);
  ASSERT_TRUE(open.renew_recovery_key());
  EXPECT_EQ(everything_in(places_.data).find(wrapped), std::string::npos);
}

TEST_F(KeptAside, OpensByTheNewSourceAlone) {
  Vault open = replaced_vault();
  ASSERT_TRUE(open.set_source(by_passphrase("un secret")));
  EXPECT_FALSE(fs::exists(places_.key_file())) << "nothing needs it any more";
  for (const fs::path& file : copies()) {
    EXPECT_THAT(refusal_of(file, {}), testing::HasSubstr("passphrase")) << file;
    EXPECT_EQ(refusal_of(file, {"un secret", {}}), "") << file;
    EXPECT_EQ(refusal_of(file, {{}, recovery_key_}), "") << file;
  }
}

TEST_F(KeptAside, AndDamagedIsSaidAndStaysAsItIs) {
  Vault open = replaced_vault();
  const fs::path aside = places_.damaged_vault();
  std::string bytes = bytes_of(aside);
  bytes.replace(0, 100, std::string(100, 'x'));
  std::ofstream(aside, std::ios::binary) << bytes;
  const auto renewed = open.renew_recovery_key();
  ASSERT_TRUE(renewed) << "the new key is handed out all the same";
  ASSERT_TRUE(renewed->left_behind);
  EXPECT_THAT(renewed->left_behind->fr, testing::HasSubstr(aside.string()));
  EXPECT_EQ(bytes_of(aside), bytes);
  for (const fs::path& backup : backups_in(places_)) {
    EXPECT_THAT(refusal_of(backup, {{}, recovery_key_}), testing::HasSubstr("does not open")) << backup;
    EXPECT_EQ(refusal_of(backup, {{}, renewed->recovery_key}), "") << backup;
  }
  const auto set = open.set_source(by_passphrase("un secret"));
  ASSERT_FALSE(set);
  EXPECT_THAT(set.failure().en, testing::HasSubstr(aside.string()));
  EXPECT_TRUE(fs::exists(places_.key_file())) << "it may be what opens it once it is repaired";
  EXPECT_EQ(bytes_of(aside), bytes);
  fs::remove(aside);
  EXPECT_TRUE(open.set_source(by_passphrase("un secret")));
  EXPECT_FALSE(fs::exists(places_.key_file()));
}

TEST_F(KeptAside, OfWhichOneCannotChangeTheOthersDo) {
  Vault open = replaced_vault();
  const fs::path unreadable = places_.backups() / "vault-2021-01-01.db";
  std::ofstream(unreadable) << "no database";
  const auto renewed = open.renew_recovery_key();
  ASSERT_TRUE(renewed);
  ASSERT_TRUE(renewed->left_behind);
  EXPECT_THAT(renewed->left_behind->en, testing::HasSubstr(unreadable.string()));
  EXPECT_EQ(bytes_of(unreadable), "no database");
  for (const fs::path& file : copies()) {
    if (file == unreadable) continue;
    EXPECT_THAT(refusal_of(file, {{}, recovery_key_}), testing::HasSubstr("does not open")) << file;
  }
}

TEST_F(KeptAside, HasNoLogOfWhatWasKeptBefore) {
  {
    const Vault in_use = replaced_vault();
    ASSERT_TRUE(restore_backup(places_)) << "another process has the vault open";
    ASSERT_TRUE(fs::exists(places_.damaged_vault().string() + "-wal"));
  }
  vault();
  ASSERT_TRUE(restore_backup(places_));
  EXPECT_FALSE(fs::exists(places_.damaged_vault().string() + "-wal"));
  EXPECT_EQ(refusal_of(places_.damaged_vault(), {}), "");
}

TEST_F(KeptAside, BackupsKnowThatTheNewRecoveryKeyWasSeen) {
  {
    Vault open = replaced_vault();
    const auto renewed = open.renew_recovery_key();
    ASSERT_TRUE(renewed);
    ASSERT_TRUE(open.recovery_key_was_shown());
  }
  ASSERT_TRUE(restore_backup(places_));
  EXPECT_TRUE(*vault().recovery_key_is_shown());
}

// One process makes the backup of a day; when its file appears it is held, and another gives a new key.
TEST_F(VaultTest, ABackupThatIsMadeWhileTheKeyIsRenewedOpensByTheNewOneAlone) {
  Vault backs_up = vault();
  Vault renews = vault();
  add(backs_up, "f1", person("Nom", "Personne"));
  for (int round = 0; round < 12; ++round) {
    now_.seconds += one_day;
    const fs::path before = backups_in(places_).back();
    std::thread day([&] { add(backs_up, "f1", person("Nom", "Personne " + std::to_string(round))); });
    while (backups_in(places_).back() == before) std::this_thread::yield();
    std::thread renewal;
    {
      auto held = Database::open(backups_in(places_).back(), Database::Journal::Rollback);
      ASSERT_TRUE(held);
      const Transaction all(*held);
      renewal = std::thread([&] { EXPECT_TRUE(renews.renew_recovery_key()); });
      std::this_thread::sleep_for(std::chrono::milliseconds(60));
    }
    day.join();
    renewal.join();
    auto database = Database::open(places_.vault(), Database::Journal::WriteAhead);
    auto backup = Database::open(backups_in(places_).back(), Database::Journal::Rollback);
    ASSERT_TRUE(database && backup);
    EXPECT_EQ(read_header(*backup)->recovery_wrapped_key, read_header(*database)->recovery_wrapped_key)
        << "round " << round;
  }
}

// A process gives the vault a new key and is killed before the copies follow: one backup is held until then.
class KilledBetween : public KeptAside {
 protected:
  std::int64_t pending() const {
    auto database = Database::open(places_.vault(), Database::Journal::WriteAhead);
    return header_number(*database, "rewrap_pending");
  }
  void kill_between(const fs::path& held_backup, const std::function<bool(Vault&)>& new_key) const {
    std::array<int, 2> go{};
    ASSERT_EQ(::pipe(go.data()), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      char byte = 0;
      auto opened = Vault::open(places_, {});
      const bool told = opened && platform::read_some(go[0], &byte, 1) == 1;
      ::_exit(told && new_key(*opened) ? 0 : 1);
    }
    {
      auto held = Database::open(held_backup, Database::Journal::Rollback);
      ASSERT_TRUE(held);
      const Transaction all(*held);
      ASSERT_TRUE(platform::write_all(go[1], "g"));
      for (int tries = 0; pending() == 0 && tries < 2000; ++tries) ::usleep(2000);
      ::kill(child, SIGKILL);
      int status = 0;
      ASSERT_EQ(::waitpid(child, &status, 0), child);
      ASSERT_TRUE(WIFSIGNALED(status)) << "it was done before it was killed";
    }
    ::close(go[0]);
    ::close(go[1]);
    ASSERT_NE(pending(), 0);
  }
  std::string wrapped_for_recovery(const fs::path& file) const {
    auto database = Database::open(file, Database::Journal::WriteAhead);
    return database ? read_header(*database)->recovery_wrapped_key : "";
  }
};

TEST_F(KilledBetween, TheNextOpeningBringsCopiesToTheNewSource) {
  {
    replaced_vault();
  }
  kill_between(backups_in(places_).back(),
               [](Vault& open) { return static_cast<bool>(open.set_source(by_passphrase("un secret"))); });
  EXPECT_EQ(refusal_of(backups_in(places_).back(), {}), "") << "by the old key";
  ASSERT_TRUE(fs::exists(places_.key_file()));
  EXPECT_NE(refusal(Vault::open(places_, {"un autre secret", {}})), "");
  EXPECT_NE(pending(), 0) << "nothing is done for whoever does not get in";
  ASSERT_EQ(refusal(Vault::open(places_, {"un secret", {}})), "");
  for (const fs::path& file : copies()) {
    EXPECT_THAT(refusal_of(file, {}), testing::HasSubstr("passphrase")) << file;
    EXPECT_EQ(refusal_of(file, {"un secret", {}}), "") << file;
  }
  EXPECT_FALSE(fs::exists(places_.key_file())) << "nothing needs it any more";
  EXPECT_EQ(pending(), 0);
}

TEST_F(KilledBetween, TheNextOpeningBringsCopiesToTheNewRecoveryKey) {
  {
    replaced_vault();
  }
  const std::string old = wrapped_for_recovery(places_.vault());
  kill_between(backups_in(places_).front(),
               [](Vault& open) { return static_cast<bool>(open.renew_recovery_key()); });
  ASSERT_NE(wrapped_for_recovery(places_.vault()), old);
  ASSERT_EQ(wrapped_for_recovery(places_.damaged_vault()), old);
  vault();
  const std::string renewed = wrapped_for_recovery(places_.vault());
  for (const fs::path& file : copies()) EXPECT_EQ(wrapped_for_recovery(file), renewed) << file;
  EXPECT_EQ(everything_in(places_.data).find(old), std::string::npos) << "nor in any log";
  EXPECT_TRUE(fs::exists(places_.key_file())) << "it opens the vault";
  EXPECT_EQ(pending(), 0);
}

TEST_F(KilledBetween, ABackupThatCannotFollowIsTriedAgainAndKeepsNobodyOut) {
  {
    replaced_vault();
  }
  const fs::path unreadable = places_.backups() / "vault-2021-01-01.db";
  std::ofstream(unreadable) << "no database";
  kill_between(backups_in(places_).back(),
               [](Vault& open) { return static_cast<bool>(open.set_source(by_passphrase("un secret"))); });
  const Access by_secret{"un secret", {}};
  ASSERT_EQ(refusal(Vault::open(places_, by_secret)), "");
  EXPECT_EQ(refusal_of(backups_in(places_).back(), by_secret), "");
  EXPECT_NE(pending(), 0);
  EXPECT_TRUE(fs::exists(places_.key_file())) << "it may open what could not follow";
  fs::remove(unreadable);
  ASSERT_EQ(refusal(Vault::open(places_, by_secret)), "");
  EXPECT_EQ(pending(), 0);
  EXPECT_FALSE(fs::exists(places_.key_file()));
}

TEST_F(KeptAside, IsNotTouchedByAnOpeningWithNothingToDo) {
  {
    Vault open = replaced_vault();
    ASSERT_TRUE(open.renew_recovery_key());
  }
  std::vector<fs::file_time_type> before;
  for (const fs::path& file : copies()) before.push_back(fs::last_write_time(file));
  // A copy that would be brought along if anything were still to be done.
  const fs::path stranger = places_.backups() / "vault-2021-01-01.db";
  std::ofstream(stranger) << "";
  vault();
  EXPECT_EQ(bytes_of(stranger), "");
  fs::remove(stranger);
  std::vector<fs::file_time_type> after;
  for (const fs::path& file : copies()) after.push_back(fs::last_write_time(file));
  EXPECT_EQ(after, before);
}

}  // namespace
}  // namespace paravent::store
