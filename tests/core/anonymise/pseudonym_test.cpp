#include <gmock/gmock.h>

#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

using policy::Style;

std::string pseudonymised(std::string_view marked) {
  return rewritten(marked, Style::Pseudonym);
}

TEST(Pseudonym, EveryMentionOfAnEntityHasItsAlias) {
  EXPECT_EQ(
      pseudonymised("⟦PERSON p1|Claire Dupont⟧ parle à ⟦PERSON p2|Paul⟧. ⟦PERSON p1|Claire⟧ écoute ⟦PERSON "
                    "p2|P. Martin⟧."),
      "Personne A parle à Personne B. Personne A écoute Personne B.");
}

TEST(Pseudonym, ArticlesAndElisionAreRedone) {
  const std::vector<Example> examples{
      {"le projet d’⟦PERSON p1|Ilyès⟧", "le projet de Personne A"},
      {"D'⟦PERSON p1|Ilyès⟧, rien.", "De Personne A, rien."},
      {"parce qu’⟦PERSON p1|Anne⟧ part", "parce que Personne A part"},
      {"jusqu’⟦PERSON p1|Anne⟧", "jusque Personne A"},
      {"la fille de ⟦PERSON p1|Paul⟧", "la fille de Personne A"},
      {"l’équipe de ⟦ORG o1|Danone⟧", "l’équipe d’Entreprise A"},
      {"chez ⟦ORG o1|Danone⟧", "chez Entreprise A"},
      {"la ⟦ORG o1|Maif⟧", "l’Entreprise A"},
      {"La ⟦ORG o1|Maif⟧", "L’Entreprise A"},
      {"L’⟦ORG o1|ESSEC⟧", "L’Entreprise A"},
      {"à l’⟦ORG o1|ESSEC⟧", "à l’Entreprise A"},
      {"à la ⟦ORG o1|mairie de Lille⟧", "à l’Entreprise A"},
      {"au ⟦ORG o1|CHU de Nantes⟧", "à l’Entreprise A"},
      {"Au ⟦ORG o1|CHU de Nantes⟧", "À l’Entreprise A"},
      {"du ⟦ORG o1|CHU⟧ et de la ⟦ORG o2|Maif⟧", "de l’Entreprise A et de l’Entreprise B"},
      {"la ⟦LOC l1|Bretagne⟧", "le Lieu A"},
      {"de la ⟦LOC l1|Bretagne⟧", "du Lieu A"},
      {"des ⟦ORG o1|Galeries⟧", "de l’Entreprise A"},
      {"⟦PERSON p1|Paul⟧ d'abord, d'⟦PERSON p2|Anne⟧ ensuite", "Personne A d'abord, de Personne B ensuite"},
      {"avec Mme ⟦PERSON p1|Petit⟧ et le Dr ⟦PERSON p2|Roux⟧", "avec Mme Personne A et le Dr Personne B"},
      {"le projet ⟦PROJECT j1|Phénix⟧", "le Projet A"},
      {"l’entreprise ⟦ORG o1|Acme⟧", "l’Entreprise A"},
  };
  for (const Example& example : examples)
    EXPECT_EQ(pseudonymised(example.marked), example.expected) << example.marked;
}

TEST(Pseudonym, TheApostropheOfTheNoteIsKept) {
  EXPECT_EQ(pseudonymised("l'an dernier, au ⟦ORG o1|CHU⟧"), "l'an dernier, à l'Entreprise A");
  EXPECT_EQ(pseudonymised("l’an dernier, au ⟦ORG o1|CHU⟧"), "l’an dernier, à l’Entreprise A");
}

TEST(Pseudonym, EqualIdentifiersShareAnAlias) {
  EXPECT_EQ(pseudonymised("⟦PHONE|06 12 34 56 78⟧, ⟦PHONE|06.12.34.56.78⟧, ⟦PHONE|0698765432⟧"),
            "Téléphone A, Téléphone A, Téléphone B");
  EXPECT_EQ(pseudonymised("⟦EMAIL|A.B@c.fr⟧ ⟦EMAIL|a.b@c.fr⟧"), "Courriel A Courriel A");
  EXPECT_EQ(pseudonymised("⟦IBAN|FR76 1⟧ ⟦NIR|1 84⟧ ⟦ID|1 84⟧"), "Numéro A Numéro B Numéro B");
}

TEST(Pseudonym, LettersGoOnAfterZ) {
  std::string marked;
  for (int i = 0; i < 28; ++i) marked += "⟦PERSON p" + std::to_string(i) + "|N" + std::to_string(i) + "⟧ ";
  const std::string out = pseudonymised(marked);
  EXPECT_THAT(out, testing::HasSubstr("Personne Z Personne AA Personne AB "));
}

TEST(Pseudonym, ALetterThatStandsInTheNoteIsNotGivenAgain) {
  EXPECT_EQ(pseudonymised("Personne A et ⟦PERSON p1|Claire⟧, #Personne-B, [[Personne_C]]"),
            "Personne A et Personne D, #Personne-B, [[Personne_C]]");
}

TEST(Pseudonym, KnownAliasesAreUsedAgain) {
  const auto note =
      testing_support::read_marked("⟦PERSON p1|claire  dupont⟧, ⟦PERSON p2|Paul⟧, ⟦PHONE|06 12⟧");
  const std::vector<Alias> known{{policy::Category::Person, "Personne F", "Claire Dupont"},
                                 {policy::Category::Phone, "Téléphone C", "0612"}};
  const auto planned = plan(note.text, note.analysis, with_style(Style::Pseudonym), known);
  ASSERT_TRUE(planned);
  EXPECT_EQ(planned->edits.apply(note.text), "Personne F, Personne A, Téléphone C");
  ASSERT_EQ(planned->new_aliases.size(), 1U);
  EXPECT_EQ(planned->new_aliases[0].alias, "Personne A");
  EXPECT_EQ(planned->new_aliases[0].canonical, "Paul");
}

TEST(Pseudonym, TwoEntitiesOfOneNameAreTwo) {
  EXPECT_EQ(pseudonymised("⟦PERSON p1|Claire⟧ et ⟦PERSON p2|Claire⟧, ⟦PERSON p1|Claire⟧"),
            "Personne A et Personne B, Personne A");
}

TEST(Pseudonym, MarkupStaysWhole) {
  const std::vector<Example> examples{
      {"#⟦ORG o1|engie⟧ #rh/⟦PERSON p1|claire-dupont⟧", "#Entreprise-A #rh/Personne-A"},
      {"[[⟦PERSON p1|Claire Dupont⟧|⟦PERSON p1|Claire⟧]]", "[[Personne A|Personne A]]"},
      {"[fiche](notes/⟦PERSON p1|claire-dupont⟧.md) et ⟦PERSON p1|Claire⟧",
       "[fiche](notes/Personne-A.md) et Personne A"},
      {"bilan_⟦PERSON p1|Claire⟧.docx", "bilan_Personne-A.docx"},
      {"<⟦EMAIL|a@b.fr⟧>", "Courriel A"},
      {"[mail](mailto:⟦EMAIL|a@b.fr⟧)", "[mail](mailto:Courriel-A)"},
      {"| ⟦PERSON p1|Claire⟧ | ⟦ORG o1|Acme⟧ |", "| Personne A | Entreprise A |"},
      {"---\nclient: ⟦PERSON p1|Claire⟧\ntags: [⟦ORG o1|acme⟧, x]\n---\n",
       "---\nclient: Personne A\ntags: [Entreprise A, x]\n---\n"},
      {"**⟦PERSON p1|Claire⟧**\r\n> d’⟦PERSON p2|Anne⟧\r\n", "**Personne A**\r\n> de Personne B\r\n"},
      {"# ⟦PERSON p1|Claire⟧", "# Personne A"},
  };
  for (const Example& example : examples)
    EXPECT_EQ(pseudonymised(example.marked), example.expected) << example.marked;
}

TEST(Pseudonym, HintsAndReportedCategoriesStay) {
  EXPECT_EQ(pseudonymised("⟦PERSON p1 hint|Rose⟧, ⟦SENSITIVE|syndiquée⟧, ⟦PUBLIC|Carl Rogers⟧"),
            "Rose, syndiquée, Carl Rogers");
}

TEST(Pseudonym, WhatThePolicyIgnoresStays) {
  const auto note = testing_support::read_marked("⟦PERSON p1|Claire⟧, ⟦DATE|12 mars⟧");
  policy::Policy policy = with_style(Style::Pseudonym);
  policy.ignored.insert(policy::Category::Date);
  const auto planned = plan(note.text, note.analysis, policy, {});
  ASSERT_TRUE(planned);
  EXPECT_EQ(planned->edits.apply(note.text), "Personne A, 12 mars");
}

TEST(Pseudonym, AnEnglishNoteHasEnglishAliases) {
  EXPECT_EQ(
      rewritten("⟦PERSON p1|Claire⟧’s boss at ⟦ORG o1|Danone⟧", Style::Pseudonym, text::Language::English),
      "Person A’s boss at Company A");
}

TEST(Pseudonym, AFamilyThatOwnsSomethingIsOneAlias) {
  for (const Example& example : std::vector<Example>{
           {"It is the ⟦PERSON p1|Okafors⟧' firm.", "It is Person A's firm."},
           {"The ⟦PERSON p1|Okafors⟧’ firm grows.", "Person A’s firm grows."},
           {"⟦PERSON p1|James⟧' car is red.", "Person A's car is red."},
           {"⟦PERSON p1|James⟧'s car is red.", "Person A's car is red."},
           {"'I saw ⟦PERSON p1|James⟧' he said.", "'I saw Person A' he said."},
           {"‘I saw ⟦PERSON p1|James⟧’ he said.", "‘I saw Person A’ he said."},
           {"We owe ⟦PERSON p1|James⟧'.", "We owe Person A'."},
           {"[[⟦PERSON p1|James⟧' car]]", "[[Person A's car]]"},
       }) {
    for (const Style style : {Style::Pseudonym, Style::Generalise}) {
      EXPECT_EQ(rewritten(example.marked, style, text::Language::English), example.expected)
          << example.marked;
    }
  }
  const std::string fictitious =
      rewritten("It is the ⟦PERSON p1|Okafors⟧' firm.", Style::Fictitious, text::Language::English);
  EXPECT_TRUE(fictitious.ends_with("'s firm.")) << fictitious;
  EXPECT_EQ(fictitious.find(" the "), std::string::npos) << fictitious;
}

}  // namespace
}  // namespace paravent::anonymise
