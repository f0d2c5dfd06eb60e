#include "anonymise/age_group.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "detect/scanners/calendar.hpp"

namespace paravent::anonymise {
namespace {

struct Group {
  unsigned from;
  unsigned to;
  std::array<std::string_view, 4> words;  // in the order of AgeUse
};

constexpr unsigned oldest = 120;
constexpr std::array groups{
    Group{0, 6, {"en bas âge", "quelques années", "en bas âge", "en bas âge"}},
    Group{
        7,
        12,
        {"une dizaine d’années", "une dizaine d’années", "à une dizaine d’années", "d’une dizaine d’années"}},
    Group{
        13,
        17,
        {"une quinzaine d’années", "une quinzaine d’années", "à l’adolescence", "d’une quinzaine d’années"}},
    Group{70, oldest, {"d’un âge avancé", "un âge avancé", "à un âge avancé", "d’un âge avancé"}}};

}  // namespace

bool is_of_a_baby(std::string_view age) {
  constexpr std::array<std::string_view, 4> units{"mois", "semaine", "month", "week"};
  return std::any_of(units.begin(), units.end(),
                     [age](std::string_view unit) { return age.find(unit) != std::string_view::npos; });
}

unsigned years_of(std::string_view age, text::Language language) {
  using namespace detect::scanners;
  if (is_of_a_baby(age)) return 0;
  const View view(age);
  std::size_t digits = 0;
  while (is_digit(view.at(digits))) ++digits;
  if (digits > 0) return number_of(age.substr(0, digits));
  return (language == text::Language::English ? english_number_at(view, 0) : french_number_at(view, 0)).value;
}

std::string_view age_group(std::string_view age, AgeUse use) {
  const unsigned years = years_of(age, text::Language::French);
  if (years == 0 && !is_of_a_baby(age)) return {};
  for (const Group& group : groups) {
    if (years >= group.from && years <= group.to) return group.words[static_cast<std::size_t>(use)];
  }
  return {};
}

bool is_teenage(std::string_view age) {
  const unsigned years = years_of(age, text::Language::French);
  return years >= 13 && years <= 17;
}

}  // namespace paravent::anonymise
