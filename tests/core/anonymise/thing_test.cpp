// Firms and places in the grammar of their sentence.
#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

using policy::Style;

void expect_all(Style style, const std::vector<Example>& examples,
                text::Language language = text::Language::French) {
  for (const Example& example : examples)
    EXPECT_EQ(rewritten(example.marked, style, language), example.expected) << example.marked;
}

TEST(Things, AFirmBehindANounIsItsComplement) {
  expect_all(
      Style::Generalise,
      {
          {"L’équipe ⟦ORG o1|Danone⟧ fête.", "L’équipe d’un grand groupe agroalimentaire fête."},
          {"notre nouvelle équipe ⟦ORG o1|Danone⟧",
           "notre nouvelle équipe d’un grand groupe agroalimentaire"},
          {"l’équipe commerciale ⟦ORG o1|Danone⟧", "l’équipe commerciale d’un grand groupe agroalimentaire"},
          {"Le comité de direction ⟦ORG o1|Danone⟧ tranche.",
           "Le comité de direction d’un grand groupe agroalimentaire tranche."},
          {"Réunion ⟦ORG o1|Xyzzix⟧ reportée", "Réunion d’une entreprise reportée"},
          {"Le siège ⟦ORG o1|LVMH⟧ et le siège ⟦ORG o1|LVMH⟧",
           "Le siège d’un grand groupe de luxe et le siège de ce grand groupe de luxe"},
          {"l’usine ⟦ORG o1|Xyzzix⟧", "l’usine d’une entreprise"},
          {"Directrice commerciale ⟦ORG o1|Danone⟧",
           "Directrice commerciale d’un grand groupe agroalimentaire"},
      });
}

TEST(Things, AFirmThatIsNoComplementStaysOne) {
  expect_all(Style::Generalise,
             {
                 {"Lundi ⟦ORG o1|Danone⟧ recrute.", "Lundi un grand groupe agroalimentaire recrute."},
                 {"L’an dernier ⟦ORG o1|Danone⟧ recrutait.",
                  "L’an dernier un grand groupe agroalimentaire recrutait."},
                 {"Paul équipe ⟦ORG o1|Danone⟧.", "Paul équipe un grand groupe agroalimentaire."},
                 {"Mon client ⟦ORG o1|Danone⟧ hésite.", "Mon client Entreprise A hésite."},
                 {"Ma boîte ⟦ORG o1|Danone⟧", "Ma boîte"},
             });
  expect_all(Style::Pseudonym, {{"L’équipe ⟦ORG o1|Danone⟧ fête.", "L’équipe Entreprise A fête."}});
}

TEST(Things, WhatAFirmIsCalledGoesWithItsName) {
  expect_all(
      Style::Generalise,
      {
          {"Le groupe ⟦ORG o1|LVMH⟧ rachète la société ⟦ORG o2|Xyzzix⟧.",
           "Un grand groupe de luxe rachète une société."},
          {"La start-up ⟦ORG o1|Xyzzix⟧ recrute.", "Une start-up recrute."},
          {"le patron du cabinet ⟦ORG o1|Xyzzix⟧", "le patron d’un cabinet"},
          {"une salariée de la coopérative ⟦ORG o1|Xyzzix⟧", "une salariée d’une coopérative"},
          {"Elle est comptable à l’association ⟦ORG o1|Xyzzix⟧.", "Elle est comptable d’une association."},
          {"La filiale ⟦ORG o1|Danone⟧ recrute.", "La filiale d’un grand groupe agroalimentaire recrute."},
          {"L’association ⟦ORG o1|Xyzzix⟧ recrute. ⟦ORG o1|Xyzzix⟧ ferme.",
           "Une association recrute. Cette association ferme."},
      });
}

TEST(Things, PrepositionsAreRedone) {
  expect_all(Style::Generalise,
             {
                 {"Ancien de chez ⟦ORG o1|LVMH⟧", "Ancien d’un grand groupe de luxe"},
                 {"les sites de ⟦LOC l1|Lyon⟧, ⟦LOC l2|Lille⟧ et ⟦LOC l3|Xyzzville⟧",
                  "les sites d’une grande ville du Sud-Est, d’une grande ville du Nord et de Lieu A"},
                 {"Vu à ⟦LOC l1|Lyon⟧ et ⟦LOC l2|Lille⟧",
                  "Vu dans une grande ville du Sud-Est et une grande ville du Nord"},
                 {"parler à ⟦ORG o1|LVMH⟧ ou ⟦ORG o2|Danone⟧",
                  "parler à un grand groupe de luxe ou à un grand groupe agroalimentaire"},
                 {"Il roule de ⟦LOC l1|Lyon⟧ à ⟦LOC l2|Lille⟧.",
                  "Il roule d’une grande ville du Sud-Est à une grande ville du Nord."},
                 {"de ⟦LOC l1|Lyon⟧. Vivre à ⟦LOC l2|Lille⟧",
                  "d’une grande ville du Sud-Est. Vivre dans une grande ville du Nord"},
             });
}

TEST(Things, SomeTownsHaveAnArticle) {
  expect_all(Style::Generalise,
             {
                 {"Elle vit au ⟦LOC l1|Havre⟧.", "Elle vit dans une grande ville de l’Ouest."},
                 {"Il vient du ⟦LOC l1|Mans⟧.", "Il vient d’une grande ville de l’Ouest."},
                 // The accent as a character of its own.
                 {"née a\u0300 ⟦LOC l1|Orle\u0301ans⟧", "née dans une grande ville du Centre"},
                 {"A\u0300 ⟦LOC l1|Lille⟧, il", "Dans une grande ville du Nord, il"},
                 {"aux ⟦LOC l1|Sables-d’Olonne⟧", "dans une ville moyenne de l’Ouest"},
                 {"la gare de ⟦LOC l1|La Rochelle⟧", "la gare d’une ville moyenne du Sud-Ouest"},
                 {"dans la ⟦LOC l1|Creuse⟧", "dans une région"},
                 {"en ⟦LOC l1|Loire-Atlantique⟧", "dans une région"},
             });
  expect_all(Style::Pseudonym, {
                                   {"au ⟦LOC l1|Havre⟧", "au Lieu A"},
                                   {"à ⟦LOC l1|La Rochelle⟧", "à Lieu A"},
                                   {"aux ⟦LOC l1|Sables-d’Olonne⟧", "au Lieu A"},
                                   {"des ⟦LOC l1|Sables-d’Olonne⟧", "du Lieu A"},
                                   {"Les ⟦ORG o1|Galeries⟧", "L’Entreprise A"},
                                   {"Les ⟦PERSON p1|Martin⟧ partent.", "Les Personne A partent."},
                               });
}

TEST(Things, JoinedTownsAreAPair) {
  expect_all(Style::Generalise,
             {
                 {"la navette ⟦LOC l1|Lyon⟧-⟦LOC l2|Lille⟧",
                  "la navette entre une grande ville du Sud-Est et une grande ville du Nord"},
                 {"La ligne ⟦LOC l1|Lyon⟧–⟦LOC l2|Xyzzville⟧ est coupée.",
                  "La ligne entre une grande ville du Sud-Est et Lieu A est coupée."},
                 {"Le ⟦LOC l1|Lyon⟧-⟦LOC l2|Lille⟧ est en retard.", "Le Lieu A-Lieu B est en retard."},
                 {"trajet ⟦LOC l1|Lyon⟧-⟦LOC l2|Lille⟧-⟦LOC l3|Nice⟧", "trajet Lieu A-Lieu B-Lieu C"},
                 {"⟦LOC l1|Lyon⟧-⟦PERSON p1|Paul⟧", "Lieu A-Personne A"},
                 {"le partenariat ⟦ORG o1|Xyzzix⟧/⟦ORG o2|Fooq⟧", "le partenariat Entreprise A/Entreprise B"},
             });
  expect_all(Style::Pseudonym, {{"la navette ⟦LOC l1|Lyon⟧-⟦LOC l2|Lille⟧", "la navette Lieu A-Lieu B"}});
}

TEST(Things, AnAbbreviationEndsNoSentence) {
  expect_all(Style::Generalise, {{"Tél. ⟦PHONE|06 12 34 56 78⟧", "Tél. un numéro de téléphone"},
                                 {"Fini. ⟦PHONE|06 12 34 56 78⟧", "Fini. Un numéro de téléphone"}});
}

TEST(Things, AnEnglishArticleGoesWithTheName) {
  expect_all(Style::Generalise,
             {
                 {"She works at the ⟦ORG o1|Xyzzix⟧.", "She works at a company."},
                 {"The ⟦ORG o1|Xyzzix⟧ has left.", "A company has left."},
                 {"The ⟦ORG o1|Xyzzix⟧ team", "The Company A team"},
                 {"the ⟦LOC l1|Lyon⟧-⟦LOC l2|Lille⟧ train", "the Place A-Place B train"},
             },
             text::Language::English);
}

}  // namespace
}  // namespace paravent::anonymise
