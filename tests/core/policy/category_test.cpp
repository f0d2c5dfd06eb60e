#include "policy/category.hpp"

#include <gtest/gtest.h>

#include <set>

namespace paravent::policy {
namespace {

TEST(Category, CodesGoThereAndBack) {
  std::set<std::string_view> codes;
  for (std::size_t i = 0; i < category_count; ++i) {
    const auto category = static_cast<Category>(i);
    EXPECT_EQ(category_of(code_of(category)), category);
    codes.insert(code_of(category));
    EXPECT_FALSE(noun_of(category).fr.empty());
    EXPECT_FALSE(noun_of(category).en.empty());
  }
  EXPECT_EQ(codes.size(), category_count);
}

TEST(Category, CodesMatchTheNamesOfTheEnumeration) {
  EXPECT_EQ(code_of(Category::Person), "PERSON");
  EXPECT_EQ(code_of(Category::Birthdate), "BIRTHDATE");
  EXPECT_EQ(code_of(Category::Ip), "IP");
  EXPECT_EQ(code_of(Category::Public), "PUBLIC");
}

TEST(Category, CaseOfACodeDoesNotMatter) {
  EXPECT_EQ(category_of("iban"), Category::Iban);
  EXPECT_EQ(category_of("Person"), Category::Person);
  EXPECT_EQ(category_of("PERSONS"), std::nullopt);
  EXPECT_EQ(category_of(""), std::nullopt);
}

TEST(Category, OnlySensitiveAndPublicAreNotMasked) {
  for (std::size_t i = 0; i < category_count; ++i) {
    const auto category = static_cast<Category>(i);
    EXPECT_EQ(is_masked(category), category != Category::Sensitive && category != Category::Public);
  }
}

TEST(CategorySet, HoldsWhatWasInserted) {
  CategorySet set;
  set.insert(Category::Date);
  set.insert(Category::Public);
  EXPECT_TRUE(set.contains(Category::Date));
  EXPECT_FALSE(set.contains(Category::Age));
  CategorySet dates;
  dates.insert(Category::Date);
  EXPECT_FALSE(set.without(dates).contains(Category::Date));
  EXPECT_TRUE(set.without(dates).contains(Category::Public));
}

}  // namespace
}  // namespace paravent::policy
