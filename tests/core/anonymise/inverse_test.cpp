// Byte for byte there and back over the notes of tests/corpus; by lines where the output was changed since.
#include "anonymise/inverse.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "anonymise/common_lines.hpp"
#include "anonymise/restore.hpp"
#include "rewritten.hpp"
#include "support/source_dir.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;
using policy::Style;

std::vector<testing_support::MarkedText> corpus() {
  std::vector<testing_support::MarkedText> out;
  for (const char* folder : {"/tests/corpus/notes-fr", "/tests/corpus/notes-en"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(PARAVENT_SOURCE_DIR) + folder)) {
      const std::ifstream file(entry.path(), std::ios::binary);
      std::ostringstream marked;
      marked << file.rdbuf();
      out.push_back(testing_support::read_marked(marked.str()));
    }
  }
  return out;
}

TEST(Inverse, EveryNoteComesBackByteForByte) {
  const auto notes = corpus();
  ASSERT_GE(notes.size(), 25U);
  for (const auto& note : notes) {
    for (const Style style : {Style::Generalise, Style::Pseudonym}) {
      const auto planned = plan(note.text, note.analysis, with_style(style), {});
      ASSERT_TRUE(planned);
      const std::string output = planned->edits.apply(note.text);
      const std::vector<Piece> pieces = pieces_of(note.text, planned->edits);
      EXPECT_EQ(inverted(output, pieces), note.text);
      const auto lines = inverted(output, output, pieces, {});
      ASSERT_TRUE(lines);
      EXPECT_EQ(lines->text, note.text);
      EXPECT_EQ(lines->by_alias, 0U);
    }
  }
}

// Whatever of an analysis masks.
TEST(Inverse, AnyPartOfTheFindingsComesBackByteForByte) {
  std::mt19937 random(20240611);
  for (const auto& note : corpus()) {
    detect::Analysis some = note.analysis;
    std::erase_if(some.findings, [&random](const detect::Finding&) { return random() % 3 == 0; });
    const auto planned = plan(note.text, some, with_style(Style::Pseudonym), {});
    ASSERT_TRUE(planned);
    const std::string output = planned->edits.apply(note.text);
    EXPECT_EQ(inverted(output, pieces_of(note.text, planned->edits)), note.text);
    const Restored once = restore(output, planned->new_aliases);
    EXPECT_EQ(restore(once.text, planned->new_aliases).text, once.text);
  }
}

TEST(Inverse, UntouchedLinesAreExactWhereOthersWereChanged) {
  for (const auto& note : corpus()) {
    const auto planned = plan(note.text, note.analysis, with_style(Style::Pseudonym), {});
    ASSERT_TRUE(planned);
    const std::string output = planned->edits.apply(note.text);
    const std::string changed = "Une ligne neuve.\n" + output;
    const auto back = inverted(changed, output, pieces_of(note.text, planned->edits), planned->new_aliases);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->exact + back->by_alias, lines_of(changed).size());
    EXPECT_GE(back->exact * 10, lines_of(output).size() * 9);
    if (back->by_alias == 1) {
      EXPECT_EQ(back->text, "Une ligne neuve.\n" + note.text);
    }
  }
}

struct Story {
  std::string text = "Vu CLAIRE hier.\nVu Mme Dupont.\nFin de séance.\n";
  std::string output = "Vu Personne A hier.\nVu Mme Personne A.\nFin de séance.\n";
  std::vector<Piece> pieces{{text::range(3, 13), "CLAIRE"}, {text::range(27, 37), "Dupont"}};
  std::vector<Alias> aliases{{Category::Person, "Personne A", "Claire Dupont", OwnArticle::Unknown}};
};

TEST(Inverse, AChangedLineComesBackByAlias) {
  const Story story;
  const auto back = inverted("Vu Personne A hier.\nRevu Personne A.\nFin de séance.\n", story.output,
                             story.pieces, story.aliases);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->text, "Vu CLAIRE hier.\nRevu Claire Dupont.\nFin de séance.\n");
  EXPECT_EQ(back->exact, 2U);
  EXPECT_EQ(back->by_alias, 1U);
}

TEST(Inverse, LeftoversOfChangedLinesAreWhereTheyStand) {
  const Story story;
  const auto back = inverted("Vu Personne A hier.\nPersonne Q.\n", story.output, story.pieces, story.aliases);
  ASSERT_TRUE(back);
  ASSERT_EQ(back->leftovers.size(), 1U);
  EXPECT_EQ(back->text.substr(back->leftovers[0].begin.value, back->leftovers[0].size()), "Personne Q");
}

TEST(Inverse, EqualLinesThatCannotBeToldApartComeBackByAlias) {
  const std::string output = "x\nPersonne A\ny\nPersonne A\nz\n";
  const std::vector<Piece> pieces{{text::range(2, 12), "Claire"}, {text::range(15, 25), "Mlle D."}};
  const std::vector<Alias> aliases{{Category::Person, "Personne A", "Claire Dupont", OwnArticle::Unknown}};
  const auto back = inverted("u\nPersonne A\nv\n", output, pieces, aliases);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->text, "u\nClaire Dupont\nv\n");
  const auto beside = inverted("x\nPersonne A\nv\n", output, pieces, aliases);
  ASSERT_TRUE(beside);
  EXPECT_EQ(beside->text, "x\nClaire\nv\n");
}

TEST(Inverse, PiecesThatDoNotFitAreRefused) {
  EXPECT_FALSE(inverted("court", {{text::range(3, 9), "x"}}));
  EXPECT_FALSE(inverted("Personne A", {{text::range(0, 10), "x"}, {text::range(5, 7), "y"}}));
  EXPECT_FALSE(inverted("a", "court", {{text::range(3, 9), "x"}}, {}));
}

TEST(Inverse, APieceOverTwoLinesIsNotExactOnceOneOfThemChanged) {
  const std::string output = "A\nB\nC\n";
  const std::vector<Piece> pieces{{text::range(0, 3), "Claire"}};
  EXPECT_EQ(inverted(output, pieces), "Claire\nC\n");
  const auto back = inverted("A\nB\nD\n", output, pieces, {});
  ASSERT_TRUE(back);
  EXPECT_EQ(back->text, "A\nB\nD\n");
}

}  // namespace
}  // namespace paravent::anonymise
