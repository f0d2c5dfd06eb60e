#include "platform/files.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "platform/errors.hpp"

namespace paravent::platform {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test.
class Files : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("paravent-" + std::to_string(random_64()));
    fs::create_directory(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  std::size_t entries() const {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder_)) ++count;
    return count;
  }

  fs::path folder_;
};

TEST_F(Files, AreReadByteForByte) {
  const std::string bytes("a\0\r\n\xff", 5);
  const auto read = read_file(write("note.md", bytes), 100);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, bytes);
}

TEST_F(Files, AboveTheLimitAreRefusedWithTheLimit) {
  const auto read = read_file(write("note.md", std::string((1U << 20U) + 1, 'x')), 1U << 20U);
  ASSERT_FALSE(read);
  EXPECT_NE(read.failure().fr.find("1 Mo"), std::string::npos);
}

TEST_F(Files, ThatAreNoneSayWhatTheyAre) {
  EXPECT_NE(read_file(folder_ / "absent.md", 10).failure().fr.find("n’existe pas"), std::string::npos);
  EXPECT_NE(read_file(folder_, 10).failure().en.find("folder"), std::string::npos);
  EXPECT_NE(read_file("/dev/null", 10).failure().en.find("not a regular file"), std::string::npos);
}

TEST_F(Files, AreToldFromFoldersAndFromNothing) {
  const fs::path note = write("note.md", "text");
  EXPECT_TRUE(is_file(note));
  EXPECT_TRUE(platform::exists(note));
  EXPECT_FALSE(is_file(folder_));
  EXPECT_TRUE(platform::exists(folder_));
  EXPECT_FALSE(is_file(folder_ / "absent.md"));
  EXPECT_FALSE(platform::exists(folder_ / "absent.md"));
}

TEST_F(Files, AreReplacedInOneStepAndKeepTheirMode) {
  const fs::path note = write("note.md", "old");
  fs::permissions(note, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  ASSERT_TRUE(replace_file(note, "new"));
  EXPECT_EQ(*read_file(note, 100), "new");
  EXPECT_EQ(fs::status(note).permissions(),
            fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  EXPECT_EQ(entries(), 1U);
}

TEST_F(Files, ThatAreSecretAreMadeForTheirOwnerAlone) {
  ASSERT_TRUE(replace_file(folder_ / "key", "k", true));
  EXPECT_EQ(fs::status(folder_ / "key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

fs::perms mode_of(const fs::path& path) {
  return fs::status(path).permissions();
}

TEST_F(Files, ThatAreNewGetWhatTheUmaskLeaves) {
  const mode_t before = ::umask(027);
  ASSERT_TRUE(replace_file(folder_ / "new.md", "n"));
  EXPECT_EQ(::umask(before), 027U) << "the umask of the process is never changed";
  EXPECT_EQ(mode_of(folder_ / "new.md"),
            fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST_F(Files, MayTakeTheModeOfAnother) {
  const fs::path note = write("note.md", "n");
  fs::permissions(note, fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_TRUE(replace_file(folder_ / "twin.md", "t", false, note));
  EXPECT_EQ(mode_of(folder_ / "twin.md"), mode_of(note));
  const fs::path open_to_all = write("old.md", "o");
  fs::permissions(open_to_all, fs::perms::all);
  ASSERT_TRUE(replace_file(open_to_all, "t", false, note));
  EXPECT_EQ(mode_of(open_to_all), mode_of(note)) << "an old copy is closed too";
}

TEST_F(Files, ThatAreMadeOnceAreNeverReplaced) {
  const auto first = make_file(folder_ / "key", "first", true);
  ASSERT_TRUE(first);
  EXPECT_TRUE(*first);
  EXPECT_EQ(mode_of(folder_ / "key"), fs::perms::owner_read | fs::perms::owner_write);
  const auto second = make_file(folder_ / "key", "second", true);
  ASSERT_TRUE(second);
  EXPECT_FALSE(*second);
  EXPECT_EQ(*read_file(folder_ / "key", 100), "first");
  EXPECT_EQ(entries(), 1U);
  EXPECT_FALSE(make_file(folder_ / "absent" / "key", "x"));
}

TEST_F(Files, MadeByManyAtOnceHaveOneWinner) {
  std::atomic<int> made = 0;
  constexpr int many = 8;
  std::vector<std::thread> all;
  all.reserve(many);
  for (int i = 0; i < many; ++i) {
    all.emplace_back([&, i] {
      const auto done = make_file(folder_ / "key", std::string(1000, static_cast<char>('a' + i)), true);
      if (done && *done) ++made;
    });
  }
  for (std::thread& thread : all) thread.join();
  EXPECT_EQ(made, 1);
  const std::string bytes = *read_file(folder_ / "key", 2000);
  EXPECT_EQ(bytes, std::string(1000, bytes[0]));
  EXPECT_EQ(entries(), 1U);
}

TEST_F(Files, ThatAreNotThereAreToldFromThoseThatCannotBeRead) {
  const auto absent = read_file_if_there(folder_ / "absent", 10);
  ASSERT_TRUE(absent);
  EXPECT_FALSE(absent->has_value());
  const auto there = read_file_if_there(write("a", "abc"), 10);
  ASSERT_TRUE(there);
  EXPECT_EQ(there->value_or(""), "abc");
  fs::create_symlink("nowhere", folder_ / "dangling");
  EXPECT_FALSE(read_file_if_there(folder_ / "dangling", 10));
  EXPECT_FALSE(read_file_if_there(folder_, 10));
  EXPECT_FALSE(read_file_if_there(folder_ / "a" / "b", 10)) << "a file stands where a folder should";
}

TEST_F(Files, TellWhereTheyReallyLieAndHowManyNamesTheyHave) {
  const fs::path note = write("note.md", "n");
  fs::create_symlink(note, folder_ / "link.md");
  EXPECT_EQ(real_path(folder_ / "link.md"), fs::canonical(note));
  EXPECT_EQ(real_path(folder_ / "absent"), std::nullopt);
  EXPECT_TRUE(same_file(note, folder_ / "link.md"));
  EXPECT_FALSE(same_file(note, write("other.md", "n")));
  EXPECT_EQ(names_of_file(note), 1U);
  fs::create_hard_link(note, folder_ / "second.md");
  EXPECT_EQ(names_of_file(note), 2U);
  EXPECT_TRUE(may_write(note));
}

TEST(SystemErrors, AreToldInBothLanguagesWithoutTheSystemsOwnWords) {
  for (const int error : {ENOENT, EACCES, ENOSPC, EISDIR, ENOTDIR, ELOOP, EMFILE, EBADF, EIO}) {
    const text::Failure failure = file_failure("note.md", error, reading);
    EXPECT_EQ(failure.fr.find("numéro"), std::string::npos) << failure.fr;
    EXPECT_NE(failure.fr, failure.en);
    EXPECT_EQ(failure.en.find("note.md: cannot be read: "), 0U);
  }
  EXPECT_NE(file_failure("n", 9999, writing).fr.find("erreur du système numéro 9999"), std::string::npos);
}

TEST_F(Files, BehindALinkAreReplacedWhereTheyLie) {
  const fs::path note = write("note.md", "old");
  fs::create_symlink(note, folder_ / "link.md");
  ASSERT_TRUE(replace_file(folder_ / "link.md", "new"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.md"));
  EXPECT_EQ(*read_file(note, 100), "new");
}

TEST_F(Files, ThatCannotBeReplacedStayAndLeaveNothingBeside) {
  fs::create_directory(folder_ / "note.md");
  write("note.md/inside", "x");
  const auto done = replace_file(folder_ / "note.md", "new");
  ASSERT_FALSE(done);
  EXPECT_NE(done.failure().fr.find("dossier"), std::string::npos);
  EXPECT_EQ(entries(), 1U);
  EXPECT_FALSE(replace_file(folder_ / "absent" / "note.md", "new"));
}

// A limit on file size stands for a full disk: the write fails half-way, as it would there.
TEST_F(Files, OnAFullDiskStayAsTheyWere) {
  const fs::path note = write("note.md", "old");
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit small{4096, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto done = replace_file(note, std::string(1U << 16U, 'x'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_FALSE(done);
  EXPECT_EQ(*read_file(note, 100), "old");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(Files, ThatChangeWhileTheyAreReadAreRefused) {
  const fs::path note = write("note.md", std::string(40U << 20U, 'x'));
  std::atomic<bool> done = false;
  std::thread writer([&] {
    std::ofstream out(note, std::ios::binary | std::ios::app);
    while (!done) out << 'y' << std::flush;
  });
  const auto read = read_file(note, 1U << 30U);
  done = true;
  writer.join();
  ASSERT_FALSE(read);
  EXPECT_NE(read.failure().fr.find("change pendant sa lecture"), std::string::npos);
}

TEST(Random, GivesAnotherNumberEachTime) {
  EXPECT_NE(random_64(), random_64());
}

}  // namespace
}  // namespace paravent::platform
