// Ways into a vault: key file, passphrase, keyring, recovery key.
#include <sys/stat.h>

#include <chrono>
#include <cstdlib>
#include <fstream>

#include "core/store/vault_fixture.hpp"
#include "store/backups.hpp"
#include "store/recovery_key.hpp"

namespace paravent::store {
namespace {

namespace fs = std::filesystem;

TEST(RecoveryKey, IsSpelledAndReadAsPeopleWriteIt) {
  const Key key = Key::random();
  const std::string spelled = spell(key);
  EXPECT_EQ(spelled.size(), 14U * 4 + 13);
  ASSERT_TRUE(read_spelled(spelled));
  EXPECT_EQ(read_spelled(spelled)->bytes(), key.bytes());
  std::string written;
  for (const char c : spelled) {
    if (c == '-') {
      written += "  ";
    } else {
      written += static_cast<char>(c == '1' ? 'l' : c == '0' ? 'o' : std::tolower(c));
    }
  }
  ASSERT_TRUE(read_spelled(written));
  EXPECT_EQ(read_spelled(written)->bytes(), key.bytes());
}

TEST(RecoveryKey, WithOneWrongLetterIsRefused) {
  const std::string spelled = spell(Key::random());
  for (std::size_t at = 0; at < spelled.size(); ++at) {
    if (spelled[at] == '-') continue;
    std::string wrong = spelled;
    wrong[at] = wrong[at] == '7' ? '8' : '7';
    EXPECT_FALSE(read_spelled(wrong)) << at;
  }
  EXPECT_FALSE(read_spelled(""));
  EXPECT_FALSE(read_spelled(spelled.substr(5)));
  EXPECT_FALSE(read_spelled(spelled + "-7777"));
}

TEST_F(VaultTest, ThatIsNotThereIsNotMadeByOpening) {
  EXPECT_NE(refusal(Vault::open(places_, {})).find("no vault"), std::string::npos);
  EXPECT_FALSE(fs::exists(root_));
}

TEST_F(VaultTest, IsNeverMadeTwice) {
  vault();
  const auto again = Vault::create(places_, by_key_file());
  ASSERT_FALSE(again);
  EXPECT_NE(again.failure().fr.find("jamais un second"), std::string::npos);
  EXPECT_TRUE(Vault::open(places_, {}));
}

TEST_F(VaultTest, WithoutItsKeyFileSaysSoAndMakesNone) {
  vault();
  fs::remove(places_.key_file());
  EXPECT_NE(refusal(Vault::open(places_, {})).find("recovery key"), std::string::npos);
  EXPECT_FALSE(Vault::open_or_create(places_, {}, by_key_file()));
  EXPECT_FALSE(fs::exists(places_.key_file()));
}

TEST_F(VaultTest, RefusesAKeyFileThatOthersCanReach) {
  vault();
  const fs::path key = places_.key_file();
  fs::permissions(key, fs::perms(0640));
  EXPECT_NE(refusal(Vault::open(places_, {})).find("chmod 600"), std::string::npos);
  fs::permissions(key, fs::perms(0600));
  fs::rename(key, key.string() + ".real");
  fs::create_symlink(key.string() + ".real", key);
  EXPECT_NE(refusal(Vault::open(places_, {})).find("is a link"), std::string::npos);
  fs::remove(key);
  fs::copy_file(key.string() + ".real", key);
  fs::permissions(key, fs::perms(0600));
  EXPECT_TRUE(Vault::open(places_, {}));
  std::ofstream(key) << "0123";
  EXPECT_NE(refusal(Vault::open(places_, {})).find("whole key"), std::string::npos);
  std::ofstream(key) << std::string(64, 'a');
  EXPECT_NE(refusal(Vault::open(places_, {})).find("does not open"), std::string::npos);
}

TEST_F(VaultTest, OpensByItsPassphrase) {
  ASSERT_TRUE(Vault::create(places_, by_passphrase("trois pommes bleues")));
  Access access;
  EXPECT_NE(refusal(Vault::open(places_, access)).find("passphrase"), std::string::npos);
  access.passphrase = "trois pommes rouges";
  EXPECT_NE(refusal(Vault::open(places_, access)).find("does not open"), std::string::npos);
  access.passphrase = "trois pommes bleues";
  EXPECT_TRUE(Vault::open(places_, access));
  EXPECT_FALSE(fs::exists(places_.key_file()));
  EXPECT_EQ(everything_in(root_).find("pommes"), std::string::npos);
}

TEST_F(VaultTest, MadeWithoutAPassphraseIsNotMade) {
  EXPECT_FALSE(Vault::create(places_, by_passphrase("")));
  EXPECT_FALSE(Vault::open(places_, {}));
  EXPECT_TRUE(Vault::open_or_create(places_, {}, by_key_file())) << "what was left behind is no vault";
}

TEST_F(VaultTest, OpensByItsRecoveryKeyAndGetsANewSource) {
  {
    Vault open = vault();
    add(open, "f1", person("A B", "Personne A"));
    EXPECT_FALSE(*open.recovery_key_is_shown());
    ASSERT_TRUE(open.recovery_key_was_shown());
    EXPECT_TRUE(*open.recovery_key_is_shown());
  }
  fs::remove(places_.key_file());
  Access access;
  access.recovery_key = recovery_key_;
  {
    auto open = Vault::open(places_, access);
    ASSERT_TRUE(open) << open.failure().en;
    ASSERT_TRUE(open->set_source(by_passphrase("un secret")));
    const auto renewed = open->renew_recovery_key();
    ASSERT_TRUE(renewed);
    EXPECT_FALSE(*open->recovery_key_is_shown());
  }
  EXPECT_NE(refusal(Vault::open(places_, access)).find("does not open"), std::string::npos) << "the old one";
  access = {"un secret", {}};
  auto open = Vault::open(places_, access);
  ASSERT_TRUE(open);
  EXPECT_EQ(open->entries("f1")->entries.size(), 1U);
  access = {{}, "7777-misspelled"};
  EXPECT_NE(refusal(Vault::open(places_, access)).find("14 groups"), std::string::npos);
}

TEST_F(VaultTest, BackupsFollowToANewSourceAndTheOldKeyFileGoes) {
  {
    Vault open = vault();
    add(open, "f1", person("Solenne Kervadec", "Personne A"));
    now_.seconds += one_day;
    add(open, "f1", person("Loïg Bellamy", "Personne B"));
    ASSERT_FALSE(backups_in(places_).empty());
    ASSERT_TRUE(open.set_source(by_passphrase("un secret")));
  }
  EXPECT_FALSE(fs::exists(places_.key_file()));
  fs::remove(places_.vault());
  ASSERT_TRUE(restore_backup(places_));
  EXPECT_NE(refusal(Vault::open(places_, {})).find("passphrase"), std::string::npos);
  Access access;
  access.passphrase = "un secret";
  EXPECT_TRUE(Vault::open(places_, access));
}

TEST_F(VaultTest, ANewSourceRemovesNoBackup) {
  Vault open = vault();
  add(open, "f1", person("Solenne Kervadec", "Personne A"));
  const fs::path other = places_.backups() / "vault-2020-01-01.db";
  {
    const Places elsewhere{root_ / "other-data", root_ / "other-config"};
    ASSERT_TRUE(Vault::create(elsewhere, by_key_file()));
    fs::copy_file(elsewhere.vault(), other);
    fs::permissions(other, fs::perms(0600));
  }
  const fs::path unreadable = places_.backups() / "vault-2021-01-01.db";
  std::ofstream(unreadable) << "no database";
  fs::permissions(unreadable, fs::perms(0600));
  EXPECT_FALSE(open.set_source(by_passphrase("un secret"))) << "what could not be changed is said";
  EXPECT_TRUE(fs::exists(other));
  EXPECT_TRUE(fs::exists(unreadable));
  EXPECT_TRUE(fs::exists(places_.key_file()));
  fs::remove(unreadable);
  EXPECT_TRUE(open.set_source(by_passphrase("un secret")));
  EXPECT_TRUE(fs::exists(other)) << "of another vault";
  EXPECT_TRUE(fs::exists(places_.key_file())) << "which it may need";
  fs::remove(other);
  EXPECT_TRUE(open.set_source(by_passphrase("un autre secret")));
  EXPECT_FALSE(fs::exists(places_.key_file()));
}

TEST_F(VaultTest, KeepsKeyAndVaultApart) {
  const Places one{root_ / "same", root_ / "same"};
  fs::create_directories(one.data);
  EXPECT_FALSE(Vault::create(one, by_key_file()));
}

// A stand-in for secret-tool on PATH: it keeps the key in a file, hangs, or finds no service.
class FakeKeyring : public VaultTest {
 protected:
  void SetUp() override {
    VaultTest::SetUp();
    fs::create_directories(root_ / "bin");
    old_path_ = std::getenv("PATH");
    ::setenv("PATH", ((root_ / "bin").string() + ":" + old_path_).c_str(), 1);
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", 1);
  }
  void TearDown() override {
    ::setenv("PATH", old_path_.c_str(), 1);
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    VaultTest::TearDown();
  }
  void answer(const std::string& script) const {
    const fs::path tool = root_ / "bin" / "secret-tool";
    std::ofstream(tool) << "#!/bin/sh\n" << script << '\n';
    fs::permissions(tool, fs::perms(0755));
  }
  std::string keeper() const {
    const std::string file = "'" + (root_ / "kept").string() + "'";
    return "case $1 in store) cat > " + file + ";; lookup) [ $5 = none ] && exit 1; cat " + file +
           " 2>/dev/null;; esac";
  }
  std::string old_path_;
};

TEST_F(FakeKeyring, HoldsTheKeyWhereThereIsOne) {
  answer(keeper());
  auto made = Vault::open_or_create(places_, {}, {});
  ASSERT_TRUE(made) << made.failure().en;
  EXPECT_EQ(made->first_use->source, KeySource::Keyring);
  EXPECT_FALSE(fs::exists(places_.key_file()));
  EXPECT_TRUE(Vault::open(places_, {}));
  fs::remove(root_ / "kept");
  EXPECT_NE(refusal(Vault::open(places_, {})).find("no longer in"), std::string::npos);
  EXPECT_FALSE(fs::exists(root_ / "kept")) << "never a second key";
}

TEST_F(FakeKeyring, ThatStaysLockedGivesAnErrorInTwoSeconds) {
  answer(keeper());
  ASSERT_TRUE(Vault::open_or_create(places_, {}, {}));
  answer("sleep 30");
  const auto before = std::chrono::steady_clock::now();
  EXPECT_NE(refusal(Vault::open(places_, {})).find("Unlock it"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(4));
  answer("echo 'secret-tool: Cannot create an item in a locked collection' >&2; exit 1");
  EXPECT_NE(refusal(Vault::open(places_, {})).find("Unlock it"), std::string::npos);
}

TEST_F(FakeKeyring, WithoutAServiceLeavesTheKeyToAFile) {
  answer("echo 'The name org.freedesktop.secrets was not provided by any .service files' >&2; exit 1");
  const auto made = Vault::open_or_create(places_, {}, {});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->first_use->source, KeySource::KeyFile);
  EXPECT_TRUE(fs::exists(places_.key_file()));
}

}  // namespace
}  // namespace paravent::store
