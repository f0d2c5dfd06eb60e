#include "anonymise/amount.hpp"

#include <algorithm>
#include <array>

#include "anonymise/reading.hpp"
#include "anonymise/written_number.hpp"

namespace paravent::anonymise {
namespace {

struct Unit {
  std::string_view written;
  std::uint64_t factor;
};
constexpr std::uint64_t thousand = 1'000;
constexpr std::uint64_t million = 1'000'000;
constexpr std::uint64_t milliard = 1'000'000'000;
// Longer ones before those that they start with.
constexpr std::array units{Unit{"milliards d’euros", milliard},
                           Unit{"milliards d'euros", milliard},
                           Unit{"milliard d’euros", milliard},
                           Unit{"milliard d'euros", milliard},
                           Unit{"millions d’euros", million},
                           Unit{"millions d'euros", million},
                           Unit{"million d’euros", million},
                           Unit{"million d'euros", million},
                           Unit{"k euros", thousand},
                           Unit{"Mds€", milliard},
                           Unit{"Md€", milliard},
                           Unit{"M€", million},
                           Unit{"k€", thousand},
                           Unit{"K€", thousand},
                           Unit{"euros", 1},
                           Unit{"EUR", 1},
                           Unit{"€", 1}};

bool counts_people(std::string_view folded) {
  constexpr std::array<std::string_view, 12> nouns{
      "salaries", "salariees", "employes",  "employees",  "collaborateurs", "collaboratrices",
      "agents",   "benevoles", "adherents", "adherentes", "eleves",         "etp"};
  return std::find(nouns.begin(), nouns.end(), folded) != nouns.end();
}

// 148 000 → 100 000, 34 → 20, 7 200 → 5 000: one, two or five, and noughts.
std::uint64_t rounded(std::uint64_t value) {
  std::uint64_t step = 1;
  while (value / 10 >= step) step *= 10;
  if (step == 0) return 0;
  const std::uint64_t lead = value / step;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * step;
}

std::string of_millions(std::uint64_t value) {
  const bool large = value >= milliard;
  const std::uint64_t count = value / (large ? milliard : million);
  const std::string noun = large ? "milliard" : "million";
  return count == 1 ? "d’un " + noun + " d’euros" : "de " + std::to_string(count) + " " + noun + "s d’euros";
}

std::string of_people(std::uint64_t value) {
  constexpr std::array<std::string_view, 6> tens{"dizaine",     "vingtaine",    "trentaine",
                                                 "quarantaine", "cinquantaine", "soixantaine"};
  const std::uint64_t ten = value / 10;
  if (ten >= 1 && ten <= tens.size())
    return "une " + std::string(tens[static_cast<std::size_t>(ten) - 1]) + " de";
  return "plus de " + in_figures(rounded(value), french_figures);
}

}  // namespace

std::optional<Amount> amount_at(std::string_view text, std::size_t at) {
  if (!is_digit_at(text, at)) return std::nullopt;
  const WrittenNumber number = written_number_at(text, at, french_figures);
  if (is_digit_at(text, number.end)) return std::nullopt;
  const std::size_t next = skip_blanks(text, number.end);
  for (const Unit& unit : units) {
    if (!text.substr(next).starts_with(unit.written)) continue;
    const std::size_t end = next + unit.written.size();
    return Amount{at, end, number.thousandths * unit.factor / thousand, unit.factor, unit.written, {}};
  }
  const std::optional<Word> noun = next > number.end ? word_from(text, next) : std::nullopt;
  if (!noun || !counts_people(noun->folded)) return std::nullopt;
  return Amount{at, number.end, number.thousandths / thousand, 1, {}, {}};
}

bool is_round(const Amount& amount) {
  return amount.value == rounded(amount.value);
}

std::uint64_t round_value(const Amount& amount) {
  return rounded(amount.value);
}

std::string in_round_words(const Amount& amount, bool determined) {
  if (amount.unit.empty()) return determined ? std::string() : of_people(amount.value);
  const std::uint64_t round = rounded(amount.value);
  if (amount.value >= million) {
    return determined ? "quelque " + of_millions(round).substr(of_millions(round).find(' ') + 1)
                      : "plus " + of_millions(round);
  }
  const std::string figures =
      in_figures(round / amount.factor, french_figures) + "\u00a0" + std::string(amount.unit);
  return (determined ? "quelque " : "plus de ") + figures;
}

}  // namespace paravent::anonymise
