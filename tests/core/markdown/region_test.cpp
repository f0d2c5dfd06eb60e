#include "markdown/region.hpp"

#include <gmock/gmock.h>

#include "named.hpp"

namespace paravent::markdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::regions_of;

TEST(Regions, plain_prose_has_none) {
  EXPECT_THAT(regions_of("Nous avons parlé avec Claire, de l’équipe (et de Jean).\nSuite !\n"), IsEmpty());
}

TEST(Regions, front_matter_has_keys_and_values) {
  EXPECT_THAT(regions_of("---\nclient: \"Claire Dupont\"\ntags: [a, 'b c']\nqui:\n  - Jean\n  - rôle: DRH\n# "
                         "remarque\nlien: http://x.fr\n---\n"),
              ElementsAre("FrontMatterKey: client", "FrontMatterValue: Claire Dupont", "FrontMatterKey: tags",
                          "FrontMatterValue: a", "FrontMatterValue: b c", "FrontMatterKey: qui",
                          "FrontMatterValue: Jean", "FrontMatterKey: rôle", "FrontMatterValue: DRH",
                          "FrontMatterKey: lien", "FrontMatterValue: http://x.fr"));
}

TEST(Regions, a_block_scalar_of_front_matter_is_read_line_by_line) {
  EXPECT_THAT(regions_of("---\nnote: |\n  deux: mots\n  fin\nsuite: x\n---\n"),
              ElementsAre("FrontMatterKey: note", "FrontMatterValue: deux: mots", "FrontMatterValue: fin",
                          "FrontMatterKey: suite", "FrontMatterValue: x"));
}

TEST(Regions, wikilinks_have_a_target_and_an_alias) {
  EXPECT_THAT(regions_of("Voir [[Claire Dupont#notes|Claire]] et ![[plan.png]].\n"),
              ElementsAre("WikiTarget: Claire Dupont#notes", "WikiAlias: Claire", "WikiTarget: plan.png"));
}

TEST(Regions, a_wikilink_stays_on_its_line) {
  EXPECT_THAT(regions_of("[[Claire\nDupont]]\n"), IsEmpty());
}

TEST(Regions, tags_are_words_behind_a_space) {
  EXPECT_THAT(regions_of("#coaching/individuel et (#été) mais ni x#y ni #123 ni # rien\n"),
              ElementsAre("Tag: coaching/individuel", "Tag: été"));
}

TEST(Regions, headings_come_without_their_marks) {
  EXPECT_THAT(regions_of("## Séance *deux* ##\n\nClaire\n===\n"),
              ElementsAre("Heading: Séance *deux*", "Emphasis: deux", "Heading: Claire"));
}

TEST(Regions, items_nest_and_tasks_have_a_marker) {
  EXPECT_THAT(regions_of("- [ ] appeler\n  1. Marie\n- [x] fait\n"),
              ElementsAre("TaskMarker: [ ]", "ListItem: appeler\n  1. Marie", "ListItem: Marie",
                          "TaskMarker: [x]", "ListItem: fait"));
}

TEST(Regions, cells_come_without_pipes_and_an_escaped_pipe_parts_none) {
  EXPECT_THAT(regions_of("| Nom | Lien |\n|---|---|\n| Jean | [[x\\|y]] |\n"),
              ElementsAre("TableCell: Nom", "TableCell: Lien", "TableCell: Jean", "TableCell: [[x\\|y]]",
                          "WikiTarget: x", "WikiAlias: y"));
}

TEST(Regions, code_is_a_span_or_a_block) {
  EXPECT_THAT(regions_of("un `mot` et ``a`b``\n\n```sql\nselect\n```\n\n    retrait\n"),
              ElementsAre("CodeSpan: mot", "CodeSpan: a`b", "FenceInfo: sql", "CodeBlock: select",
                          "CodeBlock: retrait"));
}

TEST(Regions, a_prompt_is_a_fence_of_its_own_kind) {
  EXPECT_THAT(regions_of("```prompt\nBonjour Claire\n```\n"),
              ElementsAre("FenceInfo: prompt", "PromptBlock: Bonjour Claire"));
}

TEST(Regions, callouts_have_a_type_and_an_ai_callout_a_content) {
  EXPECT_THAT(regions_of("> [!note] Titre\n> texte\n"),
              ElementsAre("Quote: [!note] Titre\n> texte", "CalloutType: [!note]"));
  for (const std::string type : {"[!ia]", "[!AI]"}) {
    EXPECT_THAT(regions_of("> " + type + "- modèle\n> réponse\n"),
                ElementsAre("Quote: " + type + "- modèle\n> réponse", "CalloutType: " + type,
                            "AiCallout: modèle\n> réponse"));
  }
}

TEST(Regions, markup_that_crosses_the_lines_of_a_quote_is_found) {
  EXPECT_THAT(regions_of("> du **gras\n> suivi** ici\n"),
              ElementsAre("Quote: du **gras\n> suivi** ici", "Emphasis: gras\n> suivi"));
}

TEST(Regions, links_and_images_have_texts_targets_and_titles) {
  EXPECT_THAT(regions_of("[Claire](http://x.fr/a_b(c) \"Sa page\") ![photo de Jean](p.png) [a *b*][r]\n"),
              ElementsAre("LinkText: Claire", "LinkTarget: http://x.fr/a_b(c)", "LinkTitle: Sa page",
                          "ImageAlt: photo de Jean", "LinkTarget: p.png", "LinkText: a *b*", "Emphasis: b"));
}

TEST(Regions, links_do_not_nest_but_an_image_stands_in_a_link) {
  EXPECT_THAT(regions_of("[a [b](c) d](e)\n"), ElementsAre("LinkText: b", "LinkTarget: c"));
  EXPECT_THAT(regions_of("[![a](b)](c)\n"),
              ElementsAre("LinkText: ![a](b)", "ImageAlt: a", "LinkTarget: b", "LinkTarget: c"));
}

TEST(Regions, a_definition_has_a_label_a_target_and_a_title) {
  EXPECT_THAT(regions_of("[ref]: <http://x.fr> 'Titre'\n"),
              ElementsAre("LinkText: ref", "LinkTarget: http://x.fr", "LinkTitle: Titre"));
}

TEST(Regions, addresses_in_angles_are_links) {
  EXPECT_THAT(regions_of("<jean@x.fr> <https://x.fr>\n"),
              ElementsAre("AutoLink: jean@x.fr", "AutoLink: https://x.fr"));
}

TEST(Regions, tags_of_html_are_known_by_their_names) {
  EXPECT_THAT(regions_of("un <b class=\"x\">mot</b> de <Claire Dupont>\n"),
              ElementsAre("HtmlTag: <b class=\"x\">", "HtmlTag: </b>"));
}

TEST(Regions, what_people_read_in_a_tag_is_text) {
  EXPECT_THAT(regions_of("<img src=\"p.png\" alt=\"Claire Dupont\" title='au bureau'>\n"),
              ElementsAre("HtmlTag: <img src=\"p.png\" alt=\"Claire Dupont\" title='au bureau'>",
                          "LinkTarget: p.png", "ImageAlt: Claire Dupont", "LinkTitle: au bureau"));
}

TEST(Regions, an_attribute_is_text_or_an_address_or_for_programs) {
  EXPECT_THAT(
      regions_of("un <span class=\"rose\" data-who='Claire' onclick=\"f(Claire)\" hidden>mot</span>\n"),
      ElementsAre("HtmlTag: <span class=\"rose\" data-who='Claire' onclick=\"f(Claire)\" hidden>",
                  "LinkTitle: Claire", "HtmlTag: </span>"));
  EXPECT_THAT(
      regions_of("un <a HREF = notes/claire.md id=\"claire\" Alt=\"a=b\">mot</a>\n"),
      ElementsAre("HtmlTag: <a HREF = notes/claire.md id=\"claire\" Alt=\"a=b\">",
                  "LinkTarget: notes/claire.md", "LinkTarget: claire", "ImageAlt: a=b", "HtmlTag: </a>"));
}

TEST(Regions, a_broken_attribute_ends_with_its_tag) {
  EXPECT_THAT(regions_of("un <img alt=\"Claire> mot <img alt=> <img =x alt>\n"),
              ElementsAre("HtmlTag: <img alt=\"Claire>", "ImageAlt: Claire", "HtmlTag: <img alt=>",
                          "HtmlTag: <img =x alt>"));
}

TEST(Regions, comments_are_found_in_lines_and_in_blocks) {
  EXPECT_THAT(regions_of("un <!--Claire--> mot\n\n<!--\nJean\n-->\n"),
              ElementsAre("HtmlComment: Claire", "HtmlComment: \nJean\n"));
}

TEST(Regions, footnotes_are_labels) {
  EXPECT_THAT(regions_of("Un mot[^a].\n\n[^a]: de *Jean*\n"),
              ElementsAre("Footnote: a", "Footnote: a", "Emphasis: Jean"));
}

TEST(Regions, math_is_no_price) {
  EXPECT_THAT(regions_of("$x+y$ et $$z$$\n"), ElementsAre("Math: x+y", "Math: z"));
  EXPECT_THAT(regions_of("10$ pour Marie, 5$/h pour Jean, 20 $ ou 30 $\n"), IsEmpty());
}

TEST(Regions, an_escaped_mark_is_text) {
  EXPECT_THAT(regions_of("\\*a\\* \\[b](c) \\`d` \\[[e]]\n"), IsEmpty());
}

TEST(Regions, underscores_inside_words_are_no_emphasis) {
  EXPECT_THAT(regions_of("pierre_count_x mais *oui*, ==surligné== et ~~rayé~~\n"),
              ElementsAre("Emphasis: oui", "Emphasis: surligné", "Emphasis: rayé"));
}

TEST(RegionRules, names_are_looked_for_where_people_write_them) {
  for (const RegionKind kind :
       {RegionKind::WikiTarget, RegionKind::WikiAlias, RegionKind::Tag, RegionKind::TableCell,
        RegionKind::ImageAlt, RegionKind::LinkTarget, RegionKind::FrontMatterValue, RegionKind::Heading,
        RegionKind::HtmlComment, RegionKind::PromptBlock, RegionKind::Quote, RegionKind::AiCallout,
        RegionKind::LinkText, RegionKind::ListItem}) {
    EXPECT_TRUE(rule_of(kind).names) << testing::name_of(kind);
    EXPECT_TRUE(rule_of(kind).identifiers) << testing::name_of(kind);
    EXPECT_FALSE(rule_of(kind).code_like) << testing::name_of(kind);
  }
}

TEST(RegionRules, code_holds_names_as_whole_words_only) {
  for (const RegionKind kind : {RegionKind::CodeSpan, RegionKind::CodeBlock}) {
    EXPECT_TRUE(rule_of(kind).names);
    EXPECT_TRUE(rule_of(kind).code_like);
  }
}

TEST(RegionRules, addresses_hold_identifiers_and_no_names) {
  for (const RegionKind kind : {RegionKind::AutoLink, RegionKind::HtmlTag}) {
    EXPECT_FALSE(rule_of(kind).names);
    EXPECT_TRUE(rule_of(kind).identifiers);
  }
}

TEST(RegionRules, nothing_is_looked_for_in_marks_and_math) {
  for (const RegionKind kind :
       {RegionKind::Math, RegionKind::FenceInfo, RegionKind::CalloutType, RegionKind::TaskMarker}) {
    EXPECT_FALSE(rule_of(kind).names);
    EXPECT_FALSE(rule_of(kind).identifiers);
  }
}

TEST(RegionCache, gives_what_parsing_gives_also_when_it_was_full) {
  RegionCache cache(3);
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 10; ++i) {
      const std::string block = "mot *" + std::to_string(i) + "* #tag" + std::to_string(i) + "a\n";
      EXPECT_EQ(cache.regions(block, BlockKind::Paragraph), parse_regions(block, BlockKind::Paragraph));
    }
  }
}

TEST(RegionCache, knows_equal_texts_of_different_kinds_apart) {
  RegionCache cache;
  EXPECT_FALSE(cache.regions("- *a*\n", BlockKind::List).empty());
  EXPECT_EQ(cache.regions("---\na: b\n---\n", BlockKind::FrontMatter).size(), 2U);
  EXPECT_TRUE(cache.regions("---\na: b\n---\n", BlockKind::Rule).empty());
  EXPECT_EQ(cache.regions("---\na: b\n---\n", BlockKind::FrontMatter).size(), 2U);
}

TEST(RegionCache, stays_usable_after_a_move) {
  RegionCache first;
  first.regions("*a*\n", BlockKind::Paragraph);
  RegionCache second = std::move(first);
  EXPECT_EQ(second.regions("*a*\n", BlockKind::Paragraph).size(), 1U);
}

}  // namespace
}  // namespace paravent::markdown
