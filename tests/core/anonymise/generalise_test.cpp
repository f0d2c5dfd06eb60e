#include <gmock/gmock.h>

#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

using policy::Style;

std::string generalised(std::string_view marked) {
  return rewritten(marked, Style::Generalise);
}

void expect_all(const std::vector<Example>& examples) {
  for (const Example& example : examples)
    EXPECT_EQ(generalised(example.marked), example.expected) << example.marked;
}

// Checklist I17: the guide's own example, word for word.
TEST(Generalise, TheGuidesOwnExampleComesOutAsInTheGuide) {
  EXPECT_EQ(generalised("⟦PERSON p1|Claire Dupont⟧, DRH chez ⟦ORG o1|LVMH⟧"),
            "Une DRH d’un grand groupe de luxe");
}

TEST(Generalise, ARoleInAppositionTakesTheNamesPlace) {
  expect_all({
      {"⟦PERSON p1 F|Lina Roy⟧, DRH chez ⟦ORG o1|LVMH⟧, veut partir.",
       "Une DRH d’un grand groupe de luxe veut partir."},
      {"⟦PERSON p1 M|Marc Roy⟧, DRH chez ⟦ORG o1|LVMH⟧, veut partir.",
       "Un DRH d’un grand groupe de luxe veut partir."},
      {"J’ai vu ⟦PERSON p1 F|Lina Roy⟧, directrice commerciale de ⟦ORG o1|Danone⟧.",
       "J’ai vu une directrice commerciale d’un grand groupe agroalimentaire."},
      {"Séance avec M. ⟦PERSON p1|Roy⟧, infirmier au ⟦ORG o1|CHU de Nantes⟧.",
       "Séance avec un infirmier d’un centre hospitalier universitaire."},
      {"Mme ⟦PERSON p1|Roy⟧, DRH, hésite.", "Une DRH hésite."},
      {"⟦PERSON p1 F|Lina Roy⟧, la DRH de la ⟦ORG o1|MAIF⟧, hésite.",
       "Une DRH d’une grande mutuelle hésite."},
      {"Le cas d’⟦PERSON p1 F|Anne⟧, DRH.", "Le cas d’une DRH."},
      {"Je crois qu’⟦PERSON p1 M|Ilyès⟧, directeur financier, partira.",
       "Je crois qu’un directeur financier partira."},
      {"Avec ⟦PERSON p1 F|Lina⟧, DRH, on avance.", "Avec une DRH, on avance."},
      {"⟦PERSON p1 F|Lina Roy⟧ – DRH chez ⟦ORG o1|LVMH⟧", "Une DRH d’un grand groupe de luxe"},
      {"⟦PERSON p1 F|Lina Roy⟧, DRH, ⟦AGE|52 ans⟧, hésite.", "Une DRH, une cinquantaine d’années, hésite."},
  });
}

TEST(Generalise, AnAppositionMayHoldMore) {
  expect_all({
      {"⟦PERSON p1 F|Lina Roy⟧, DRH depuis trois ans, hésite.", "Une DRH depuis trois ans hésite."},
      {"⟦PERSON p1 F|Lina Roy⟧, DRH et mère, hésite.", "Une DRH et mère, hésite."},
      {"⟦PERSON p1 M|Marc Roy⟧, ⟦AGE|52 ans⟧, directeur d’usine chez ⟦ORG o1|Danone⟧, hésite.",
       "Un directeur d’usine d’un grand groupe agroalimentaire, une cinquantaine d’années, hésite."},
      {"⟦PERSON p1 F|Lina Roy⟧, ⟦AGE|45 ans⟧, DRH chez ⟦ORG o1|LVMH⟧ à ⟦LOC l1|Lyon⟧, hésite.",
       "Une DRH d’un grand groupe de luxe dans une grande ville du Sud-Est, une quarantaine d’années, "
       "hésite."},
      {"⟦PERSON p1 F|Lina Roy⟧, ⟦AGE|45 ans⟧, DRH.", "Une DRH, une quarantaine d’années."},
      {"Il a vu ⟦PERSON p1 M|Marc Roy⟧, son adjoint, hier. ⟦PERSON p1|Marc⟧ part.",
       "Il a vu son adjoint hier. L’adjoint part."},
      {"⟦PERSON p1|Xyzz⟧, DRH, est épuisée.", "Une DRH est épuisée."},
      {"Lorsqu’⟦PERSON p1 F|Anne⟧, DRH, parle.", "Lorsqu’une DRH parle."},
  });
}

TEST(Generalise, ARoleInParenthesesTakesTheNamesPlace) {
  expect_all({
      {"Vu ⟦PERSON p1 F|Lina Roy⟧ (DRH) hier.", "Vu une DRH hier."},
      {"Vu ⟦PERSON p1 F|Lina Roy⟧ (DRH chez ⟦ORG o1|LVMH⟧) hier.",
       "Vu une DRH d’un grand groupe de luxe hier."},
      {"Vu ⟦PERSON p1 F|Lina Roy⟧ (DRH, ⟦ORG o1|LVMH⟧) hier.", "Vu une DRH d’un grand groupe de luxe hier."},
  });
}

TEST(Generalise, ARoleBeforeTheNameStaysAndTheNameGoes) {
  expect_all({
      {"La DRH ⟦PERSON p1|Lina Roy⟧ hésite.", "La DRH hésite."},
      {"Notre DRH, ⟦PERSON p1 F|Lina Roy⟧, hésite.", "Notre DRH hésite."},
      {"J’ai vu le directeur financier (⟦PERSON p1|Marc⟧) hier.", "J’ai vu le directeur financier hier."},
      {"La DRH de ⟦ORG o1|LVMH⟧, ⟦PERSON p1|Lina⟧, hésite.", "La DRH d’un grand groupe de luxe hésite."},
  });
}

TEST(Generalise, ALabelSaysTheRole) {
  expect_all({
      {"Coaché : ⟦PERSON p1 M|Marc Roy⟧\nHier ⟦PERSON p1|Marc⟧ hésitait.",
       "Coaché : une personne\nHier le coaché hésitait."},
      {"- **DRH :** ⟦PERSON p1 F|Lina⟧", "- **DRH :** une personne"},
      {"Coachée : ⟦PERSON p1 F|Lina Roy⟧, DRH chez ⟦ORG o1|LVMH⟧",
       "Coachée : une DRH d’un grand groupe de luxe"},
  });
}

TEST(Generalise, LaterMentionsKeepTheRoleAndTheirGrammar) {
  const std::string intro = "⟦PERSON p1 F|Lina Roy⟧, DRH, hésite. ";
  const std::string out = "Une DRH hésite. ";
  expect_all({
      {intro + "⟦PERSON p1|Lina⟧ part.", out + "La DRH part."},
      {intro + "Mme ⟦PERSON p1|Roy⟧ part.", out + "La DRH part."},
      {intro + "Le choix de ⟦PERSON p1|Lina⟧.", out + "Le choix de la DRH."},
      {intro + "Hier ⟦PERSON p1|Lina⟧ est venue.", out + "Hier la DRH est venue."},
      {intro + "Bonjour ⟦PERSON p1|Lina⟧,", out + "Bonjour Personne A,"},
      {intro + "[[⟦PERSON p1|Lina⟧]] #⟦PERSON p1|lina⟧", out + "[[Personne A]] #Personne-A"},
  });
  const std::string man = "⟦PERSON p1 M|Marc Roy⟧, directeur financier, hésite. ";
  expect_all({
      {man + "Parler à ⟦PERSON p1|Marc⟧ de l’avis de ⟦PERSON p1|Marc⟧.",
       "Un directeur financier hésite. Parler au directeur financier de l’avis du directeur financier."},
  });
  expect_all(
      {{"⟦PERSON p1 F|Anne⟧, infirmière, hésite. Avis d’⟦PERSON p1|Anne⟧. Il faut qu’⟦PERSON p1|Anne⟧ parte.",
        "Une infirmière hésite. Avis de l’infirmière. Il faut que l’infirmière parte."}});
}

TEST(Generalise, TwoPeopleOfOneRoleAreKeptApart) {
  expect_all(
      {{"⟦PERSON p1 F|Lina⟧, DRH, appelle ⟦PERSON p2 F|Rosa⟧, DRH. ⟦PERSON p2|Rosa⟧ répond à ⟦PERSON "
        "p1|Lina⟧.",
        "Une première DRH appelle une seconde DRH. La seconde DRH répond à la première DRH."}});
}

TEST(Generalise, WithoutARoleOrASexThereIsAnAliasAndNeverTheName) {
  expect_all({
      {"⟦PERSON p1|Lina Roy⟧ hésite.", "Personne A hésite."},
      {"⟦PERSON p1|Xyzz⟧, DRH chez ⟦ORG o1|LVMH⟧, hésite.",
       "Une personne, DRH d’un grand groupe de luxe, hésite."},
      {"Mme ⟦PERSON p1|Roy⟧ hésite.", "Mme Personne A hésite."},
  });
}

TEST(Generalise, SexComesFromCivilityThenFormThenNameThenAgreement) {
  expect_all({
      {"M. ⟦PERSON p1 F|Claire⟧, DRH, hésite.", "Un DRH hésite."},
      {"⟦PERSON p1 M|Claude⟧, directrice, hésite.", "Une directrice hésite."},
      {"⟦PERSON p1 F|Anne⟧, directeur financier, hésite.", "Une directrice financière hésite."},
      {"⟦PERSON p1|Xyzz⟧ (DRH) hésite. ⟦PERSON p1|Xyzz⟧ est très épuisée.",
       "Une DRH hésite. La DRH est très épuisée."},
  });
}

TEST(Generalise, AKnownCompanyBecomesItsSector) {
  expect_all({
      {"Elle travaille chez ⟦ORG o1|LVMH⟧.", "Elle travaille dans un grand groupe de luxe."},
      {"⟦ORG o1|LVMH⟧ recrute. Il quitte ⟦ORG o1|LVMH⟧.",
       "Un grand groupe de luxe recrute. Il quitte ce grand groupe de luxe."},
      {"La DRH de ⟦ORG o1|LVMH⟧ part.", "La DRH d’un grand groupe de luxe part."},
      {"Comptable chez ⟦ORG o1|LVMH⟧.", "Comptable d’un grand groupe de luxe."},
      {"⟦ORG o1|LVMH⟧, puis ⟦ORG o2|Kering⟧, contre ⟦ORG o2|Kering⟧",
       "Un grand groupe de luxe, puis un autre grand groupe de luxe, contre cet autre grand groupe de luxe"},
      {"Le groupe ⟦ORG o1|LVMH⟧ recrute.", "Un grand groupe de luxe recrute."},
      {"La ⟦ORG o1|MAIF⟧ recrute.", "Une grande mutuelle recrute."},
  });
}

TEST(Generalise, AnUnknownCompanyIsACompanyAndAnInstitutionItsKind) {
  expect_all({
      {"Il est chez ⟦ORG o1|Xyzzix⟧, avant chez ⟦ORG o2|Fooq⟧, ⟦ORG o3|Barq⟧.",
       "Il est dans une entreprise, avant dans une autre entreprise, Entreprise A."},
      {"Elle exerce au ⟦ORG o1|CHU de Nantes⟧.", "Elle exerce dans un centre hospitalier universitaire."},
      {"Le maire de la ⟦ORG o1|mairie de Lille⟧", "Le maire d’une mairie"},
      {"Au ⟦ORG o1|CHU de Nantes⟧, on attend.", "Dans un centre hospitalier universitaire, on attend."},
  });
}

TEST(Generalise, APlaceBecomesItsSize) {
  expect_all({
      {"Il vit à ⟦LOC l1|Lyon⟧ et vient de ⟦LOC l2|Xyzzville⟧.",
       "Il vit dans une grande ville du Sud-Est et vient de Lieu A."},
      {"La gare de ⟦LOC l1|Lyon⟧, puis ⟦LOC l1|Lyon⟧.",
       "La gare d’une grande ville du Sud-Est, puis cette grande ville."},
      {"En ⟦LOC l1|Bretagne⟧, dans la ⟦LOC l2|Creuse⟧", "Dans une région, dans une autre région"},
  });
}

TEST(Generalise, IdentifiersBecomePlainNouns) {
  expect_all({
      {"Tél. : ⟦PHONE|06 12 34 56 78⟧, écrire à ⟦EMAIL|a@b.fr⟧.",
       "Tél. : un numéro de téléphone, écrire à une adresse e-mail."},
      {"Voir ⟦URL|https://x.fr⟧", "Voir un lien"},
      {"Son IBAN ⟦IBAN|FR76⟧", "Son IBAN Numéro A"},
      {"<⟦EMAIL|a@b.fr⟧>", "Une adresse e-mail"},
      {"[moi](mailto:⟦EMAIL|a@b.fr⟧)", "[moi](mailto:Courriel-A)"},
  });
}

TEST(Generalise, AgesBecomeDecades) {
  expect_all({
      {"Elle a ⟦AGE|52 ans⟧.", "Elle a la cinquantaine."},
      {"un homme de ⟦AGE|34 ans⟧", "un homme d’une trentaine d’années"},
      {"Ses ⟦AGE|52 ans⟧", "Ses Âge A"},
      {"Elle a ⟦AGE|17 ans⟧ ou ⟦AGE|8⟧.", "Elle a une quinzaine d’années ou Âge A."},
      {"Elle a ⟦AGE|47⟧ ans.", "Elle a la quarantaine."},
  });
}

TEST(Generalise, CapitalsFollowTheSentence) {
  expect_all({
      {"Fin. ⟦ORG o1|LVMH⟧ recrute", "Fin. Un grand groupe de luxe recrute"},
      {"- ⟦ORG o1|LVMH⟧", "- Un grand groupe de luxe"},
      {"1. ⟦ORG o1|LVMH⟧", "1. Un grand groupe de luxe"},
      {"- [x] ⟦ORG o1|LVMH⟧", "- [x] Un grand groupe de luxe"},
      {"« ⟦ORG o1|LVMH⟧ recrute »", "« Un grand groupe de luxe recrute »"},
      {"Client : ⟦ORG o1|LVMH⟧", "Client : un grand groupe de luxe"},
      {"---\nclient: ⟦ORG o1|LVMH⟧\n---\n⟦ORG o1|LVMH⟧",
       "---\nclient: un grand groupe de luxe\n---\nCe grand groupe de luxe"},
      // Between rules that are no front matter, a sentence starts as anywhere.
      {"---\n\n⟦ORG o1|LVMH⟧ recrute\n...\n", "---\n\nUn grand groupe de luxe recrute\n...\n"},
      {"Voici une longue ligne que quelqu’un a coupée à la main pour quitter\n⟦ORG o1|LVMH⟧",
       "Voici une longue ligne que quelqu’un a coupée à la main pour quitter\nun grand groupe de luxe"},
      {"# Notes\n⟦ORG o1|LVMH⟧ recrute", "# Notes\nUn grand groupe de luxe recrute"},
      {"Fin.\r\n\r\nDe ⟦ORG o1|LVMH⟧, rien.\r\n", "Fin.\r\n\r\nD’un grand groupe de luxe, rien.\r\n"},
  });
}

TEST(Generalise, TheApostropheOfTheNoteIsKept) {
  EXPECT_EQ(generalised("C'est ⟦PERSON p1 F|Lina⟧, DRH de ⟦ORG o1|LVMH⟧."),
            "C'est une DRH d'un grand groupe de luxe.");
}

TEST(Generalise, AnEnglishNoteDescribesFirmsAndPlaces) {
  EXPECT_EQ(rewritten("⟦PERSON p1|Claire⟧ left ⟦ORG o1|LVMH⟧. ⟦ORG o1|LVMH⟧’s board lives in ⟦LOC l1|Lyon⟧.",
                      Style::Generalise, text::Language::English),
            "Person A left a large luxury group. That large luxury group’s board lives in a large city in "
            "the south-east of France.");
}

TEST(Generalise, ABlockInTheOtherLanguageIsRewrittenInIt) {
  // The firm is new to the reader of each language; aliases are those of the note.
  EXPECT_EQ(generalised("⟦PERSON p1 F|Lina⟧, DRH de ⟦ORG o1|LVMH⟧, part le ⟦DATE d1|12 mars⟧.\n\n"
                        "> ⟦PERSON p1 en|Lina⟧ left ⟦ORG o1 en|LVMH⟧ on ⟦DATE d2 en|March 12⟧.\n"),
            "Une DRH d’un grand groupe de luxe part mi-mars.\n\n"
            "> Personne A left a large luxury group in mid-March.\n");
  EXPECT_EQ(rewritten("⟦ORG o1|LVMH⟧ met us on ⟦DATE d1|March 12⟧.\n\n> Merci à ⟦ORG o1 fr|LVMH⟧ pour le "
                      "⟦DATE d2 fr|12 mars⟧.\n",
                      Style::Generalise, text::Language::English),
            "A large luxury group met us in mid-March.\n\n> Merci à un grand groupe de luxe pour mi-mars.\n");
}

}  // namespace
}  // namespace paravent::anonymise
