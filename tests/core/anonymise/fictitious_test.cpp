#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "anonymise/note.hpp"
#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "knowledge/fictitious.hpp"
#include "knowledge/lexicon.hpp"
#include "policy/settings.hpp"
#include "rewritten.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Style;
using testing::EndsWith;
using testing::Not;
using testing::StartsWith;

std::string fictitious(std::string_view marked, const std::vector<Alias>& known = {}) {
  return rewritten(marked, Style::Fictitious, text::Language::French, known);
}

std::vector<Alias> aliases_of(std::string_view marked, const std::vector<Alias>& known = {}) {
  const auto note = testing_support::read_marked(marked, text::Language::French);
  const auto planned = plan(note.text, note.analysis, with_style(Style::Fictitious), known);
  return planned ? planned->new_aliases : std::vector<Alias>{};
}

std::string name_for(std::string_view real) {
  const auto aliases = aliases_of("⟦PERSON p1|" + std::string(real) + "⟧");
  return aliases.empty() ? std::string() : aliases.front().alias;
}

knowledge::FictitiousName surname_row(std::string_view name) {
  const std::string_view surname = detect::surname_in(name);
  for (std::size_t i = 0; i < knowledge::fictitious_surname_count(); ++i) {
    if (knowledge::fictitious_surname(i).name == surname) return knowledge::fictitious_surname(i);
  }
  return {};
}

knowledge::Sex sex_of_given(std::string_view name, std::string_view origin) {
  const std::string_view given = name.substr(0, name.find(' '));
  for (std::size_t i = 0; i < knowledge::fictitious_given_name_count(); ++i) {
    const auto row = knowledge::fictitious_given_name(i);
    if (row.name == given && row.origin == origin) return row.sex;
  }
  return knowledge::Sex::Unknown;
}

TEST(Fictitious, SurnamesAreInNoOtherTable) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < knowledge::fictitious_surname_count(); ++i) {
    const std::string folded = text::fold(knowledge::fictitious_surname(i).name);
    EXPECT_TRUE(seen.insert(folded).second) << folded;
    EXPECT_FALSE(knowledge::look_up(folded).known()) << folded;
    EXPECT_TRUE(knowledge::look_up(folded).fictitious_surname) << folded;
  }
  EXPECT_GE(seen.size(), 480U);
}

TEST(Fictitious, APersonKeepsSexAndOrigin) {
  struct Expected {
    std::string_view real;
    knowledge::Sex sex;
    std::string_view origin;
  };
  using enum knowledge::Sex;
  for (const auto& [real, sex, origin] :
       {Expected{"Claire Dupont", Feminine, "french"}, Expected{"Paul Moreau", Masculine, "french"},
        Expected{"Anne Le Goff", Feminine, "breton"}, Expected{"Jean Etcheverry", Masculine, "southern"},
        Expected{"Karim Benmoussa", Masculine, "maghreb"},
        Expected{"Fatoumata Diallo", Feminine, "west-african"},
        Expected{"Marek Kowalski", Masculine, "slavic"}, Expected{"Maria Fernandes", Feminine, "iberian"},
        Expected{"Paolo Ricci", Masculine, "italian"}, Expected{"Mehmet Yildiz", Masculine, "turkish"},
        Expected{"Hagop Karapetian", Masculine, "aegean"}, Expected{"Priya Sharma", Feminine, "indian"},
        Expected{"Thomas Schneider", Masculine, "german"}, Expected{"Nguyen Thi Linh", Unknown, "east-asian"},
        Expected{"Koen Vandenbroucke", Masculine, "dutch"}, Expected{"Emily Thompson", Feminine, "english"},
        Expected{"Fiona MacGregor", Feminine, "celtic"}}) {
    const std::string name = name_for(real);
    EXPECT_TRUE(detect::is_fictitious_form(name)) << name;
    EXPECT_EQ(surname_row(name).origin, origin) << real << " → " << name;
    if (sex != Unknown) {
      EXPECT_EQ(sex_of_given(name, origin), sex) << real << " → " << name;
    }
  }
}

TEST(Fictitious, EveryMentionBearsTheSurname) {
  const std::string out = fictitious(
      "⟦PERSON p1|Claire Dupont⟧ arrive. ⟦PERSON p1|Claire⟧ parle, Mme ⟦PERSON p1|Dupont⟧ se tait, "
      "⟦PERSON p1|C. D.⟧ signe, les ⟦PERSON p1|Dupont⟧ partent, ⟦PERSON p1|DUPONT⟧ rit.");
  const std::string name = name_for("Claire Dupont");
  const std::string surname(detect::surname_in(name));
  EXPECT_EQ(out, name + " arrive. " + name + " parle, Mme " + surname + " se tait, " + name + " signe, les " +
                     surname + " partent, " + surname + " rit.");
}

TEST(Fictitious, ElisionFollowsTheNewName) {
  for (const std::string_view lead : {"d’", "de ", "qu’", "que ", "jusqu’à ", "chez "}) {
    const std::string out = fictitious("Un mot " + std::string(lead) + "⟦PERSON p1|Ilyès⟧ hier.");
    const std::string name = name_for("Ilyès");
    const bool vowel = std::string_view("AEIOU").find(name.front()) != std::string_view::npos;
    const std::string base = lead.starts_with("d") ? "d" : lead.starts_with("qu") ? "qu" : std::string();
    const std::string expected = base.empty() ? std::string(lead) : base + (vowel ? "’" : "e ");
    EXPECT_EQ(out, std::string("Un mot ").append(expected).append(name).append(" hier."));
  }
}

TEST(Fictitious, OneWordInTagsAndLinks) {
  const std::string out = fictitious("vu #⟦PERSON p1|claire-dupont⟧ hier");
  EXPECT_THAT(out, StartsWith("vu #"));
  EXPECT_THAT(out, EndsWith(" hier"));
  const std::string tag = out.substr(4, out.size() - 4 - 5);
  EXPECT_TRUE(detect::is_fictitious_form(tag)) << tag;
  EXPECT_EQ(tag, text::fold(tag).size() == tag.size() ? text::fold(tag) : tag);
  EXPECT_EQ(tag.find(' '), std::string::npos);
}

TEST(Fictitious, OtherCategoriesAreAsPseudonyms) {
  EXPECT_EQ(fictitious("chez ⟦ORG o1|Danone⟧, à ⟦LOC l1|Lyon⟧, ⟦EMAIL|a@b.fr⟧"),
            rewritten("chez ⟦ORG o1|Danone⟧, à ⟦LOC l1|Lyon⟧, ⟦EMAIL|a@b.fr⟧", Style::Pseudonym));
}

TEST(Fictitious, NoNameOfTheNoteIsGiven) {
  // Whoever would be given first, second … has the given name of someone of the note.
  std::string marked = "⟦PERSON p1|Claire Dupont⟧";
  std::set<std::string> given;
  for (int i = 0; i < 6; ++i) {
    const std::string name = aliases_of(marked).front().alias;
    const std::string first = name.substr(0, name.find(' '));
    EXPECT_TRUE(given.insert(first).second) << first;
    marked += ", ⟦PERSON p" + std::to_string(i + 2) + "|" + first + " Martin⟧";
  }
}

TEST(Fictitious, NoTwoPeopleShareASurname) {
  std::string marked;
  const std::size_t people = knowledge::fictitious_surname_count() + 40;
  for (std::size_t i = 0; i < people; ++i) {
    marked += "⟦PERSON p" + std::to_string(i + 1) + "|Claire Dupont" + detect::alias_letters(i) + "⟧ ";
  }
  std::set<std::string> surnames;
  for (const Alias& alias : aliases_of(marked)) {
    EXPECT_TRUE(detect::is_fictitious_form(alias.alias)) << alias.alias;
    surnames.insert(std::string(detect::surname_in(alias.alias)));
  }
  EXPECT_EQ(surnames.size(), people);
}

TEST(Fictitious, ANameThatStandsInTheNoteIsNotGivenAgain) {
  const std::string first = name_for("Claire Dupont");
  const std::string surname(detect::surname_in(first));
  const auto next = aliases_of("Mme " + surname + " et ⟦PERSON p1|Claire Dupont⟧");
  ASSERT_EQ(next.size(), 1U);
  EXPECT_THAT(next.front().alias, Not(EndsWith(surname)));
}

TEST(Fictitious, KnownNamesAreUsedAgain) {
  const std::vector<Alias> known{{policy::Category::Person, "Personne C", "Claire Dupont"},
                                 {policy::Category::Person, "Manon Vauremelle", "Claire Dupont"},
                                 {policy::Category::Org, "Entreprise D", "Danone"}};
  EXPECT_EQ(fictitious("Mme ⟦PERSON p1|Claire Dupont⟧ chez ⟦ORG o1|Danone⟧", known),
            "Mme Manon Vauremelle chez Entreprise D");
  EXPECT_EQ(rewritten("⟦PERSON p1|Claire Dupont⟧", Style::Pseudonym, text::Language::French, known),
            "Personne C");
  EXPECT_THAT(aliases_of("⟦PERSON p1|Anne Petit⟧", known).front().alias, Not(EndsWith("Vauremelle")));
}

TEST(Fictitious, WhatIsWrittenStaysAndHasNothingToMask) {
  constexpr std::string_view text =
      "# Séance avec Claire Dupont\n\nClaire Dupont, DRH chez Danone, parle d’Ilyès Benali et de M. Martin. "
      "Mme Dupont rappelle : 06 12 34 56 78.\n\n- Paul Le Goff dit « merci Claire ».\n\nCLAIRE DUPONT et "
      "#claire-dupont\n";
  const policy::Policy policy = with_style(Style::Fictitious);
  const auto once = anonymise(text, policy, {});
  ASSERT_TRUE(once);
  EXPECT_EQ(once->text.find("Dupont"), std::string::npos) << once->text;
  const auto found = detect::find(once->text, policy, {});
  ASSERT_TRUE(found);
  EXPECT_TRUE(std::none_of(found->findings.begin(), found->findings.end(), [&](const auto& finding) {
    return masks(finding, policy);
  })) << once->text;
  for (const Style style : {Style::Fictitious, Style::Pseudonym, Style::Generalise}) {
    const auto again = anonymise(once->text, with_style(style), {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->text, once->text);
  }
}

}  // namespace
}  // namespace paravent::anonymise
