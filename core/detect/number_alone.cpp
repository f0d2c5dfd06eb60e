#include "detect/number_alone.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace paravent::detect {
namespace {

constexpr std::string_view digits = "0123456789";

bool is_number_or_ordinal(std::string_view form) {
  const std::string_view letters = form.substr(std::min(form.find_first_not_of(digits), form.size()));
  return letters.size() < form.size() && (letters.empty() || letters == "e" || letters == "er");
}

template <std::size_t N>
bool skip_one_of(std::string_view& text, const std::array<std::string_view, N>& signs) {
  for (const std::string_view sign : signs) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    return true;
  }
  return false;
}

bool goes_on_as_figure(std::string_view behind) {
  constexpr std::array<std::string_view, 6> joints{",", ".", ":", "/", "-", "–"};
  return skip_one_of(behind, joints) && !behind.empty() &&
         digits.find(behind.front()) != std::string_view::npos;
}

bool has_unit(std::string_view behind) {
  constexpr std::array<std::string_view, 3> spaces{" ", "\u00a0", "\u202f"};
  constexpr std::array<std::string_view, 6> units{"%", "‰", "€", "$", "£", "°"};
  skip_one_of(behind, spaces);
  return skip_one_of(behind, units);
}

}  // namespace

bool is_number_alone(const Tokens& tokens, const Token& number) {
  const std::string_view behind = tokens.text.substr(number.end);
  return is_number_or_ordinal(tokens.form(number)) && !goes_on_as_figure(behind) && !has_unit(behind);
}

}  // namespace paravent::detect
