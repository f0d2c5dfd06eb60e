// Aliases that somebody chooses: what may stand for whom.
#include "clients/alias_choice.hpp"

#include "clients/aliases.hpp"
#include "session_fixture.hpp"

namespace paravent::clients {
namespace {

using policy::Style;
using testing::HasSubstr;

class AliasChoice : public SessionTest {
 protected:
  // What is said against an alias for the entry at that place; empty where it may be given.
  static std::string against(Session& open, const Folder& folder, std::size_t place, std::string_view alias) {
    const auto entries = entries_of(open, folder);
    const auto free = may_be_called(open.vault(), folder.id, entries, &entries.at(place), alias);
    return free ? "" : free.failure().en;
  }
};

TEST_F(AliasChoice, AnInventedNameTellsOfNobodyAndIsNobodyElses) {
  Session open = session();
  const Folder a = folder("a");
  written(open, a, "Vu Brunelle Tarvic, puis Aurèle Dormasse.\n", Style::Fictitious);
  written(open, a, "Vu Lucie Ostrelet.\n", Style::Pseudonym);
  ASSERT_TRUE(open.vault().declare(a.id, {"Alan Parvenchère"}, now_));
  const auto entries = entries_of(open, a);
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(against(open, a, 0, "Isabelle Vauremelle"), "");
  EXPECT_EQ(against(open, a, 0, entries[0].alias), "") << "its own";
  EXPECT_THAT(against(open, a, 0, "Lucie Vauremelle"), HasSubstr("“Lucie” is part of the name of a real"));
  EXPECT_THAT(against(open, a, 0, "Alan Vauremelle"), HasSubstr("“Alan”")) << "declared";
  const std::string other = "Isabelle" + entries[1].alias.substr(entries[1].alias.find(' '));
  EXPECT_THAT(against(open, a, 0, other), HasSubstr("surname of another"));
  EXPECT_EQ(against(open, a, 1, other), "") << "of that person it is another given name";
  ASSERT_TRUE(open.vault().rename_alias(entries[1].id, "Isabelle Belmaghiri", now_));
  EXPECT_THAT(against(open, a, 0, other), HasSubstr("surname of another"))
      << "it still stands in shared texts";
}

TEST_F(AliasChoice, AnInventedNameThatWasChosenIsGivenAndBothComeBack) {
  Session open = session();
  const Folder a = folder("a");
  const std::string note = "Vu Brunelle Tarvic, Mme Tarvic dit oui.\n";
  const Output first = written(open, a, note, Style::Fictitious);
  const auto entry = entries_of(open, a).at(0);
  ASSERT_TRUE(open.vault().rename_alias(entry.id, "Isabelle Vauremelle", now_));
  EXPECT_EQ(written(open, a, "Mme Brunelle Tarvic revient.\n", Style::Fictitious, "b.md").text,
            "Mme Isabelle Vauremelle revient.\n");
  const auto exact = open.restore(first.bytes, a, "note.md");
  ASSERT_TRUE(exact);
  EXPECT_EQ(exact->bytes, note);
  const auto back = open.restore("Isabelle Vauremelle, " + entry.alias + ".\n", a, "answer.md");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->bytes, "Brunelle Tarvic, Brunelle Tarvic.\n");
}

}  // namespace
}  // namespace paravent::clients
