#include "anonymise/known_aliases.hpp"

#include <gmock/gmock.h>

namespace paravent::anonymise {
namespace {

using policy::Category;

std::string found(const KnownAliases& known, std::string_view name, bool invented = false) {
  const std::string* alias = known.find(key_of(Category::Person, name), invented);
  return alias == nullptr ? "" : *alias;
}

TEST(AliasLookUp, TheFirstInTurnStandsForANameUntilItIsWithdrawn) {
  KnownAliases known;
  const Alias late{Category::Person, "Personne B", "Brunelle Tarvic"};
  const Alias early{Category::Person, "Personne A", "brunelle  tarvic"};
  known.add(late, {1, 0, 0});
  EXPECT_EQ(found(known, "BRUNELLE TARVIC"), "Personne B");
  known.add(early, {0, 7, 0});
  EXPECT_EQ(found(known, "Brunelle Tarvic"), "Personne A");
  known.withdraw(early, {0, 7, 0});
  EXPECT_EQ(found(known, "Brunelle Tarvic"), "Personne B");
  known.withdraw(late, {1, 0, 0});
  EXPECT_EQ(found(known, "Brunelle Tarvic"), "");
  EXPECT_TRUE(known.is_given("Personne A")) << "it is not given to anybody else";
}

TEST(AliasLookUp, LettersAndInventedNamesAreApart) {
  const KnownAliases known(std::vector<Alias>{{Category::Person, "Personne A", "Brunelle Tarvic"},
                                              {Category::Person, "Lucie Vauremelle", "Aurèle Dormasse"}});
  EXPECT_EQ(found(known, "Brunelle Tarvic"), "Personne A");
  EXPECT_EQ(found(known, "Brunelle Tarvic", true), "");
  EXPECT_EQ(found(known, "Aurèle Dormasse", true), "Lucie Vauremelle");
  EXPECT_THAT(known.canonicals(), testing::UnorderedElementsAre("Brunelle Tarvic", "Aurèle Dormasse"));
}

TEST(AliasLookUp, TheFirstLettersSkipWhatIsGivenInEitherLanguage) {
  KnownAliases known(std::vector<Alias>{{Category::Person, "Personne A", ""},
                                        {Category::Person, "Person B", "Aurèle Dormasse"},
                                        {Category::Person, "Personne D", ""}});
  EXPECT_EQ(known.first_letters(Category::Person), 2U);
  EXPECT_EQ(known.first_letters(Category::Org), 0U);
  known.add({Category::Person, "Personne C", ""}, {});
  EXPECT_EQ(known.first_letters(Category::Person), 4U);
  EXPECT_EQ(found(known, ""), "") << "without a name it stands for nobody";
}

}  // namespace
}  // namespace paravent::anonymise
