// What pseudonym.hpp wrote comes back, and what cannot be told apart stays.
#include "anonymise/restore.hpp"

#include <gmock/gmock.h>

#include <array>
#include <random>

#include "anonymise/written_alias.hpp"
#include "detect/alias_form.hpp"
#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;
using policy::Style;

// The note as it is after pseudonyms were put and names came back by alias alone.
std::string there_and_back(std::string_view marked, text::Language language = text::Language::French) {
  const auto note = testing_support::read_marked(marked, language);
  const auto planned = plan(note.text, note.analysis, with_style(Style::Pseudonym), {});
  if (!planned) {
    ADD_FAILURE() << planned.failure().en;
    return {};
  }
  return restore(planned->edits.apply(note.text), planned->new_aliases).text;
}

std::string without_marks(std::string_view marked) {
  return testing_support::read_marked(marked).text;
}

TEST(Restore, WhatPseudonymsRedidIsUndone) {
  for (const char* marked : {
           "le projet d’⟦PERSON p1|Ilyès⟧",
           "D'⟦PERSON p1|Ilyès⟧, rien d'autre.",
           "parce qu’⟦PERSON p1|Anne⟧ part",
           "jusqu’⟦PERSON p1|Anne⟧",
           "l’équipe de ⟦ORG o1|Danone⟧",
           "chez ⟦ORG o1|Danone⟧",
           "la ⟦ORG o1|Maif⟧ recrute",
           "La ⟦ORG o1|Maif⟧ recrute",
           "L’⟦ORG o1|ESSEC⟧",
           "à l’⟦ORG o1|ESSEC⟧",
           "à la ⟦ORG o1|mairie de Lille⟧",
           "Au ⟦ORG o1|CHU de Nantes⟧, rien",
           "du ⟦ORG o1|CHU⟧ et de la ⟦ORG o2|Maif⟧",
           "de la ⟦LOC l1|Bretagne⟧",
           "des ⟦ORG o1|Galeries⟧",
           "aux ⟦LOC l1|Sables⟧",
           "Les ⟦PERSON p1|Martin⟧ sont là",
           "le projet ⟦PROJECT j1|Phénix⟧",
           "le ⟦DATE d1|12 mars⟧, rien",
           "depuis le ⟦DATE d1|12 mars⟧",
           "reporté au ⟦DATE d1|12 mars⟧",
           "séance du ⟦DATE d1|12 mars⟧",
           "du ⟦DATE d1|12 au 15 mars⟧",
           "elle a ⟦AGE a1|43 ans⟧",
           "à ⟦AGE a1|43 ans⟧, tout change",
           "une femme de ⟦AGE a1|43 ans⟧",
       }) {
    EXPECT_EQ(there_and_back(marked), without_marks(marked));
  }
  const char* english = "⟦PERSON p1|Hannah⟧ left the ⟦ORG o1|BBC⟧ on ⟦DATE d1|12 March⟧.";
  EXPECT_EQ(there_and_back(english, text::Language::English), without_marks(english));
  // Without a record of what was replaced, a family comes back as one of its people.
  EXPECT_EQ(there_and_back("⟦PERSON p1|James⟧' car", text::Language::English), "James's car");
}

TEST(Restore, TheNoteSaysWhichArticleANameHas) {
  const auto note = testing_support::read_marked(
      "⟦ORG o1|Maif⟧ : la ⟦ORG o1|Maif⟧ et l’équipe de ⟦ORG o2|Danone⟧, ⟦ORG o3|Acme⟧, aux ⟦LOC l1|Sables⟧");
  const auto planned = plan(note.text, note.analysis, with_style(Style::Pseudonym), {});
  ASSERT_TRUE(planned);
  std::vector<OwnArticle> articles;
  for (const Alias& alias : planned->new_aliases) articles.push_back(alias.article);
  EXPECT_THAT(articles, testing::ElementsAre(OwnArticle::Feminine, OwnArticle::None, OwnArticle::Unknown,
                                             OwnArticle::Plural));
}

TEST(Restore, TheTranslationOfAnAliasGivesWayToAnAliasOfThatName) {
  const std::vector<Alias> aliases{{Category::Person, "Personne A", "Claire", OwnArticle::Unknown},
                                   {Category::Person, "Person A", "Hannah", OwnArticle::Unknown}};
  EXPECT_EQ(restore("Person A, Personne A", aliases).text, "Hannah, Claire");
}

TEST(Restore, AnAliasOfTwoPeopleStays) {
  const std::vector<Alias> aliases{{Category::Person, "Personne A", "Claire", OwnArticle::Unknown},
                                   {Category::Person, "Personne A", "Paul", OwnArticle::Unknown}};
  const Restored out = restore("Personne A", aliases);
  EXPECT_EQ(out.text, "Personne A");
  EXPECT_EQ(out.leftovers.size(), 1U);
}

TEST(Restore, ANameThatIsAnAliasItselfDoesNotComeBackTwice) {
  const std::vector<Alias> aliases{{Category::Project, "Projet A", "Projet B", OwnArticle::Unknown},
                                   {Category::Project, "Projet B", "Phénix", OwnArticle::Unknown}};
  const std::string once = restore("Projet A puis Projet B", aliases).text;
  EXPECT_EQ(restore(once, aliases).text, once);
}

TEST(Restore, WithoutAliasesAllFormsAreLeftOver) {
  const Restored out = restore("Personne A, l’Entreprise B et #Lieu-C", {});
  EXPECT_TRUE(out.edits.empty());
  EXPECT_EQ(out.leftovers.size(), 3U);
}

TEST(Restore, IllFormedTextAndEmptyNamesDoNoHarm) {
  const std::vector<Alias> aliases{{Category::Person, "Personne A", "", OwnArticle::Unknown},
                                   {Category::Person, "", "Claire", OwnArticle::Unknown}};
  for (const char* text : {"", "\xff Personne A \xc3", "Personne ", "Personne **", "Personne **A", "**"}) {
    const Restored out = restore(text, aliases);
    EXPECT_EQ(out.edits.apply(text), out.text);
  }
}

std::string scrambled(std::mt19937& random) {
  constexpr auto parts =
      std::to_array<std::string_view>({"Personne", "personne",   "PERSONNES",  "Entreprises", "l’Entreprise",
                                       "Date",     "la Date",    "à",          "de",          "que",
                                       "les",      "Mme",        "A",          "B",           "C",
                                       "a",        "et",         ",",          "/",           "**",
                                       "*",        "-",          "_",          "\n",          " ",
                                       "\u00A0",   "[[",         "]]",         "#",           "`",
                                       "\"",       ".",          "Lucie",      "Vauremont",   "VAUREMONT",
                                       "L.",       "the",        "an",         "Âge",         "Person",
                                       "’s",       "du",         "\r\n> ",     "](",          ".md",
                                       "Projet A", "Personne B", "à la Date A"});
  std::string out;
  const std::size_t count = 2 + random() % 14;
  for (std::size_t i = 0; i < count; ++i) {
    out += parts[random() % parts.size()];
    if (random() % 3 != 0) out += ' ';
  }
  return out;
}

TEST(Restore, OfAnythingIsStableAndItsEditsFit) {
  const std::vector<Alias> aliases{{Category::Person, "Personne A", "Claire Dupont", OwnArticle::Unknown},
                                   {Category::Person, "Personne B", "Ilyès", OwnArticle::Unknown},
                                   {Category::Org, "Entreprise A", "CHU de Nantes", OwnArticle::Unknown},
                                   {Category::Org, "Entreprise C", "Les Galeries", OwnArticle::Unknown},
                                   {Category::Project, "Projet A", "Phénix", OwnArticle::Unknown},
                                   {Category::Date, "Date A", "12 au 15 mars", OwnArticle::Unknown},
                                   {Category::Age, "Âge A", "43 ans", OwnArticle::Unknown},
                                   {Category::Person, "Lucie Vauremont", "Anaïs Petit", OwnArticle::Unknown}};
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = scrambled(random);
    const Restored once = restore(text, aliases);
    ASSERT_EQ(once.edits.apply(text), once.text) << text;
    const Restored twice = restore(once.text, aliases);
    ASSERT_EQ(twice.text, once.text) << text;
    ASSERT_EQ(twice.leftovers, once.leftovers) << text << "\n" << once.text;
  }
}

// The forms that are read must be those that are written.
TEST(WrittenAlias, KnowsTheNounsOfAllCategoriesInBothLanguages) {
  for (std::size_t i = 0; i < policy::category_count; ++i) {
    const auto category = static_cast<Category>(i);
    for (const text::Language language : {text::Language::French, text::Language::English}) {
      const std::string alias = detect::alias_of(category, 0, language);
      if (alias.empty()) continue;
      const auto form = alias_written_at(alias, 0, [](const auto&, const auto&) { return true; });
      ASSERT_TRUE(form) << alias;
      EXPECT_EQ(form->noun->category, noun_category(category)) << alias;
      EXPECT_TRUE(language == text::Language::French ? form->noun->french : form->noun->english) << alias;
      EXPECT_TRUE(form->reserved);
    }
  }
}

}  // namespace
}  // namespace paravent::anonymise
