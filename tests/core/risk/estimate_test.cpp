// Integers, monotony, and the smallest change that leads to a better grade.
#include "core/risk/risk_case.hpp"

namespace paravent::risk::test {
namespace {

constexpr const char* telling = "Claire Dupont, DRH d’un grand groupe de luxe à Limoges, 52 ans, hésite.\n";

std::string advice_of(const char* note, text::Language language = text::Language::French) {
  const auto people = people_of(note, language);
  return people.size() == 1 ? advice(people.front(), language) : std::string("not one person");
}

TEST(Grades, HaveTheirBorders) {
  EXPECT_EQ(grade_of(0), Grade::VeryFew);
  EXPECT_EQ(grade_of(9'999), Grade::VeryFew);
  EXPECT_EQ(grade_of(10'000), Grade::Few);
  EXPECT_EQ(grade_of(99'999), Grade::Few);
  EXPECT_EQ(grade_of(100'000), Grade::Hundreds);
  EXPECT_EQ(grade_of(999'999), Grade::Hundreds);
  EXPECT_EQ(grade_of(1'000'000), Grade::Many);
}

TEST(Estimates, NeverFallWhenAFactIsTakenOutOrSaidLessExactly) {
  const auto people = people_of(telling);
  ASSERT_EQ(people.size(), 1U);
  const auto& facts = people[0].facts;
  ASSERT_EQ(facts.size(), 4U);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Change out{i, false};
    EXPECT_GT(estimate(facts, std::span(&out, 1)), people[0].thousandths) << facts[i].label;
    if (!facts[i].can_be_coarser()) continue;
    const Change coarser{i, true};
    EXPECT_GT(estimate(facts, std::span(&coarser, 1)), people[0].thousandths) << facts[i].label;
    EXPECT_GT(estimate(facts, std::span(&out, 1)), estimate(facts, std::span(&coarser, 1))) << facts[i].label;
  }
}

TEST(Changes, EachAlternativeLeadsToABetterGradeAndNoPartOfItDoes) {
  for (const char* note :
       {telling, "Claire Dupont, notaire à Guéret, 38 ans.\n", "Marc Lefèvre, DSI à Lyon, 47 ans.\n",
        "Claire Dupont, libraire à Limoges, a une sclérose en plaques.\n"}) {
    for (const Person& person : people_of(note)) {
      ASSERT_FALSE(person.changes.empty()) << note;
      for (const Changes& changes : person.changes) {
        EXPECT_GT(grade_of(estimate(person.facts, changes)), person.grade) << note;
        for (std::size_t left = 0; left < changes.size(); ++left) {
          Changes fewer = changes;
          fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left));
          EXPECT_EQ(grade_of(estimate(person.facts, fewer)), person.grade) << note;
        }
      }
    }
  }
}

TEST(Changes, AreNamedInBothLanguages) {
  EXPECT_EQ(advice_of("Claire Dupont, DRH à Limoges, 52 ans, hésite.\n"),
            "donner la région au lieu de la ville, ou donner l’âge à dix ans près");
  EXPECT_EQ(
      advice_of("Sarah Collins, an HR director in Limoges, is 52 years old.\n", text::Language::English),
      "give the region instead of the town, or give the age to ten years");
}

TEST(Changes, NoneWhereManyShareIt) {
  for (const Person& person : people_of("Claire Dupont, infirmière, 44 ans.\n"))
    EXPECT_TRUE(person.changes.empty());
}

TEST(Messages, SayGradeAndAdviceAndNeverThatThereIsNoRisk) {
  const auto people = people_of(telling);
  ASSERT_EQ(people.size(), 1U);
  EXPECT_THAT(message(people[0], text::Language::French),
              testing::AllOf(testing::HasSubstr("DRH + grand groupe de luxe + Limoges + 52 ans"),
                             testing::HasSubstr("très peu de personnes (moins de 10)"),
                             testing::HasSubstr("estimation"), testing::HasSubstr("la ville")));
  EXPECT_THAT(message(people[0], text::Language::English),
              testing::HasSubstr("very few people (fewer than 10)"));
}

TEST(Messages, HoldNoName) {
  for (const Person& person : people_of("Claire Dupont, DRH chez LVMH à Limoges, 52 ans.\n")) {
    EXPECT_THAT(
        message(person, text::Language::French),
        testing::AllOf(testing::Not(testing::HasSubstr("Claire")), testing::Not(testing::HasSubstr("LVMH"))));
  }
}

}  // namespace
}  // namespace paravent::risk::test
