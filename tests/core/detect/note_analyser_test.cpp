// The analysis of a note while it is edited: after any edits it is what find() of the text gives.
#include "detect/note_analyser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "core/detect/marked_text.hpp"
#include "support/source_dir.hpp"
#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

bool same_entity(const Entity& a, const Entity& b) {
  return a.category == b.category && a.canonical == b.canonical && a.sex == b.sex && a.label == b.label &&
         a.candidates == b.candidates;
}

::testing::AssertionResult is_analysis_of(const text::Result<Analysis>& result, const std::string& text,
                                          const policy::Policy& policy, const Context& context) {
  const auto fresh = find(text, policy, context);
  if (static_cast<bool>(fresh) != static_cast<bool>(result))
    return ::testing::AssertionFailure() << "success";
  if (!fresh) {
    return fresh.failure().fr == result.failure().fr && fresh.failure().en == result.failure().en
               ? ::testing::AssertionSuccess()
               : ::testing::AssertionFailure() << "failure";
  }
  if (fresh->findings != result->findings) return ::testing::AssertionFailure() << "findings";
  if (fresh->language != result->language) return ::testing::AssertionFailure() << "language";
  const bool entities = std::equal(fresh->entities.begin(), fresh->entities.end(), result->entities.begin(),
                                   result->entities.end(), same_entity);
  return entities ? ::testing::AssertionSuccess() : ::testing::AssertionFailure() << "entities";
}

// What is typed and pasted: what changes blocks, sentences, names, and what the note says of a word.
constexpr std::array typed{"a",
                           "é",
                           " ",
                           "\n",
                           "\n\n",
                           "\r\n",
                           ". ",
                           ", ",
                           "’",
                           "# ",
                           "- ",
                           "> ",
                           "---\n",
                           "```\n",
                           "| Nom | Ville |\n|---|---|\n",
                           "*",
                           "[[",
                           "]]",
                           "nom: ",
                           "Solveig",
                           "solveig",
                           "Solveig Kerguelen ",
                           "SOLVEIG ",
                           "KERGUELEN",
                           "Kerguelin",
                           "S.K. ",
                           "SK ",
                           "M. ",
                           "Mme Kerguelen",
                           "Béa ",
                           "Béatrice Andrezieux",
                           "chez Thermozeo",
                           "Nantes",
                           "selon Carl Rogers ",
                           "Rogers (1961)",
                           "Personne A",
                           "06 12 34 56 78",
                           "b.andrezieux@thermozeo.fr ",
                           "le projet Horizon 2027 ",
                           "**S**olveig ",
                           "<b>",
                           "</b>",
                           "<i title=\"Solveig Kerguelen\">",
                           "S&ouml;lveig ",
                           "\u200B",
                           "[x](Solveig%20Kerguelen.md) ",
                           "solveigkerguelen ",
                           "SolveigKerguelen ",
                           "`solveig_kerguelen` ",
                           "solveig-kerguelen ",
                           "#solveig-martin ",
                           "`martin.solveig` ",
                           "@skerguelen ",
                           "the client was with us on March 12 and ",
                           "la cliente est avec nous dans le ",
                           "2024-03-12 ",
                           "- Ben to ",
                           "send the slides ",
                           "Chip, Ted",
                           "18 march ",
                           "quelqu’un de constant ",
                           "Mr Hyacinth ",
                           "Séance avec HR "};

bool inside_character(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// Edits that leave whole characters whole, most of them near the one before.
class Typist {
 public:
  explicit Typist(unsigned seed) : random_(seed) {}

  text::TextEdit next(const std::string& text, const std::vector<std::string>& others) {
    std::size_t begin = below(4) == 0 ? below(text.size() + 1) : std::min(caret_, text.size());
    std::size_t end = begin + deleted();
    while (inside_character(text, begin)) --begin;
    end = std::min(std::max(begin, end), text.size());
    while (inside_character(text, end)) ++end;
    text::TextEdit edit{text::range(begin, end), inserted(others)};
    caret_ = begin + edit.replacement.size();
    return edit;
  }

 private:
  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  std::size_t deleted() {
    const std::size_t kind = below(12);
    if (kind == 0) return below(800);
    return kind < 5 ? below(12) : 0;
  }

  std::string inserted(const std::vector<std::string>& others) {
    const std::size_t kind = below(10);
    if (kind < 2) return {};
    if (kind > 2) return typed[below(typed.size())];
    const std::string& other = others[below(others.size())];
    std::size_t begin = below(other.size() + 1);
    std::size_t end = std::min(begin + below(300), other.size());
    while (inside_character(other, begin)) --begin;
    while (inside_character(other, end)) ++end;
    return other.substr(begin, end - begin);
  }

  std::mt19937 random_;
  std::size_t caret_ = 0;
};

// Our annotated notes without their marks.
std::vector<std::string> notes() {
  std::vector<std::string> out;
  for (const char* folder : {"notes-fr", "notes-en"}) {
    const auto path = std::filesystem::path(PARAVENT_SOURCE_DIR) / "tests" / "corpus" / folder;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string marked{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
      if (entry.path().extension() == ".md") out.push_back(testing::read_marks(marked).text);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

void edit_at_random(std::string text, const std::vector<std::string>& others, unsigned seed, int edits) {
  const policy::Policy policy{};
  Context context;
  context.file_stem = "Solveig, séance 3";
  if (seed % 2 == 1) context.people = {"Béatrice Andrezieux"};
  NoteAnalyser analyser(text, policy, context);
  Typist typist(seed);
  for (int i = 0; i < edits; ++i) {
    const text::TextEdit edit = typist.next(text, others);
    text.replace(edit.range.begin.value, edit.range.size(), edit.replacement);
    analyser.update(edit, text);
    ASSERT_TRUE(is_analysis_of(analyser.result(), text, policy, context))
        << "seed " << seed << ", edit " << i;
  }
}

TEST(NoteAnalyser, EqualsAFreshAnalysisAfterAnyEditsOfRealNotes) {
  const std::vector<std::string> all = notes();
  ASSERT_FALSE(all.empty());
  for (unsigned i = 0; i < all.size(); ++i) edit_at_random(all[i], all, i, 25);
}

TEST(NoteAnalyser, EqualsAFreshAnalysisAfterAnyEditsOfANoteThatStartsEmpty) {
  const std::vector<std::string> nothing{""};
  for (unsigned seed = 0; seed < 20; ++seed) edit_at_random("", nothing, seed, 80);
}

TEST(NoteAnalyser, EqualsAFreshAnalysisWhileANameIsTypedAndDeletedAgain) {
  std::string text =
      "# Séance\n\nElle en parle à solveig.\n\nSolveig arrive. Vu S.K. hier.\n\nRogers parle.\n";
  const policy::Policy policy;
  NoteAnalyser analyser(text, policy, {});
  const std::string name = " avec Mme Solveig Kerguelen, selon Carl Rogers";
  const std::size_t begin = text.find("à solveig") + 10;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const text::TextEdit edit{text::range(begin + i, begin + i), name.substr(i, 1)};
    text.insert(begin + i, name.substr(i, 1));
    analyser.update(edit, text);
    ASSERT_TRUE(is_analysis_of(analyser.result(), text, policy, {})) << "typed " << i;
  }
  for (std::size_t i = name.size(); i-- > 0;) {
    text.erase(begin + i, 1);
    analyser.update({text::range(begin + i, begin + i + 1), ""}, text);
    ASSERT_TRUE(is_analysis_of(analyser.result(), text, policy, {})) << "deleted " << i;
  }
}

TEST(NoteAnalyser, ATextThatIsNotCheckedFailsAsFindDoesAndComesBack) {
  std::string text = "Vu Solveig à Nantes.";
  const policy::Policy policy;
  NoteAnalyser analyser(text, policy, {});
  text.insert(2, "\xC3");
  analyser.update({text::range(2, 2), "\xC3"}, text);
  ASSERT_FALSE(analyser.result());
  EXPECT_TRUE(is_analysis_of(analyser.result(), text, policy, {}));
  text.erase(2, 1);
  analyser.update({text::range(2, 3), ""}, text);
  ASSERT_TRUE(analyser.result());
  EXPECT_TRUE(is_analysis_of(analyser.result(), text, policy, {}));
}

TEST(NoteAnalyser, HalfACharacterOnEitherSideOfAnEditIsAFailure) {
  const std::string text = "dé à né";
  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    for (std::size_t end = begin; end <= text.size(); ++end) {
      NoteAnalyser analyser(text, {}, {});
      std::string after = text;
      after.erase(begin, end - begin);
      analyser.update({text::range(begin, end), ""}, after);
      EXPECT_TRUE(is_analysis_of(analyser.result(), after, {}, {})) << begin << "-" << end;
    }
  }
}

TEST(NoteAnalyser, AnEditThatDoesNotFitTheTextIsReadAfresh) {
  NoteAnalyser analyser("Vu Solveig.", {}, {});
  const std::string text = "Vu Béatrice à Nantes.";
  analyser.update({text::range(3, 4), "x"}, text);
  EXPECT_TRUE(is_analysis_of(analyser.result(), text, {}, {}));
}

TEST(NoteAnalyser, AnotherPolicyShowsTheSameNoteOtherwise) {
  const std::string text = "Vu Solveig à Nantes.";
  NoteAnalyser analyser(text, {}, {});
  policy::Policy policy;
  policy.ignored.insert(Category::Loc);
  analyser.set_policy(policy);
  EXPECT_TRUE(is_analysis_of(analyser.result(), text, policy, {}));
}

TEST(NoteAnalyser, WhatIsSetAsideIsFoundNeitherAtOnceNorByEdits) {
  Context context;
  context.set_aside = [](Category category, std::string_view text) {
    return category == Category::Person && text == "Solveig";
  };
  NoteAnalyser analyser("Vu Solveig à Nantes.", {}, context);
  const std::string text = "Vu Solveig et Béatrice à Nantes.";
  analyser.update({text::range(11, 11), "et Béatrice "}, text);
  EXPECT_TRUE(is_analysis_of(analyser.result(), text, {}, context));
  const auto with = find(text, {}, {});
  ASSERT_TRUE(with);
  EXPECT_EQ(analyser.analysis().findings.size() + 1, with->findings.size());
}

}  // namespace
}  // namespace paravent::detect
