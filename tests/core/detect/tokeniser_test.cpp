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

TEST(Tokeniser, SplitsCamelCaseInTagsOnly) {
  EXPECT_THAT(words_of(tokens_of("vu #claireDupont ici")), ElementsAre("vu", "claire", "Dupont", "ici"));
  EXPECT_THAT(words_of(tokens_of("vu LinkedIn ici")), ElementsAre("vu", "LinkedIn", "ici"));
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
