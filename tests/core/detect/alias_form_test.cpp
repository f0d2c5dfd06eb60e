#include "detect/alias_form.hpp"

#include <gtest/gtest.h>

namespace paravent::detect {
namespace {

using policy::Category;
using text::Language;

TEST(AliasForm, LettersGoOnAfterZ) {
  EXPECT_EQ(alias_letters(0), "A");
  EXPECT_EQ(alias_letters(25), "Z");
  EXPECT_EQ(alias_letters(26), "AA");
  EXPECT_EQ(alias_letters(701), "ZZ");
  EXPECT_EQ(alias_letters(702), "AA2");
  EXPECT_EQ(alias_letters(702 + 676), "AA3");
}

TEST(AliasForm, EveryAliasThatIsWrittenIsRecognised) {
  for (std::size_t c = 0; c < policy::category_count; ++c) {
    const auto category = static_cast<Category>(c);
    if (!policy::is_masked(category)) continue;
    for (const std::size_t index : {0UL, 25UL, 26UL, 701UL, 702UL, 5000UL}) {
      for (const Language language : {Language::French, Language::English}) {
        const std::string alias = alias_of(category, index, language);
        std::size_t length = 0;
        EXPECT_TRUE(is_alias_at("chez " + alias + ", hier", 5, &length)) << alias;
        EXPECT_EQ(length, alias.size()) << alias;
      }
    }
  }
}

TEST(AliasForm, HyphenStandsForTheSpaceInTagsAndLinks) {
  EXPECT_TRUE(is_alias_at("#Personne-A", 1));
}

TEST(AliasForm, CategoriesThatAreOnlyReportedHaveNone) {
  EXPECT_TRUE(alias_of(Category::Public, 0, Language::French).empty());
  EXPECT_TRUE(alias_of(Category::Sensitive, 0, Language::English).empty());
}

TEST(AliasForm, OtherWordsAreNoAlias) {
  EXPECT_FALSE(is_alias_at("Personne Au", 0));
  EXPECT_FALSE(is_alias_at("personne A", 0));
  EXPECT_FALSE(is_alias_at("Personne", 0));
  EXPECT_FALSE(is_alias_at("Personne ABC", 0));
  EXPECT_FALSE(is_alias_at("Projet A3", 0));
  EXPECT_FALSE(is_alias_at("SPersonne A", 1));
  EXPECT_FALSE(is_alias_at("", 0));
  EXPECT_FALSE(is_alias_at("Personne A", 99));
}

TEST(AliasForm, TheNextOneIsFoundFromAnyPlace) {
  const std::string text = "À l’Âge B, Personne ABC et #Lieu_AA.";
  const AliasForm first = next_alias(text, 0);
  EXPECT_EQ(text.substr(first.begin, first.size), "Âge B");
  const AliasForm second = next_alias(text, first.begin + first.size);
  EXPECT_EQ(text.substr(second.begin, second.size), "Lieu_AA");
  EXPECT_EQ(next_alias(text, second.begin + 1).size, 0U);
  EXPECT_EQ(next_alias("P", 0).size, 0U);
  EXPECT_EQ(next_alias("", 0).size, 0U);
}

TEST(AliasForm, NounsKnowTheirGenderAndElision) {
  EXPECT_TRUE(alias_noun(Category::Person).feminine);
  EXPECT_FALSE(alias_noun(Category::Loc).feminine);
  EXPECT_TRUE(alias_noun(Category::Org).vowel);
  EXPECT_TRUE(alias_noun(Category::Age).vowel);
  EXPECT_FALSE(alias_noun(Category::Project).vowel);
}

}  // namespace
}  // namespace paravent::detect
