#include "anonymise/written_number.hpp"

namespace paravent::anonymise {
namespace {

std::size_t divider_at(std::string_view text, std::size_t at, const Figures& figures) {
  for (const std::string_view divider : figures.dividers) {
    if (!divider.empty() && text.substr(at).starts_with(divider)) return divider.size();
  }
  return 0;
}

bool has_three_digits(std::string_view text, std::size_t at) {
  return is_digit_at(text, at) && is_digit_at(text, at + 1) && is_digit_at(text, at + 2) &&
         !is_digit_at(text, at + 3);
}

}  // namespace

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

WrittenNumber written_number_at(std::string_view text, std::size_t at, const Figures& figures) {
  constexpr std::size_t most_digits = 12;
  constexpr std::uint64_t thousand = 1'000;
  std::uint64_t whole = 0;
  std::size_t digits = 0;
  for (;;) {
    for (; is_digit_at(text, at) && digits <= most_digits; ++at, ++digits) {
      whole = whole * 10 + static_cast<std::uint64_t>(text[at] - '0');
    }
    const std::size_t divider = divider_at(text, at, figures);
    if (divider == 0 || digits > most_digits || !has_three_digits(text, at + divider)) break;
    at += divider;
  }
  WrittenNumber out{whole * thousand, at};
  const bool decimal = at < text.size() && figures.decimal.find(text[at]) != std::string_view::npos;
  if (!decimal || !is_digit_at(text, at + 1)) return out;
  ++at;
  for (std::uint64_t place = thousand / 10; is_digit_at(text, at); ++at, place /= 10) {
    out.thousandths += place * static_cast<std::uint64_t>(text[at] - '0');
  }
  out.end = at;
  return out;
}

std::string in_figures(std::uint64_t value, const Figures& figures) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, figures.dividers.front());
  }
  return digits;
}

}  // namespace paravent::anonymise
