// The weights that the program ships.
#include "detect/tagger_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "support/source_dir.hpp"

namespace paravent::detect {
namespace {

TEST(TaggerModel, WasTrainedWithTheFeaturesOfToday) {
  EXPECT_EQ(TaggerModel::built_in().trained_features(), feature_count) << "run ./dev train";
}

TEST(TaggerModel, HasAWholeFileOfAtMostFourMegabytes) {
  const auto size = std::filesystem::file_size(std::string(PARAVENT_SOURCE_DIR) + "/data/model/tagger.bin");
  EXPECT_LE(size, 4'000'000U);
  const auto fits = [&](std::uint32_t bits) { return TaggerModel::file_size(bits) == size; };
  EXPECT_TRUE(fits(16) || fits(17));
}

TEST(TaggerModel, LearnedThatACivilitySpeaksForAPerson) {
  const TaggerModel& model = TaggerModel::built_in();
  const RowId civility = model.row_of(Feature::CivilityBeforeCapital);
  // Large weights are cut at the same value: over all places in a name.
  const auto speaks_for = [&](Label label) {
    int sum = 0;
    for (const WordOf place : {WordOf::Unit, WordOf::Begin, WordOf::Inside, WordOf::Last})
      sum += model.weight(civility, tag_of(label, place));
    return sum;
  };
  EXPECT_GT(speaks_for(Label::Person), speaks_for(Label::Org));
}

}  // namespace
}  // namespace paravent::detect
