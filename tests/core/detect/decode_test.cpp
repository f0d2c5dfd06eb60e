// The decoder: from scores to spans.
#include "detect/decode.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "detect/tokeniser.hpp"

namespace paravent::detect {
namespace {

// A model whose rows weigh nothing, and that gives margins as they are.
class NoWeights {
 public:
  NoWeights() : bytes_(TaggerModel::file_size(1)) {
    TaggerModel::Header header;
    header.row_bits = 1;
    header.unit = 10;
    std::memcpy(bytes_.data(), &header, sizeof header);
  }
  TaggerModel model() const { return TaggerModel(bytes_.data()); }

 private:
  std::vector<unsigned char> bytes_;
};

std::vector<Span> decoded(std::string_view text, const std::vector<Candidate>& candidates) {
  FormTable forms;
  const NoWeights weights;
  return decode(weights.model(), tokenise_name(text, forms), candidates);
}

// A candidate with scores for some tags, and less than nothing for all others.
Candidate candidate(std::uint32_t token,
                    std::initializer_list<std::tuple<Label, WordOf, std::int16_t>> scores) {
  Candidate out;
  out.token = token;
  out.scores.fill(-100);
  for (const auto& [label, place, score] : scores) out.scores[tag_of(label, place) - std::size_t{1}] = score;
  return out;
}

TEST(Decode, JoinsTheWordsOfOneName) {
  const auto spans = decoded("Yann Bihan", {candidate(0, {{Label::Person, WordOf::Begin, 20}}),
                                            candidate(1, {{Label::Person, WordOf::Last, 15}})});
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(spans[0].first, 0U);
  EXPECT_EQ(spans[0].last, 2U);
  EXPECT_EQ(spans[0].margin, 35);
}

TEST(Decode, TwoNamesMayStandSideBySide) {
  const auto spans = decoded("Yann Bihan Zoe", {candidate(0, {{Label::Person, WordOf::Begin, 20}}),
                                                candidate(1, {{Label::Person, WordOf::Last, 15}}),
                                                candidate(2, {{Label::Person, WordOf::Unit, 15}})});
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(spans[1].first, 2U);
}

TEST(Decode, ACommaEndsAName) {
  const std::vector<Candidate> candidates{
      candidate(0, {{Label::Person, WordOf::Begin, 20}, {Label::Person, WordOf::Unit, 5}}),
      candidate(1, {{Label::Person, WordOf::Last, 20}, {Label::Person, WordOf::Unit, 5}})};
  EXPECT_EQ(decoded("Yann, Bihan", candidates).size(), 2U);
  EXPECT_EQ(decoded("Yann Bihan", candidates).size(), 1U);
}

TEST(Decode, ACapitalThatJustLosesIsAHint) {
  const auto spans = decoded("Bihan", {candidate(0, {{Label::Person, WordOf::Unit, -3}})});
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(spans[0].margin, -3);
  EXPECT_LT(score_of_margin(spans[0].margin), 500);
  EXPECT_TRUE(decoded("Bihan", {candidate(0, {{Label::Person, WordOf::Unit, -30}})}).empty());
}

TEST(Decode, ACitedAuthorKeepsWhatSpeaksForAPrivatePerson) {
  const auto spans = decoded(
      "Bihan", {candidate(0, {{Label::Author, WordOf::Unit, 30}, {Label::Person, WordOf::Unit, 12}})});
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(spans[0].label, Label::Author);
  EXPECT_EQ(spans[0].citation, 18);
}

TEST(Decode, TheNumberBehindACodeNameBelongsToIt) {
  const auto spans = decoded("Horizon 2027", {candidate(0, {{Label::Project, WordOf::Unit, 30}})});
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
