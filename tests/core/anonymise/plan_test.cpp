#include <gmock/gmock.h>

#include <random>
#include <set>

#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

using policy::Style;
using testing::HasSubstr;
using testing::Not;

// Notes made of pieces that each have their own trap.
std::string random_note(std::mt19937& random) {
  static const std::vector<std::string> pieces{"⟦PERSON p1|Zoélia Quarn⟧, DRH chez ⟦ORG o1|Vorbex⟧, ",
                                               "d’⟦PERSON p1|Zoélia⟧ ",
                                               "Mme ⟦PERSON p1|Quarn⟧ ",
                                               "la DRH ⟦PERSON p1|Zoélia⟧",
                                               "(⟦PERSON p2|Yldric⟧)",
                                               "⟦PERSON p2|Yldric⟧⟦PERSON p1|Zoélia⟧",
                                               "#⟦ORG o1|vorbex⟧ ",
                                               "[[⟦PERSON p2|Yldric⟧|⟦PERSON p1|Zoélia⟧]]",
                                               "notre coach, ⟦PERSON p2|Yldric⟧, ",
                                               "au ⟦ORG o1|Vorbex⟧ ",
                                               "à l’⟦ORG o1|Vorbex⟧, ",
                                               "Coaché : ⟦PERSON p2|Yldric⟧\r\n",
                                               "<⟦EMAIL|zq@vorbex.example⟧>",
                                               "le ⟦DATE|12 mars⟧ ",
                                               "de ⟦AGE|52 ans⟧ ",
                                               "| ⟦LOC l1|Trémuzac⟧ |",
                                               "\n\n",
                                               ". ",
                                               "`⟦PERSON p1|Zoélia⟧`",
                                               "projet ⟦PROJECT j1|Xantar⟧ ",
                                               "DRH de ⟦ORG o1|Vorbex⟧, ⟦PERSON p1|Zoélia⟧, ",
                                               "(DRH, ⟦ORG o1|Vorbex⟧)",
                                               "⟦PERSON p2|Yldric⟧, son directeur ⟦ORG o2|financier⟧, ",
                                               "⟦PERSON p1|Zoélia⟧, ⟦AGE|52 ans⟧, DRH, ",
                                               "Paul, DRH depuis ⟦DATE|12 mars⟧, ",
                                               "[x](⟦PERSON p2|yldric⟧.md) ",
                                               "— ",
                                               "’"};
  std::string out;
  const std::size_t count = random() % 12 + 1;
  for (std::size_t i = 0; i < count; ++i) out += pieces[random() % pieces.size()];
  return out;
}

TEST(Plan, NoMaskedSurfaceIsLeftAndNothingElseIsLost) {
  std::mt19937 random(17);
  for (int i = 0; i < 4000; ++i) {
    const std::string marked = random_note(random);
    const auto note = testing_support::read_marked(marked);
    for (const Style style : {Style::Generalise, Style::Pseudonym, Style::Fictitious}) {
      const auto planned = plan(note.text, note.analysis, with_style(style), {});
      ASSERT_TRUE(planned) << marked;
      const std::string out = planned->edits.apply(note.text);
      for (const char* name :
           {"Zoélia", "Quarn", "Yldric", "yldric", "Vorbex", "vorbex", "Trémuzac", "Xantar", "12 mars"}) {
        ASSERT_THAT(out, Not(HasSubstr(name))) << marked;
      }
      ASSERT_EQ(planned->edits.inverse(note.text).apply(out), note.text) << marked;
    }
  }
}

TEST(Plan, OneNameHasOneAliasInAWholeNote) {
  std::mt19937 random(23);
  for (int i = 0; i < 500; ++i) {
    const auto note = testing_support::read_marked(random_note(random));
    const auto planned = plan(note.text, note.analysis, with_style(Style::Pseudonym), {});
    ASSERT_TRUE(planned);
    std::set<std::string> aliases;
    std::set<std::string> names;
    for (const Alias& alias : planned->new_aliases) {
      EXPECT_TRUE(aliases.insert(alias.alias).second);
      EXPECT_TRUE(names.insert(alias.canonical).second);
    }
  }
}

TEST(Plan, TheSameArgumentsGiveTheSamePlan) {
  std::mt19937 random(5);
  for (int i = 0; i < 50; ++i) {
    const std::string marked = random_note(random);
    EXPECT_EQ(rewritten(marked, Style::Generalise), rewritten(marked, Style::Generalise));
  }
}

TEST(Plan, FindingsThatDoNotFitTheTextAreAFailureThatSaysNothingWasDone) {
  auto note = testing_support::read_marked("⟦PERSON p1|Claire⟧ et ⟦PERSON p2|Paul⟧");
  const std::string shorter = note.text.substr(0, 8);
  const auto planned = plan(shorter, note.analysis, with_style(Style::Pseudonym), {});
  ASSERT_FALSE(planned);
  EXPECT_THAT(planned.failure().fr, HasSubstr("rien n’a été changé"));
  EXPECT_THAT(planned.failure().en, Not(HasSubstr("Claire")));
}

TEST(Plan, FindingsThatOverlapAreAFailure) {
  auto note = testing_support::read_marked("⟦PERSON p1|Claire Dupont⟧");
  note.analysis.findings.push_back(note.analysis.findings[0]);
  note.analysis.findings[1].range = text::range(3, 9);
  EXPECT_FALSE(plan(note.text, note.analysis, with_style(Style::Pseudonym), {}));
}

TEST(Plan, AVeryLongLineIsLinear) {
  std::string marked;
  for (int i = 0; i < 20000; ++i) marked += "avec ⟦PERSON p1|Zoélia⟧, DRH chez ⟦ORG o1|Vorbex⟧, ";
  EXPECT_THAT(rewritten(marked, Style::Generalise), Not(HasSubstr("Zoélia")));
  EXPECT_THAT(rewritten(std::string(1 << 20, '(') + "⟦PERSON p1|Zoélia⟧", Style::Pseudonym),
              HasSubstr("(Personne A"));
}

TEST(Replacements, SayWhatPlanWouldWrite) {
  const auto note = testing_support::read_marked(
      "⟦PERSON p1 F|Lina Roy⟧, DRH chez ⟦ORG o1|LVMH⟧, ⟦PERSON p2|Paul⟧, ⟦PUBLIC|Carl Rogers⟧, ⟦PERSON p3 "
      "hint|Rose⟧");
  const auto generalised = replacements(note.text, note.analysis, with_style(Style::Generalise));
  EXPECT_THAT(generalised, testing::ElementsAre("une DRH d’un grand groupe de luxe",
                                                "un grand groupe de luxe", "Personne A", "", "Personne B"));
  const auto pseudonyms = replacements(note.text, note.analysis, with_style(Style::Pseudonym));
  EXPECT_THAT(pseudonyms, testing::ElementsAre("Personne A", "Entreprise A", "Personne B", "", "Personne C"));
  EXPECT_EQ(replacement_of(note.analysis.findings[2], note.text, note.analysis, with_style(Style::Pseudonym)),
            "Personne B");
}

// Each is in the text that the plan gives, in order; hints aside.
TEST(Replacements, AreWhatThePlanWrites) {
  std::mt19937 random(31);
  for (int i = 0; i < 1000; ++i) {
    const std::string marked = random_note(random);
    const auto note = testing_support::read_marked(marked);
    const auto written = replacements(note.text, note.analysis, with_style(Style::Pseudonym));
    const std::string out = rewritten(marked, Style::Pseudonym);
    std::size_t from = 0;
    for (const std::string& words : written) {
      const std::size_t at = out.find(words, from);
      ASSERT_NE(at, std::string::npos) << marked << "\n" << out << "\n" << words;
      from = at + words.size();
    }
  }
}

TEST(Replacements, OfADescriptionSayWhatStandsInTheText) {
  const auto all = [](std::string_view marked) {
    const auto note = testing_support::read_marked(marked);
    return replacements(note.text, note.analysis, with_style(Style::Generalise));
  };
  EXPECT_THAT(all("Le groupe ⟦ORG o1|LVMH⟧. Hier ⟦ORG o1|LVMH⟧ #⟦ORG o1|lvmh⟧ ma ⟦ORG o2|Danone⟧"),
              testing::ElementsAre("un grand groupe de luxe", "ce grand groupe de luxe", "Entreprise-A",
                                   "Entreprise B"));
  EXPECT_THAT(all("Elle a ⟦AGE|43 ans⟧ le ⟦DATE|12 mars⟧, née le ⟦BIRTHDATE|4 mai 1982⟧, ⟦AGE|8⟧"),
              testing::ElementsAre("la quarantaine", "mi-mars", "années 1980", "Âge A"));
  EXPECT_THAT(all("Notre DRH, ⟦PERSON p1 F|Lina⟧, part. ⟦PERSON p1|Lina⟧ pleure. Bonjour ⟦PERSON p1|Lina⟧"),
              testing::ElementsAre("la DRH", "la DRH", "Personne A"));
}

}  // namespace
}  // namespace paravent::anonymise
