// What names leave behind that stood inside markup, links and file names: text that is as well-formed as
// before.
#include <gmock/gmock.h>

#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

using policy::Style;

TEST(HiddenNames, MarksKeepTheirOtherHalf) {
  const std::vector<Example> examples{
      {"**⟦PERSON p1|C**laire⟧ va", "**Personne A** va"},
      {"vu ⟦PERSON p1|Clai*re⟧* hier", "vu *Personne A* hier"},
      {"vu ⟦PERSON p1|C*lai*re⟧ hier", "vu Personne A hier"},
      {"***⟦PERSON p1|C**lai*re⟧ va", "***Personne A*** va"},
      {"vu ⟦PERSON p1|Cl***aire⟧*** hier", "vu ***Personne A*** hier"},
      {"~~vu ⟦PERSON p1|Cl~~aire⟧ hier", "~~vu Personne A~~ hier"},
      {"**Bonjour ⟦PERSON p1|Cl**aire⟧, et **⟦PERSON p2|P**aul⟧",
       "**Bonjour Personne A**, et **Personne B**"},
      {"- un\n- **⟦PERSON p1|C**laire⟧ va\n\n> **⟦PERSON p1|C**laire⟧\n",
       "- un\n- **Personne A** va\n\n> **Personne A**\n"},
      {"vu ⟦PERSON p1|Cl<b>ai</b>re⟧ hier", "vu Personne A hier"},
      {"<b>⟦PERSON p1|Cl</b>aire⟧ va", "<b>Personne A</b> va"},
      {"vu ⟦PERSON p1|Cl<i>ai</i><b>re⟧</b> hier", "vu <b>Personne A</b> hier"},
      {"chez <b>⟦ORG o1|Da</b>none⟧", "chez <b>Entreprise A</b>"},
  };
  for (const Example& example : examples)
    EXPECT_EQ(rewritten(example.marked, Style::Pseudonym), example.expected) << example.marked;
}

TEST(HiddenNames, MarksThatPairWithNothingGo) {
  EXPECT_EQ(rewritten("vu ⟦PERSON p1|Claire*Dupont⟧ hier", Style::Pseudonym), "vu Personne A hier");
}

TEST(HiddenNames, AddressesKeepOneWord) {
  const std::vector<Example> examples{
      {"[x](notes/⟦PERSON p1|Claire%20Dupont⟧.md)", "[x](notes/Personne-A.md)"},
      {"[x](⟦PERSON p1|Claire%20Dupont⟧/bilan)", "[x](Personne-A/bilan)"},
      {"[x]: ⟦PERSON p1|Claire%20Dupont⟧/bilan 'y'", "[x]: Personne-A/bilan 'y'"},
      {"[x]: bilan.md '⟦PERSON p1|Claire Dupont⟧ va'", "[x]: bilan.md 'Personne A va'"},
      {"<a href=\"⟦PERSON p1|Claire Dupont⟧/x\">y</a>", "<a href=\"Personne-A/x\">y</a>"},
      {"<a id='⟦PERSON p1|claire-dupont⟧'>y</a>", "<a id='Personne-A'>y</a>"},
      {"<a title=\"⟦PERSON p1|Claire Dupont⟧\">y</a>", "<a title=\"Personne A\">y</a>"},
      {"⟦PERSON p1|claire-dupont⟧.pdf", "Personne-A.pdf"},
      {"@⟦PERSON p1|cdupont⟧ et #⟦PERSON p1|ClaireDupont⟧", "@Personne-A et #Personne-A"},
  };
  for (const Style style : {Style::Pseudonym, Style::Generalise}) {
    for (const Example& example : examples)
      EXPECT_EQ(rewritten(example.marked, style), example.expected) << example.marked;
  }
}

TEST(HiddenNames, NothingIsLeftOfThemAndTheTextStaysAsItIs) {
  const std::vector<std::string> notes{
      "<img alt=\"Nadège Brossard\" src=\"photos/nadege_brossard.jpg\">\n\nVu **N**adège et "
      "Bros<b>sard</b>.\n",
      "Nadège Brossard, DRH.\n\n[bilan](notes/Nad%C3%A8ge%20Brossard.md), `nadege_brossard`, "
      "NadegeBrossard.\n",
      "<!-- Nad&egrave;ge Brossard -->\n\nNad\u00ADège, nadegebrossard et @nbrossard.\n",
  };
  for (const std::string& note : notes) {
    for (const Style style : {Style::Generalise, Style::Pseudonym, Style::Fictitious}) {
      const auto once = anonymise(note, with_style(style), {});
      ASSERT_TRUE(once) << once.failure().en << note;
      for (const char* part : {"rossard", "Nad", "nad", "adège", "sard"})
        EXPECT_THAT(once->text, testing::Not(testing::HasSubstr(part)));
      const auto twice = anonymise(once->text, with_style(style), {});
      ASSERT_TRUE(twice);
      EXPECT_EQ(twice->text, once->text);
    }
  }
}

}  // namespace
}  // namespace paravent::anonymise
