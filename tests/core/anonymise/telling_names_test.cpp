#include "anonymise/telling_names.hpp"

#include <gtest/gtest.h>

namespace paravent::anonymise {
namespace {

constexpr std::string_view calm = "Une séance calme.\n";

bool tells(const std::string& name, std::string_view note = calm, const policy::Policy& policy = {}) {
  return telling_names(std::vector<std::string>{name}, note, policy).front();
}

TEST(TellingNames, AreThoseThatNameSomeoneHoweverAFileIsNamed) {
  for (const char* name :
       {"Claire Dupont", "claire-dupont", "claire_dupont_4", "Dupont.Claire", "dupont-seance-3", "leo-2",
        "Séance avec Mme Kerbrat", "kervadec@exemple.fr", "06 39 98 00 01", "bilan 12 mars 2024"}) {
    EXPECT_TRUE(tells(name)) << name;
  }
}

TEST(TellingNames, AreNotThoseOfAliases) {
  for (const char* name :
       {"Personne A", "seance-personne-b-3", "Antoine Hautemelle", "antoine-hautemelle-2"}) {
    EXPECT_FALSE(tells(name)) << name;
  }
}

TEST(TellingNames, AreNotThoseOfEveryDay) {
  for (const char* name :
       {"seance-4", "Séance 4", "n", "note_01", "README", "bilan-de-fin", "retour-de-vacances",
        "compte-rendu", "LISEZMOI", "Mes notes", "journal", "2-objectifs", "- liste", "# titre", ""}) {
    EXPECT_FALSE(tells(name)) << name;
  }
}

TEST(TellingNames, AreTwoLettersThatNoWordExplains) {
  for (const char* name : {"jc", "JC", "k-d", "K.D.", "zk"}) EXPECT_TRUE(tells(name)) << name;
  for (const char* name : {"cr", "rh", "me", "n", "s4", "v2"}) EXPECT_FALSE(tells(name)) << name;
}

TEST(TellingNames, HoldWordsOfWhatTheNoteMasks) {
  EXPECT_TRUE(tells("wrandoule"));
  EXPECT_TRUE(tells("wrandoule", "Vu Zoé Wrandoule hier.\n"));
  EXPECT_TRUE(tells("suivi-WRANDOULE-2", "---\nclient: Zoé Wrandoule\n---\nElle va mieux.\n"));
  EXPECT_FALSE(tells("seance-2", "Vu Zoé Wrandoule hier.\n"));
  EXPECT_FALSE(tells("suivi-ecole", "Elle enseigne à l’école Jules-Wrandoule.\n"));
  EXPECT_TRUE(tells("ecole-wrandoule", "Elle enseigne à l’école Jules-Wrandoule.\n"));
}

TEST(TellingNames, AreReadWhateverTheNoteLeavesOpen) {
  EXPECT_TRUE(tells("Claire Dupont", "```\nun code\n"));
  EXPECT_TRUE(tells("Claire Dupont", "---\ntags: [a]\n---"));
  EXPECT_TRUE(tells("Claire Dupont", ""));
}

TEST(TellingNames, AreAnsweredOneByOne) {
  const std::vector<std::string> names{"Clients", "Claire Dupont", "seance-4"};
  EXPECT_EQ(telling_names(names, calm, {}), (std::vector<bool>{false, true, false}));
}

TEST(TellingNames, FollowThePolicy) {
  policy::Policy policy;
  policy.ignored.insert(policy::Category::Date);
  EXPECT_TRUE(tells("2024-03-12"));
  EXPECT_FALSE(tells("2024-03-12", calm, policy));
}

TEST(TellingNames, AreAllThatCannotBeRead) {
  EXPECT_TRUE(tells("a\xff"));
  EXPECT_TRUE(tells("seance-4", "\xff"));
}

}  // namespace
}  // namespace paravent::anonymise
