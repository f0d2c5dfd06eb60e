#include "store/belongings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paravent::store {
namespace {

using policy::Category;

Entry entry(Category category, const std::string& canonical, const std::vector<std::string>& forms = {}) {
  Entry out;
  out.category = category;
  out.canonical = canonical;
  out.forms = forms;
  out.id = canonical;
  return out;
}

Entry brunelle() {
  return entry(Category::Person, "Brunelle Tarvic", {"Brunelle", "B. Tarvic", "brunelle-tarvic"});
}

std::vector<std::string> words_at(std::string_view text, const std::vector<text::ByteRange>& ranges) {
  std::vector<std::string> out;
  out.reserve(ranges.size());
  for (const text::ByteRange& range : ranges) out.emplace_back(text.substr(range.begin.value, range.size()));
  return out;
}

TEST(Belongings, HandlesMadeOfANameAreItsBearers) {
  const NamesOf names(brunelle(), {brunelle()});
  for (const char* own : {"brunelle.tarvic@vorbexia.example", "Tarvic_Brunelle@mail.example",
                          "b.tarvic@mail.example", "btarvic@mail.example", "brunelletarvic84@mail.example",
                          "tarvic@mail.example", "contact@brunelle-tarvic.example"}) {
    EXPECT_TRUE(names.own(entry(Category::Email, own))) << own;
  }
  for (const char* other : {"contact@vorbexia.example", "paul.tarvic@mail.example", "ptarvic@mail.example",
                            "b@mail.example", "brunellette@mail.example"}) {
    EXPECT_FALSE(names.own(entry(Category::Email, other))) << other;
  }
  for (const char* own :
       {"@btarvic", "https://site.example/in/brunelle-tarvic", "https://site.example/tarvic"}) {
    EXPECT_TRUE(names.own(entry(Category::Url, own))) << own;
  }
  EXPECT_FALSE(names.own(entry(Category::Url, "https://site.example/in/paul-tarvic")));
}

TEST(Belongings, AWordThatAnotherBearsTellsOfNobody) {
  const std::vector<Entry> folder{brunelle(), entry(Category::Person, "Paul Tarvic", {"Paul"})};
  const NamesOf names(brunelle(), folder);
  EXPECT_TRUE(names.own(entry(Category::Email, "brunelle.tarvic@mail.example")));
  EXPECT_TRUE(names.own(entry(Category::Email, "b.tarvic@mail.example")));
  EXPECT_FALSE(names.own(entry(Category::Email, "p.tarvic@mail.example")));
  EXPECT_FALSE(names.own(entry(Category::Email, "tarvic@mail.example")));
  EXPECT_FALSE(names.own(entry(Category::Person, "Tarvic")));
  EXPECT_FALSE(names.own(folder[1]));
  EXPECT_FALSE(names.own_name("Tarvic"));
  const std::vector<Entry> sisters{brunelle(), entry(Category::Person, "Bérénice Tarvic")};
  EXPECT_FALSE(NamesOf(brunelle(), sisters).own(entry(Category::Url, "@btarvic")));
  EXPECT_TRUE(names.own_name("tarvic brunelle"));
}

TEST(Belongings, OtherEntriesOfAPersonAreHersButNotABareGivenName) {
  const NamesOf names(brunelle(), {brunelle()});
  EXPECT_TRUE(names.own(entry(Category::Person, "Tarvic")));
  EXPECT_TRUE(names.own(entry(Category::Person, "BRUNELLE TARVIC")));
  EXPECT_TRUE(names.own(entry(Category::Org, "Cabinet Brunelle Tarvic")));
  EXPECT_FALSE(names.own(entry(Category::Person, "Brunelle")));
  EXPECT_FALSE(names.own(entry(Category::Person, "Brunelle Dormasse")));
  EXPECT_FALSE(names.own(entry(Category::Org, "Vorbexia")));
}

TEST(Belongings, ANameWrittenSurnameFirstIsTheSame) {
  const NamesOf names(entry(Category::Person, "TARVIC, Brunelle"), {});
  EXPECT_TRUE(names.own(entry(Category::Person, "Tarvic")));
  EXPECT_TRUE(names.own(entry(Category::Person, "B. Tarvic")));
  EXPECT_FALSE(names.own(entry(Category::Person, "Brunelle")));
}

TEST(Belongings, ATextHasHerNameWholeOrByItsWords) {
  const NamesOf names(brunelle(), {brunelle()});
  constexpr std::string_view text = "Vu Tarvic\nBrunelle, puis brunelle et Brunelle chez Tarvicson.";
  EXPECT_THAT(words_at(text, names.whole_in(text)), testing::ElementsAre("Tarvic\nBrunelle"));
  EXPECT_THAT(words_at(text, names.any_in(text, NamesOf::Words::AsNames)),
              testing::ElementsAre("Tarvic\nBrunelle", "Tarvic", "Brunelle", "Brunelle"));
  EXPECT_THAT(words_at(text, names.any_in(text, NamesOf::Words::InAnyCase)),
              testing::ElementsAre("Tarvic\nBrunelle", "Tarvic", "Brunelle", "brunelle", "Brunelle"));
  EXPECT_TRUE(names.any_in("", NamesOf::Words::InAnyCase).empty());
}

TEST(Belongings, ANameOfOneWordOwnsNoMoreThanItself) {
  const Entry claire = entry(Category::Person, "Claire");
  const NamesOf names(claire, {claire});
  EXPECT_FALSE(names.own(entry(Category::Person, "Claire Dupont")));
  EXPECT_FALSE(names.own(entry(Category::Url, "https://site.example/in/claire-dupont")));
  EXPECT_TRUE(names.own_name("claire"));
}

}  // namespace
}  // namespace paravent::store
