#include "detect/fictitious_form.hpp"

#include <gtest/gtest.h>

#include "detect/alias_form.hpp"
#include "detect/find.hpp"
#include "knowledge/fictitious.hpp"

namespace paravent::detect {
namespace {

TEST(FictitiousForm, ASurnameAloneOrBehindAGivenName) {
  for (const std::string_view form :
       {"Vauremelle", "Lucie Vauremelle", "lucie-vauremelle", "LUCIE VAUREMELLE", "Lucie_Vauremelle",
        "Lucie\u00A0Vauremelle", "Élodie Vauremelle-Aubelaine", "e\u0301lodie vauremelle"}) {
    EXPECT_TRUE(is_fictitious_form(form)) << form;
    std::size_t length = 0;
    EXPECT_TRUE(is_alias_at("vu " + std::string(form) + ", hier", 3, &length)) << form;
    EXPECT_EQ(length, form.size()) << form;
  }
}

TEST(FictitiousForm, NoOtherNameIsOne) {
  for (const std::string_view text : {"", "Lucie", "Lucie Dupont", "Lucie  Vauremelle", "Lucie, Vauremelle",
                                      "Vauremelles", "LucieVauremelle", "Dupont Vauremelle"}) {
    EXPECT_FALSE(is_fictitious_form(text)) << text;
  }
  EXPECT_FALSE(is_alias_at("xVauremelle", 1));
  EXPECT_EQ(next_alias("Claire Dupont et Lucie", 0).size, 0U);
}

TEST(FictitiousForm, TheNextOneStartsAtItsGivenName) {
  const std::string_view text = "« Lucie Vauremelle », Mme Aubelaine et #lucie-vauremelle, Personne A";
  std::vector<std::string_view> found;
  for (AliasForm form = next_alias(text, 0); form.size != 0;
       form = next_alias(text, form.begin + form.size)) {
    found.push_back(text.substr(form.begin, form.size));
  }
  EXPECT_EQ(found, (std::vector<std::string_view>{"Lucie Vauremelle", "Aubelaine", "lucie-vauremelle",
                                                  "Personne A"}));
}

TEST(FictitiousForm, TheSurnameOfAForm) {
  EXPECT_EQ(surname_in("Lucie Vauremelle"), "Vauremelle");
  EXPECT_EQ(surname_in("lucie-vauremelle"), "vauremelle");
  EXPECT_EQ(surname_in("Vauremelle"), "Vauremelle");
  EXPECT_EQ(surname_in("Lucie Vauremelle-Aubelaine"), "Vauremelle-Aubelaine");
}

TEST(FictitiousForm, NothingIsFoundInAnyOfThem) {
  for (std::size_t i = 0; i < knowledge::fictitious_surname_count(); ++i) {
    const std::string surname(knowledge::fictitious_surname(i).name);
    const std::size_t nth = i % knowledge::fictitious_given_name_count();
    const std::string full = std::string(knowledge::fictitious_given_name(nth).name) + " " + surname;
    std::string note = "J’ai vu ";
    note.append(full).append(" lundi. Mme ").append(surname).append(" dit à M. ").append(surname);
    note.append(" que ").append(full).append(" rappelle.\n\n- ").append(full).append(" : oui\n");
    const auto found = find(note, policy::Policy{}, {});
    ASSERT_TRUE(found);
    for (const Finding& finding : found->findings) {
      EXPECT_TRUE(finding.hint || !policy::is_masked(finding.category))
          << note.substr(finding.range.begin.value, finding.range.size()) << " in " << note;
    }
  }
}

}  // namespace
}  // namespace paravent::detect
