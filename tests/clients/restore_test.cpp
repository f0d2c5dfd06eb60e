// The way back: exact where it can be, by alias where it cannot.
#include "session_fixture.hpp"

namespace paravent::clients {
namespace {

using policy::Style;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view note =
    "# Séance\r\n\r\nVu Mme Brunelle Tarvic, chez Vorbexia SA.  \r\nLa suite avec B. Tarvic le 12/03/2021.\n";

TEST_F(SessionTest, WhatItWroteComesBackByteForByte) {
  Session open = session();
  const Folder a = folder("a");
  for (const Style style : {Style::Pseudonym, Style::Fictitious}) {
    const Output out = written(open, a, note, style);
    ASSERT_NE(out.bytes, note);
    const Restored back = restored(open, a, out.bytes, "renamed since.md");
    EXPECT_TRUE(back.exact);
    EXPECT_EQ(back.bytes, note);
    EXPECT_THAT(back.leftovers, IsEmpty());
  }
}

TEST_F(SessionTest, TheEncodingComesBackEvenWhereTheOutputIsPlain) {
  Session open = session();
  const Folder a = folder("a");
  const std::string text = "Vu Mme Zoélie Quarnon.\n";
  for (const auto encoding : {text::FileEncoding::Windows1252, text::FileEncoding::Utf16Le,
                              text::FileEncoding::Utf8Bom, text::FileEncoding::Utf16BeBare}) {
    const Output out = written(open, a, text, Style::Pseudonym, "note.md", encoding);
    EXPECT_EQ(restored(open, a, out.bytes).bytes, *text::encode_file(text, encoding));
  }
}

TEST_F(SessionTest, UnchangedLinesComeBackExactlyAndOthersByAlias) {
  Session open = session();
  const Folder a = folder("a");
  const Output out = written(open, a, "La suite avec B. Tarvic.\nVu Mme Brunelle Tarvic.\n");
  const Restored back = restored(open, a, out.bytes + "Merci à Personne A.\n");
  EXPECT_FALSE(back.exact);
  EXPECT_EQ(back.bytes, "La suite avec B. Tarvic.\nVu Mme Brunelle Tarvic.\nMerci à Brunelle Tarvic.\n");
}

TEST_F(SessionTest, StandardInputIsManyNotes) {
  Session open = session();
  const Folder a = folder("a");
  const auto text = [](int i) {
    return "B. Tarvic, point " + std::to_string(i) + ", Mme Brunelle Tarvic.\n";
  };
  const Output first = written(open, a, text(0), Style::Pseudonym, "-");
  for (int i = 1; i < 25; ++i) written(open, a, text(i), Style::Pseudonym, "-");
  const Restored back = restored(open, a, first.bytes, "-");
  EXPECT_TRUE(back.exact);
  EXPECT_EQ(back.bytes, text(0));
}

TEST_F(SessionTest, AnAliasOfNobodyStaysAndIsTold) {
  Session open = session();
  const Folder a = folder("a");
  written(open, a, note);
  const Restored back = restored(open, a, "Personne A et Personne Q.\n", "answer.md");
  EXPECT_EQ(back.bytes, "Brunelle Tarvic et Personne Q.\n");
  EXPECT_THAT(back.leftovers, ElementsAre("Personne Q"));
}

TEST_F(SessionTest, WhoIsForgottenDoesNotComeBackButTheRestDoes) {
  Session open = session();
  const Folder a = folder("a");
  const Output out = written(open, a, "Vu Mme Brunelle Tarvic.\nVu M. Aurèle Dormasse.\n");
  for (const store::Entry& entry : entries_of(open, a)) {
    if (entry.canonical == "Brunelle Tarvic") {
      ASSERT_TRUE(open.vault().forget(entry.id));
    }
  }
  const Restored back = restored(open, a, out.bytes);
  EXPECT_FALSE(back.exact);
  EXPECT_THAT(back.bytes, HasSubstr("Personne A"));
  EXPECT_THAT(back.bytes, HasSubstr("Aurèle Dormasse"));
  EXPECT_THAT(back.leftovers, ElementsAre("Personne A"));
}

TEST_F(SessionTest, ARenamedAliasLeadsBackFromOldTextsAndNew) {
  Session open = session();
  const Folder a = folder("a");
  written(open, a, "Vu Mme Brunelle Tarvic.\n");
  const auto known = entries_of(open, a);
  ASSERT_TRUE(open.vault().rename_alias(known[0].id, "Personne T", now_));
  EXPECT_THAT(written(open, a, "Vu Mme Brunelle Tarvic.\n").text, HasSubstr("Personne T"));
  EXPECT_EQ(restored(open, a, "Personne A, Personne T.\n", "x.md").bytes,
            "Brunelle Tarvic, Brunelle Tarvic.\n");
}

TEST_F(SessionTest, ANoteAnonymisedTwiceComesBackWholeAlthoughItWasEditedBetween) {
  Session open = session();
  const Folder a = folder("a");
  const Output first = written(open, a, "La suite avec B. Tarvic.\nVu Mme Brunelle Tarvic.\n");
  const Output second = written(open, a, first.bytes + "Vu M. Aurèle Dormasse.\n");
  const std::string whole = "La suite avec B. Tarvic.\nVu Mme Brunelle Tarvic.\nVu M. Aurèle Dormasse.\n";
  EXPECT_EQ(restored(open, a, second.bytes).bytes, whole);
  EXPECT_EQ(restored(open, a, second.bytes + "Personne A rit.\n").bytes, whole + "Brunelle Tarvic rit.\n");
}

TEST_F(SessionTest, ANoteAnonymisedTwiceWithoutAChangeComesBackByteForByte) {
  Session open = session();
  const Folder a = folder("a");
  const std::string text = "rivage aubain vient demain.\nVu Mme Brunelle Tarvic.\n";
  const Output first = written(open, a, text);
  ASSERT_TRUE(open.vault().declare(a.id, {"Rivage Aubain"}, now_));
  const Output second = written(open, a, first.bytes);
  ASSERT_NE(second.bytes, first.bytes);
  const Restored back = restored(open, a, second.bytes);
  EXPECT_TRUE(back.exact);
  EXPECT_EQ(back.bytes, text);
}

TEST_F(SessionTest, AnAliasThatStoodInTheNoteBeforeStaysInIt) {
  Session open = session();
  const Folder a = folder("a");
  written(open, a, "Vu Mme Brunelle Tarvic.\n", Style::Pseudonym, "other.md");
  const std::string text = "Personne A a vu M. Aurèle Dormasse.\n";
  for (int i = 0; i < 2; ++i) {
    const Output out = written(open, a, text);
    const Restored back = restored(open, a, out.bytes);
    EXPECT_TRUE(back.exact);
    EXPECT_EQ(back.bytes, text);
  }
}

TEST_F(SessionTest, TwoNotesOfOneOutputComeBackEachAsItWas) {
  Session open = session();
  const Folder a = folder("a");
  const std::string one = "Vu Brunelle Tarvic hier.\n";
  const std::string two = "Vu BRUNELLE TARVIC hier.\n";
  const Output first = written(open, a, one, Style::Pseudonym, "one.md");
  const Output second = written(open, a, two, Style::Pseudonym, "two.md");
  ASSERT_EQ(first.bytes, second.bytes);
  EXPECT_EQ(restored(open, a, first.bytes, "one.md").bytes, one);
  EXPECT_EQ(restored(open, a, first.bytes, "two.md").bytes, two);
}

TEST_F(SessionTest, WhatWasWrittenInAnotherFolderIsRefused) {
  Session open = session();
  const Folder a = folder("a");
  const Folder b = folder("b");
  const Output out = written(open, a, "Vu Mme Brunelle Tarvic.\n");
  written(open, b, "Appel de M. Aurèle Dormasse.\n");
  const auto refused = open.restore(out.bytes, b, "note.md");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.failure().en, HasSubstr("--folder"));
  EXPECT_THAT(refused.failure().en, testing::Not(HasSubstr("Dormasse")));
  EXPECT_TRUE(open.restore(out.bytes, b, "note.md", Session::FolderIs::AskedFor));
}

TEST(RestoreWithoutVault, LeavesTheTextAndTellsItsAliases) {
  const auto back = restore_without_vault("Personne A chez Entreprise B, puis Personne A.\n");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->bytes, "Personne A chez Entreprise B, puis Personne A.\n");
  EXPECT_THAT(back->leftovers, ElementsAre("Personne A", "Entreprise B"));
}

}  // namespace
}  // namespace paravent::clients
