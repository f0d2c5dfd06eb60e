#include "lsp-server/unseen_edit.hpp"

#include <algorithm>
#include <string>

namespace paravent::lsp {
namespace {

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Bytes that both begin with, without a part of a character.
std::size_t common_head(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  auto at = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first - a.begin());
  const auto splits = [at = &at](std::string_view text) {
    return *at < text.size() && continues_character(text[*at]);
  };
  while (at > 0 && (splits(a) || splits(b))) --at;
  return at;
}

// Bytes that both end with, at most `most`, without a part of a character.
std::size_t common_tail(std::string_view a, std::string_view b, std::size_t most) {
  std::size_t count = 0;
  while (count < most && a[a.size() - 1 - count] == b[b.size() - 1 - count]) ++count;
  while (count > 0 && continues_character(a[a.size() - count])) --count;
  return count;
}

}  // namespace

void UnseenEdit::replace(text::ByteRange range, std::size_t size) {
  if (!bounds_) bounds_ = Bounds{size, size, size};
  bounds_->head = std::min<std::size_t>(bounds_->head, range.begin.value);
  bounds_->tail = std::min<std::size_t>(bounds_->tail, size - range.end.value);
}

void UnseenEdit::replace_all(std::string_view before, std::string_view after) {
  const std::size_t head = common_head(before, after);
  const std::size_t tail = common_tail(before, after, std::min(before.size(), after.size()) - head);
  replace(text::range(head, before.size() - tail), before.size());
}

text::TextEdit UnseenEdit::take(std::string_view text) {
  const Bounds bounds = *bounds_;
  bounds_.reset();
  return {text::range(bounds.head, bounds.old_size - bounds.tail),
          std::string(text.substr(bounds.head, text.size() - bounds.tail - bounds.head))};
}

}  // namespace paravent::lsp
