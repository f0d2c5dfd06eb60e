// Nothing in what may be shared leads to a private place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "anonymise/plan.hpp"

namespace paravent::anonymise {
namespace {

std::string shared(std::string_view note, policy::Style style, policy::Policy policy = {}) {
  policy.style = style;
  const auto out = anonymise(note, policy, {});
  if (!out) return "failure: " + out.failure().en;
  const auto again = anonymise(out->text, policy, {});
  if (!again || again->text != out->text) return "changes again: " + out->text;
  return out->text;
}

struct Case {
  std::string_view note;
  std::string_view shared;
};

// Both styles write the same where no description is asked for.
void expect(std::initializer_list<Case> cases) {
  for (const Case& one : cases) {
    EXPECT_EQ(shared(one.note, policy::Style::Generalise), one.shared) << one.note;
    EXPECT_EQ(shared(one.note, policy::Style::Pseudonym), one.shared) << one.note;
  }
}

TEST(PrivatePlaces, PathsOfTheDiskAreHidden) {
  expect({
      {"Voir [le bilan](/srv/cabinet/bilan.PDF).\n", "Voir [le bilan](fichier.pdf).\n"},
      {"Voir [le bilan](<C:\\Mes dossiers\\bilan.docx>).\n", "Voir [le bilan](<fichier.docx>).\n"},
      {"Voir [le bilan](D:/dossiers/bilan).\n", "Voir [le bilan](fichier).\n"},
      {"Voir ![schéma](~/Images/s.png \"Le schéma\").\n", "Voir ![schéma](image.png \"Le schéma\").\n"},
      {"Voir [s1](\\\\serveur\\partage\\s1.md).\n", "Voir [s1](note.md).\n"},
      {"Voir [le plan][p].\n\n[p]: ../../clients/plan.md \"Plan\"\n",
       "Voir [le plan][p].\n\n[p]: note.md \"Plan\"\n"},
      {"Voir [s](%2e%2e/clients/s.txt).\n", "Voir [s](fichier.txt).\n"},
      {"<img src=\"/srv/photo.jpg\" alt=\"\"> <a href='../s1.md'>la note</a>\n",
       "<img src=\"image.jpg\" alt=\"\"> <a href='note.md'>la note</a>\n"},
      {"---\nbanner: ../../images/photo.png\nfichier: \"/srv/cabinet/x.md\"\n---\nUn texte.\n",
       "---\nbanner: image.png\nfichier: \"note.md\"\n---\nUn texte.\n"},
  });
}

TEST(PrivatePlaces, InEnglishTheyAreHiddenInEnglish) {
  EXPECT_EQ(shared("The report is here and we read it together: [report](/srv/report.pdf).\n",
                   policy::Style::Generalise),
            "The report is here and we read it together: [report](file.pdf).\n");
}

TEST(PrivatePlaces, LinksOfOtherProgramsAreHiddenWhateverIsIgnored) {
  policy::Policy policy;
  policy.ignored.insert(policy::Category::Url);
  for (const policy::Style style : {policy::Style::Generalise, policy::Style::Pseudonym}) {
    EXPECT_EQ(shared("Voir [la note](obsidian://open?vault=v&file=f), <file:///srv/x.md> et "
                     "[le fil](message:%3Cabc%3E), mais [le site](https://exemple.org/page).\n",
                     style, policy),
              "Voir [la note](lien), note.md et [le fil](lien), mais [le site](https://exemple.org/page).\n");
  }
}

TEST(PrivatePlaces, ALinkToWriteToSomebodyIsHiddenAsAWhole) {
  expect({{"[Lui écrire](mailto:claire.dupont@exemple.fr?subject=Bilan).\n", "[Lui écrire](lien).\n"}});
  EXPECT_EQ(shared("Son adresse : <mailto:c.dupont@exemple.fr>.\n", policy::Style::Pseudonym),
            "Son adresse : Courriel A.\n");
}

TEST(PrivatePlaces, NotesCalledAfterPeopleAreHiddenInEveryForm) {
  const std::string_view note =
      "![[Claire Dupont]], ![[Claire Dupont#But|elle]], [[Claire Dupont#^a1b2]], ![[Claire Dupont.png|200]], "
      "[s1](Claire%20Dupont/s1.md), [s2](clients/claire-dupont/s2.md).\n\nClaire Dupont est venue.\n";
  for (const policy::Style style : {policy::Style::Generalise, policy::Style::Pseudonym}) {
    const std::string out = shared(note, style);
    EXPECT_THAT(out,
                testing::StartsWith("![[Personne A]], ![[Personne A#But|elle]], [[Personne A#^a1b2]], "));
    EXPECT_THAT(out, testing::HasSubstr(".png|200]]"));
    EXPECT_THAT(out, testing::Not(testing::HasSubstr("laire")));
    EXPECT_THAT(out, testing::Not(testing::HasSubstr("upont")));
  }
}

TEST(PrivatePlaces, WhatNamesNobodyStays) {
  for (const std::string_view note :
       {"![schéma](images/schema.png) [méthode](methode.md#but) [[Méthode GROW]] [haut](#titre) [[#Titre]]\n",
        "---\ntitle: Oui/non\nheure: 10:30\ncover: images/a.png\n---\nUn texte.\n",
        "[a](a/../b.md) [é](%C3%A9quipe.md) [[2026-03]]\n"}) {
    EXPECT_EQ(shared(note, policy::Style::Generalise), note);
    EXPECT_EQ(shared(note, policy::Style::Pseudonym), note);
  }
}

}  // namespace
}  // namespace paravent::anonymise
