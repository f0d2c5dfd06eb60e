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
  for (const char c : {'\n', '\r'}) out[static_cast<unsigned char>(c)] = Kind::LineEnd;
  for (const char c : {'[', ']', '<', '`'}) out[static_cast<unsigned char>(c)] = Kind::Markup;
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
  const auto kind_of = [](char c) { return kinds[static_cast<unsigned char>(c)]; };
  const auto counts = [&](char c) { return kind_of(c) != Kind::Plain; };
  const char* const end = text_.data() + at;
  const char* next = std::find_if(text_.data() + read_, end, counts);
  for (; next != end; next = std::find_if(next + 1, end, counts)) {
    has_markup_ = kind_of(*next) == Kind::Markup;
    if (!has_markup_) begin_ = static_cast<std::size_t>(next - text_.data()) + 1;
  }
  read_ = at;
  const std::size_t begin = std::max(begin_, first_looked_at(at));
  return text_.substr(begin, at - begin);
}

}  // namespace paravent::anonymise
