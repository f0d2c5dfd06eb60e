// With the real find(): what anonymise() gives has nothing left to mask, and is not changed again.
#include <gmock/gmock.h>

#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

using policy::Style;

const std::vector<std::string>& notes() {
  static const std::vector<std::string> all{
      "Claire Dupont, DRH chez LVMH",
      ("Séance 3 avec Mme Nadège Brossard, directrice commerciale chez Danone.\n\nNadège a 47 "
       "ans et vit à Angers. Elle parle de son mari, Étienne Brossard.\n\n- Tél. : 06 12 34 56 "
       "78\n- Mail : <nadege.brossard@danone.example>\n"),
      ("---\ncoaché: Ilyès Kaddour\ntags: [coaching, danone]\n---\n# Ilyès Kaddour\r\n\r\nIl "
       "faut qu’Ilyès voie M. Fauvel, DG du CHU de Nantes, avant le 12 mars 2024.\r\n\r\n| Qui "
       "| Quoi |\r\n|---|---|\r\n| Ilyès | appelle le 01 42 68 53 00 |\r\n"),
      ("Coachée : Maëlle Vasseur\nEntreprise : Renault\n\n[[Maëlle Vasseur|Maëlle]] hésite. "
       "D’après Maëlle, le DG de Renault ne l’écoute pas. #maelle-vasseur\n"),
      ("Selon Carl Rogers, l’écoute suffit. J’applique GROW avec Thibault Lenoir, infirmier à "
       "la Pitié-Salpêtrière."),
      ("Met with Hannah Whitfield, who works at Danone in Lyon. Hannah is 41. Call her at +44 "
       "20 7946 0958."),
      "",
      "Rien à signaler aujourd’hui.",
  };
  return all;
}

TEST(Anonymise, LeavesNothingToMaskAndIsStable) {
  for (const std::string& note : notes()) {
    for (const Style style : {Style::Generalise, Style::Pseudonym, Style::Fictitious}) {
      const policy::Policy policy = with_style(style);
      const auto once = anonymise(note, policy, {});
      ASSERT_TRUE(once) << once.failure().en << "\n" << note;
      EXPECT_EQ(once->edits.apply(note), once->text);
      EXPECT_EQ(once->edits.inverse(note).apply(once->text), note);
      const auto found = detect::find(once->text, policy, {});
      ASSERT_TRUE(found);
      for (const detect::Finding& finding : found->findings) {
        EXPECT_TRUE(finding.hint || !policy::is_masked(finding.category))
            << once->text << "\n"
            << policy::code_of(finding.category) << " at " << finding.range.begin.value;
      }
      const auto twice = anonymise(once->text, policy, {});
      ASSERT_TRUE(twice);
      EXPECT_EQ(twice->text, once->text);
      EXPECT_TRUE(twice->edits.empty());
    }
  }
}

TEST(Anonymise, TheTwoStylesNeverLeaveAMaskedName) {
  for (const Style style : {Style::Generalise, Style::Pseudonym, Style::Fictitious}) {
    const auto out = anonymise(notes()[1], with_style(style), {});
    ASSERT_TRUE(out);
    for (const char* name : {"Nadège", "Brossard", "Danone", "Angers", "Étienne", "06 12", "nadege", "47"}) {
      EXPECT_THAT(out->text, testing::Not(testing::HasSubstr(name)));
    }
  }
}

// Descriptions of ours may read like names; a note of many of them must not need a round for each.
TEST(Anonymise, ALongNoteSettles) {
  std::string note;
  int number = 0;
  for (const char* town :
       {"Vesoul", "Nevers", "Auch", "Gap", "Tulle", "Mende", "Foix", "Privas", "Rodez", "Guéret"}) {
    const std::string n = std::to_string(number++);
    for (const std::string& part :
         {std::string("Julien, alternant au CFA de "), std::string(town),
          std::string(", hésite.\n\nLa CCI de "), std::string(town),
          std::string(" paie. J’écris à la CCI de "), std::string(town), std::string(".\n\nAvec @Marc"), n,
          std::string(", au centre communal d’action sociale de "), std::string(town),
          std::string(". La CPAM de "), std::string(town), std::string(" rappelle. L’OPCO Zélia"), n,
          std::string(" suit la mission locale de "), std::string(town), std::string(".\n\n")})
      note += part;
  }
  for (const Style style : {Style::Generalise, Style::Pseudonym, Style::Fictitious}) {
    const auto out = anonymise(note, with_style(style), {});
    ASSERT_TRUE(out) << out.failure().en;
    EXPECT_THAT(out->text, testing::Not(testing::HasSubstr("Vesoul")));
  }
}

// Checklist I17, from the bare note to the guide's own words.
TEST(Anonymise, TheGuidesOwnExampleComesOutAsInTheGuide) {
  const auto out = anonymise("Claire Dupont, DRH chez LVMH", with_style(Style::Generalise), {});
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, "Une DRH d’un grand groupe de luxe");
}

TEST(Anonymise, ATextThatCannotBeReadIsAFailureAndNotHalfDone) {
  EXPECT_FALSE(anonymise("Claire Dupont \xff", with_style(Style::Pseudonym), {}));
}

}  // namespace
}  // namespace paravent::anonymise
