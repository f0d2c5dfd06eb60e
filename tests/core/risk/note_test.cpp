// Whole notes: before and after anonymising, long ones, hostile ones.
#include <chrono>

#include "core/risk/risk_case.hpp"

namespace paravent::risk::test {
namespace {

constexpr const char* note =
    "# Première séance\n\nClaire Dupont, DRH chez LVMH à Limoges, 52 ans, hésite à partir.\n\nElle a "
    "rencontré "
    "Marc Lefèvre, comptable.\n";

TEST(WholeNotes, PeopleComeInOrderWithTheirFirstMention) {
  const auto people = people_of(note);
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0].name, "Claire Dupont");
  EXPECT_EQ(people[1].name, "Marc Lefèvre");
  EXPECT_LT(people[0].range.begin, people[1].range.begin);
  EXPECT_EQ(std::string_view(note).substr(people[0].range.begin.value, people[0].range.size()),
            "Claire Dupont");
}

TEST(WholeNotes, FactsSayWhereTheyStand) {
  for (const Person& person : people_of(note)) {
    for (const Fact& fact : person.facts) {
      if (fact.trait == Trait::Employer) continue;
      EXPECT_EQ(std::string_view(note).substr(fact.range.begin.value, fact.range.size()).substr(0, 2),
                fact.label.substr(0, 2));
    }
  }
}

TEST(WholeNotes, AnonymisingLowersTheRiskAndLeavesWhatStaysReadable) {
  const auto before = people_of(note);
  const auto after = people_after(note);
  ASSERT_FALSE(before.empty());
  EXPECT_EQ(before[0].grade, Grade::VeryFew);
  ASSERT_FALSE(after.empty());
  EXPECT_GT(after[0].thousandths, before[0].thousandths);
  EXPECT_THAT(combination(after[0]), testing::HasSubstr("grand groupe de luxe"));
  EXPECT_THAT(combination(after[0]), testing::Not(testing::HasSubstr("Limoges")));
}

TEST(WholeNotes, AnEmptyOneHasNobody) {
  EXPECT_TRUE(people_of("").empty());
  EXPECT_TRUE(people_of("\n\n---\n").empty());
}

TEST(WholeNotes, TheSameFactTwiceCountsOnce) {
  EXPECT_EQ(told(people_of("Claire Dupont, DRH à Limoges. Elle est DRH à Limoges.\n")),
            told(people_of("Claire Dupont, DRH à Limoges.\n")));
}

TEST(WholeNotes, CodeAndFrontMatterDoNoHarm) {
  EXPECT_EQ(told(people_of("---\nclient: Claire Dupont\nposte: DRH\nville: Limoges\n---\n\nSéance calme.\n")),
            (std::vector<std::string>{"DRH + Limoges: few"}));
}

// Four times the note: a quadratic step would take sixteen times as long.
TEST(WholeNotes, CostGrowsWithTheLengthOfTheNote) {
  const auto time_of = [](std::size_t copies) {
    std::string text;
    for (std::size_t i = 0; i < copies; ++i) text += note;
    const auto analysis = detect::find(text, {}, {});
    auto best = std::chrono::nanoseconds::max();
    for (int i = 0; i < 3; ++i) {
      const auto start = std::chrono::steady_clock::now();
      const auto people = assess(text, *analysis, text::Language::French);
      best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - start);
      EXPECT_FALSE(people.empty());
    }
    return best;
  };
  EXPECT_LT(time_of(2000), time_of(500) * 9);
}

}  // namespace
}  // namespace paravent::risk::test
