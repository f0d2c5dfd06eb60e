#include "lsp-server/caret.hpp"

namespace paravent::lsp {
namespace {

constexpr std::size_t longest_word = 256;  // bytes on one side of the caret

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

// Punctuation belongs to the word: a mail address is not done at its first dot.
void Caret::edited(const text::TextEdit& edit, std::string_view text, Clock::time_point until) {
  word_.reset();
  for (const char c : edit.replacement) {
    if (is_space(c)) return;
  }
  const std::size_t at = edit.range.begin.value + edit.replacement.size();
  if (at > text.size()) return;
  std::size_t begin = at;
  std::size_t end = at;
  while (begin > 0 && at - begin < longest_word && !is_space(text[begin - 1])) --begin;
  while (end < text.size() && end - at < longest_word && !is_space(text[end])) ++end;
  if (begin == end) return;
  word_ = text::range(begin, end);
  until_ = until;
}

std::optional<text::ByteRange> Caret::hidden(Clock::time_point now) const {
  return now < until_ ? word_ : std::nullopt;
}

}  // namespace paravent::lsp
