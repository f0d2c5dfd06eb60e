#include "platform/files.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

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
