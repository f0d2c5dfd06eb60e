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
  EXPECT_GT(model.weight(civility, tag_of(Label::Person, WordOf::Unit)),
            model.weight(civility, tag_of(Label::Org, WordOf::Unit)));
}

}  // namespace
}  // namespace paravent::detect
