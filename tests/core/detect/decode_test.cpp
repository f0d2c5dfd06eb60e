// The decoder: from scores to spans.
#include "detect/decode.hpp"

#include <gtest/gtest.h>

#include "detect/tokeniser.hpp"

namespace paravent::detect {
namespace {

Candidate candidate(std::uint32_t token, Scores scores) {
  Candidate out;
  out.token = token;
  out.scores = scores;
  return out;
}

TEST(Decode, JoinsWordsOfOneLabel) {
  FormTable forms;
  const Tokens tokens = tokenise_name("Yann Bihan", forms);
  const auto spans = decode(tokens, {candidate(0, {0, 20, 0, 0, 0}), candidate(1, {0, 15, 0, 0, 0})});
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(spans[0].first, 0U);
  EXPECT_EQ(spans[0].last, 2U);
  EXPECT_EQ(spans[0].margin, 20);
}

TEST(Decode, ACommaEndsASpan) {
  FormTable forms;
  const Tokens tokens = tokenise_name("Yann, Bihan", forms);
  EXPECT_EQ(decode(tokens, {candidate(0, {0, 20, 0, 0, 0}), candidate(1, {0, 15, 0, 0, 0})}).size(), 2U);
}

TEST(Decode, AHyphenHoldsAWeakPartToItsNeighbour) {
  FormTable forms;
  const Tokens tokens = tokenise_name("Anne-Xyz", forms);
  const auto spans = decode(tokens, {candidate(0, {0, 40, 0, 0, 0}), candidate(1, {0, -10, 5, 0, 0})});
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(spans[0].last, 2U);
  EXPECT_EQ(spans[0].label, Label::Person);
}

TEST(Decode, ACapitalThatJustLosesIsAHint) {
  FormTable forms;
  const Tokens tokens = tokenise_name("Bihan", forms);
  const auto spans = decode(tokens, {candidate(0, {0, -3, -20, -20, -20})});
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_LT(spans[0].margin, 0);
  EXPECT_LT(score_of_margin(spans[0].margin), 500);
  EXPECT_TRUE(decode(tokens, {candidate(0, {0, -30, -30, -30, -30})}).empty());
}

TEST(Decode, TheNumberBehindACodeNameBelongsToIt) {
  FormTable forms;
  const Tokens tokens = tokenise_name("Horizon 2027", forms);
  const auto spans = decode(tokens, {candidate(0, {0, 0, 0, 0, 30})});
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(spans[0].last, 2U);
}

TEST(Decode, ScoresGrowWithTheMargin) {
  EXPECT_EQ(score_of_margin(0), 500);
  for (int margin = -60; margin < 60; ++margin) {
    EXPECT_LE(score_of_margin(margin), score_of_margin(margin + 1));
    EXPECT_EQ(score_of_margin(margin) + score_of_margin(-margin), 1000);
  }
}

}  // namespace
}  // namespace paravent::detect
