#include "text/language.hpp"

#include <gtest/gtest.h>

#include "text/wording.hpp"

namespace paravent::text {
namespace {

TEST(Language, EnglishLocalesAreEnglish) {
  for (const char* tag : {"en", "EN", "en-GB", "en_US.UTF-8", "en.UTF-8", "en@euro", "eng", "En-us"}) {
    EXPECT_EQ(language_of_locale(tag), Language::English) << tag;
  }
}

TEST(Language, EverythingElseIsFrench) {
  for (const char* tag : {"fr", "fr-CA", "", "C", "POSIX", "de", "e", "enm", "engl", "es_EN", " en"}) {
    EXPECT_EQ(language_of_locale(tag), Language::French) << tag;
  }
}

TEST(Fill, PutsArgumentsIntoTheirPlacesInBothLanguages) {
  constexpr Wording kWording{"{0} personnes dans {1}", "in {1}, {0} people"};
  EXPECT_EQ(fill(kWording, Language::French, {"3", "note.md"}), "3 personnes dans note.md");
  EXPECT_EQ(fill(kWording, Language::English, {"3", "note.md"}), "in note.md, 3 people");
}

TEST(Fill, LeavesAPlaceWithoutArgumentAndOtherBraces) {
  constexpr Wording kWording{"{0} {1} {x} {} {{0}} {", ""};
  EXPECT_EQ(fill(kWording, Language::French, {"a"}), "a {1} {x} {} {a} {");
  EXPECT_EQ(fill(kWording, Language::French, {}), "{0} {1} {x} {} {{0}} {");
}

TEST(Fill, DoesNotFillWhatAnArgumentContains) {
  EXPECT_EQ(fill(Wording{"{0}{1}", ""}, Language::French, {"{1}", "b"}), "{1}b");
}

}  // namespace
}  // namespace paravent::text
