// A vault with a key file and client folders of notes, in a place of their own for each test. All names are
// invented.
#pragma once

#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <vector>

#include "clients/session.hpp"
#include "platform/files.hpp"

namespace paravent::clients {

class SessionTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = std::filesystem::temp_directory_path() / ("paravent-" + std::to_string(platform::random_64()));
    std::filesystem::create_directories(root_ / "a");
    std::filesystem::create_directories(root_ / "b");
    places_ = {root_ / "data", root_ / "config"};
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  Session session() {
    store::Creation creation;
    creation.source = store::KeySource::KeyFile;
    auto opened = Session::open_or_create(places_, {}, creation);
    EXPECT_TRUE(opened) << opened.failure().en;
    return std::move(*opened);
  }
  Folder folder(const std::string& name) {
    auto out = folder_of(root_ / name / "note.md", text::Language::French);
    EXPECT_TRUE(out) << out.failure().en;
    return out ? *out : Folder{};
  }
  Output written(Session& session, const Folder& folder, std::string_view text,
                 policy::Style style = policy::Style::Pseudonym, const std::string& note = "note.md",
                 text::FileEncoding encoding = text::FileEncoding::Utf8) {
    policy::Policy policy;
    policy.style = style;
    auto out = session.anonymise({text, policy, {}, folder, note, now_, encoding, true});
    EXPECT_TRUE(out) << out.failure().en;
    return out ? std::move(*out) : Output{};
  }
  void add(Session& session, const Folder& folder, const std::string& name, const std::string& alias,
           const std::vector<std::string>& forms) {
    const auto known = session.vault().entries(folder.id);
    ASSERT_TRUE(known) << known.failure().en;
    store::NewEntry entry;
    entry.canonical = name;
    entry.alias = alias;
    entry.forms = forms;
    const auto done = session.vault().remember(folder.id, known->generation, {entry}, now_);
    ASSERT_TRUE(done && done->kept);
  }
  static std::vector<store::Entry> entries_of(Session& session, const Folder& folder) {
    auto known = session.vault().entries(folder.id);
    EXPECT_TRUE(known) << known.failure().en;
    return known ? known->entries : std::vector<store::Entry>{};
  }
  static Restored restored(Session& session, const Folder& folder, std::string_view bytes,
                           const std::string& note = "note.md") {
    auto out = session.restore(bytes, folder, note);
    EXPECT_TRUE(out) << out.failure().en;
    return out ? std::move(*out) : Restored{};
  }

  std::filesystem::path root_;
  store::Places places_;
  store::Moment now_{1'800'000'000};
};

}  // namespace paravent::clients
