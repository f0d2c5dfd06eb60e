// What is read at once: a cut changes nothing that is read, and after any edits the sections are those of the
// whole text.
#include "markdown/section.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "markdown/region.hpp"
#include "named.hpp"
#include "random_note.hpp"

namespace paravent::markdown {
namespace {

using testing::Random;
using testing::Vocabulary;

constexpr std::string_view filler = "des mots en nombre, pour que le bloc soit long";

// Lines of long lists and fences, and what may end or go on with one.
const Vocabulary list_lines = {"- un *point*",
                               "- [ ] tâche",
                               "  suite",
                               "suite sans retrait",
                               "  - dessous",
                               "",
                               "    en retrait",
                               "- ```",
                               "  ```",
                               "1. premier",
                               "-",
                               "* * *",
                               "- | a | b |",
                               "  |---|---|",
                               "* autre liste",
                               "- > cité",
                               " - peu rentré",
                               "+ plus",
                               "# titre",
                               "- <div>"};
const Vocabulary code_lines = {
    "du texte", "",      "  ",         "- un point",  "# titre",         "```", "~~~", "```prompt",
    "> cité",   "\ttab", "[^1]: note", "    retrait", "mot [lien](a.md)"};

std::string long_block_of(Random& random, bool list) {
  std::string out = list ? "- " : random.below(2) == 0 ? "~~~\n" : "``` prompt\n";
  while (out.size() < std::size_t{2} * long_block) {
    out += random.pick(list ? list_lines : code_lines);
    if (random.below(2) == 0) out += filler;
    out += '\n';
  }
  return out;
}

std::string random_note(Random& random) {
  std::string note = testing::random_note(random, list_lines, random.below(4));
  for (std::size_t blocks = 1 + random.below(3); blocks > 0; --blocks) {
    note += "\n\n" + long_block_of(random, random.below(2) == 0);
  }
  return note;
}

std::vector<Region> regions_of(std::string_view text, const std::vector<Block>& blocks) {
  std::vector<Region> out;
  for (const Block& block : blocks) {
    const auto regions = parse_regions(text.substr(block.range.begin.value, block.range.size()), block.kind);
    for (Region region : regions) {
      region.range = region.range.shifted(block.range.begin.value);
      out.push_back(region);
    }
  }
  return out;
}

// The content of a fence is one region a section: which bytes are in one, and of which kind.
std::string code_of(std::string_view text, const std::vector<Region>& regions) {
  std::string out(text.size(), ' ');
  for (const Region& region : regions) {
    if (region.kind != RegionKind::CodeBlock && region.kind != RegionKind::PromptBlock) continue;
    const char mark = region.kind == RegionKind::CodeBlock ? 'c' : 'p';
    std::fill_n(out.begin() + region.range.begin.value, region.range.size(), mark);
  }
  // Line ends and the closing mark hold no words.
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (std::string_view("\n\r \t`~").find(text[i]) != std::string_view::npos) out[i] = ' ';
  }
  return out;
}

bool is_code(const Region& region) {
  return region.kind == RegionKind::CodeBlock || region.kind == RegionKind::PromptBlock;
}

TEST(Sections, HaveTheRegionsOfTheirBlocks) {
  std::size_t cuts = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    Random random(seed);
    const std::string note = random_note(random);
    const std::vector<Block> blocks = split_blocks(note);
    const std::vector<Block> sections = split_sections(note);
    cuts += sections.size() - blocks.size();
    std::vector<Region> whole = regions_of(note, blocks);
    std::vector<Region> parts = regions_of(note, sections);
    ASSERT_EQ(code_of(note, whole), code_of(note, parts)) << "seed " << seed << "\n" << note;
    std::erase_if(whole, is_code);
    std::erase_if(parts, is_code);
    ASSERT_EQ(whole, parts) << "seed " << seed << "\n" << note;
  }
  EXPECT_GT(cuts, 1000U) << "the notes are long enough to be cut";
}

TEST(Sections, EqualASplitOfTheWholeTextAfterAnyEdits) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Random random(seed);
    std::string note = random_note(random);
    SectionList list(note);
    for (int step = 0; step < 40; ++step) {
      const std::size_t begin = random.below(note.size() + 1);
      const std::size_t size = std::min(random.below(8), note.size() - begin);
      const std::string words = random.below(4) == 0 ? "\n\n" : std::string(random.pick(code_lines)) + "\n";
      const text::TextEdit edit{text::range(begin, begin + size), words};
      const std::vector<Block> before = list.sections();
      note = testing::apply(edit, note);
      const BlockList::Change change = list.update(edit, note);
      ASSERT_EQ(list.sections(), split_sections(note)) << "seed " << seed << " step " << step << "\n" << note;
      ASSERT_EQ(before.size() - change.old_count + change.new_count, list.sections().size());
    }
  }
}

TEST(Sections, OfShortBlocksAreTheBlocks) {
  const std::string note = "- a\n- b\n\n~~~\nx\n\ny\n~~~\n\nUn paragraphe.\n";
  EXPECT_EQ(split_sections(note), split_blocks(note));
}

TEST(Sections, OfAnUnclosedFenceAreItsParagraphs) {
  std::string note = "~~~\n";
  for (int i = 0; i < 100; ++i) note += std::string(filler) + "\n\n";
  const std::vector<Block> sections = split_sections(note);
  ASSERT_EQ(sections.size(), 100U);
  EXPECT_EQ(sections.front().kind, BlockKind::Fence);
  EXPECT_EQ(sections.back().kind, BlockKind::FenceRest);
  EXPECT_EQ(split_sections("~~~prompt\n" + note.substr(4)).back().kind, BlockKind::PromptRest);
}

}  // namespace
}  // namespace paravent::markdown
