// Several processes at one vault, and processes that end at any moment.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <set>

#include "core/store/vault_fixture.hpp"
#include "platform/stdio.hpp"

namespace paravent::store {
namespace {

constexpr int kills = 50;

// Remembers `count` names with the first alias that is free, as a caller that plans anew does. Says each
// number that is acknowledged to `report`, one byte.
bool remember_many(const Places& places, const Creation& creation, const std::string& mark, int count,
                   int report) {
  auto opened = Vault::open_or_create(places, {}, creation);
  if (!opened) return false;
  Vault& open = opened->vault;
  for (int i = 0; i < count; ++i) {
    NewEntry entry;
    entry.canonical = mark + std::to_string(i);
    auto known = open.entries("f1");
    if (!known) return false;
    for (std::size_t next = known->entries.size();; ++next) {
      entry.alias = "Personne " + std::to_string(next);
      const auto done = open.remember("f1", known->generation, {entry}, {1'800'000'000});
      if (!done) return false;
      if (done->kept) break;
      known->generation = done->known->generation;
    }
    const char said = static_cast<char>(i);
    if (report >= 0 && !platform::write_all(report, std::string_view(&said, 1))) return false;
  }
  return true;
}

TEST_F(VaultTest, TakesTwoProcessesAtOnce) {
  constexpr int each = 40;
  std::vector<pid_t> children;
  for (const char* mark : {"left ", "right "}) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) ::_exit(remember_many(places_, by_key_file(), mark, each, -1) ? 0 : 1);
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
  std::set<std::string> names;
  std::set<std::string> aliases;
  Vault open = vault();
  for (const Entry& entry : entries_of(open, "f1")) {
    names.insert(entry.canonical);
    aliases.insert(entry.alias);
  }
  EXPECT_EQ(names.size(), 2U * each);
  EXPECT_EQ(aliases.size(), 2U * each) << "no alias stands for two";
}

TEST_F(VaultTest, LosesNothingAcknowledgedWhenKilled) {
  unsigned spread = 12345;
  std::set<std::string> acknowledged;
  for (int round = 0; round < kills; ++round) {
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    const std::string mark = "round " + std::to_string(round) + " name ";
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) ::_exit(remember_many(places_, by_key_file(), mark, 100, pipe[1]) ? 0 : 1);
    ::close(pipe[1]);
    char number = 0;
    // Every second round ends at any moment, even before there is a vault; the others among remembered names.
    if (round % 2 == 1 && platform::read_some(pipe[0], &number, 1) == 1)
      acknowledged.insert(mark + std::to_string(number));
    spread = spread * 1103515245U + 12345U;
    ::usleep(spread / 65536U % 30000U);
    ::kill(child, SIGKILL);
    while (platform::read_some(pipe[0], &number, 1) == 1) acknowledged.insert(mark + std::to_string(number));
    ::close(pipe[0]);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  }
  Vault open = vault();
  const auto known = open.entries("f1");
  ASSERT_TRUE(known) << known.failure().en;
  std::set<std::string> there;
  for (const Entry& entry : known->entries) there.insert(entry.canonical);
  EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(kills / 2));
  for (const std::string& name : acknowledged) EXPECT_TRUE(there.contains(name)) << name;
}

}  // namespace
}  // namespace paravent::store
