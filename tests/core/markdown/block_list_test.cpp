// After any edits, the blocks that a BlockList updated are those of a scan of the whole text.
#include <gtest/gtest.h>

#include "markdown/block.hpp"
#include "random_note.hpp"

namespace paravent::markdown {
namespace {

using testing::Random;
using testing::Vocabulary;

const Vocabulary note_lines = {"",
                               "",
                               "   ",
                               "Une phrase.",
                               "suite de la phrase",
                               "# Titre",
                               "===",
                               "---",
                               "- un point",
                               "  suite du point",
                               "* un autre",
                               "1. premier",
                               "2. deuxième",
                               "    en retrait",
                               "\tavec tabulation",
                               "> cité",
                               ">",
                               "> > deux fois",
                               "> - liste citée",
                               "- > citation en liste",
                               "```",
                               "```prompt",
                               "~~~~",
                               "  ```",
                               "- ```",
                               "| a | b |",
                               "|---|---|",
                               "a | b",
                               "-|-",
                               "<div>",
                               "</div>",
                               "<!-- remarque",
                               "-->",
                               "<b>",
                               "<script>",
                               "</script>",
                               "[^1]: note",
                               "[^2]: mot et suite",
                               "[lien]: http://exemple.fr",
                               "\"titre\"",
                               "+++",
                               "- [ ] tâche",
                               "-",
                               "> [!ia] réponse"};

const std::vector<std::string> pieces = {
    "\n",  "\r", "\r\n", "\n\n", " ",    "    ", "-",     "---\n",   "`",      "```\n", ">",
    "> ",  "#",  "# ",   "|",    "|-\n", "=",    "1. ",   "- ",      "<",      "<!--",  "-->",
    "mot", "é",  "[a]:", "\t",   "~~~",  "*",    "+++\n", "\n---\n", "</div>", "[^1]: "};

text::TextEdit random_edit(Random& random, const std::string& note) {
  const std::size_t begin = random.below(4) == 0 ? random.below(std::min<std::size_t>(note.size(), 8) + 1)
                                                 : random.below(note.size() + 1);
  const std::size_t most =
      random.below(6) == 0 ? note.size() - begin : std::min<std::size_t>(note.size() - begin, 6);
  const std::size_t size = random.below(2) == 0 ? 0 : random.below(most + 1);
  std::string replacement;
  if (random.below(3) != 0) replacement = random.pick(pieces);
  if (random.below(5) == 0) replacement += testing::random_note(random, note_lines, 1 + random.below(3));
  return {text::range(begin, begin + size), replacement};
}

void expect_cover(const std::vector<Block>& blocks, std::size_t size) {
  std::size_t at = 0;
  for (const Block& block : blocks) {
    ASSERT_EQ(block.range.begin.value, at);
    ASSERT_FALSE(block.range.empty());
    at = block.range.end.value;
  }
  ASSERT_EQ(at, size);
}

TEST(BlockList, equals_a_full_scan_after_any_sequence_of_edits) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    Random random(seed);
    const std::vector<std::string_view> ends = {"\n", "\r\n", "\r"};
    std::string note = testing::random_note(random, note_lines, random.below(40), random.pick(ends));
    if (random.below(4) == 0) note.insert(0, "---\nclient: x\n---\n");
    BlockList list(note);
    for (int step = 0; step < 60; ++step) {
      const text::TextEdit edit = random_edit(random, note);
      const std::vector<Block> before = list.blocks();
      const std::string next = testing::apply(edit, note);
      const BlockList::Change change = list.update(edit, next);
      const std::vector<Block> expected = split_blocks(next);
      ASSERT_EQ(list.blocks(), expected) << "seed " << seed << " step " << step << "\n"
                                         << note << "\n=>\n"
                                         << next;
      ASSERT_NO_FATAL_FAILURE(expect_cover(expected, next.size()));
      ASSERT_EQ(before.size() - change.old_count + change.new_count, expected.size());
      for (std::size_t i = 0; i < change.first; ++i) ASSERT_EQ(before[i], expected[i]);
      note = next;
    }
  }
}

TEST(BlockList, a_letter_typed_in_a_long_note_changes_its_neighbourhood_only) {
  std::string note;
  for (int i = 0; i < 500; ++i) note += "Un paragraphe.\n\n- un\n- deux\n\n";
  BlockList list(note);
  const text::TextEdit edit{text::range(7000, 7000), "x"};
  const BlockList::Change change = list.update(edit, testing::apply(edit, note));
  EXPECT_LE(change.old_count, 6U);
  EXPECT_EQ(change.old_count, change.new_count);
}

TEST(BlockList, an_opened_fence_takes_all_that_follows_until_it_is_closed) {
  std::string note = "un\n\ndeux\n\n# trois\n";
  BlockList list(note);
  const text::TextEdit open{text::range(0, 0), "```\n"};
  note = testing::apply(open, note);
  list.update(open, note);
  ASSERT_EQ(list.blocks().size(), 1U);
  EXPECT_EQ(list.blocks()[0].kind, BlockKind::Fence);

  const text::TextEdit close{text::range(7, 7), "```\n"};
  note = testing::apply(close, note);
  list.update(close, note);
  EXPECT_EQ(list.blocks(), split_blocks(note));
  EXPECT_EQ(list.blocks().back().kind, BlockKind::Heading);
}

TEST(BlockList, front_matter_appears_and_disappears_with_its_closing_line) {
  std::string note = "---\nclient: x\n\ntexte\n";
  BlockList list(note);
  EXPECT_EQ(list.blocks().front().kind, BlockKind::Rule);
  const text::TextEdit close{text::range(14, 14), "---\n"};
  note = testing::apply(close, note);
  list.update(close, note);
  EXPECT_EQ(list.blocks().front().kind, BlockKind::FrontMatter);
  const text::TextEdit reopen{text::range(14, 15), ""};
  note = testing::apply(reopen, note);
  list.update(reopen, note);
  EXPECT_EQ(list.blocks(), split_blocks(note));
  EXPECT_EQ(list.blocks().front().kind, BlockKind::Rule);
}

}  // namespace
}  // namespace paravent::markdown
