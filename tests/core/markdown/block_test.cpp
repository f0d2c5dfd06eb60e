#include "markdown/block.hpp"

#include <gmock/gmock.h>

#include "named.hpp"

namespace paravent::markdown {
namespace {

using testing::blocks_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Blocks, an_empty_note_has_none) {
  EXPECT_THAT(split_blocks(""), IsEmpty());
}

TEST(Blocks, paragraphs_are_parted_by_blank_lines) {
  EXPECT_THAT(blocks_of("un\nsuite\n\n  \ndeux"), ElementsAre("Paragraph: un\nsuite\n", "Paragraph: deux"));
}

TEST(Blocks, the_blank_lines_between_them_are_one_block) {
  const auto blocks = split_blocks("un\n\n \ndeux\n");
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[1], (Block{text::range(3, 6), BlockKind::Blank}));
}

TEST(Blocks, a_note_may_begin_with_front_matter) {
  EXPECT_THAT(blocks_of("---\nclient: x\n---\ntexte\n"),
              ElementsAre("FrontMatter: ---\nclient: x\n---\n", "Paragraph: texte\n"));
  EXPECT_THAT(blocks_of("+++\na = 1\n+++\n"), ElementsAre("FrontMatter: +++\na = 1\n+++\n"));
}

TEST(Blocks, front_matter_that_is_never_closed_is_a_rule) {
  EXPECT_THAT(blocks_of("---\nclient: x\n"), ElementsAre("Rule: ---\n", "Paragraph: client: x\n"));
}

TEST(Blocks, headings_end_where_their_line_ends_and_setext_takes_the_lines_above) {
  EXPECT_THAT(blocks_of("# un\ndeux\ntrois\n===\nquatre\n---\n"),
              ElementsAre("Heading: # un\n", "Heading: deux\ntrois\n===\n", "Heading: quatre\n---\n"));
}

TEST(Blocks, a_tag_at_the_start_of_a_line_is_no_heading) {
  EXPECT_THAT(blocks_of("#coaching texte\n"), ElementsAre("Paragraph: #coaching texte\n"));
}

TEST(Blocks, a_list_goes_on_across_blank_lines_nested_items_and_lazy_lines) {
  EXPECT_THAT(blocks_of("- un\nparesseux\n  - dessous\n\n- deux\n\n  suite\n\nfin\n"),
              ElementsAre("List: - un\nparesseux\n  - dessous\n\n- deux\n\n  suite\n", "Paragraph: fin\n"));
}

TEST(Blocks, another_marker_begins_another_list) {
  EXPECT_THAT(blocks_of("- un\n* deux\n"), ElementsAre("List: - un\n", "List: * deux\n"));
}

TEST(Blocks, a_number_inside_a_paragraph_begins_no_list_unless_it_is_one) {
  EXPECT_THAT(blocks_of("né en\n1987. Puis\n"), ElementsAre("Paragraph: né en\n1987. Puis\n"));
  EXPECT_THAT(blocks_of("né en\n1. Puis\n"), ElementsAre("Paragraph: né en\n", "List: 1. Puis\n"));
}

TEST(Blocks, quotes_nest_and_take_lazy_lines) {
  EXPECT_THAT(blocks_of("> un\n> > deux\nparesseux\n\nfin\n"),
              ElementsAre("Quote: > un\n> > deux\nparesseux\n", "Paragraph: fin\n"));
}

TEST(Blocks, a_fence_hides_everything_until_one_as_long_closes_it) {
  EXPECT_THAT(blocks_of("````\n# non\n```\n\n- non\n````\n# oui\n"),
              ElementsAre("Fence: ````\n# non\n```\n\n- non\n````\n", "Heading: # oui\n"));
}

TEST(Blocks, a_fence_that_is_never_closed_goes_to_the_end) {
  EXPECT_THAT(blocks_of("~~~\na\n\n# b"), ElementsAre("Fence: ~~~\na\n\n# b"));
}

TEST(Blocks, a_fence_in_a_list_ends_with_its_item) {
  EXPECT_THAT(blocks_of("- ```\n  a\nb\n"), ElementsAre("List: - ```\n  a\n", "Paragraph: b\n"));
}

TEST(Blocks, a_table_is_known_by_its_second_line) {
  EXPECT_THAT(
      blocks_of("texte\n| a | b |\n|---|:-:|\n| c | d |\n\nfin\n"),
      ElementsAre("Paragraph: texte\n", "Table: | a | b |\n|---|:-:|\n| c | d |\n", "Paragraph: fin\n"));
  EXPECT_THAT(blocks_of("| a | b |\n|---|\n"), ElementsAre("Paragraph: | a | b |\n|---|\n"));
}

TEST(Blocks, code_is_indented_by_four_columns_but_never_inside_a_paragraph) {
  EXPECT_THAT(blocks_of("    a\n\n\tb\nc\n    d\n"),
              ElementsAre("Indented:     a\n\n\tb\n", "Paragraph: c\n    d\n"));
}

TEST(Blocks, html_ends_at_a_blank_line_and_a_comment_at_its_end) {
  EXPECT_THAT(blocks_of("<div>\na\n\n<!-- b\n\nc -->\nd\n"),
              ElementsAre("Html: <div>\na\n", "Html: <!-- b\n\nc -->\n", "Paragraph: d\n"));
}

TEST(Blocks, a_footnote_keeps_its_indented_lines) {
  EXPECT_THAT(blocks_of("[^1]: une note\n\n    sa suite\n\nfin\n"),
              ElementsAre("Footnote: [^1]: une note\n\n    sa suite\n", "Paragraph: fin\n"));
}

TEST(Blocks, a_definition_may_have_its_title_on_the_next_line) {
  EXPECT_THAT(blocks_of("[a]: http://x.fr\n\"Titre\"\ntexte\n"),
              ElementsAre("LinkReference: [a]: http://x.fr\n\"Titre\"\n", "Paragraph: texte\n"));
}

TEST(Blocks, lines_may_end_in_any_way) {
  for (const std::string_view end : {"\n", "\r\n", "\r"}) {
    std::string note;
    for (const std::string_view line : {"# un", "", "- a", "", "  b", "", "```", "x", "```"})
      note.append(line).append(end);
    const auto blocks = split_blocks(note);
    ASSERT_EQ(blocks.size(), 5U);
    EXPECT_EQ(blocks[0].kind, BlockKind::Heading);
    EXPECT_EQ(blocks[2].kind, BlockKind::List);
    EXPECT_EQ(blocks[4].kind, BlockKind::Fence);
  }
}

}  // namespace
}  // namespace paravent::markdown
