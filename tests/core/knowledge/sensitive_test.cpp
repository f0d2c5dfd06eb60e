// Words of special categories as they are compiled and looked up.
#include "knowledge/sensitive.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/knowledge/committed_tables.hpp"
#include "inflection.hpp"
#include "knowledge/lexicon.hpp"

namespace paravent::knowledge::testing {
namespace {

using Forms = std::vector<std::string>;

std::optional<SensitivePhrase> look_up_phrase(const std::string& phrase, SensitiveUses uses) {
  const Forms words = folded_words(phrase);
  return longest_sensitive(std::vector<std::string_view>(words.begin(), words.end()), uses);
}

TEST(Inflection, WordsAgreeAsTheirMarksSay) {
  EXPECT_EQ(data::inflected("délégué* syndical*"),
            (Forms{"délégué syndical", "déléguée syndicale", "délégués syndicaux", "déléguées syndicales"}));
  EXPECT_EQ(data::inflected("séropositif*"),
            (Forms{"séropositif", "séropositive", "séropositifs", "séropositives"}));
  EXPECT_EQ(data::inflected("homosexuel*"),
            (Forms{"homosexuel", "homosexuelle", "homosexuels", "homosexuelles"}));
  EXPECT_EQ(data::inflected("prostitué*"), (Forms{"prostitué", "prostituée", "prostitués", "prostituées"}));
  EXPECT_EQ(data::inflected("ulcère+"), (Forms{"ulcère", "ulcères"}));
  EXPECT_EQ(data::inflected("enceinte"), (Forms{"enceinte"}));
}

TEST(SensitivePhrases, AFormIsFoundWithWhatItsRowSays) {
  const auto phrase = look_up_phrase("déléguées syndicales CFDT", SensitiveUses(SensitiveUse::Sure));
  ASSERT_TRUE(phrase);
  EXPECT_EQ(phrase->words, 2);
  EXPECT_EQ(phrase->kind(), SensitiveKind::Union);
  EXPECT_TRUE(phrase->french);
  EXPECT_FALSE(phrase->english);
}

TEST(SensitivePhrases, OnlyTheWantedUseIsGiven) {
  EXPECT_TRUE(look_up_phrase("sous", SensitiveUses(SensitiveUse::Lead)));
  EXPECT_FALSE(look_up_phrase("sous", SensitiveUses(SensitiveUse::Sure, SensitiveUse::Near)));
  EXPECT_FALSE(look_up_phrase("parapluie", SensitiveUses(SensitiveUse::Sure)));
}

TEST(SensitivePhrases, WhatIsTakenAndPartsOfTheBodyAreHealth) {
  for (const char* word : {"genou", "antidépresseurs"}) {
    const auto phrase = look_up_phrase(word, SensitiveUses(SensitiveUse::Led, SensitiveUse::Sure));
    ASSERT_TRUE(phrase) << word;
    EXPECT_EQ(phrase->kind(), SensitiveKind::Health) << word;
  }
}

TEST(SensitivePhrases, OnlyWordsThatStartAFindingOrAFigureAreMarked) {
  EXPECT_TRUE(look_up("diabetique").sensitive);
  EXPECT_TRUE(look_up("humour").sensitive);
  for (const char* word : {"elle", "est", "ne", "atelier", "la", "de", "with"})
    EXPECT_FALSE(look_up(word).sensitive) << word;
}

// Most look-ups of a note are of frequent words: few of them may start a phrase that is looked for.
TEST(SensitivePhrases, FewFrequentWordsAreMarked) {
  std::size_t frequent = 0;
  std::size_t marked = 0;
  for (const SectionWord& row : section_words("french_frequency.words")) {
    if (row.value("band") != "7") continue;
    ++frequent;
    marked += look_up(row.word).sensitive ? 1 : 0;
  }
  EXPECT_GT(frequent, 150U);
  EXPECT_LT(marked * 8, frequent);
}

}  // namespace
}  // namespace paravent::knowledge::testing
