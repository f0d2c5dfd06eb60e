// find() as a whole: bad input, policy, context, order, idempotence, linear time on any input.
#include "detect/find.hpp"
#include "detect/note_analyser.hpp"
#include "support/amount.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace paravent::detect {
namespace {

std::vector<std::string> masked(const std::string& text, const policy::Policy& policy = {},
                                const Context& context = {}) {
  auto found = find(text, policy, context);
  EXPECT_TRUE(found);
  std::vector<std::string> out;
  for (const Finding& finding : found->findings) {
    if (!finding.hint && policy::is_masked(finding.category)) {
      out.push_back(text.substr(finding.range.begin.value, finding.range.size()));
    }
  }
  return out;
}

TEST(Find, RefusesTextThatIsNotUtf8AndSaysWhatToDo) {
  const auto found = find("Vu Claire \xFF hier", {}, {});
  ASSERT_FALSE(found);
  EXPECT_NE(found.failure().fr.find("UTF-8"), std::string::npos);
  EXPECT_NE(found.failure().en.find("UTF-8"), std::string::npos);
  EXPECT_EQ(found.failure().fr.find("Claire"), std::string::npos);
}

TEST(Find, RefusesTextAboveTheLimit) {
  const auto found = find(std::string(max_text_bytes + 1, ' '), {}, {});
  ASSERT_FALSE(found);
  EXPECT_NE(found.failure().fr.find("64"), std::string::npos);
}

TEST(Find, OfNothingFindsNothing) {
  EXPECT_TRUE(masked("").empty());
  EXPECT_TRUE(masked(" \n\n\t").empty());
}

TEST(Find, NamesAndIdentifiersComeSortedAndNeverOverlap) {
  const auto found = find(
      "Vu Sandrine Maréchal (sandrine.marechal@thermozeo.fr, 06 12 34 56 78) chez Thermozeo, le 12/03/2024 à "
      "Nantes.",
      {}, {});
  ASSERT_TRUE(found);
  EXPECT_GE(found->findings.size(), 6U);
  for (std::size_t i = 1; i < found->findings.size(); ++i) {
    EXPECT_LE(found->findings[i - 1].range.end, found->findings[i].range.begin);
  }
}

TEST(Find, EntitiesAreNumberedInTheOrderOfFirstMention) {
  const auto found = find("Vu Sandrine Maréchal, puis Thibault Vasseur, chez Michelin.", {}, {});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->entities.size(), 3U);
  EXPECT_EQ(found->entities[0].label, "p1");
  EXPECT_EQ(found->entities[0].canonical, "Sandrine Maréchal");
  EXPECT_EQ(found->entities[0].sex, knowledge::Sex::Feminine);
  EXPECT_EQ(found->entities[1].label, "p2");
  EXPECT_EQ(found->entities[1].sex, knowledge::Sex::Masculine);
  EXPECT_EQ(found->entities[2].label, "o1");
}

TEST(Find, CivilityTellsTheSexThatTheNameDoesNot) {
  const auto found = find("Camille Vasseur arrive. M. Vasseur s’assoit.", {}, {});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->entities.size(), 1U);
  EXPECT_EQ(found->entities[0].sex, knowledge::Sex::Masculine);
}

TEST(Find, LeavesOutTheCategoriesThatThePolicyIgnores) {
  policy::Policy policy;
  policy.ignored.insert(Category::Loc);
  EXPECT_EQ(masked("Sandrine habite à Nantes.", policy), std::vector<std::string>{"Sandrine"});
}

TEST(Find, AHigherThresholdMakesHintsOfWeakFindings) {
  policy::Policy strict;
  strict.masking_threshold = 1000;
  EXPECT_TRUE(masked("Vu Sandrine hier.", strict).empty());
  const auto found = find("Vu Sandrine hier.", strict, {});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->findings.size(), 1U);
  EXPECT_TRUE(found->findings[0].hint);
}

TEST(Find, ADeclaredPersonIsFoundEvenUnderACommonWord) {
  const std::string text = "On attend encore Volcane pour la suite. Puis volcane arrive.";
  Context context;
  context.people = {"Volcane Durecq"};
  EXPECT_EQ(masked(text, {}, context), (std::vector<std::string>{"Volcane", "volcane"}));
}

TEST(Find, ANameOfTheFileStemSpeaksForItselfInTheNote) {
  Context context;
  context.file_stem = "2024-05 houdremont";
  EXPECT_EQ(masked("Houdremont ne vient plus.", {}, context), std::vector<std::string>{"Houdremont"});
}

TEST(Find, TheNameBeforeTheAtSignIsFoundInTheText) {
  const auto found = masked("Écrire à y.karvelin@thermozeo.fr. Karvelin attend.");
  EXPECT_NE(std::find(found.begin(), found.end(), "Karvelin"), found.end());
}

TEST(Find, TellsFrenchFromEnglish) {
  EXPECT_EQ(find("Le client est venu avec une demande pour nous.", {}, {})->language, text::Language::French);
  EXPECT_EQ(find("The client came with a request for us and that was it.", {}, {})->language,
            text::Language::English);
  EXPECT_EQ(find("", {}, {})->language, text::Language::French);
}

TEST(Find, TellsMinutesThatAreLittleButNamesByTheirOtherWords) {
  using text::Language;
  EXPECT_EQ(find("Priya: slides, booking. Karvelin: chase supplier.", {}, {})->language, Language::English);
  EXPECT_EQ(find("Priya : relance fournisseur. Karvelin : commande.", {}, {})->language, Language::French);
  EXPECT_EQ(find("Priya Should, Karvelin Chase", {}, {})->language, Language::French) << "names say nothing";
}

std::vector<text::Language> languages_in(std::string_view text) {
  std::vector<text::Language> out;
  const auto found = find(text, {}, {});
  for (const Finding& finding : found->findings) out.push_back(finding.language);
  return out;
}

TEST(Find, ABlockIsInItsOwnLanguageOrInThatOfItsNote) {
  using text::Language;
  constexpr std::string_view french = "Le client est venu avec une demande pour nous dans la semaine.\n\n";
  const auto in_french_note = [&](std::string_view block) {
    return languages_in(std::string(french) + std::string(block));
  };
  EXPECT_EQ(in_french_note("She was with us on 2024-03-12 and it is done."), std::vector{Language::English});
  EXPECT_EQ(in_french_note("Il est venu avec nous le 2024-03-12."), std::vector{Language::French});
  EXPECT_EQ(in_french_note("OK 2024-03-12"), std::vector{Language::French}) << "too little to say";
  EXPECT_EQ(in_french_note("- She was with us, 2024-03-12\n\nElle est dans une réunion : 2024-03-13"),
            (std::vector{Language::English, Language::French}));
  constexpr std::string_view english = "The client came with a request for us and that was it.\n\n";
  EXPECT_EQ(languages_in(std::string(english) + "OK 2024-03-12"), std::vector{Language::English});
}

TEST(Find, TheLanguageOfAVagueBlockTurnsWithItsNote) {
  const std::string block = "OK 2024-03-12\n\n";
  const std::string end = "La cliente est venue avec une demande pour nous.";
  NoteAnalyser note(block + end, {}, {});
  ASSERT_EQ(note.analysis().findings.size(), 1U);
  EXPECT_EQ(note.analysis().findings[0].language, text::Language::French);
  const std::string other = "The client was with us for this and it is done.";
  note.update({text::range(block.size(), block.size() + end.size()), other}, block + other);
  EXPECT_EQ(note.analysis().findings[0].language, text::Language::English);
}

TEST(Find, GivesTheSameAnswerTwice) {
  const std::string text = "Sandrine Maréchal et Mme Maréchal, chez Michelin. CD, SM, M. Vasseur.";
  EXPECT_EQ(find(text, {}, {})->findings, find(text, {}, {})->findings);
}

// A quadratic loop anywhere would make these last for hours.
TEST(Find, ReadsHostileTextInLinearTime) {
  const auto repeated = [](std::string_view piece, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += piece;
    return out;
  };
  for (const std::string_view piece :
       {"A",    ".",           "[](",  "[",     "Claire Dupont ", "C. D. ",  "l'",    "De-",
        "*a",   "a : ",        "A & ", "|a",    "[[Claire]] ",    "a\u200B", "**a**", "a*b*",
        "a<b>", "<b c='d'>",   "<b>",  "&shy;", "a&eacute;",      "%41",     "aB",    "AbCd ",
        "a\\_", "ClaireDupont"}) {
    EXPECT_TRUE(find(repeated(piece, testing_support::amount(1'000'000)), {}, {})) << piece;
  }
  std::string many;
  for (int i = 0; i < 50'000; ++i) {
    many += "Claire Xa";
    for (int rest = i, n = 0; n < 4; ++n, rest /= 26) many += static_cast<char>('a' + rest % 26);
    many += ". ";
  }
  EXPECT_TRUE(find(many, {}, {}));
}

TEST(Find, KnowsThePeopleOfTheFolderByPartsOfTheirNames) {
  Context context;
  context.folder = {{Category::Person, "Solenne Dubreuilh"}, {Category::Org, "Thermozeo"}};
  const std::string note =
      "séance 4 : dubreuilh pas là. solenne arrive en retard, SD aussi. thermozeo licencie.";
  EXPECT_EQ(masked(note, {}, context), (std::vector<std::string>{"dubreuilh", "solenne", "SD", "thermozeo"}));
  const auto found = detect::find(note, {}, context);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->entities.size(), 2U);
  EXPECT_EQ(found->entities[0].canonical, "Solenne Dubreuilh");
}

TEST(Find, WhomTheNoteNamesInFullGoesBeforeWhomTheFolderKnows) {
  Context context;
  context.folder = {{Category::Person, "Solenne Dubreuilh"}};
  const auto found = find("Solenne Kervadec doute. Solenne rappelle.", {}, context);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->entities.size(), 1U);
  EXPECT_EQ(found->entities[0].canonical, "Solenne Kervadec");
}

TEST(Find, ANameThatTwoPeopleBearSaysWhoCouldBeMeant) {
  const auto found = detect::find("Claire Aubry ouvre. Claire Zeller suit. Puis Claire se tait.", {}, {});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->entities.size(), 3U);
  EXPECT_EQ(found->entities[2].canonical, "Claire");
  EXPECT_EQ(found->entities[2].candidates, (std::vector<EntityId>{2, 1}));
}

TEST(Find, ANoteTellsItsFolderWhomItNamesInFull) {
  const auto found =
      find("Vu Solenne Kervadec, DRH chez Thermozeo, puis Thibault. Selon Carl Rogers (1961).", {}, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(names_told(*found),
            (std::vector<KnownName>{{Category::Person, "Solenne Kervadec"}, {Category::Org, "Thermozeo"}}));
}

TEST(Find, ADeclaredPersonIsNeverACitedAuthor) {
  Context context;
  context.people = {"Boris Cyrulnik"};
  const std::string note = "Selon Boris Cyrulnik (2010), tout va. Cyrulnik a pleuré.";
  EXPECT_TRUE(masked(note).empty());
  EXPECT_EQ(masked(note, {}, context), (std::vector<std::string>{"Boris Cyrulnik", "Cyrulnik"}));
}

}  // namespace
}  // namespace paravent::detect
