#include "text/text_edit.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/random_text.hpp"

namespace paravent::text {
namespace {

TextEdits made(std::vector<TextEdit> edits, std::size_t size) {
  const auto result = TextEdits::make(std::move(edits), size);
  EXPECT_TRUE(result);
  return result.value_or(TextEdits());
}

// Edits at random places: touching ones, insertions and deletions included.
std::vector<TextEdit> random_edits(RandomText& random, std::size_t size) {
  std::vector<std::size_t> cuts;
  for (std::size_t i = random.below(12); i > 0; --i) cuts.push_back(random.below(size + 1));
  std::sort(cuts.begin(), cuts.end());
  std::vector<TextEdit> edits;
  for (std::size_t i = 0; i + 1 < cuts.size(); i += 1 + random.below(2)) {
    const ByteRange here = range(cuts[i], cuts[i + 1]);
    if (here.empty() && !edits.empty() && edits.back().range == here) continue;
    edits.push_back({here, random.any(random.below(3))});
  }
  return edits;
}

TEST(TextEdits, AreSortedWhenMade) {
  const TextEdits edits = made({{range(4, 5), "E"}, {range(0, 1), "A"}, {range(2, 2), "+"}}, 5);
  EXPECT_EQ(edits.apply("abcde"), "Ab+cdE");
  EXPECT_EQ(edits.all().front().range, range(0, 1));
}

TEST(TextEdits, OnesThatDoNotFitAreRefused) {
  EXPECT_FALSE(TextEdits::make({{range(0, 3), ""}, {range(2, 4), ""}}, 9));
  EXPECT_FALSE(TextEdits::make({{range(0, 5), ""}, {range(2, 3), ""}}, 9));
  EXPECT_FALSE(TextEdits::make({{range(0, 5), ""}, {range(2, 2), "x"}}, 9));
  EXPECT_FALSE(TextEdits::make({{range(0, 3), ""}, {range(0, 3), ""}}, 9));
  EXPECT_FALSE(TextEdits::make({{range(2, 2), "x"}, {range(2, 2), "y"}}, 9));
  EXPECT_FALSE(TextEdits::make({{range(3, 2), ""}}, 9));
  EXPECT_FALSE(TextEdits::make({{range(8, 10), ""}}, 9));
  EXPECT_FALSE(TextEdits::make({{range(10, 10), "x"}}, 9));
}

TEST(TextEdits, OnesThatOnlyTouchAreTaken) {
  EXPECT_EQ(made({{range(0, 1), "A"}, {range(1, 2), "B"}, {range(2, 2), "+"}}, 2).apply("ab"), "AB+");
  EXPECT_EQ(made({{range(0, 0), "+"}, {range(0, 2), "B"}}, 2).apply("ab"), "+B");
  EXPECT_TRUE(made({}, 0).empty());
}

TEST(TextEdits, TheInverseRestoresEveryByte) {
  RandomText random(6);
  for (int round = 0; round < 5000; ++round) {
    const std::string before = random.any(random.below(40));
    const TextEdits edits = made(random_edits(random, before.size()), before.size());
    const std::string after = edits.apply(before);
    const TextEdits inverse = edits.inverse(before);
    ASSERT_EQ(inverse.apply(after), before) << round;
    ASSERT_TRUE(TextEdits::make(inverse.all(), after.size())) << round;
    ASSERT_EQ(inverse.inverse(after).apply(before), after) << round;
  }
}

TEST(TextEdits, BytesThatStayAreFoundWhereTheyAreMapped) {
  RandomText random(7);
  for (int round = 0; round < 3000; ++round) {
    const std::string before = random.any(random.below(40));
    const TextEdits edits = made(random_edits(random, before.size()), before.size());
    const std::string after = edits.apply(before);
    for (std::size_t at = 0; at < before.size(); ++at) {
      const bool replaced = std::any_of(edits.all().begin(), edits.all().end(), [at](const TextEdit& edit) {
        return edit.range.contains(ByteOffset(at));
      });
      const ByteOffset now = edits.map(ByteOffset(at));
      ASSERT_LE(now.value, after.size());
      if (replaced) continue;
      ASSERT_EQ(after[now.value], before[at]) << round;
    }
    ASSERT_EQ(edits.map(ByteOffset(before.size())), ByteOffset(after.size())) << round;
  }
}

TEST(TextEdits, AnOffsetInsideAReplacedRangeLandsAtItsNewStart) {
  const TextEdits edits = made({{range(1, 1), "++"}, {range(3, 6), "X"}}, 8);
  const std::uint32_t expected[] = {0, 3, 4, 5, 5, 5, 6, 7, 8};
  for (std::uint32_t at = 0; at <= 8; ++at) EXPECT_EQ(edits.map(ByteOffset(at)), ByteOffset(expected[at]));
}

}  // namespace
}  // namespace paravent::text
