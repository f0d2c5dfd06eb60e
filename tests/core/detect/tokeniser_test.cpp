// Words, their shapes, and the gaps between them.
#include "detect/tokeniser.hpp"

#include <gmock/gmock.h>

#include "markdown/block.hpp"
#include "markdown/region.hpp"

namespace paravent::detect {
namespace {

using ::testing::ElementsAre;

// The table that the words of these tests point to.
FormTable& forms() {
  static FormTable table;
  return table;
}

Tokens tokens_of(std::string_view text) {
  Tokens out;
  out.text = text;
  for (const markdown::Block& block : markdown::split_blocks(text)) {
    const auto regions =
        markdown::parse_regions(text.substr(block.range.begin.value, block.range.size()), block.kind);
    tokenise_block(block.range, regions, forms(), out);
  }
  return out;
}

std::vector<std::string> words_of(const Tokens& tokens) {
  std::vector<std::string> out;
  out.reserve(tokens.all.size());
  for (const Token& token : tokens.all) out.emplace_back(tokens.surface(token));
  return out;
}

TEST(Tokeniser, SplitsAtApostrophesAndHyphens) {
  const Tokens tokens = tokens_of("l’équipe d'Anne-Sophie");
  EXPECT_THAT(words_of(tokens), ElementsAre("l", "équipe", "d", "Anne", "Sophie"));
  EXPECT_TRUE(tokens.all[1].gap.has(Gap::Apostrophe));
  EXPECT_TRUE(tokens.all[4].gap.has(Gap::Hyphen));
  EXPECT_EQ(tokens.form(1), "equipe");
}

TEST(Tokeniser, KnowsTheShapeOfAWord) {
  const Tokens tokens = tokens_of("claire Claire CLAIRE C LinkedIn 12 Q3");
  const std::vector<Shape> expected{Shape::Lower, Shape::Capital, Shape::AllCaps, Shape::Initial,
                                    Shape::Mixed, Shape::Digits,  Shape::Digits};
  ASSERT_EQ(tokens.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(tokens.all[i].shape, expected[i]) << i;
}

TEST(Tokeniser, TheDotOfAnInitialOrATitleEndsNoSentence) {
  const Tokens tokens = tokens_of("Vu M. Petit et C. Dupont. Demain non");
  EXPECT_TRUE(continues_sentence(tokens.all[2]));
  EXPECT_TRUE(continues_sentence(tokens.all[5]));
  EXPECT_FALSE(continues_sentence(tokens.all[6]));
  EXPECT_TRUE(tokens.all[6].where.has(Where::SentenceStart));
}

TEST(Tokeniser, ElidedAndAccentedFormsKeepTheirCue) {
  const Tokens tokens = tokens_of("il m’a dit né à Vannes, ne va pas");
  EXPECT_FALSE(tokens.all[1].cues.has(WordCue::Civility));
  EXPECT_TRUE(tokens.all[4].cues.has(WordCue::PlaceVerb));
  EXPECT_TRUE(tokens.all[5].cues.has(WordCue::ToPlace));
  EXPECT_FALSE(tokens.all[7].cues.has(WordCue::PlaceVerb));
}

TEST(Tokeniser, SplitsCamelCaseInTagsAndWhereItReadsAsAName) {
  EXPECT_THAT(words_of(tokens_of("vu #texteMasque ici")), ElementsAre("vu", "texte", "Masque", "ici"));
  EXPECT_THAT(words_of(tokens_of("vu ClaireDupont ici")), ElementsAre("vu", "Claire", "Dupont", "ici"));
  for (const char* word : {"LinkedIn", "PowerPoint", "YouTube", "McDonald", "texteMasque"})
    EXPECT_THAT(words_of(tokens_of(word)), ElementsAre(word));
}

TEST(Tokeniser, AWordGoesOnBehindWhatIsNotSeen) {
  for (const char* text : {"Cl\u00ADaire", "Cl\u200Baire", "Cl\u200D\u2060aire", "Cl\uFEFFaire",
                           "Cl\u202Aaire", "Cl&shy;aire", "Cl&#8203;aire"}) {
    const Tokens tokens = tokens_of(text);
    ASSERT_EQ(tokens.size(), 1U) << text;
    EXPECT_EQ(tokens.form(0), "claire") << text;
    EXPECT_EQ(tokens.all[0].shape, Shape::Capital) << text;
    EXPECT_EQ(tokens.surface(tokens.all[0]), text);
  }
  const Tokens two = tokens_of("\u200BClaire\u200BDupont\u200B ici");
  EXPECT_THAT(words_of(two), ElementsAre("Claire", "Dupont", "ici"));
  EXPECT_TRUE(is_joined(two.all[1]));
  EXPECT_TRUE(two.all[2].gap.only(Gaps{Gap::Space}));
}

TEST(Tokeniser, AWordGoesOnBehindMarkup) {
  const std::vector<std::pair<const char*, const char*>> examples{
      {"**C**laire", "C**laire"},
      {"Clai*re*", "Clai*re"},
      {"C*l*ai~~re~~", "C*l*ai~~re"},
      {"Cl<b>ai</b>re", "Cl<b>ai</b>re"},
      {"<i>Cl</i><b class=\"x\">aire</b>", "Cl</i><b class=\"x\">aire"},
  };
  for (const auto& [text, surface] : examples) {
    const Tokens tokens = tokens_of(text);
    EXPECT_THAT(words_of(tokens), ElementsAre(surface));
    EXPECT_EQ(tokens.form(0), "claire") << text;
    EXPECT_EQ(tokens.all[0].shape, Shape::Capital) << text;
  }
}

TEST(Tokeniser, MarkupPartsWordsThatAreNotOne) {
  EXPECT_THAT(words_of(tokens_of("2*3*4 a*b")), ElementsAre("2", "3", "4", "a", "b"));
  EXPECT_THAT(words_of(tokens_of("**Objet**Claire")), ElementsAre("Objet", "Claire"));
  EXPECT_THAT(words_of(tokens_of("Claire**1**")), ElementsAre("Claire", "1"));
  EXPECT_THAT(words_of(tokens_of("Claire<br>Dupont")), ElementsAre("Claire", "Dupont"));
  EXPECT_TRUE(tokens_of("Claire<br/>Dupont").all[1].gap.has(Gap::LineBreak));
  EXPECT_THAT(words_of(tokens_of("un `Cl*ai*re` ici")), ElementsAre("un", "Cl", "ai", "re", "ici"));
}

TEST(Tokeniser, ATagAroundAWordIsNone) {
  const Tokens tokens = tokens_of("Mme <b>Dupont</b> <a href=\"x\">va</a>");
  EXPECT_THAT(words_of(tokens), ElementsAre("Mme", "Dupont", "a", "href", "x", "va"));
  EXPECT_TRUE(tokens.all[1].gap.only(Gaps{Gap::Space, Gap::Emphasis}));
  EXPECT_FALSE(tokens.all[4].where.has(Where::NoNames));
  EXPECT_TRUE(tokens.all[3].where.has(Where::NoNames));
  EXPECT_FALSE(tokens.all[5].where.has(Where::NoNames));
}

TEST(Tokeniser, ReadsCharactersHoweverTheyAreWritten) {
  const std::vector<std::pair<const char*, const char*>> examples{
      {"Ren&eacute;", "rene"},
      {"&Eacute;milie", "emilie"},
      {"Ren&#233;e", "renee"},
      {"He\u0301le\u0300ne", "helene"},
      {"ＣＬＡＩＲＥ", "claire"},
      {"Cl\u0430ire", "claire"},             // a Cyrillic а
      {"\u0421laire", "claire"},             // a Cyrillic С
      {"P\u03BFl", "pol"},                   // a Greek ο
      {"\u0410\u043D\u043D\u0430", "анна"},  // all of it Cyrillic
  };
  for (const auto& [text, form] : examples) {
    const Tokens tokens = tokens_of(text);
    ASSERT_EQ(tokens.size(), 1U) << text;
    EXPECT_EQ(tokens.form(0), form) << text;
    EXPECT_EQ(tokens.surface(tokens.all[0]), text);
  }
  EXPECT_EQ(tokens_of("HE\u0301LE\u0300NE").all[0].shape, Shape::AllCaps);
  EXPECT_TRUE(tokens_of("Claire&nbsp;Dupont").all[1].gap.only(Gaps{Gap::Space}));
  EXPECT_TRUE(tokens_of("Kevin O&rsquo;Brien").all[2].gap.only(Gaps{Gap::Apostrophe}));
  EXPECT_TRUE(tokens_of("claire\\_dupont").all[1].gap.only(Gaps{Gap::Underscore}));
}

TEST(Tokeniser, PercentsAreCharactersInLinksAndBehindLetters) {
  const Tokens link = tokens_of("[x](%C3%89milie%20%20Dupont.md)");
  EXPECT_THAT(words_of(link), ElementsAre("x", "%C3%89milie", "Dupont", "md"));
  EXPECT_EQ(link.form(1), "emilie");
  EXPECT_EQ(link.all[1].shape, Shape::Capital);
  EXPECT_TRUE(link.all[2].gap.only(Gaps{Gap::Space}));
  EXPECT_THAT(words_of(tokens_of("voir H%C3%A9l%C3%A8ne%20Dupont.md")),
              ElementsAre("voir", "H%C3%A9l%C3%A8ne", "Dupont", "md"));
  EXPECT_THAT(words_of(tokens_of("entre 50%20 et %41")), ElementsAre("entre", "50", "20", "et", "41"));
}

TEST(Tokeniser, UnderscoresInCodeAreInNoForm) {
  EXPECT_EQ(tokens_of("le `claire_dupont` ici").form(1), "clairedupont");
}

TEST(Tokeniser, KeepsProgramWordsWhole) {
  EXPECT_THAT(words_of(tokens_of("le `pierre_count` ici")), ElementsAre("le", "pierre_count", "ici"));
}

TEST(Tokeniser, AWordOfAMegabyteIsOneWordWithoutForm) {
  const std::string text(1U << 20U, 'A');
  const Tokens tokens = tokens_of(text);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_TRUE(tokens.form(0).empty());
}

}  // namespace
}  // namespace paravent::detect
