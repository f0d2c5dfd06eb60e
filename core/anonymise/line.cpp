#include "anonymise/line.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace paravent::anonymise {
namespace {

std::size_t first_looked_at(std::size_t at) {
  return at > farthest_look_back ? at - farthest_look_back : 0;
}

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

enum class Kind : std::uint8_t { Plain, LineEnd, Markup };

constexpr std::array<Kind, 256> kinds = [] {
  std::array<Kind, 256> out{};
  for (const unsigned char c : {'\n', '\r'}) out[c] = Kind::LineEnd;
  for (const unsigned char c : {'[', ']', '<', '`'}) out[c] = Kind::Markup;
  return out;
}();

}  // namespace

std::string_view line_before(std::string_view text, std::size_t at) {
  const std::size_t first = first_looked_at(at);
  std::size_t begin = at;
  while (begin > first && !ends_line(text[begin - 1])) --begin;
  return text.substr(begin, at - begin);
}

std::string_view LineWalk::line_before(std::size_t at) {
  if (at < read_) *this = LineWalk(text_);
  for (std::size_t i = read_; i < at; ++i) {
    const Kind kind = kinds[static_cast<unsigned char>(text_[i])];
    if (kind == Kind::Plain) continue;
    has_markup_ = kind == Kind::Markup;
    if (kind == Kind::LineEnd) begin_ = i + 1;
  }
  read_ = at;
  const std::size_t begin = std::max(begin_, first_looked_at(at));
  return text_.substr(begin, at - begin);
}

}  // namespace paravent::anonymise
