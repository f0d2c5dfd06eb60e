#include "lsp-server/caret.hpp"

#include <algorithm>

namespace paravent::lsp {
namespace {

constexpr std::size_t longest_word = 256;  // bytes on one side of the caret

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

// Punctuation belongs to the word: a mail address is not done at its first dot.
void Caret::edited(const text::TextEdit& edit, std::string_view text, Clock::time_point until) {
  leave();
  const std::size_t at = edit.range.begin.value + edit.replacement.size();
  if (at > text.size()) return;
  at_ = at;
  until_ = until;
  for (const char c : edit.replacement) {
    if (is_space(c)) return;
  }
  std::size_t begin = at;
  std::size_t end = at;
  while (begin > 0 && at - begin < longest_word && !is_space(text[begin - 1])) --begin;
  while (end < text.size() && end - at < longest_word && !is_space(text[end])) ++end;
  if (begin == end) return;
  word_ = text::range(begin, end);
}

std::optional<text::ByteRange> Caret::hidden(Clock::time_point now) const {
  return now < until_ ? word_ : std::nullopt;
}

std::optional<text::ByteRange> Caret::line(Clock::time_point now, std::string_view text) const {
  if (!at_ || now >= until_ || *at_ > text.size()) return std::nullopt;
  const std::size_t before = *at_ == 0 ? std::string_view::npos : text.rfind('\n', *at_ - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text::range(begin, std::min(text.find('\n', *at_), text.size()));
}

}  // namespace paravent::lsp
