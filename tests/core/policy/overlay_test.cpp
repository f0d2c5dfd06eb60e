#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/policy.hpp"

namespace paravent::policy {
namespace {

using testing::HasSubstr;

Loaded loaded(const Policy& base, std::string_view toml, Level level) {
  auto result = overlay(base, toml, level);
  EXPECT_TRUE(result) << (result ? "" : result.failure().en);
  return result ? *result : Loaded{};
}

text::Failure failure_of(std::string_view toml) {
  auto result = overlay(Policy{}, toml, Level::User);
  EXPECT_FALSE(result) << toml;
  return result ? text::Failure{} : result.failure();
}

Policy strictest() {
  Policy policy;
  policy.save = SaveMode::Strict;
  policy.masking_threshold = 100;
  return policy;
}

TEST(DefaultToml, SaysExactlyWhatHoldsWithoutAFile) {
  for (const auto language : {text::Language::French, text::Language::English}) {
    for (const auto level : {Level::User, Level::Folder}) {
      auto result = overlay(Policy{}, default_toml(language), level);
      ASSERT_TRUE(result);
      EXPECT_EQ(result->policy, Policy{});
      EXPECT_TRUE(result->remarks.empty());
    }
  }
}

TEST(DefaultToml, NamesEveryKeyAndEveryValue) {
  for (const auto language : {text::Language::French, text::Language::English}) {
    const std::string toml = default_toml(language);
    for (const char* word :
         {"language", "root", "mode", "style", "keep", "ignore", "threshold", "\"warn\"", "\"twin\"",
          "\"in-place\"", "\"strict\"", "\"generalise\"", "\"pseudonym\"", "\"fictitious\""}) {
      EXPECT_THAT(toml, HasSubstr(word));
    }
  }
}

TEST(DefaultToml, OfAFolderAsksForNothingAndNamesNothingThatAFolderMayNotSet) {
  for (const auto language : {text::Language::French, text::Language::English}) {
    const std::string toml = default_toml(language, Level::Folder);
    auto result = overlay(strictest(), toml, Level::Folder);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->policy, strictest());
    EXPECT_TRUE(result->remarks.empty());
    EXPECT_THAT(toml, testing::Not(HasSubstr("ignore =")));
    EXPECT_THAT(toml, testing::Not(HasSubstr("keep =")));
    for (std::size_t at = 0; at < toml.size(); at = toml.find('\n', at) + 1) {
      EXPECT_TRUE(toml[at] == '#' || toml[at] == '\n') << toml.substr(at, 40);
    }
  }
}

TEST(DefaultToml, OfAFolderHoldsOnceItsSettingsAreTakenOutOfTheComments) {
  for (const auto language : {text::Language::French, text::Language::English}) {
    std::string toml = default_toml(language, Level::Folder);
    for (const char* setting :
         {"root =", "[save]", "mode =", "[anonymise]", "style =", "[detect]", "threshold ="}) {
      const std::size_t at = toml.find("\n# " + std::string(setting));
      ASSERT_NE(at, std::string::npos) << setting;
      toml.erase(at + 1, 2);
    }
    auto result = overlay(Policy{}, toml, Level::Folder);
    ASSERT_TRUE(result) << result.failure().en;
    EXPECT_TRUE(result->remarks.empty());
    EXPECT_EQ(result->policy.save, SaveMode::Twin);
    EXPECT_EQ(result->policy.masking_threshold, 300);
  }
}

TEST(Overlay, AFolderThatIgnoresNothingIsNotBlamed) {
  EXPECT_TRUE(loaded(Policy{}, "[detect]\nignore = []", Level::Folder).remarks.empty());
  Policy base;
  base.ignored.insert(Category::Date);
  EXPECT_EQ(loaded(base, "[detect]\nignore = []", Level::Folder).policy.ignored, base.ignored)
      << "nor does it change what the user ignores";
}

TEST(Overlay, OnlyTheUserKeepsCategories) {
  const char* const dates = "[anonymise]\nkeep = [\"DATE\"]";
  const Policy own = loaded(Policy{}, dates, Level::User).policy;
  EXPECT_TRUE(own.kept.contains(Category::Date));
  EXPECT_FALSE(own.kept.contains(Category::Birthdate));
  const Loaded folder = loaded(Policy{}, dates, Level::Folder);
  EXPECT_TRUE(folder.policy.kept.empty());
  EXPECT_EQ(folder.remarks.size(), 1U);
  EXPECT_EQ(loaded(own, "[anonymise]\nkeep = []", Level::Folder).policy, own);
}

TEST(Stricter, TakesOfEachSettingTheOneThatProtectsMore) {
  Policy a;
  a.style = Style::Pseudonym;
  a.ignored.insert(Category::Date);
  a.ignored.insert(Category::Age);
  a.kept.insert(Category::Date);
  a.masking_threshold = 900;
  Policy b = strictest();
  b.ignored.insert(Category::Age);
  const Policy expected = b;
  EXPECT_EQ(stricter(a, b), expected);
  EXPECT_EQ(stricter(b, a), expected);
  EXPECT_EQ(stricter(a, a), a);
}

TEST(Overlay, TheUserSetsEverything) {
  const Loaded out =
      loaded(strictest(),
             "language = \"en\"\nroot = true\n[save]\nmode = \"twin\"\n[anonymise]\n"
             "style = \"pseudonym\"\n[detect]\nignore = [\"DATE\", \"age\"]\nthreshold = 900\n",
             Level::User);
  EXPECT_TRUE(out.remarks.empty());
  Policy expected;
  expected.save = SaveMode::Twin;
  expected.style = Style::Pseudonym;
  expected.ignored.insert(Category::Date);
  expected.ignored.insert(Category::Age);
  expected.masking_threshold = 900;
  expected.language = text::Language::English;
  expected.root = true;
  EXPECT_EQ(out.policy, expected);
}

TEST(Overlay, KeysThatAreNotThereKeepTheBase) {
  EXPECT_EQ(loaded(strictest(), "", Level::User).policy, strictest());
  EXPECT_EQ(loaded(strictest(), "root = true", Level::Folder).policy.save, SaveMode::Strict);
}

TEST(Overlay, EveryModeAndStyleHasItsName) {
  for (const auto mode : {SaveMode::Warn, SaveMode::Twin, SaveMode::InPlace, SaveMode::Strict}) {
    EXPECT_EQ(save_mode_of(name_of(mode)), mode);
    const std::string toml = "[save]\nmode = \"" + std::string(name_of(mode)) + "\"";
    EXPECT_EQ(loaded(Policy{}, toml, Level::User).policy.save, mode);
  }
  for (const auto style : {Style::Generalise, Style::Pseudonym, Style::Fictitious}) {
    EXPECT_EQ(style_of(name_of(style)), style);
    const std::string toml = "[anonymise]\nstyle = \"" + std::string(name_of(style)) + "\"";
    EXPECT_EQ(loaded(Policy{}, toml, Level::User).policy.style, style);
  }
  EXPECT_EQ(save_mode_of("WARN"), std::nullopt);
  EXPECT_EQ(style_of(""), std::nullopt);
}

TEST(Overlay, AFolderTightens) {
  Policy base;
  base.style = Style::Pseudonym;
  const Loaded out = loaded(
      base, "[save]\nmode = \"strict\"\n[anonymise]\nstyle = \"generalise\"\n[detect]\nthreshold = 200",
      Level::Folder);
  EXPECT_TRUE(out.remarks.empty());
  EXPECT_EQ(out.policy.save, SaveMode::Strict);
  EXPECT_EQ(out.policy.style, Style::Generalise);
  EXPECT_EQ(out.policy.masking_threshold, 200);
}

TEST(Overlay, AFolderNeverLoosensAndIsTold) {
  const Loaded out = loaded(strictest(),
                            "[save]\nmode = \"warn\"\n[anonymise]\nstyle = \"pseudonym\"\n[detect]\nignore = "
                            "[\"PERSON\"]\nthreshold = 1000\n",
                            Level::Folder);
  EXPECT_EQ(out.policy, strictest());
  ASSERT_EQ(out.remarks.size(), 4U);
  const std::uint32_t lines[] = {2, 4, 6, 7};
  const char* const keys[] = {"save", "style", "ignore", "threshold"};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(out.remarks[i].line, lines[i]);
    EXPECT_THAT(out.remarks[i].fr, HasSubstr(keys[i]));
    EXPECT_THAT(out.remarks[i].fr, HasSubstr("Ligne " + std::to_string(lines[i])));
    EXPECT_THAT(out.remarks[i].en, HasSubstr("Line " + std::to_string(lines[i])));
  }
}

TEST(Overlay, NoOrderOfFoldersLoosens) {
  const std::vector<std::string> folders{
      "[save]\nmode = \"warn\"",   "[save]\nmode = \"strict\"",          "[detect]\nthreshold = 900",
      "[detect]\nthreshold = 300", "[anonymise]\nstyle = \"pseudonym\"", "[detect]\nignore = [\"ORG\"]"};
  Policy base;
  base.save = SaveMode::Twin;
  for (const auto& first : folders) {
    for (const auto& second : folders) {
      const Policy out = loaded(loaded(base, first, Level::Folder).policy, second, Level::Folder).policy;
      EXPECT_GE(out.save, base.save);
      EXPECT_LE(out.masking_threshold, base.masking_threshold);
      EXPECT_EQ(out.ignored, base.ignored);
      EXPECT_EQ(out.style, Style::Generalise);
    }
  }
}

struct Misspelt {
  std::string toml;
  std::uint32_t line;
  std::string key;
  std::string meant;  // empty: no suggestion
};

TEST(Overlay, AnUnknownKeyIsARemarkWithTheNearestKnownOne) {
  const std::vector<Misspelt> cases{
      {"[sav]\nmode = \"twin\"", 1, "sav", "save"},
      {"[save]\nmoed = \"twin\"", 2, "moed", "mode"},
      {"langage = \"fr\"", 1, "langage", "language"},
      {"\n\n[detect]\ntreshhold = 3", 4, "treshhold", "threshold"},
      {"[anonymize]\nstyle = \"pseudonym\"", 1, "anonymize", "anonymise"},
      {"colour = \"red\"", 1, "colour", ""},
      {"x = 1", 1, "x", ""},
      {"[save]\nignore = []", 2, "ignore", ""},
  };
  for (const auto& c : cases) {
    const Loaded out = loaded(Policy{}, c.toml, Level::User);
    EXPECT_EQ(out.policy, Policy{}) << c.toml;
    ASSERT_EQ(out.remarks.size(), 1U) << c.toml;
    EXPECT_EQ(out.remarks[0].line, c.line) << c.toml;
    const std::string line = std::to_string(c.line);
    if (c.meant.empty()) {
      EXPECT_EQ(out.remarks[0].fr, "Clé inconnue « " + c.key + " », ligne " + line + ". Elle est ignorée.");
      EXPECT_EQ(out.remarks[0].en, "Unknown key \"" + c.key + "\", line " + line + ". It is ignored.");
    } else {
      EXPECT_EQ(out.remarks[0].fr, "Clé inconnue « " + c.key + " », ligne " + line +
                                       " : vouliez-vous dire « " + c.meant + " » ?");
      EXPECT_EQ(out.remarks[0].en,
                "Unknown key \"" + c.key + "\", line " + line + ": did you mean \"" + c.meant + "\"?");
    }
  }
}

TEST(Overlay, AWrongValueNamesKeyLineAndWhatIsAccepted) {
  struct Case {
    std::string toml;
    std::string line;
    std::string key;
    std::string accepted;
  };
  const std::vector<Case> cases{
      {"[save]\nmode = \"always\"", "2", "mode", "\"warn\", \"twin\", \"in-place\", \"strict\""},
      {"[save]\n\nmode = 3", "3", "mode", "\"strict\""},
      {"[anonymise]\nstyle = true", "2", "style", "\"generalise\", \"pseudonym\", \"fictitious\""},
      {"language = \"de\"", "1", "language", "\"fr\", \"en\""},
      {"root = \"yes\"", "1", "root", "true, false"},
      {"[detect]\nthreshold = 1001", "2", "threshold", "1000"},
      {"[detect]\nthreshold = -1", "2", "threshold", "1000"},
      {"[detect]\nthreshold = 0.5", "2", "threshold", "1000"},
      {"[detect]\nignore = \"DATE\"", "2", "ignore", "\"PERSON\""},
      {"[detect]\nignore = [\"DATE\",\n\"NAMES\"]", "3", "ignore", "\"BIRTHDATE\""},
      {"[detect]\nignore = [1]", "2", "ignore", "\"PERSON\""},
      {"save = \"strict\"", "1", "save", "[save]"},
  };
  for (const auto& c : cases) {
    const text::Failure failure = failure_of(c.toml);
    EXPECT_THAT(failure.fr, HasSubstr("Ligne " + c.line)) << c.toml;
    EXPECT_THAT(failure.en, HasSubstr("Line " + c.line)) << c.toml;
    EXPECT_THAT(failure.fr, HasSubstr("« " + c.key + " »")) << c.toml;
    EXPECT_THAT(failure.fr, HasSubstr(c.accepted)) << c.toml;
    EXPECT_THAT(failure.en, HasSubstr(c.accepted)) << c.toml;
  }
}

TEST(Overlay, WhatIsNoTomlNamesLineAndColumn) {
  const text::Failure failure = failure_of("root = true\n[save]\nmode = strict\n");
  EXPECT_THAT(failure.fr, HasSubstr("Ligne 3, colonne "));
  EXPECT_THAT(failure.en, HasSubstr("Line 3, column "));
  for (const char* toml :
       {"[save", "mode", "= 3", "a = 1\na = 2", "a = \"", "a = [", "\xff\xfe", "a = \x01"}) {
    EXPECT_THAT(failure_of(toml).fr, HasSubstr("Ligne ")) << toml;
  }
}

TEST(Overlay, AHostileFileIsAFailureAndNoCrash) {
  EXPECT_THAT(failure_of("a = " + std::string(100000, '[')).fr, HasSubstr("Ligne "));
  EXPECT_THAT(failure_of(std::string(100000, '{')).fr, HasSubstr("Ligne "));
  const Loaded out = loaded(Policy{}, std::string(100000, 'a') + " = 1", Level::User);
  ASSERT_EQ(out.remarks.size(), 1U);
  EXPECT_LT(out.remarks[0].fr.size(), 200U);
}

TEST(Overlay, WindowsLineEndsAndAByteOrderMarkAreRead) {
  const Loaded out = loaded(Policy{}, "\xEF\xBB\xBF[save]\r\nmode = \"twin\"\r\nmood = 1\r\n", Level::User);
  EXPECT_EQ(out.policy.save, SaveMode::Twin);
  ASSERT_EQ(out.remarks.size(), 1U);
  EXPECT_EQ(out.remarks[0].line, 3U);
}

TEST(Overlay, PromisesNothingInItsWords) {
  for (const auto language : {text::Language::French, text::Language::English}) {
    const std::string toml = default_toml(language);
    for (const char* word : {"anonyme", "RGPD", "100 %", "conforme"}) {
      EXPECT_THAT(toml, testing::Not(HasSubstr(word)));
    }
  }
}

}  // namespace
}  // namespace paravent::policy
