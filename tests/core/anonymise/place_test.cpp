#include "anonymise/place.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace paravent::anonymise {
namespace {

// The places of every "Zoélia" of `text`.
std::vector<Place> places_in(const std::string& text) {
  const std::string name = "Zoélia";
  std::vector<detect::Finding> findings;
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    findings.emplace_back().range = text::range(at, at + name.size());
  }
  std::vector<const detect::Finding*> pointers;
  pointers.reserve(findings.size());
  for (const detect::Finding& finding : findings) pointers.push_back(&finding);
  return places_of(text, pointers);
}

// "one word", "alias" or "free", of the only place in `text`.
std::string kind_in(const std::string& text) {
  const std::vector<Place> places = places_in(text);
  if (places.size() != 1) return "not one place";
  if (places[0].one_word) return places[0].alias ? "one word" : "one word without alias";
  return places[0].alias ? "alias" : "free";
}

TEST(Place, IsFreeInProse) {
  for (const char* text : {"Zoélia", "Vu Zoélia hier.", "# Zoélia", "[x] (Zoélia)", "`a` Zoélia",
                           "[[Yldric]] Zoélia", "[a](b) Zoélia", "<b title=\"x\">Zoélia", "Zoélia. Fin"}) {
    EXPECT_EQ(kind_in(text), "free") << text;
  }
}

TEST(Place, TakesOneWordInTagsTargetsAndFileNames) {
  for (const char* text : {"#Zoélia", "(#suivi/Zoélia", "[a](notes/Zoélia", "[a]: notes/Zoélia.md",
                           "<a href=\"Zoélia\">", "cr_Zoélia", "Zoélia.pdf", "Zoélia@exemple.fr"}) {
    EXPECT_EQ(kind_in(text), "one word") << text;
  }
}

TEST(Place, IsFreeInEmphasisWithUnderscores) {
  for (const char* text : {"_Zoélia_", "__Zoélia__", "Vu _Zoélia_, hier.", "Vu __Zoélia Roy__ hier.",
                           "_Zoélia", "__Zoélia", "Zoélia_"}) {
    EXPECT_EQ(kind_in(text), "free") << text;
  }
  for (const char* text : {"Zoélia_cr", "_Zoélia_2", "cr__Zoélia", "é_Zoélia"}) {
    EXPECT_EQ(kind_in(text), "one word") << text;
  }
}

TEST(Place, TakesAnAliasInWikilinksAndCode) {
  EXPECT_EQ(kind_in("[[Yldric|Zoélia"), "alias");
  EXPECT_EQ(kind_in("`a` et `Zoélia`"), "alias");
}

// What stands before a place on its own line counts, whatever lines and places came before.
TEST(Place, BelongsToItsLine) {
  const std::vector<Place> places = places_in("`Zoélia` et Zoélia [[Zoélia\nZoélia\r`Zoélia");
  std::string kinds;
  for (const Place& place : places) kinds += place.alias ? 'a' : '-';
  EXPECT_EQ(kinds, "a-a-a");
}

TEST(Place, DoesNotLookBackThroughAVeryLongLine) {
  const std::string far(2000, 'x');
  EXPECT_EQ(kind_in("[[" + far + " Zoélia"), "free");
  EXPECT_EQ(kind_in("[[" + far + " [[Zoélia"), "alias");
}

TEST(Place, IsTheSameInAnyOrderOfTheFindings) {
  const std::string text = "[[Zoélia]] Zoélia\nZoélia `Zoélia`";
  std::vector<Place> expected = places_in(text);
  std::vector<detect::Finding> findings(4);
  std::size_t at = text.size();
  std::vector<const detect::Finding*> backwards;
  for (detect::Finding& finding : findings) {
    at = text.rfind("Zoélia", at - 1);
    finding.range = text::range(at, at + std::string("Zoélia").size());
    backwards.push_back(&finding);
  }
  const std::vector<Place> places = places_of(text, backwards);
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_EQ(places[i].alias, expected[places.size() - 1 - i].alias) << i;
  }
}

}  // namespace
}  // namespace paravent::anonymise
