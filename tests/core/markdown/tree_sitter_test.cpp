// Our scanners against tree-sitter's parse of the whole note, under random edits.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "markdown/block.hpp"
#include "markdown/region.hpp"
#include "oracle.hpp"
#include "random_note.hpp"
#include "support/amount.hpp"

namespace paravent::markdown {
namespace {

using testing::Random;
using testing::Vocabulary;

std::vector<Region> our_regions(std::string_view note) {
  static const std::set<RegionKind> compared = {
      RegionKind::Heading,    RegionKind::ListItem,  RegionKind::TaskMarker, RegionKind::TableCell,
      RegionKind::CodeSpan,   RegionKind::CodeBlock, RegionKind::FenceInfo,  RegionKind::PromptBlock,
      RegionKind::Quote,      RegionKind::Emphasis,  RegionKind::LinkText,   RegionKind::LinkTarget,
      RegionKind::LinkTitle,  RegionKind::ImageAlt,  RegionKind::AutoLink,   RegionKind::HtmlTag,
      RegionKind::HtmlComment};
  std::vector<Region> all;
  for (const Block& block : split_blocks(note)) {
    // tree-sitter's block grammar has one node for front matter, an HTML block and a definition.
    if (block.kind == BlockKind::FrontMatter || block.kind == BlockKind::Html ||
        block.kind == BlockKind::LinkReference) {
      continue;
    }
    const std::size_t base = block.range.begin.value;
    for (const Region& region : parse_regions(note.substr(base, block.range.size()), block.kind)) {
      if (!compared.contains(region.kind)) continue;
      const auto range =
          testing::trim_range(note, base + region.range.begin.value, base + region.range.end.value);
      if (!range.empty()) all.push_back({range, region.kind});
    }
  }
  std::sort(all.begin(), all.end(), [](const Region& a, const Region& b) {
    return std::tuple(a.range.begin, b.range.end, a.kind) < std::tuple(b.range.begin, a.range.end, b.kind);
  });
  return all;
}

std::string show(const std::vector<Region>& regions, std::string_view note) {
  std::string out;
  for (const Region& r : regions) {
    out += std::to_string(static_cast<int>(r.kind)) + " [" + std::to_string(r.range.begin.value) + "," +
           std::to_string(r.range.end.value) + ") " +
           std::string(note.substr(r.range.begin.value, r.range.size())) + "\n";
  }
  return out;
}

// tree-sitter closes a fence at marks that stand behind others on their line (`- ```` inside an open fence).
bool closes_a_fence_in_a_line(const std::vector<Region>& regions, std::string_view note) {
  return std::any_of(regions.begin(), regions.end(), [&](const Region& r) {
    if (r.kind != RegionKind::CodeBlock && r.kind != RegionKind::PromptBlock) return false;
    const std::string_view code = note.substr(r.range.begin.value, r.range.size());
    return code.find(" ```") != std::string_view::npos || code.find(" ~~~") != std::string_view::npos;
  });
}

// Replaces, adds or removes whole lines.
std::string edit_lines(Random& random, const std::string& note, const Vocabulary& lines) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 0; i < note.size(); ++i) {
    if (note[i] == '\n') begins.push_back(i + 1);
  }
  const std::size_t first = random.below(begins.size());
  const std::size_t last = std::min(begins.size() - 1, first + random.below(3));
  const text::TextEdit edit{text::range(begins[first], begins[last]),
                            testing::random_note(random, lines, random.below(3))};
  return testing::apply(edit, note);
}

// A line in which every pair of words may meet every other markup.
std::string random_line(Random& random, const Vocabulary& words) {
  std::string line = "mot";
  for (std::size_t n = 1 + random.below(9); n > 0; --n) {
    if (random.below(3) != 0) line += ' ';
    line += random.pick(words);
  }
  return line;
}

const Vocabulary block_lines = {"",
                                "",
                                "",
                                "Une phrase.",
                                "la suite",
                                "# Titre",
                                "## *Titre*",
                                "- un point",
                                "  la suite",
                                "- autre",
                                "1. premier",
                                "2. deuxième",
                                "> cité",
                                "> suite",
                                "> - en liste",
                                "- > en liste",
                                "```",
                                "```prompt",
                                "~~~",
                                "    code",
                                "---",
                                "===",
                                "* étoile",
                                "  - dessous",
                                "    - plus bas",
                                "- [ ] tâche",
                                "- [x] **fait**",
                                "| a | b |",
                                "|---|---|",
                                "***",
                                ">",
                                "> > deux",
                                "> [!note] titre",

                                "<div>",
                                "</div>",
                                "texte [l](c) et #tag",
                                "   trois blancs",
                                "- # titre",
                                "+ plus",
                                "10) dix",
                                "> ```",
                                "> # titre",
                                "- ```",
                                "\tonglet"};

void expect_no_cut(const std::string& note, const std::vector<text::ByteRange>& nodes) {
  for (const Block& block : split_blocks(note)) {
    for (const text::ByteRange& node : nodes) {
      ASSERT_FALSE(node.begin < block.range.begin && block.range.begin < node.end)
          << "a block begins at " << block.range.begin.value << " inside a node of\n"
          << note;
    }
  }
}

void expect_same(const std::string& note) {
  const testing::OracleTree oracle = testing::parse_with_tree_sitter(note);
  const std::vector<Region> ours = our_regions(note);
  if (closes_a_fence_in_a_line(ours, note)) return;
  if (note.starts_with("---")) return;  // behind front matter tree-sitter takes no indented code
  ASSERT_NO_FATAL_FAILURE(expect_no_cut(note, oracle.top_level));
  ASSERT_EQ(show(ours, note), show(oracle.regions, note)) << note;
}

TEST(TreeSitter, blocks_never_end_inside_a_node_and_regions_are_the_same_after_any_edits) {
  for (std::uint64_t seed = 1; seed <= testing_support::amount(2500); ++seed) {
    Random random(seed);
    std::string note = testing::random_note(random, block_lines, 1 + random.below(25));
    for (int step = 0; step < 4; ++step) {
      ASSERT_NO_FATAL_FAILURE(expect_same(note)) << "seed " << seed;
      note = edit_lines(random, note, block_lines);
    }
  }
}

// Footnotes, which tree-sitter does not know, and blocks whose inside it does not read.
const Vocabulary other_lines = {"",
                                "",
                                "Une phrase.",
                                "[^1]: mot suivi d’autres",
                                "[^2]: mot",
                                "    retrait",
                                "- un",
                                "  suite",
                                "> cité",
                                "[lien]: http://exemple.fr",
                                "<!-- remarque",
                                "-->",
                                "<b>",
                                "<script>",
                                "</script>",
                                "<div>",
                                "</div>",
                                "# Titre",
                                "---",
                                "2. deux",
                                "1. un",
                                "```",
                                "| a | b |",
                                "|---|---|"};

TEST(TreeSitter, blocks_of_footnotes_definitions_and_html_never_end_inside_a_node) {
  for (std::uint64_t seed = 1; seed <= testing_support::amount(2500); ++seed) {
    Random random(seed);
    const std::string note = testing::random_note(random, other_lines, 1 + random.below(12));
    ASSERT_NO_FATAL_FAILURE(expect_no_cut(note, testing::parse_with_tree_sitter(note).top_level))
        << "seed " << seed;
  }
}

// Behind a [ or _ that nothing closes, tree-sitter may miss what stands there; what it sees, we see.
// Marks alone, so that links, code, tags and comments meet each other broken. Emphasis is left out here:
// tree-sitter pairs its marks by rules of its own (`_a __` is emphasis to it).
const Vocabulary broken_words = {
    "mot",
    "*",
    "**",
    "_",
    "`",
    "[",

    "(",
    ")",
    "[lien](cible)",
    "![alt](image.png)",
    "*gras*",
    "<b>",
    "</b>",
    "<a@b.fr>",
    "<http://x.fr>",
    "~~",
    "[t](c \"titre\")",
    "](x)",
    "[r][s] ",
    "\\",
    "é",
    "l’",
    ".",
    "«",
    "<!-- x -->",
    "! ",
    "<br/>",
    "<a href=\"http://x.fr\">",

    "[x](<c d>)",
};

TEST(TreeSitter, no_link_code_or_tag_is_missed_however_broken_the_line_is) {
  const auto without_emphasis = [](std::vector<Region> regions) {
    std::erase_if(regions, [](const Region& r) { return r.kind == RegionKind::Emphasis; });
    return regions;
  };
  for (std::uint64_t seed = 1; seed <= testing_support::amount(8000); ++seed) {
    Random random(seed);
    const std::string note = random_line(random, broken_words) + "\n";
    const testing::OracleTree oracle = testing::parse_with_tree_sitter(note);
    const std::vector<Region> ours = without_emphasis(our_regions(note));
    const std::vector<Region> theirs = without_emphasis(oracle.regions);
    for (const Region& region : theirs) {
      ASSERT_TRUE(std::find(ours.begin(), ours.end(), region) != ours.end()) << show({region}, note) << note;
    }
  }
}

const Vocabulary whole_words = {" mot",           " *gras*",     " **fort**", " `code`",
                                " [lien](cible)", " _bas_",      " __très__", " ~~rayé~~",
                                " *a **b** c*",   " **[x](y)**", " [*x*](y)", " ***tout***",
                                " snake_case_x",  " 2 * 3",      " (*a*)",    " « **b** »",
                                " l’*ami*",       ".",           ",",         " !",
                                " *a\nb*"};

TEST(TreeSitter, emphasis_is_the_same_where_its_marks_stand_around_words) {
  for (std::uint64_t seed = 1; seed <= testing_support::amount(3000); ++seed) {
    Random random(seed);
    std::string note = random.below(3) == 0 ? "- mot" : random.below(2) == 0 ? "## mot" : "mot";
    const bool heading = note[0] == '#';
    for (std::size_t n = 1 + random.below(9); n > 0; --n) {
      const std::string_view word = random.pick(whole_words);
      if (!heading || word.find('\n') == std::string_view::npos) note += word;
    }
    note += '\n';
    ASSERT_NO_FATAL_FAILURE(expect_same(note));
  }
}

}  // namespace
}  // namespace paravent::markdown
