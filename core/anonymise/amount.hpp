// One amount as it is written: its number, its unit, and a round one in its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paravent::anonymise {

struct Amount {
  std::size_t begin = 0;
  std::size_t end = 0;       // of the number and, for money, its unit
  std::uint64_t value = 0;   // euros or heads
  std::uint64_t factor = 1;  // of the unit: 1 000 for k€
  std::string_view unit;     // as written: "€", "k€", "millions d’euros"; empty for heads
  std::string_view sign;     // of a currency before the number, in English: "£"
};

inline bool is_money(const Amount& amount) {
  return !amount.unit.empty() || !amount.sign.empty();
}

// The amount whose number starts at `at`: of money, or of the people that a noun behind it counts.
std::optional<Amount> amount_at(std::string_view text, std::size_t at);

// "plus de 100 000 €", "plus d’un million d’euros", "une trentaine de" (salariés). Empty for an amount that
// is round already. Behind "les" or "ses" there is no room for "plus de": "quelque 100 000 €", and nothing
// for heads.
std::string in_round_words(const Amount& amount, bool determined);
bool is_round(const Amount& amount);
// One, two or five, and noughts.
std::uint64_t round_value(const Amount& amount);

}  // namespace paravent::anonymise
