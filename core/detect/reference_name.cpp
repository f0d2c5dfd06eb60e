#include "detect/reference_name.hpp"

namespace paravent::detect {
namespace {

bool begins_line(const Token& token) {
  return starts_block(token) || token.where.has_any(Places{Where::LineStart, Where::ItemStart});
}

}  // namespace

std::size_t behind_name_of_reference(const Tokens& tokens, std::size_t first) {
  const Token& surname = tokens.all[first];
  const bool numbered = first > 0 && tokens.all[first - 1].shape == Shape::Digits && !starts_block(surname) &&
                        begins_line(tokens.all[first - 1]);
  const bool opens = begins_line(surname) || numbered;
  std::size_t i = first + 1;
  if (!opens || surname.shape != Shape::Capital || i >= tokens.size() || starts_block(tokens.all[i]) ||
      !tokens.all[i].gap.has(Gap::Comma))
    return 0;
  const auto is_initial = [&](std::size_t at) {
    const Token& token = tokens.all[at];
    const bool joined = at == first + 1 || token.gap.only(Gaps{Gap::Dot, Gap::Space, Gap::Hyphen});
    return !starts_block(token) && token.shape == Shape::Initial && joined;
  };
  while (i < tokens.size() && is_initial(i)) ++i;
  if (i == first + 1 || i >= tokens.size() || starts_block(tokens.all[i])) return 0;
  const Token& next = tokens.all[i];
  constexpr std::size_t digits_of_year = 4;
  const bool year = next.shape == Shape::Digits && next.end - next.begin == digits_of_year;
  constexpr Gaps before_title{Gap::Comma, Gap::Dot, Gap::Stop, Gap::Emphasis, Gap::Quote};
  return year || (next.has_capital() && next.gap.has_any(before_title)) ? i : 0;
}

}  // namespace paravent::detect
