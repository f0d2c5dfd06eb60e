// A note is read with the names of a long list as if it had taken in all of them.
#include "detect/known_names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "detect/note_analyser.hpp"

namespace paravent::detect {
namespace {

// Names that share parts, are near each other, or have short, hyphenated and joined forms.
constexpr std::array known_people{
    "Solveig Kerguelen", "Solène Kerguelin",    "Béatrice Andrezieux", "Béatrix Andrezieux",
    "Jean-Marc Thévoz",  "Jean Thévoz-Kerguel", "Maxime Le Goffic",    "Maximilien Goffic",
    "Anne de Brissande", "Marylène Tarvic",     "Mary-Lène Tarvis",    "Claude Petit",
    "Petit Claude",      "THÉVOZ Marc",         "Solveig Thévoz",      "Solveig Petit",
    "Solveig Le Goffic", "Ali Ben Karouf",      "Alexandre Vasselot",  "Alexis Vasselin"};
constexpr std::array known_things{"Thermozeo", "Fonderie Kerguelen", "Solveig Conseil",
                                  "Petit & Tarvic SARL"};

constexpr std::array typed{"Solveig",
                           "solveig",
                           "SOLVEIG",
                           "Solvieg",
                           "Solv",
                           "Kerguelen",
                           "Kerguelan",
                           "kerguelin",
                           "SK",
                           "S.K.",
                           "S. K.",
                           "Béa",
                           "Bea",
                           "Béatrice",
                           "béatrise",
                           "Andrezieu",
                           "BA",
                           "Jean",
                           "Jean-Marc",
                           "JM",
                           "J.-M. T.",
                           "Thevoz",
                           "Thévos",
                           "Marc",
                           "Max",
                           "maxime",
                           "Goffic",
                           "Le Goffic",
                           "Brissande",
                           "Brisande",
                           "de",
                           "Marylene",
                           "mary-lene",
                           "Tarvic",
                           "Tarviz",
                           "M. Petit",
                           "petit",
                           "Claude",
                           "stevoz",
                           "Mme Tarvic",
                           "Alex",
                           "alexandre",
                           "Vasselot",
                           "skerguelen",
                           "clpetit",
                           "cpetit",
                           "Pr Vasselin",
                           "Thermozeo",
                           "thermozeos",
                           "Fonderie",
                           "Conseil",
                           "ABK",
                           "Karouf",
                           "Ben Karouf",
                           "Solveig Kerguelen",
                           "Claude Vasselot",
                           "Béatrice Petit",
                           "Solveig Vasselott",
                           "selon",
                           "appelle",
                           "revient",
                           "chez",
                           "DRH",
                           "elle",
                           "un",
                           "hier",
                           ".",
                           ",",
                           "\n\n",
                           "- ",
                           ". Le "};

std::string random_note(std::mt19937& random) {
  std::string out;
  const std::size_t words = 1 + random() % 40;
  for (std::size_t i = 0; i < words; ++i) out.append(typed[random() % typed.size()]).append(" ");
  return out;
}

bool same_entity(const Entity& a, const Entity& b) {
  return a.category == b.category && a.canonical == b.canonical && a.sex == b.sex && a.label == b.label &&
         a.candidates == b.candidates;
}

testing::AssertionResult read_alike(const std::string& note, const Context& some) {
  const auto one = detect::find(note, {}, some);
  const auto all = detect::find(note, {}, in_full(some));
  if (!one || !all) return testing::AssertionFailure() << "not read: " << note;
  if (one->findings != all->findings) return testing::AssertionFailure() << "findings of: " << note;
  const bool entities = std::equal(one->entities.begin(), one->entities.end(), all->entities.begin(),
                                   all->entities.end(), same_entity);
  return entities ? testing::AssertionSuccess() : testing::AssertionFailure() << "entities of: " << note;
}

class NamesOfAList : public testing::Test {
 protected:
  // Each name is told by the folder, by the vault, by both or by none.
  Context context(std::mt19937& random) {
    Context out;
    out.file_stem = "seance-solveig";
    NamesFrom from{&names_, {}, {}};
    for (NameNumber number = 0; number < names_.size(); ++number) {
      if (random() % 3 != 0) from.folder.push_back(number);
      if (names_[number].category == Category::Person && random() % 4 == 0) from.people.push_back(number);
    }
    out.known = {from};
    if (random() % 4 == 0) out.people = {"Solveig Andrezieux"};
    if (random() % 4 == 0) out.folder = {{Category::Person, "Claude Petit"}};
    return out;
  }

  KnownNames names_;
};

TEST_F(NamesOfAList, AreTakenInAsFarAsANoteCanMeanThem) {
  for (const char* name : known_people) names_.add({Category::Person, name});
  for (const char* name : known_things) names_.add({Category::Org, name});
  std::mt19937 random(1);
  for (int i = 0; i < 4000; ++i) {
    const Context some = context(random);
    ASSERT_TRUE(read_alike(random_note(random), some));
  }
}

TEST_F(NamesOfAList, HaveOneNumberEach) {
  const NameNumber first = names_.add({Category::Person, "Solveig Kerguelen"});
  const NameNumber second = names_.add({Category::Org, "Thermozeo"});
  EXPECT_EQ(names_.add({Category::Person, "Solveig Kerguelen"}), first);
  EXPECT_NE(first, second);
  EXPECT_EQ(names_.size(), 2U);
  EXPECT_EQ(names_[second].name, "Thermozeo");
}

TEST_F(NamesOfAList, AreLeftOutWhereNoWordMeansThem) {
  const NameNumber met = names_.add({Category::Person, "Solveig Kerguelen"});
  const NameNumber other = names_.add({Category::Person, "Béatrice Andrezieux"});
  Context context;
  context.known = {{&names_, {}, {met, other}}};
  FormTable forms;
  forms.intern("kerguelan");
  const Context taken_in = CalledNames(context).by_words(forms, {});
  ASSERT_EQ(taken_in.folder.size(), 1U);
  EXPECT_EQ(taken_in.folder.front().name, "Solveig Kerguelen");
}

TEST_F(NamesOfAList, AreAllThereForANoteThatIsEdited) {
  const NameNumber number = names_.add({Category::Person, "Solveig Kerguelen"});
  Context context;
  context.known = {{&names_, {}, {number}}};
  NoteAnalyser analyser("Elle a vu .", {}, context);
  const std::string after = "Elle a vu solveig.";
  analyser.update({text::range(10, 10), "solveig"}, after);
  ASSERT_TRUE(analyser.result());
  EXPECT_EQ(analyser.analysis().findings, detect::find(after, {}, context)->findings);
  EXPECT_EQ(analyser.analysis().findings.size(), 1U);
}

}  // namespace
}  // namespace paravent::detect
