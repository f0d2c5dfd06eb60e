#include "knowledge/phrases.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/knowledge/committed_tables.hpp"
#include "text/unicode.hpp"

namespace paravent::knowledge {
namespace {

using testing::column_rows;
using testing::folded_words;

std::optional<Phrase> phrase(const std::string& text, std::size_t nth = 0) {
  const std::vector<std::string> words = folded_words(text);
  const std::vector<std::string_view> views(words.begin(), words.end());
  return longest_phrase(views, nth);
}

std::optional<Phrase> phrase_of(const std::string& text, PhraseKind kind) {
  for (std::size_t nth = 0;; ++nth) {
    const auto found = phrase(text, nth);
    if (!found || found->kind == kind) return found;
  }
}

void expect_phrases(const std::string& table, const std::string& column, PhraseKind kind) {
  std::size_t rows = 0, misses = 0;
  std::string first;
  for (const auto& row : column_rows(table)) {
    const std::string& name = row.at(column);
    ++rows;
    const auto found = phrase_of(name, kind);
    if (found && found->words == folded_words(name).size()) continue;
    if (misses++ == 0) first = name;
  }
  EXPECT_GT(rows, 100u) << table;
  EXPECT_EQ(misses, 0u) << table << ", first: " << first;
}

TEST(Phrases, HoldEveryRowOfEveryTable) {
  expect_phrases("areas.tsv", "name", PhraseKind::Place);
  expect_phrases("communes.tsv", "name", PhraseKind::Place);
  expect_phrases("cities.tsv", "name", PhraseKind::Place);
  expect_phrases("company_lists.tsv", "name", PhraseKind::Company);
  expect_phrases("companies.tsv", "name", PhraseKind::Company);
  expect_phrases("authors.tsv", "name", PhraseKind::Author);
  expect_phrases("authors.tsv", "surname", PhraseKind::Author);
  expect_phrases("roles.tsv", "masculine", PhraseKind::Role);
  expect_phrases("roles.tsv", "feminine", PhraseKind::Role);
  expect_phrases("roles.tsv", "plural", PhraseKind::Role);
  expect_phrases("roles.tsv", "english", PhraseKind::Role);
  expect_phrases("institutions.tsv", "head", PhraseKind::Institution);
  expect_phrases("fixed_phrases.tsv", "phrase", PhraseKind::FixedPhrase);
}

TEST(Phrases, TellMethodsFromAiTools) {
  for (const auto& row : column_rows("methods.tsv")) {
    const bool ai = row.at("kind") == "ai";
    const auto found = phrase_of(row.at("name"), ai ? PhraseKind::AiTool : PhraseKind::Method);
    ASSERT_TRUE(found) << row.at("name");
    EXPECT_EQ(method(*found).kind == "ai", ai) << row.at("name");
  }
  EXPECT_TRUE(phrase_of("ChatGPT", PhraseKind::AiTool));
  EXPECT_TRUE(phrase_of("MBTI", PhraseKind::Method));
}

TEST(Phrases, TheLongestWinsAndSaysHowManyWordsItTook) {
  const auto found = phrase("Fontenay-le-Comte au printemps");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, PhraseKind::Place);
  EXPECT_EQ(found->words, 3);
  EXPECT_EQ(place(*found).name, "Fontenay-le-Comte");
  EXPECT_EQ(place(*found).region, "Pays de la Loire");
  EXPECT_GT(place(*found).population, 10'000u);
}

TEST(Phrases, NothingIsFoundInPlainWordsNorInNothing) {
  EXPECT_FALSE(phrase("la semaine prochaine"));
  EXPECT_FALSE(phrase(""));
  EXPECT_FALSE(phrase("fontenay le zzz", 7));
}

TEST(Phrases, EveryFirstWordIsMarkedInTheLexicon) {
  for (const char* table : {"communes.tsv", "cities.tsv"}) {
    for (const auto& row : column_rows(table)) {
      const auto words = folded_words(row.at("name"));
      if (words.size() > 1) {
        ASSERT_TRUE(look_up(words.front()).starts_phrase) << row.at("name");
      }
    }
  }
  EXPECT_FALSE(look_up("mangeront").starts_phrase);
}

TEST(Phrases, AShortNameIsThatOfTheTownAndNotOfTheVillage) {
  EXPECT_EQ(place(*phrase_of("Évry", PhraseKind::Place)).name, "Évry-Courcouronnes");
  EXPECT_EQ(place(*phrase_of("Neuilly", PhraseKind::Place)).name, "Neuilly-sur-Seine");
  // A town of its own keeps its name, and so does a department.
  EXPECT_EQ(place(*phrase_of("Melun", PhraseKind::Place)).name, "Melun");
  EXPECT_EQ(place(*phrase_of("Charente", PhraseKind::Place)).name, "Charente");
}

TEST(Phrases, FindTownsUnderTheirOtherWritings) {
  for (const char* writing : {"Saint-Étienne", "St-Etienne", "saint etienne", "SAINT-ÉTIENNE"}) {
    const auto found = phrase_of(writing, PhraseKind::Place);
    ASSERT_TRUE(found) << writing;
    EXPECT_EQ(place(*found).name, "Saint-Étienne");
  }
  const auto after_article = phrase_of("Mans", PhraseKind::Place);  // au Mans, du Mans
  ASSERT_TRUE(after_article);
  EXPECT_EQ(place(*after_article).name, "Le Mans");
  EXPECT_EQ(place(*phrase_of("Londres", PhraseKind::Place)).region, "GB");
}

TEST(Phrases, TellCountriesFromPersonalPlaces) {
  EXPECT_TRUE(place(*phrase_of("Allemagne", PhraseKind::Place)).country);
  EXPECT_TRUE(place(*phrase_of("États-Unis", PhraseKind::Place)).country);
  EXPECT_TRUE(place(*phrase_of("Europe", PhraseKind::Place)).country);
  EXPECT_FALSE(place(*phrase_of("La Réunion", PhraseKind::Place)).country);
  EXPECT_FALSE(place(*phrase_of("Bretagne", PhraseKind::Place)).country);
}

TEST(Phrases, OneNameMayBeOfSeveralKinds) {
  ASSERT_TRUE(phrase_of("Orange", PhraseKind::Place));
  const auto company_of_that_name = phrase_of("Orange", PhraseKind::Company);
  ASSERT_TRUE(company_of_that_name);
  EXPECT_TRUE(company(*company_of_that_name).word);
}

TEST(Phrases, KnowCompaniesBySectorAndSize) {
  const auto lvmh = phrase_of("LVMH", PhraseKind::Company);
  ASSERT_TRUE(lvmh);
  EXPECT_EQ(company(*lvmh).sector, "luxe");
  EXPECT_EQ(company(*lvmh).size, 'L');
  EXPECT_FALSE(company(*lvmh).word);
  const auto wording = sector(company(*lvmh).sector);
  ASSERT_TRUE(wording);
  EXPECT_EQ(wording->large_fr, "un grand groupe de luxe");
  EXPECT_FALSE(sector("nothing of the kind"));
}

TEST(Phrases, EveryCompanyHasASectorThatHasWords) {
  for (const char* table : {"companies.tsv", "company_lists.tsv"}) {
    for (const auto& row : column_rows(table)) {
      if (row.at("sector").empty()) continue;
      ASSERT_TRUE(sector(row.at("sector"))) << row.at("name");
    }
  }
}

TEST(Phrases, KnowAuthorsWholeAndByTheirSurname) {
  const auto whole = phrase_of("Carl Rogers", PhraseKind::Author),
             part = phrase_of("Rogers", PhraseKind::Author);
  ASSERT_TRUE(whole && part);
  EXPECT_EQ(whole->words, 2);
  EXPECT_FALSE(author(*whole).part);
  EXPECT_TRUE(author(*part).part);
  EXPECT_EQ(author(*part).name, "Carl Rogers");
}

TEST(Phrases, KnowRolesInAllTheirForms) {
  for (const char* form : {"directeur commercial", "directrice commerciale", "Directeurs commerciaux"}) {
    const auto found = phrase_of(form, PhraseKind::Role);
    ASSERT_TRUE(found) << form;
    EXPECT_EQ(role(*found).feminine, "directrice commerciale");
  }
  EXPECT_TRUE(role(*phrase_of("DRH", PhraseKind::Role)).epicene);
}

TEST(Phrases, KnowHeadsOfInstitutions) {
  const auto found = phrase_of("lycée Montaigne", PhraseKind::Institution);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->words, 1);
  EXPECT_FALSE(institution(*found).feminine);
  EXPECT_FALSE(institution(*found).general_fr.empty());
}

TEST(Phrases, DiminutivesStandForGivenNames) {
  for (const auto& row : column_rows("diminutives.tsv")) {
    const std::string first = row.at("full").substr(0, row.at("full").find('|'));
    bool found = false;
    for (std::size_t nth = 0; !found; ++nth) {
      const std::string_view name = given_name_of(text::fold(row.at("short")), nth);
      if (name.empty()) break;
      found = name == text::fold(first);
    }
    EXPECT_TRUE(found) << row.at("short");
  }
  EXPECT_TRUE(given_name_of("claire dupont").empty());
}

}  // namespace
}  // namespace paravent::knowledge
