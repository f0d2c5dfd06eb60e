// Numbers in figures, as a language writes them: "148 000,50" in French, "148,000.50" in English.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paravent::anonymise {

// What divides thousands, and what stands before the decimals.
struct Figures {
  std::array<std::string_view, 4> dividers;  // empty ones are none; the first is what we write ourselves
  std::string_view decimal;                  // any one of these characters
};
inline constexpr Figures french_figures{{"\u00a0", " ", "\u202f", "."}, ",."};
inline constexpr Figures english_figures{{","}, "."};

// The number at `at` in thousandths of one, and where it ends. One of more than twelve digits is cut.
struct WrittenNumber {
  std::uint64_t thousandths = 0;
  std::size_t end = 0;
};
WrittenNumber written_number_at(std::string_view text, std::size_t at, const Figures& figures);

std::string in_figures(std::uint64_t value, const Figures& figures);

// "0" … "9" at `at`; false behind the end.
bool is_digit_at(std::string_view text, std::size_t at);

}  // namespace paravent::anonymise
