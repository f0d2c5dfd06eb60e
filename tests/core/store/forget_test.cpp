// Nothing in the vault or its copies tells any more of who was forgotten: all that opens is read.
#include <gmock/gmock.h>

#include "core/store/vault_fixture.hpp"
#include "store/backups.hpp"

namespace paravent::store {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;

constexpr const char* note = "n.md";
const std::string folder = "f1";

class Forgetting : public VaultTest {
 protected:
  static NewEntry thing(policy::Category category, const std::string& name, const std::string& alias) {
    NewEntry out = person(name, alias);
    out.category = category;
    return out;
  }
  // All that opens, of the folder and of one note's records.
  static std::string told_by(Vault& vault) {
    std::string out;
    for (const Entry& entry : entries_of(vault, folder)) {
      out += entry.canonical + '\n';
      for (const std::string& form : entry.forms) out += form + '\n';
      for (const std::string& alias : entry.former_aliases) out += alias + '\n';
    }
    const auto declared = vault.declared(folder);
    EXPECT_TRUE(declared);
    for (const DeclaredPerson& one : *declared) out += one.name + '\n';
    auto record = vault.newest_undo(folder, note);
    while (record && *record) {
      out += (*record)->text + '\n';
      for (const UndoPiece& piece : (*record)->pieces) out += piece.original + '\n' + piece.written + '\n';
      record = vault.undo_before(folder, (*record)->id);
    }
    EXPECT_TRUE(record);
    return out;
  }
  static void expect_nothing_of_her(const std::string& told) {
    for (const char* word : {"Brunelle", "brunelle", "Tarvic", "tarvic"})
      EXPECT_THAT(told, Not(HasSubstr(word)));
  }
  // Two entries and a declared name that are hers beside her own, and records that tell of her.
  std::string fill(Vault& vault) {
    NewEntry brunelle = person("Brunelle Tarvic", "Personne A");
    brunelle.forms = {"Brunelle", "brunelle-tarvic"};
    const std::string id = add(vault, folder, brunelle);
    add(vault, folder, thing(policy::Category::Email, "b.tarvic@mail.example", "Courriel A"));
    add(vault, folder, thing(policy::Category::Person, "Tarvic", "Personne B"));
    const std::string other = add(vault, folder, person("Aurèle Dormasse", "Personne C"));
    EXPECT_TRUE(vault.declare(folder, {"Tarvic Brunelle", "Aurèle Dormasse"}, now_));
    EXPECT_TRUE(vault.declare("", {"Brunelle Tarvic"}, now_));
    const std::string first = "Vu Personne A.\nVu Personne C le 3.\n";
    EXPECT_TRUE(vault.remember_undo(
        folder, note, {first, first, 0},
        {{3, "Personne A", "Brunelle Tarvic", id}, {18, "Personne C", "Aurèle Dormasse", other}}, now_));
    const std::string second = "Vu Brunelle\nTarvic.\nVu Personne C le 3.\n";
    EXPECT_TRUE(vault.remember_undo(
        folder, note, {second, second, 0, true},
        {{23, "Personne C", "Aurèle Dormasse", other}, {37, "3", "trois, jour de Brunelle", ""}}, now_));
    return id;
  }
};

TEST_F(Forgetting, TakesOutPiecesInSmallLettersThatAreNobodysElse) {
  Vault open = vault();
  const std::string id = add(open, folder, person("Brunelle Tarvic", "Personne A"));
  add(open, folder, person("Brunelle Dormasse", "Personne B"));
  const std::string output = "vu elle, puis elle, puis elle, le mur.\n";
  ASSERT_TRUE(open.remember_undo(folder, note, {output, output, 0},
                                 {{3, "elle", "brunelle tarvic", ""},
                                  {14, "elle", "mme tarvic", ""},
                                  {25, "elle", "brunelle", ""},
                                  {31, "le mur", "la tarvicoise", ""}},
                                 now_));
  ASSERT_TRUE(open.forget(id));
  const auto record = open.newest_undo(folder, note);
  ASSERT_TRUE(record && *record);
  std::vector<std::string> left;
  for (const UndoPiece& piece : (*record)->pieces) left.push_back(piece.forgotten ? "-" : piece.original);
  EXPECT_THAT(left, ElementsAre("-", "-", "brunelle", "la tarvicoise")) << "another bears the given name";
}

TEST_F(Forgetting, LeavesNothingThatBearsTheName) {
  {
    Vault open = vault();
    const std::string id = fill(open);
    now_.seconds += one_day;
    add(open, folder, person("Loïg Bellamy", "Personne D"));
    ASSERT_EQ(backups_in(places_).size(), 2U);
    ASSERT_THAT(told_by(open), HasSubstr("Tarvic"));
    const auto gone = open.forget(id);
    ASSERT_TRUE(gone) << gone.failure().en;
    std::vector<std::string> aliases;
    for (const Entry& entry : *gone) aliases.push_back(entry.alias);
    EXPECT_THAT(aliases, UnorderedElementsAre("Personne A", "Courriel A", "Personne B"));
    const std::string told = told_by(open);
    expect_nothing_of_her(told);
    for (const char* kept : {"Aurèle Dormasse", "Loïg Bellamy", "Vu Personne C le 3.\n"}) {
      EXPECT_THAT(told, HasSubstr(kept));
    }
  }
  expect_nothing_of_her(everything_in(root_));
  for (const fs::path& backup : backups_in(places_)) {
    fs::copy_file(backup, places_.vault(), fs::copy_options::overwrite_existing);
    Vault old = vault();
    expect_nothing_of_her(told_by(old));
  }
}

TEST_F(Forgetting, LeavesTheOtherLinesOfARecordTheirWayBack) {
  Vault open = vault();
  ASSERT_TRUE(open.forget(fill(open)));
  const auto record = open.newest_undo(folder, note);
  ASSERT_TRUE(record && *record);
  EXPECT_EQ((*record)->text, "Vu ********\n******.\nVu Personne C le 3.\n");
  EXPECT_EQ((*record)->pieces[0].original, "Aurèle Dormasse");
  EXPECT_TRUE((*record)->pieces[1].forgotten);
  // With a name taken out, it is not what these bytes were.
  EXPECT_FALSE(*open.find_undo(folder, note, "Vu Brunelle\nTarvic.\nVu Personne C le 3.\n"));
  const auto before = open.undo_before(folder, (*record)->id);
  ASSERT_TRUE(before && *before);
  EXPECT_EQ((*before)->text, "Vu Personne A.\nVu Personne C le 3.\n");
  EXPECT_TRUE(*open.find_undo(folder, note, (*before)->text)) << "it told nothing of her but her own piece";
}

TEST_F(Forgetting, AFirmTakesNobodyWithIt) {
  Vault open = vault();
  add(open, folder, person("Brunelle Tarvic", "Personne A"));
  const std::string id = add(open, folder, thing(policy::Category::Org, "Tarvic", "Entreprise A"));
  ASSERT_TRUE(open.forget(id));
  const auto left = entries_of(open, folder);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].canonical, "Brunelle Tarvic");
}

TEST_F(Forgetting, LeavesWhatMayBeSomebodyElses) {
  Vault open = vault();
  const std::string id = fill(open);
  add(open, folder, person("Paul Tarvic", "Personne E"));
  const auto gone = open.forget(id);
  ASSERT_TRUE(gone);
  std::vector<std::string> left;
  for (const Entry& entry : entries_of(open, folder)) left.push_back(entry.canonical);
  EXPECT_THAT(left, ElementsAre("Tarvic", "Aurèle Dormasse", "Paul Tarvic"));
}

}  // namespace
}  // namespace paravent::store
