// Aliases that a client folder knows already. All names are invented.
#include <gmock/gmock.h>

#include "anonymise/plan.hpp"
#include "rewritten.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;
using policy::Style;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Alias zoelia{Category::Person, "Personne C", "Zoélia Quarn", {}};

Anonymised done(std::string_view text, Style style, const std::vector<Alias>& known,
                const detect::Context& context = {}) {
  const policy::Policy policy = with_style(style);
  auto first = detect::find(text, policy, context);
  EXPECT_TRUE(first);
  auto out = anonymise(text, std::move(*first), policy, context, known);
  EXPECT_TRUE(out) << out.failure().en;
  return out ? std::move(*out) : Anonymised{};
}

TEST(KnownAliases, StandForWhomTheyStoodFor) {
  const auto out = done("Vu Zoélia Quarn hier.\n", Style::Pseudonym, {zoelia});
  EXPECT_THAT(out.text, HasSubstr("Personne C"));
  EXPECT_THAT(out.aliases, IsEmpty());
}

TEST(KnownAliases, ANewPersonGetsAnother) {
  const auto out = done("Vu Mme Brunelle Tarvic hier.\n", Style::Pseudonym,
                        {{Category::Person, "Personne A", "Zoélia Quarn", {}}});
  EXPECT_THAT(out.text, HasSubstr("Personne B"));
  EXPECT_THAT(out.aliases, SizeIs(1));
}

TEST(KnownAliases, LettersOfOneLanguageAreTakenInTheOther) {
  const auto out = done("I met Brunelle Tarvic yesterday, and she said that she was tired of her work.\n",
                        Style::Pseudonym, {{Category::Person, "Personne A", "Zoélia Quarn", {}}});
  EXPECT_THAT(out.text, HasSubstr("Person B"));
}

TEST(KnownAliases, OneWithoutANameIsOnlyTaken) {
  const auto out =
      done("Vu Mme Brunelle Tarvic hier.\n", Style::Pseudonym, {{Category::Person, "Personne A", "", {}}});
  EXPECT_THAT(out.text, HasSubstr("Personne B"));
}

TEST(KnownAliases, SeveralNamesLeadToOne) {
  const auto out = done("Vu Mme Brunelle Tarvic hier.\n", Style::Pseudonym,
                        {zoelia, {Category::Person, "Personne C", "Brunelle Tarvic", {}}});
  EXPECT_THAT(out.text, HasSubstr("Personne C"));
  EXPECT_THAT(out.aliases, IsEmpty());
}

TEST(KnownAliases, APersonWhomTheFolderKnowsInFullKeepsTheAlias) {
  detect::Context context;
  context.people = {"Zoélia Quarn"};
  const auto out = done("Appel avec Mme Quarn.\n", Style::Pseudonym, {zoelia}, context);
  EXPECT_THAT(out.text, HasSubstr("Personne C"));
  EXPECT_THAT(out.forms, SizeIs(1));
  EXPECT_EQ(out.forms.front().alias, "Personne C");
}

TEST(KnownAliases, TellTheFormsOfTheNote) {
  const auto out = done("Vu Zoélia Quarn. Mme Quarn va bien. Zoélia Quarn part.\n", Style::Pseudonym, {});
  ASSERT_THAT(out.forms, SizeIs(1));
  EXPECT_EQ(out.forms.front().alias, "Personne A");
  EXPECT_THAT(out.forms.front().forms, SizeIs(2));
  EXPECT_EQ(out.forms.front().forms.front(), "Zoélia Quarn");
}

TEST(KnownAliases, OfAnotherStyleDoNotCountForPeople) {
  const auto out = done("Vu Zoélia Quarn hier.\n", Style::Fictitious, {zoelia});
  ASSERT_THAT(out.aliases, SizeIs(1));
  const auto again = done("Vu Zoélia Quarn hier.\n", Style::Fictitious, {zoelia, out.aliases.front()});
  EXPECT_EQ(again.text, out.text);
  EXPECT_THAT(again.aliases, IsEmpty());
}

}  // namespace
}  // namespace paravent::anonymise
