#include "knowledge/shares.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/knowledge/committed_tables.hpp"

namespace paravent::knowledge {
namespace {

std::optional<ReadableFact> fact(const std::string& text) {
  const std::vector<std::string> words = testing::folded_words(text);
  const std::vector<std::string_view> views(words.begin(), words.end());
  return longest_readable_fact(views);
}

TEST(Shares, EveryRowIsFoundByKindAndKey) {
  for (const auto& row : testing::column_rows("shares.tsv")) {
    const auto found = share(row.at("kind"), row.at("key"));
    ASSERT_TRUE(found) << row.at("key");
    EXPECT_EQ(std::to_string(found->value), row.at("value")) << row.at("key");
    EXPECT_EQ(found->home, row.at("home")) << row.at("key");
  }
  EXPECT_FALSE(share("role", "luxe")) << "a key of another kind";
  EXPECT_FALSE(share("role", ""));
}

TEST(ReadableFacts, TheLongestPhraseIsFound) {
  const auto honour = fact("champion du monde de judo");
  ASSERT_TRUE(honour);
  EXPECT_EQ(honour->kind, FactKind::Honour);
  EXPECT_EQ(honour->words, 3);
  const auto large = fact("grand groupe de luxe parisien");
  ASSERT_TRUE(large);
  EXPECT_EQ(large->kind, FactKind::Employer);
  EXPECT_EQ(large->key, "luxe");
  EXPECT_EQ(large->words, 4);
  const auto any = fact("maison de luxe");
  ASSERT_TRUE(any);
  EXPECT_LT(large->per_million, any->per_million) << "only a part of the jobs is in large firms";
  EXPECT_FALSE(fact("une belle journée"));
}

}  // namespace
}  // namespace paravent::knowledge
