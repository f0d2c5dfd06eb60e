// Whole sentences of the style `generalise`, a class of language at a time.
#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

void expect_all(const std::vector<Example>& examples) {
  for (const Example& example : examples)
    EXPECT_EQ(rewritten(example.marked, policy::Style::Generalise), example.expected) << example.marked;
}

TEST(Sentences, AnAdjectiveBeforeTheRoleStays) {
  expect_all({
      {"La nouvelle DRH, ⟦PERSON p1 F|Lina Roy⟧, arrive.", "La nouvelle DRH arrive."},
      {"Notre ancien directeur ⟦PERSON p1 M|Marc Roy⟧ part.", "Notre ancien directeur part."},
      {"J’ai croisé son ancienne DRH, ⟦PERSON p1|Xyzz⟧. ⟦PERSON p1|Xyzz⟧ rit.",
       "J’ai croisé son ancienne DRH. La DRH rit."},
      {"Le futur PDG, ⟦PERSON p1 M|Marc⟧, hésite.", "Le futur PDG hésite."},
      {"L’ex-directeur ⟦PERSON p1 M|Marc⟧ rappelle.", "L’ex-directeur rappelle."},
      {"L’actuelle directrice, ⟦PERSON p1 F|Lina⟧, part.", "L’actuelle directrice part."},
      {"Un jeune avocat, ⟦PERSON p1 M|Marc⟧, plaide.", "Un jeune avocat plaide."},
      {"Une seconde DRH, ⟦PERSON p1 F|Lina⟧, accepte.", "Une seconde DRH accepte."},
  });
}

TEST(Sentences, TheRoleMayHaveAComplement) {
  expect_all({
      {"La DRH de ⟦PERSON p1 M|Marc⟧, ⟦PERSON p2 F|Lina⟧, part.", "La DRH de Personne A part."},
      {"Le directeur d’⟦PERSON p1 F|Anne⟧, M. ⟦PERSON p2|Roy⟧, part.", "Le directeur de Personne A part."},
      {"La maire de ⟦LOC l1|Lyon⟧, ⟦PERSON p1 F|Lina⟧, part.",
       "La maire d’une grande ville du Sud-Est part."},
      {"Le DRH de la ⟦ORG o1|MAIF⟧, ⟦PERSON p1 M|Marc⟧, part.", "Le DRH d’une grande mutuelle part."},
      {"Vu la DRH, ⟦PERSON p1 F|Lina⟧, ⟦PERSON p2 M|Marc⟧ et toi.", "Vu la DRH Personne A et toi."},
  });
}

TEST(Sentences, TwoOfOneRoleAreFirstAndSecond) {
  expect_all({
      {"⟦PERSON p1 F|Lina⟧, DRH, voit ⟦PERSON p2 M|Marc⟧, DRH. ⟦PERSON p2|Marc⟧ rit.",
       "Une DRH voit un DRH. Le DRH rit."},
      {"⟦PERSON p1 F|Lina⟧ (DRH) et ⟦PERSON p2 F|Rosa⟧ (DRH) rient. Parler à ⟦PERSON p1|Lina⟧.",
       "Une première DRH et une seconde DRH rient. Parler à la première DRH."},
      {"⟦PERSON p1 M|Marc⟧, avocat. ⟦PERSON p2 M|Paul⟧, avocat. Avis de ⟦PERSON p1|Marc⟧.",
       "Un premier avocat. Un second avocat. Avis du premier avocat."},
      {"⟦PERSON p1 F|Lina⟧, DRH. ⟦PERSON p2 F|Rosa⟧, DRH. ⟦PERSON p3 F|Anne⟧, DRH. ⟦PERSON p3|Anne⟧ rit.",
       "Une première DRH. Une seconde DRH. Personne A, DRH. Personne A rit."},
      {"⟦PERSON p1 F|Lina⟧, DRH, voit ⟦PERSON p2 M|Marc⟧, avocat.", "Une DRH voit un avocat."},
  });
}

TEST(Sentences, TwoPeopleHaveTheirRolesInOrder) {
  expect_all({
      {"⟦PERSON p1 F|Lina⟧ et ⟦PERSON p2 M|Marc⟧, respectivement DRH et avocat chez ⟦ORG o1|LVMH⟧, rient.",
       "Une DRH et un avocat d’un grand groupe de luxe rient."},
      {"Vu ⟦PERSON p1 F|Lina⟧ et ⟦PERSON p2 M|Marc⟧, respectivement DRH et avocat. ⟦PERSON p2|Marc⟧ rit.",
       "Vu une DRH et un avocat. L’avocat rit."},
      {"⟦PERSON p1 F|Lina⟧ et ⟦PERSON p2 F|Rosa⟧, respectivement grande et petite, rient.",
       "Personne A et Personne B, respectivement grande et petite, rient."},
  });
}

TEST(Sentences, ParenthesesAndDashesHoldMore) {
  expect_all({
      {"Vu ⟦PERSON p1 F|Lina⟧ (⟦AGE|45 ans⟧, DRH) hier.", "Vu une DRH, une quarantaine d’années, hier."},
      {"Vu ⟦PERSON p1 F|Lina⟧ (⟦AGE|45 ans⟧, DRH chez ⟦ORG o1|LVMH⟧) hier.",
       "Vu une DRH d’un grand groupe de luxe, une quarantaine d’années, hier."},
      {"Vu ⟦PERSON p1 F|Lina⟧ (DRH, ⟦AGE|45 ans⟧) hier.", "Vu une DRH, une quarantaine d’années, hier."},
      {"Hier ⟦PERSON p1 F|Lina⟧ – DRH – a ri.", "Hier une DRH a ri."},
      {"Hier ⟦PERSON p1 M|Marc⟧ - DRH chez ⟦ORG o1|LVMH⟧ - a ri.",
       "Hier un DRH d’un grand groupe de luxe a ri."},
      {"⟦PERSON p1 F|Lina⟧ — DRH", "Une DRH"},
  });
}

TEST(Sentences, WordsAcrossEmphasisAgree) {
  expect_all({
      {"⟦PERSON p1 F|Lina⟧, DRH, part. Le choix de **⟦PERSON p1|Lina⟧**.",
       "Une DRH part. Le choix de **la DRH**."},
      {"L’avis d’*⟦PERSON p1 F|Anne⟧*.", "L’avis de *Personne A*."},
      {"Il faut qu’**⟦PERSON p1 F|Anne⟧** parte.", "Il faut que **Personne A** parte."},
      {"⟦PERSON p1 M|Marc⟧, directeur, part. Le choix de **⟦PERSON p1|Marc⟧**.",
       "Un directeur part. Le choix du **directeur**."},
      {"Elle est chez **⟦ORG o1|LVMH⟧**.", "Elle est dans **un grand groupe de luxe**."},
      {"Né à _⟦LOC l1|Lyon⟧_.", "Né dans _une grande ville du Sud-Est_."},
      {"le patron de __⟦ORG o1|LVMH⟧__", "le patron d’__un grand groupe de luxe__"},
      {"- **⟦PERSON p1 F|Lina⟧** rit.", "- **Personne A** rit."},
  });
}

TEST(Sentences, ASpanWithUntilIsOneTime) {
  expect_all({
      {"Vu mar ⟦DATE|4/11⟧, rien de neuf.", "Vu début novembre, rien de neuf."},
      {"Jeu. ⟦DATE|6 novembre⟧ : rien de neuf.", "Début novembre : rien de neuf."},
      {"Rdv du ven ⟦DATE|7/11⟧ remis.", "Rdv de début novembre remis."},
      {"Congés du 12 jusqu’au ⟦DATE|15 mars⟧.", "Congés mi-mars."},
      {"Du 1er jusqu'au ⟦DATE|15 mars⟧, repos.", "Mi-mars, repos."},
      {"Repos du lundi 12 jusqu’au jeudi ⟦DATE|15 mars⟧.", "Repos mi-mars."},
      {"Repos du ⟦DATE|12 mars⟧ jusqu’au ⟦DATE|15 avril⟧.", "Repos de mi-mars jusqu’à mi-avril."},
      {"Repos jusqu’au ⟦DATE|15 mars⟧.", "Repos jusqu’à mi-mars."},
      {"La salle du 12 jusqu’au fond, le ⟦DATE|15 mars⟧.", "La salle du 12 jusqu’au fond, mi-mars."},
  });
}

TEST(Sentences, WhoIsCalledAndWhoCalls) {
  const std::string intro = "⟦PERSON p1 F|Lina⟧, DRH, part. ";
  const std::string out = "Une DRH part. ";
  expect_all({
      {"Elle s’appelle ⟦PERSON p1 F|Lina⟧, DRH.", "Elle s’appelle Personne A, DRH."},
      {intro + "Paul appelle ⟦PERSON p1|Lina⟧.", out + "Paul appelle la DRH."},
      {intro + "Je m’appelle ⟦PERSON p1|Lina⟧.", out + "Je m’appelle Personne A."},
      {intro + "« Oui », dit ⟦PERSON p1|Lina⟧.", out + "« Oui », dit la DRH."},
      {intro + "Le dit ⟦PERSON p1|Lina⟧", out + "Le dit Personne A"},
  });
}

TEST(Sentences, ARegionIsARegion) {
  expect_all({
      {"En ⟦LOC l1|Bretagne⟧, il pleut.", "Dans une région, il pleut."},
      {"dans le ⟦LOC l1|Finistère⟧", "dans une région"},
      {"Elle vient de la ⟦LOC l1|Creuse⟧.", "Elle vient d’une région."},
      {"Elle aime la ⟦LOC l1|Bretagne⟧. Elle vit en ⟦LOC l1|Bretagne⟧.",
       "Elle aime une région. Elle vit dans cette région."},
      {"en ⟦LOC l1|Xyzzland⟧", "en Lieu A"},
  });
}

}  // namespace
}  // namespace paravent::anonymise
