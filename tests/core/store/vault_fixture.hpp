// A vault in folders of its own for each test, with a key file or a cheap passphrase. All names are invented.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "platform/files.hpp"
#include "store/vault.hpp"

namespace paravent::store {

class VaultTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = std::filesystem::temp_directory_path() / ("paravent-" + std::to_string(platform::random_64()));
    places_ = {root_ / "data" / "paravent", root_ / "config" / "paravent"};
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  static Creation by_key_file() {
    Creation out;
    out.source = KeySource::KeyFile;
    return out;
  }
  static Creation by_passphrase(const std::string& passphrase) {
    Creation out;
    out.source = KeySource::Passphrase;
    out.passphrase = passphrase;
    out.stretching.passes = 1;
    out.stretching.memory = 8U << 20U;
    return out;
  }
  // A new vault, or the one that is there.
  Vault vault() {
    auto opened = Vault::open_or_create(places_, {}, by_key_file());
    EXPECT_TRUE(opened) << opened.failure().en;
    if (opened->first_use) recovery_key_ = opened->first_use->recovery_key;
    return std::move(opened->vault);
  }
  static std::string refusal(const text::Result<Vault>& opened) { return opened ? "" : opened.failure().en; }
  static NewEntry person(const std::string& name, const std::string& alias) {
    NewEntry out;
    out.canonical = name;
    out.alias = alias;
    return out;
  }
  // Remembers one and gives its id.
  std::string add(Vault& vault, const std::string& folder, const NewEntry& entry) {
    const auto known = vault.entries(folder);
    EXPECT_TRUE(known);
    const auto done = vault.remember(folder, known->generation, {entry}, now_);
    EXPECT_TRUE(done) << done.failure().en;
    EXPECT_TRUE(done->kept);
    return done->kept ? done->known->entries.back().id : "";
  }
  static std::vector<Entry> entries_of(Vault& vault, const std::string& folder) {
    auto known = vault.entries(folder);
    EXPECT_TRUE(known) << known.failure().en;
    return std::move(known->entries);
  }
  static std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // All bytes of all files below a folder.
  static std::string everything_in(const std::filesystem::path& folder) {
    std::string out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) out += bytes_of(entry.path()) + entry.path().filename().string();
    }
    return out;
  }

  std::filesystem::path root_;
  Places places_;
  std::string recovery_key_;
  Moment now_{1'800'000'000};
};

inline constexpr std::int64_t one_day = std::int64_t{24} * 60 * 60;

}  // namespace paravent::store
