#include "anonymise/line.hpp"

#include <algorithm>

namespace paravent::anonymise {
namespace {

std::size_t first_looked_at(std::size_t at) {
  return at > farthest_look_back ? at - farthest_look_back : 0;
}

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

bool is_markup(char c) {
  return c == '[' || c == ']' || c == '<' || c == '`';
}

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
    const char c = text_[i];
    if (ends_line(c)) {
      begin_ = i + 1;
      has_markup_ = false;
    } else if (is_markup(c)) {
      has_markup_ = true;
    }
  }
  read_ = at;
  const std::size_t begin = std::max(begin_, first_looked_at(at));
  return text_.substr(begin, at - begin);
}

}  // namespace paravent::anonymise
