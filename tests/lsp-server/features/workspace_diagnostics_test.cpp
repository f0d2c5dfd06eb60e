// workspace/diagnostic: the open notes, and those that lie closed in the folders.
#include "lsp-server/features/feature_story.hpp"

namespace paravent::lsp::test {
namespace {

class WorkspaceDiagnostics : public FeatureStory {
 protected:
  json initialize(const fs::path& folder) {
    json result = client().result(
        "initialize", {{"processId", nullptr},
                       {"rootUri", nullptr},
                       {"locale", "fr"},
                       {"workspaceFolders", json::array({{{"uri", uri_of_path(folder)}, {"name", "n"}}})},
                       {"capabilities", pull_capability()}});
    client().notify("initialized", json::object());
    return result;
  }
  json pull(json previous = json::array(), json more = json::object()) {
    more["previousResultIds"] = std::move(previous);
    return client().result("workspace/diagnostic", more)["items"];
  }
  static json of(const json& items, const std::string& uri) {
    for (const json& item : items) {
      if (item["uri"] == uri) return item;
    }
    return nullptr;
  }
  static json ids(const json& items) {
    json out = json::array();
    for (const json& item : items) out.push_back({{"uri", item["uri"]}, {"value", item["resultId"]}});
    return out;
  }
};
PARAVENT_STORIES(WorkspaceDiagnostics);

TEST_P(WorkspaceDiagnostics, CoverOpenNotesAndThoseOfTheFolder) {
  write(note("a.md"), mail);
  write(note("b/c.md"), "Il pleut.\n");
  write(note("image.png"), mail);
  const json result = initialize(folder_ / "notes");
  EXPECT_EQ(result["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"], true);
  client().open(uri("d.md"), mail, 3);
  const json items = pull();
  ASSERT_EQ(items.size(), 3U) << items;
  const json closed = of(items, uri("a.md"));
  EXPECT_EQ(closed["kind"], "full");
  EXPECT_EQ(closed["version"], nullptr);
  EXPECT_EQ(closed["items"].size(), 1U);
  EXPECT_TRUE(of(items, uri("b/c.md"))["items"].empty());
  const json open = of(items, uri("d.md"));
  EXPECT_EQ(open["version"], 3);
  EXPECT_EQ(open["items"].size(), 1U);
}

TEST_P(WorkspaceDiagnostics, OfALinkedNoteFollowThePolicyOfBothFoldersOpenOrClosed) {
  user_policy("[detect]\nthreshold = 1000\n");
  write(folder_ / "real/paravent.toml", "[detect]\nthreshold = 0\n");
  write(folder_ / "real/a.md", mail);
  write(note("plain.md"), mail);
  fs::create_symlink(folder_ / "real/a.md", note("link.md"));
  initialize(folder_ / "notes");
  const json closed = pull();
  EXPECT_EQ(of(closed, uri("plain.md"))["items"][0]["severity"], 4) << "only pointed out";
  EXPECT_EQ(of(closed, uri("link.md"))["items"][0]["severity"], 2) << "the folder of the file asks for more";
  client().open(uri("link.md"), mail);
  EXPECT_EQ(of(pull(), uri("link.md"))["items"][0]["severity"], 2);
}

TEST_P(WorkspaceDiagnostics, OfAFolderWithABrokenPolicyKeepTheUsersOwnPart) {
  user_policy("[detect]\nignore = [\"EMAIL\"]\n");
  write(note("paravent.toml"), "[save\n");
  write(note("a.md"), mail);
  initialize(folder_ / "notes");
  EXPECT_TRUE(of(pull(), uri("a.md"))["items"].empty());
}

TEST_P(WorkspaceDiagnostics, OfAnOpenNoteAreThoseOfTheEditorsText) {
  write(note(), mail);
  initialize(folder_ / "notes");
  client().open(uri(), "Il pleut.\n");
  const json items = pull();
  ASSERT_EQ(items.size(), 1U);
  EXPECT_TRUE(items[0]["items"].empty());
}

TEST_P(WorkspaceDiagnostics, WhatTheClientHasAlreadyIsUnchanged) {
  write(note("a.md"), mail);
  write(note("b.md"), mail);
  initialize(folder_ / "notes");
  client().open(uri("c.md"), mail);
  const json first = pull();
  ASSERT_EQ(first.size(), 3U);
  for (const json& item : pull(ids(first))) EXPECT_EQ(item["kind"], "unchanged") << item;
  write(note("b.md"), std::string("Écrire à ") + mail);
  const json second = pull(ids(first));
  EXPECT_EQ(of(second, uri("a.md"))["kind"], "unchanged");
  EXPECT_EQ(of(second, uri("b.md"))["kind"], "full");
}

TEST_P(WorkspaceDiagnostics, FollowThePolicy) {
  write(note("a.md"), mail);
  initialize(folder_ / "notes");
  const json first = pull();
  ASSERT_EQ(of(first, uri("a.md"))["items"].size(), 1U);
  user_policy("[detect]\nignore = [\"EMAIL\"]\n");
  const json second = of(pull(ids(first)), uri("a.md"));
  EXPECT_EQ(second["kind"], "full");
  EXPECT_TRUE(second["items"].empty());
}

TEST_P(WorkspaceDiagnostics, OfANoteThatIsGoneGoToo) {
  write(note("a.md"), mail);
  initialize(folder_ / "notes");
  const json first = pull();
  fs::remove(note("a.md"));
  const json gone = of(pull(ids(first)), uri("a.md"));
  EXPECT_EQ(gone["kind"], "full");
  EXPECT_TRUE(gone["items"].empty());
}

TEST_P(WorkspaceDiagnostics, ANoteThatCannotBeReadIsOneError) {
  write(note("a.md"), std::string("\0\0binaire\0", 10));
  initialize(folder_ / "notes");
  const json item = of(pull(), uri("a.md"));
  ASSERT_EQ(item["items"].size(), 1U);
  EXPECT_EQ(item["items"][0]["severity"], 1);
}

TEST_P(WorkspaceDiagnostics, ComeInPartsWithProgressWhereTheClientAsks) {
  for (int i = 0; i < 45; ++i) write(note("n" + std::to_string(i) + ".md"), mail);
  initialize(folder_ / "notes");
  const json last = pull(json::array(), {{"partialResultToken", "part"}, {"workDoneToken", 7}});
  EXPECT_TRUE(last.empty()) << "everything came before";
  std::size_t reports = 0;
  std::size_t parts = 0;
  std::vector<std::string> work;
  for (const json& progress : client().notifications("$/progress")) {
    if (progress["token"] == "part") {
      ++parts;
      reports += progress["value"]["items"].size();
    } else {
      EXPECT_EQ(progress["token"], 7);
      work.push_back(progress["value"]["kind"]);
    }
  }
  EXPECT_EQ(reports, 45U);
  EXPECT_EQ(parts, 3U);
  ASSERT_GE(work.size(), 3U);
  EXPECT_EQ(work.front(), "begin");
  EXPECT_EQ(work[1], "report");
  EXPECT_EQ(work.back(), "end");
}

TEST_P(WorkspaceDiagnostics, DoNotReadAWholeHome) {
  ::setenv("HOME", (folder_ / "notes").c_str(), 1);
  write(note("a.md"), mail);
  initialize(folder_ / "notes");
  EXPECT_TRUE(pull().empty());
}

TEST_P(WorkspaceDiagnostics, WithoutAFolderAreThoseOfTheOpenNotes) {
  const json result = client().initialize(pull_capability());
  EXPECT_EQ(result["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"], false);
  client().open(uri(), mail);
  EXPECT_EQ(pull().size(), 1U);
}

TEST_P(WorkspaceDiagnostics, ANoteHasTheSameResultOpenAndClosed) {
  write(note(), mail);
  initialize(folder_ / "notes");
  const json closed = pull();
  client().open(uri(), mail);
  EXPECT_EQ(pull(ids(closed))[0]["kind"], "unchanged");
}

}  // namespace
}  // namespace paravent::lsp::test
