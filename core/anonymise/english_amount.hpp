// Amounts as English writes them: "£85,000", "$1.2 million", "85,000 euros", "34 employees".
#pragma once

#include "anonymise/amount.hpp"

namespace paravent::anonymise {

// The amount whose number starts at `at`, with the sign of its currency before it.
std::optional<Amount> english_amount_at(std::string_view text, std::size_t at);

// "more than £50,000"; behind "her" or "the" "£50,000-plus", and nothing for heads.
std::string in_round_english(const Amount& amount, bool determined);

}  // namespace paravent::anonymise
