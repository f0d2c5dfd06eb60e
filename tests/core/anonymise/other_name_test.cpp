// Invented names that the user chooses, and one in place of another.
#include "anonymise/other_name.hpp"

#include <gtest/gtest.h>

#include "anonymise/chosen_name.hpp"
#include "detect/fictitious_form.hpp"

namespace paravent::anonymise {
namespace {

using Because = Objection::Because;

const std::vector<Alias> folder{{policy::Category::Person, "Isabelle Vauremelle", "Claire Maheut", {}},
                                {policy::Category::Person, "Alan Aubevois", "Lucas Ferrandin", {}}};

std::string renamed(std::string_view text, const std::string& name = "Lucie Belmaghiri",
                    const std::vector<std::string>& old = {"Isabelle Vauremelle"}) {
  return other_name(text, old, name, folder).apply(text);
}

std::optional<Because> against(std::string_view typed, const NamesInUse& used = {}) {
  const auto objection = objection_to(typed, used);
  return objection ? std::optional(objection->because) : std::nullopt;
}

TEST(OtherName, TakesThePlaceOfEveryMention) {
  EXPECT_EQ(renamed("Vu Isabelle Vauremelle, Mme Vauremelle dit oui.\n"),
            "Vu Lucie Belmaghiri, Mme Belmaghiri dit oui.\n");
  EXPECT_EQ(renamed("Avis d’Isabelle Vauremelle, qu’Isabelle Vauremelle garde.\n"),
            "Avis de Lucie Belmaghiri, que Lucie Belmaghiri garde.\n");
  EXPECT_EQ(renamed("Avis de Vauremelle.\n", "Isabelle Aubelaine"), "Avis d’Aubelaine.\n");
  EXPECT_EQ(renamed("Voir [[Isabelle-Vauremelle]] et #isabelle-vauremelle.\n"),
            "Voir [[Lucie-Belmaghiri]] et #lucie-belmaghiri.\n");
  EXPECT_EQ(renamed("VAUREMELLE Isabelle\n"), "BELMAGHIRI Lucie\n");
  EXPECT_EQ(renamed("Met Isabelle, who saw Alan Aubevois.\n"), "Met Lucie, who saw Alan Aubevois.\n");
}

TEST(OtherName, KeepsTheSurnameWhereOnlyTheGivenNameChanges) {
  EXPECT_EQ(renamed("Isabelle Vauremelle et Mme Vauremelle", "Lucie Vauremelle"),
            "Lucie Vauremelle et Mme Vauremelle");
}

TEST(OtherName, LeavesWhatCouldMeanAnother) {
  std::vector<Alias> two = folder;
  two.push_back({policy::Category::Person, "Isabelle Aubelaine", "Inès Taravel", {}});
  const std::string text = "Isabelle dit oui, Isabelle Aubelaine non, Isabelle Vauremelle attend.";
  EXPECT_EQ(other_name(text, {"Isabelle Vauremelle"}, "Lucie Belmaghiri", two).apply(text),
            "Isabelle dit oui, Isabelle Aubelaine non, Lucie Belmaghiri attend.");
  std::vector<Alias> real = folder;
  real.push_back({policy::Category::Person, "Alan Aubelaine", "Isabelle Taravel", {}});
  EXPECT_EQ(other_name("Isabelle dit oui.", {"Isabelle Vauremelle"}, "Lucie Belmaghiri", real)
                .apply("Isabelle dit oui."),
            "Isabelle dit oui.");
}

TEST(OtherName, IsFoundUnderTheCaret) {
  const std::string text = "Vu Mme Vauremelle, puis Alan\nVAUREMELLE Isabelle.\n";
  const auto at = [&](std::size_t place) { return invented_name_at(text, text::ByteOffset{place}, folder); };
  ASSERT_TRUE(at(10));
  EXPECT_EQ(at(10)->range, text::range(7, 17));
  EXPECT_EQ(at(10)->alias->canonical, "Claire Maheut");
  EXPECT_TRUE(at(17)) << "its end counts";
  EXPECT_FALSE(at(20));
  ASSERT_TRUE(at(26) && at(text.size() - 2));
  EXPECT_EQ(at(26)->alias->canonical, "Lucas Ferrandin");
  EXPECT_EQ(at(text.size() - 2)->alias->canonical, "Claire Maheut");
  EXPECT_FALSE(at(text.size()));
  EXPECT_FALSE(invented_name_at("", {}, folder));
}

TEST(OtherName, KnowsASurnameInAnyForm) {
  EXPECT_TRUE(has_surname_of("Vu M. VAUREMELLE hier", "Lucie Vauremelle"));
  EXPECT_TRUE(has_surname_of("#alan-vauremelle", "Lucie Vauremelle"));
  EXPECT_FALSE(has_surname_of("Vu Lucie Aubelaine hier", "Lucie Vauremelle"));
}

TEST(ChosenName, IsWrittenAsNamesAre) {
  EXPECT_EQ(as_invented_name("lucie-VAUREMELLE"), "Lucie Vauremelle");
  EXPECT_EQ(as_invented_name("Lucie Akçamlar"), "Lucie Akçamlar");
  EXPECT_EQ(as_invented_name("vauremelle-aubelaine"), "Vauremelle-Aubelaine");
  EXPECT_FALSE(as_invented_name("Lucie Martin"));
  EXPECT_FALSE(as_invented_name("Personne K"));
  EXPECT_FALSE(as_invented_name(""));
}

TEST(ChosenName, OfOneHalfKeepsTheOther) {
  EXPECT_EQ(with_other_half("Isabelle", "Lucie Vauremelle"), "Isabelle Vauremelle");
  EXPECT_EQ(with_other_half("Belmaghiri", "Lucie Vauremelle"), "Lucie Belmaghiri");
  EXPECT_EQ(with_other_half("Belmaghiri", "Vauremelle"), "Belmaghiri");
  EXPECT_EQ(with_other_half("Isabelle Belmaghiri", "Lucie Vauremelle"), "Isabelle Belmaghiri");
  EXPECT_EQ(with_other_half("Martin", "Lucie Vauremelle"), "Martin");
}

TEST(ChosenName, IsRefusedForWhatItSays) {
  const NamesInUse used{{"Claire Maheut", "Lucas de Brenne"}, {"Alan Aubevois", "Alan Vauremelle-Aubelaine"}};
  EXPECT_EQ(against("Lucie Belmaghiri", used), std::nullopt);
  EXPECT_EQ(against("Claire Belmaghiri", used), Because::RealName);
  EXPECT_EQ(against("claire maheut", used), Because::RealName);
  EXPECT_EQ(against("Marie de Sauvage", used), Because::NotReserved) << "“de” is no name";
  EXPECT_EQ(against("Carl Rogers", used), Because::Author);
  EXPECT_EQ(against("Personne K", used), Because::NotReserved);
  EXPECT_EQ(against("Lucie Aubevois", used), Because::OtherAlias);
  EXPECT_EQ(against("Lucie Aubelaine", used), Because::OtherAlias);
  EXPECT_EQ(objection_to("Lucie Aubevois", used)->word, "Aubevois");
}

TEST(ChosenName, AnotherIsProposedWithTheGivenNameThatWasTyped) {
  const NamesInUse used{{"Claire Maheut"}, {"Alan Aubevois"}};
  const std::string name = name_instead_of("Lucie Martin", "Claire Maheut", knowledge::Sex::Unknown, used);
  EXPECT_TRUE(name.starts_with("Lucie ")) << name;
  EXPECT_FALSE(objection_to(name, used)) << name;
  const std::string other = name_instead_of("Personne K", "Claire Maheut", knowledge::Sex::Unknown, used);
  EXPECT_TRUE(detect::is_fictitious_form(other)) << other;
  EXPECT_FALSE(objection_to(other, used)) << other;
}

}  // namespace
}  // namespace paravent::anonymise
