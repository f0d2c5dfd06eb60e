#include "anonymise/amount.hpp"

#include <algorithm>
#include <array>

#include "anonymise/reading.hpp"

namespace paravent::anonymise {
namespace {

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Bytes of what divides thousands at `at`: a blank of any width, or a stop.
std::size_t divider_at(std::string_view text, std::size_t at) {
  for (const std::string_view divider : {" ", "\u00a0", "\u202f", "."}) {
    if (text.substr(at).starts_with(divider)) return divider.size();
  }
  return 0;
}

bool has_three_digits(std::string_view text, std::size_t at) {
  return is_digit(text, at) && is_digit(text, at + 1) && is_digit(text, at + 2) && !is_digit(text, at + 3);
}

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

std::string in_figures(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, "\u00a0");
  }
  return digits;
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
  return "plus de " + in_figures(rounded(value));
}

// The number at `at` in thousandths of one, and where it ends.
struct Number {
  std::uint64_t thousandths = 0;
  std::size_t end = 0;
};

Number number_at(std::string_view text, std::size_t at) {
  constexpr std::size_t most_digits = 12;
  std::uint64_t whole = 0;
  std::size_t digits = 0;
  for (;;) {
    for (; is_digit(text, at) && digits <= most_digits; ++at, ++digits) {
      whole = whole * 10 + static_cast<std::uint64_t>(text[at] - '0');
    }
    const std::size_t divider = divider_at(text, at);
    if (divider == 0 || digits > most_digits || !has_three_digits(text, at + divider)) break;
    at += divider;
  }
  Number out{whole * thousand, at};
  const bool decimal = at < text.size() && (text[at] == ',' || text[at] == '.') && is_digit(text, at + 1);
  if (!decimal) return out;
  ++at;
  for (std::uint64_t place = thousand / 10; is_digit(text, at); ++at, place /= 10) {
    out.thousandths += place * static_cast<std::uint64_t>(text[at] - '0');
  }
  out.end = at;
  return out;
}

}  // namespace

std::optional<Amount> amount_at(std::string_view text, std::size_t at) {
  if (!is_digit(text, at)) return std::nullopt;
  const Number number = number_at(text, at);
  if (is_digit(text, number.end)) return std::nullopt;
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
  const std::string figures = in_figures(round / amount.factor) + "\u00a0" + std::string(amount.unit);
  return (determined ? "quelque " : "plus de ") + figures;
}

}  // namespace paravent::anonymise
