// Aliases that stay the same over notes, runs and processes.
#include <set>
#include <thread>

#include "session_fixture.hpp"

namespace paravent::clients {
namespace {

using policy::Style;
using testing::HasSubstr;
using testing::Not;

TEST_F(SessionTest, OnePersonHasOneAliasInAllNotesOfAFolder) {
  const Folder a = folder("a");
  {
    Session first = session();
    EXPECT_THAT(written(first, a, "Vu Mme Brunelle Tarvic.\n").text, HasSubstr("Personne A"));
    EXPECT_THAT(written(first, a, "Vu M. Aurèle Dormasse.\n").text, HasSubstr("Personne B"));
  }
  Session second = session();
  EXPECT_THAT(written(second, a, "M. Aurèle Dormasse est venu, avec Mme Brunelle Tarvic.\n").text,
              testing::AllOf(HasSubstr("Personne A"), HasSubstr("Personne B")));
  EXPECT_EQ(entries_of(second, a).size(), 2U);
}

TEST_F(SessionTest, APartOfANameThatTheFolderKnowsIsThatPerson) {
  const Folder a = folder("a");
  Session open = session();
  written(open, a, "Vu Mme Brunelle Tarvic.\n");
  EXPECT_THAT(written(open, a, "Appel avec Mme Tarvic.\n").text, HasSubstr("Personne A"));
  const auto known = entries_of(open, a);
  ASSERT_EQ(known.size(), 1U);
  EXPECT_THAT(known[0].forms, testing::Contains("Tarvic")) << "what later notes are read with";
}

TEST_F(SessionTest, TwoSessionsInTurnGiveOnePersonOneAlias) {
  const Folder a = folder("a");
  Session first = session();
  Session second = session();
  std::set<std::string> seen;
  for (const char* name : {"Brunelle Tarvic", "Aurèle Dormasse", "Zoélia Quarn", "Loïg Bellamy"}) {
    const std::string text = std::string("Vu ") + name + " lundi.\n";
    const std::string once = written(first, a, text).text;
    EXPECT_EQ(written(second, a, text).text, once) << name;
    EXPECT_TRUE(seen.insert(once).second) << "everybody has an alias of his own";
    std::swap(first, second);
  }
  EXPECT_EQ(entries_of(first, a).size(), 4U);
}

TEST_F(SessionTest, AnAliasThatAnotherSessionRenamedIsGivenAsItIsNow) {
  const Folder a = folder("a");
  Session first = session();
  Session second = session();
  written(first, a, "Vu Mme Brunelle Tarvic.\n");
  const std::string id = entries_of(second, a)[0].id;
  ASSERT_TRUE(second.vault().rename_alias(id, "Personne K", now_));
  EXPECT_THAT(written(first, a, "Appel avec Brunelle Tarvic.\n").text, HasSubstr("Personne K"));
  ASSERT_TRUE(second.vault().forget(id));
  EXPECT_THAT(written(first, a, "Appel avec Brunelle Tarvic.\n").text,
              testing::AllOf(Not(HasSubstr("Personne A")), Not(HasSubstr("Personne K"))));
}

TEST_F(SessionTest, EveryFullFormOfAPersonIsKnownInOtherNotes) {
  Session open = session();
  const Folder a = folder("a");
  add(open, a, "Brunelle Tarvic", "Personne A", {"Brunelle", "B. Tarvic", "Nelly Tarvic-Aubain"});
  add(open, a, "dupont-claire", "Personne B", {});
  add(open, a, "Jean-Paul", "Personne C", {});
  const auto some = open.context_for(a, "note.md", {});
  ASSERT_TRUE(some);
  const detect::Context context = detect::in_full(*some);
  EXPECT_THAT(context.people,
              testing::UnorderedElementsAre("Brunelle Tarvic", "Nelly Tarvic-Aubain", "Claire Dupont"));
  ASSERT_EQ(context.folder.size(), 1U);
  EXPECT_EQ(context.folder[0].name, "Jean-Paul") << "a given name";
}

TEST_F(SessionTest, OfAnotherFolderAndOfTheForgottenNoNameIsKept) {
  Session open = session();
  const Folder a = folder("a");
  const Folder b = folder("b");
  add(open, a, "Brunelle Tarvic", "Personne A", {});
  add(open, b, "Zoélia Quarn", "Personne A", {});
  const auto listed = [&](const Folder& of) {
    const auto context = open.context_for(of, "note.md", {});
    EXPECT_EQ(context->known.back().names->size(), context->known.back().people.size());
    return detect::in_full(*context).people;
  };
  EXPECT_THAT(listed(a), testing::ElementsAre("Brunelle Tarvic"));
  EXPECT_THAT(listed(b), testing::ElementsAre("Zoélia Quarn"));
  ASSERT_TRUE(open.vault().forget(entries_of(open, b).front().id));
  EXPECT_TRUE(listed(b).empty());
}

// A reading that holds more than the text does shows whether it was taken.
TEST_F(SessionTest, ATextIsNotReadAgainWhileTheVaultTellsTheSame) {
  Session open = session();
  const Folder a = folder("a");
  const std::string text = "Appel de Brunelle Tarvic, puis de Quarnelle, hier.\n";
  const policy::Policy policy;
  const detect::Context none;
  auto analysis = detect::find(text, policy, none);
  ASSERT_TRUE(analysis);
  detect::Finding extra = analysis->findings.front();
  extra.range = text::range(text.find("hier"), text.find("hier") + 4);
  analysis->findings.push_back(extra);
  const detect::Context read_with = detect::in_full(*open.context_for(a, "note.md", none));
  const Reading reading{*analysis, read_with, open.vault().ignored_in(a.id, "note.md")->stamp()};
  policy::Policy aliases;
  aliases.style = policy::Style::Pseudonym;
  Request request{text, aliases, none, a, "note.md", now_};
  request.undo = false;
  request.reading = &reading;
  const auto taken = open.anonymise(request);
  ASSERT_TRUE(taken);
  EXPECT_THAT(taken->text, testing::Not(HasSubstr("hier")));
  ASSERT_TRUE(open.vault().declare(a.id, {"Zoélia Quarnelle"}, now_));
  const auto again = open.anonymise(request);
  ASSERT_TRUE(again);
  EXPECT_THAT(again->text, HasSubstr("hier"));
  EXPECT_THAT(again->text, testing::Not(HasSubstr("Quarnelle")));
}

TEST_F(SessionTest, APersonOfSeveralFullFormsStaysOne) {
  Session open = session();
  const Folder a = folder("a");
  add(open, a, "Brunelle Tarvic", "Personne A", {"Brunelle", "Brunelle Tarvic-Aubain"});
  for (const char* name : {"Brunelle Tarvic-Aubain", "Mme Tarvic-Aubain", "Brunelle", "Brunelle Tarvic"}) {
    EXPECT_THAT(written(open, a, std::string("Appel avec ") + name + " hier.\n").text,
                HasSubstr("Personne A"))
        << name;
  }
  EXPECT_EQ(entries_of(open, a).size(), 1U);
}

TEST_F(SessionTest, FoldersShareNothing) {
  Session open = session();
  const Folder a = folder("a");
  const Folder b = folder("b");
  ASSERT_NE(a.id, b.id);
  written(open, a, "Vu M. Aurèle Dormasse.\n");
  const std::string out = written(open, b, "Vu Mme Brunelle Tarvic.\n").text;
  EXPECT_THAT(out, HasSubstr("Personne A"));
  EXPECT_EQ(restored(open, a, "Personne A dort.\n", "x.md").bytes, "Aurèle Dormasse dort.\n");
  EXPECT_EQ(restored(open, b, "Personne A dort.\n", "x.md").bytes, "Brunelle Tarvic dort.\n");
}

TEST_F(SessionTest, ItsOutputStaysAsItIs) {
  Session open = session();
  const Folder a = folder("a");
  for (const Style style : {Style::Pseudonym, Style::Fictitious}) {
    const std::string out =
        written(open, a, "Vu Mme Brunelle Tarvic, DRH chez Vorbexia SA, le 12 mars 2021.\n", style).text;
    EXPECT_THAT(out, Not(HasSubstr("Tarvic")));
    EXPECT_EQ(written(open, a, out, style).text, out);
  }
}

TEST_F(SessionTest, TheAliasOfAForgottenPersonIsNeverGivenAgain) {
  Session open = session();
  const Folder a = folder("a");
  for (const char* name : {"Brunelle Tarvic", "Aurèle Dormasse", "Zoélie Quarnon", "Ysaline Borvel",
                           "Maxence Trudaire", "Solenne Vauquelaire", "Firmin Ostrelet"}) {
    written(open, a, std::string("Vu Mme ") + name + ".\n");
  }
  for (const store::Entry& entry : entries_of(open, a)) {
    ASSERT_TRUE(open.vault().forget(entry.id));
  }
  EXPECT_THAT(written(open, a, "Vu Mme Léocadie Parvenchère.\n").text, HasSubstr("Personne H"));
}

TEST_F(SessionTest, AnInventedNameOfSomebodyForgottenIsNotGivenAgain) {
  Session open = session();
  const Folder a = folder("a");
  std::vector<std::string> given;
  for (int i = 0; i < 8; ++i) {
    written(open, a, "Vu Mme Brunelle Tarvic.\n", Style::Fictitious);
    const auto known = entries_of(open, a);
    ASSERT_EQ(known.size(), 1U);
    EXPECT_THAT(given, Not(testing::Contains(known[0].alias)));
    given.push_back(known[0].alias);
    ASSERT_TRUE(open.vault().forget(known[0].id));
  }
}

TEST_F(SessionTest, DeclaredPeopleAreMaskedBeforeAnyNoteShowsThem) {
  Session open = session();
  const Folder a = folder("a");
  ASSERT_TRUE(open.vault().declare(a.id, {"Rivage Aubain"}, now_));
  EXPECT_THAT(written(open, a, "Le point de Rivage Aubain est clair.\n").text, Not(HasSubstr("Aubain")));
}

TEST_F(SessionTest, WhatIsIgnoredStaysInItsFolder) {
  Session open = session();
  const Folder a = folder("a");
  const Folder b = folder("b");
  ASSERT_TRUE(open.vault().ignore({a.id, "", policy::Category::Person, "Brunelle Tarvic"}));
  const std::string note = "Vu Mme Brunelle Tarvic.\n";
  EXPECT_THAT(written(open, a, note).text, HasSubstr("Brunelle Tarvic"));
  EXPECT_THAT(written(open, b, note).text, Not(HasSubstr("Tarvic")));
}

TEST_F(SessionTest, MergedAliasesStandForOneFromThenOn) {
  Session open = session();
  const Folder a = folder("a");
  written(open, a, "Vu Mme Brunelle Tarvic.\n");
  written(open, a, "Vu Mme Prunelle Darvic.\n");
  const auto known = entries_of(open, a);
  ASSERT_EQ(known.size(), 2U);
  ASSERT_TRUE(open.vault().merge(known[0].id, known[1].id, now_));
  EXPECT_THAT(written(open, a, "Appel de Mme Prunelle Darvic.\n").text, HasSubstr("Personne A"));
  EXPECT_EQ(restored(open, a, "Personne B dort.\n", "x.md").bytes, "Brunelle Tarvic dort.\n");
}

TEST_F(SessionTest, TwoAtOnceGiveNoAliasTwice) {
  const Folder a = folder("a");
  session();
  const auto run = [&](const char* first, const char* second) {
    Session open = session();
    written(open, a, std::string("Vu Mme ") + first + " Tarvic.\n");
    written(open, a, std::string("Vu Mme ") + second + " Dormasse.\n");
  };
  std::thread one([&] { run("Brunelle", "Aurélie"); });
  std::thread two([&] { run("Zoélie", "Ysaline"); });
  one.join();
  two.join();
  Session open = session();
  std::set<std::string> aliases;
  for (const store::Entry& entry : entries_of(open, a)) {
    EXPECT_TRUE(aliases.insert(entry.alias).second) << "given twice";
  }
  EXPECT_EQ(aliases.size(), 4U);
}

}  // namespace
}  // namespace paravent::clients
