// What is derived from the key of a folder.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "platform/files.hpp"
#include "workspace/folder_key.hpp"

namespace paravent::workspace {
namespace {

// The test vector of the SipHash paper: key 00 01 … 0f, message 00 01 … 0e.
TEST(Hash, IsSipHash24) {
  std::string message;
  for (char c = 0; c < 15; ++c) message += c;
  const HashKey key{0x0706050403020100ULL, 0x0f0e0d0c0b0a0908ULL};
  EXPECT_EQ(keyed_hash(key, message), 0xa129ca6149be45e5ULL);
  EXPECT_EQ(keyed_hash(key, ""), 0x726fdb47dd0e0e31ULL);
}

TEST(Hash, WritesDigitsWithLeadingZeros) {
  EXPECT_EQ(hexadecimal(0xABC, 8), "00000abc");
  EXPECT_EQ(hexadecimal(0x123456789ULL, 8), "23456789");
  EXPECT_EQ(hexadecimal(1), "0000000000000001");
}

class FolderKey : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("paravent-" + std::to_string(platform::random_64()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_;
};

TEST_F(FolderKey, IsMadeOnceAndStays) {
  EXPECT_FALSE(known_folder_key(folder_));
  const auto first = folder_key(folder_, text::Language::French);
  ASSERT_TRUE(first) << first.failure().en;
  const auto second = folder_key(folder_, text::Language::English);
  ASSERT_TRUE(second) << second.failure().en;
  EXPECT_EQ(*first, *second);
  EXPECT_EQ(known_folder_key(folder_), *first);
}

TEST_F(FolderKey, ADamagedFileIsAFailureAndStaysAsItIs) {
  std::ofstream(folder_ / ".paravent") << "key = \"12";
  EXPECT_FALSE(folder_key(folder_, text::Language::French));
  EXPECT_FALSE(known_folder_key(folder_));
  EXPECT_EQ(std::filesystem::file_size(folder_ / ".paravent"), 9U);
}

TEST(ClientId, IsStableAndTellsNothingOfTheKey) {
  const HashKey key{0x0123456789abcdefULL, 0xfedcba9876543210ULL};
  const std::string id = client_id(key);
  EXPECT_EQ(id.size(), 32U);
  EXPECT_EQ(id, client_id(key));
  EXPECT_NE(id, client_id({key.low, key.high + 1}));
  EXPECT_NE(id.substr(0, 16), id.substr(16));
  EXPECT_EQ(id.find("0123456789abcdef"), std::string::npos);
}

}  // namespace
}  // namespace paravent::workspace
