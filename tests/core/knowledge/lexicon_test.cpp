#include "knowledge/lexicon.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <unordered_set>

#include "core/knowledge/committed_tables.hpp"
#include "text/unicode.hpp"

namespace paravent::knowledge {
namespace {

using testing::section_words;
using testing::SectionWord;

// Calls `wrong(lexeme, word)` for every row and counts where it holds: one message instead of a thousand.
template <class Wrong>
void expect_all(const std::string& table, Wrong wrong) {
  std::size_t misses = 0, rows = 0;
  std::string first;
  for (const SectionWord& row : section_words(table)) {
    ++rows;
    if (!wrong(look_up(row.word), row)) continue;
    if (misses++ == 0) first = row.word;
  }
  EXPECT_GT(rows, 1000u) << table;
  EXPECT_EQ(misses, 0u) << table << ", first: " << first;
}

TEST(Lexicon, KnowsEveryGivenNameOfTheTableWithItsBandAndSex) {
  expect_all("given_names.words", [](const Lexeme& lexeme, const SectionWord& row) {
    const std::string sex = row.value("sex");
    const Sex expected = sex == "f"   ? Sex::Feminine
                         : sex == "m" ? Sex::Masculine
                         : sex == "x" ? Sex::Either
                                      : Sex::Unknown;
    return std::to_string(lexeme.given) != row.value("band") || lexeme.sex != expected;
  });
}

TEST(Lexicon, KnowsEverySurnameOfTheTableWithItsBand) {
  expect_all("surnames.words", [](const Lexeme& lexeme, const SectionWord& row) {
    return std::to_string(lexeme.surname) != row.value("band");
  });
}

TEST(Lexicon, KnowsTheWikidataNamesExactlyWhenTheyAreBuiltIn) {
  std::size_t known = 0, rows = 0;
  for (const SectionWord& row : section_words("names_wikidata.words")) {
    const Lexeme lexeme = look_up(row.word);
    ++rows;
    known += (row.value("kind") == "surname" ? lexeme.surname : lexeme.given) > 0 ? 1u : 0u;
  }
  EXPECT_EQ(known, PARAVENT_WIKIDATA_NAMES ? rows : 0u);
}

TEST(Lexicon, KnowsEveryFrenchFormWithItsClassGenderAndNumber) {
  expect_all("french_words.words", [](const Lexeme& lexeme, const SectionWord& row) {
    std::string letters;
    if (lexeme.noun) letters += 'N';
    if (lexeme.adjective) letters += 'A';
    if (lexeme.verb) letters += 'V';
    if (lexeme.other) letters += 'O';
    if (lexeme.feminine) letters += 'f';
    if (lexeme.masculine) letters += 'm';
    if (lexeme.plural) letters += 'p';
    return letters != row.title;
  });
}

TEST(Lexicon, KnowsFrequenciesEnglishWordsAndDemonyms) {
  expect_all("french_frequency.words", [](const Lexeme& lexeme, const SectionWord& row) {
    return std::to_string(lexeme.frequency) != row.value("band");
  });
  expect_all("english_words.words", [](const Lexeme& lexeme, const SectionWord& row) {
    return std::to_string(lexeme.english) != row.value("band");
  });
  EXPECT_GT(look_up("because").english, look_up("kettle").english);
  expect_all("demonyms.words", [](const Lexeme& lexeme, const SectionWord&) { return !lexeme.demonym; });
}

TEST(Lexicon, HardlyEverKnowsWhatIsNoWord) {
  std::uint64_t state = 42;
  const auto next = [&state](std::uint64_t bound) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) % bound;
  };
  constexpr std::size_t kTries = 1'000'000;
  std::size_t known = 0;
  for (std::size_t i = 0; i < kTries; ++i) {
    std::string word = "#";  // in no word of any table
    for (std::uint64_t length = 3 + next(9); length > 0; --length) word += static_cast<char>('a' + next(26));
    known += look_up(word).known() ? 1u : 0u;
  }
  EXPECT_LT(known, kTries / 10'000);
  EXPECT_FALSE(look_up("").known());
}

TEST(Lexicon, KeysAreFoldedAsTextFoldFoldsThem) {
  for (const char* table :
       {"given_names.words", "surnames.words", "names_wikidata.words", "french_words.words",
        "french_frequency.words", "english_words.words", "demonyms.words"}) {
    std::size_t different = 0;
    std::string first;
    for (const SectionWord& row : section_words(table)) {
      if (text::fold(row.word) == row.word) continue;
      if (different++ == 0) first = row.word;
    }
    EXPECT_EQ(different, 0u) << table << ", first: " << first;
  }
  for (const char* word :
       {"Noël", "Œuvre", "Cæsar", "Aujourd’hui", "Élodie", "Garçon", "Müller", "Søren", "Łukasz"}) {
    EXPECT_TRUE(look_up(text::fold(word)).known()) << word;
  }
}

TEST(Lexicon, KnowsNamesThatAreWordsToo) {
  const Lexeme claire = look_up("claire");
  EXPECT_EQ(claire.sex, Sex::Feminine);
  EXPECT_GE(claire.given, 12);
  EXPECT_TRUE(claire.adjective);
  EXPECT_TRUE(claire.feminine);

  const Lexeme pierre = look_up("pierre"), rose = look_up("rose"), orange = look_up("orange");
  EXPECT_EQ(pierre.sex, Sex::Masculine);
  EXPECT_TRUE(pierre.noun);
  EXPECT_EQ(pierre.surname, 7);
  EXPECT_EQ(rose.sex, Sex::Feminine);
  EXPECT_TRUE(rose.noun && rose.adjective && rose.english);
  EXPECT_TRUE(orange.noun && orange.feminine && orange.place > 0);
}

TEST(Lexicon, RanksSurnamesAndGivenNamesByHowManyBearThem) {
  EXPECT_EQ(look_up("dupont").surname, 7);
  EXPECT_EQ(look_up("dupont").given, 0);
  EXPECT_GT(look_up("martin").surname, look_up("bettencourt").surname);
  EXPECT_GT(look_up("marie").given, look_up("clotilde").given);
  EXPECT_GT(look_up("clotilde").given, 0);
  EXPECT_GE(look_up("goff").surname, 6) << "Le Goff is known by its word without the particle";
  EXPECT_EQ(look_up("camille").sex, Sex::Either);
}

TEST(Lexicon, KnowsWordsByClassAndFrequency) {
  EXPECT_TRUE(look_up("directrices").noun && look_up("directrices").plural &&
              look_up("directrices").feminine);
  EXPECT_TRUE(look_up("mangeront").verb);
  EXPECT_TRUE(look_up("avec").other);
  EXPECT_EQ(look_up("de").frequency, 7);
  EXPECT_GT(look_up("maison").frequency, look_up("charpente").frequency);
  EXPECT_TRUE(look_up("meeting").english);
  EXPECT_TRUE(look_up("belge").demonym && look_up("marocaines").demonym && look_up("lyonnaise").demonym);
  EXPECT_FALSE(look_up("mangeront").known() && look_up("mangeront").given > 0);
}

TEST(Lexicon, RanksPlacesOfOneWordByPopulation) {
  EXPECT_EQ(look_up("lyon").place, 5);
  EXPECT_EQ(look_up("vendee").place, 6);
  EXPECT_EQ(look_up("belgique").place, 6);
  EXPECT_EQ(look_up("bruxelles").place, 5);
  EXPECT_EQ(look_up("table").place, 0);
}

TEST(Lexicon, KnowsAcronymsOfWorkingLife) {
  EXPECT_TRUE(look_up("rh").acronym && look_up("drh").acronym);
  EXPECT_FALSE(look_up("maison").acronym);
}

}  // namespace
}  // namespace paravent::knowledge
