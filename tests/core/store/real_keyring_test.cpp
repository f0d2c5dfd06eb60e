// The keyring of GNOME on a session bus of its own, unlocked, then locked.
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "core/store/vault_fixture.hpp"

namespace paravent::store {
namespace {

namespace fs = std::filesystem;

pid_t number_in(const std::string& words) {
  return static_cast<pid_t>(std::strtol(words.c_str(), nullptr, 10));
}

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");  // NOLINT(bugprone-command-processor): words of this test alone
  if (pipe == nullptr) return out;
  std::array<char, 256> chunk{};
  while (std::fgets(chunk.data(), chunk.size(), pipe) != nullptr) out += chunk.data();
  ::pclose(pipe);
  return out;
}

class RealKeyring : public VaultTest {
 protected:
  void SetUp() override {
    VaultTest::SetUp();
    fs::create_directories(root_ / "home");
    fs::create_directories(root_ / "run");
    fs::permissions(root_ / "run", fs::perms(0700));
    set("HOME", (root_ / "home").string());
    set("XDG_RUNTIME_DIR", (root_ / "run").string());
    const std::string said = output_of("dbus-daemon --session --fork --print-address=1 --print-pid=1");
    const std::size_t line = said.find('\n');
    ASSERT_NE(line, std::string::npos) << "dbus-daemon did not start";
    bus_ = number_in(said.substr(line + 1));
    set("DBUS_SESSION_BUS_ADDRESS", said.substr(0, line));
  }
  void TearDown() override {
    stop(keyring_);
    stop(bus_);
    for (const auto& [name, value] : before_) {
      if (value) {
        ::setenv(name.c_str(), value->c_str(), 1);
      } else {
        ::unsetenv(name.c_str());
      }
    }
    VaultTest::TearDown();
  }
  void set(const char* name, const std::string& value) {
    before_.emplace_back(name, platform::environment(name));
    ::setenv(name, value.c_str(), 1);
  }
  static void stop(pid_t& process) {
    if (process > 0) ::kill(process, SIGTERM);
    process = 0;
  }
  // Until the service has its name on the bus.
  void start(const std::string& how) {
    keyring_ = number_in(output_of("printf secret | gnome-keyring-daemon --foreground --components=secrets " +
                                   how + " >/dev/null 2>&1 & echo $!"));
    for (int i = 0; i < 100; ++i) {
      if (output_of("dbus-send --session --print-reply --dest=org.freedesktop.DBus / "
                    "org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null")
              .find("true") != std::string::npos) {
        return;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    FAIL() << "gnome-keyring-daemon did not start";
  }

  pid_t bus_ = 0;
  pid_t keyring_ = 0;
  std::vector<std::pair<std::string, std::optional<std::string>>> before_;
};

TEST_F(RealKeyring, KeepsTheKeyAndSaysWhenItIsLocked) {
  start("--unlock");
  {
    auto made = Vault::open_or_create(places_, {}, {});
    ASSERT_TRUE(made) << made.failure().en;
    ASSERT_TRUE(made->first_use);
    EXPECT_EQ(made->first_use->source, KeySource::Keyring);
  }
  EXPECT_FALSE(fs::exists(places_.key_file()));
  EXPECT_TRUE(Vault::open(places_, {}));
  stop(keyring_);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  start("");
  const auto before = std::chrono::steady_clock::now();
  const auto locked = Vault::open(places_, {});
  ASSERT_FALSE(locked);
  EXPECT_NE(locked.failure().en.find("Unlock it"), std::string::npos) << locked.failure().en;
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(4));
}

}  // namespace
}  // namespace paravent::store
