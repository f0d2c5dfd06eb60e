#include "detect/scanners/lead.hpp"

#include <algorithm>

namespace paravent::detect::scanners {
namespace {

std::size_t window_before(std::size_t end) {
  return end > Folded::window ? end - Folded::window : 0;
}

// Where the line starts if that is after `from`, else `from`.
std::size_t line_start_after(const View& text, std::size_t from, std::size_t end) {
  while (end > from && !is_line_end(text.at(end - 1))) --end;
  return end;
}

std::size_t next_blank(const View& text, std::size_t i, std::size_t end) {
  while (i < end && text.blank_at(i) == 0) ++i;
  return i;
}

}  // namespace

std::string_view Lead::before(const View& text, std::size_t end) {
  const std::size_t window = window_before(end);
  if (end < begin_ || window >= upto_ || end > begin_ + capacity) return afresh(text, end);
  const std::size_t known = std::min(upto_, end);
  if (line_start_after(text, known, end) != known) return afresh(text, end);
  if (window < begin_)
    return line_start_ || window >= earliest_ ? fold(text, begin_, end) : afresh(text, end);
  const bool whole_line = window == begin_ && line_start_;
  return fold(text, whole_line ? window : next_blank(text, window, end), end);
}

std::string_view Lead::afresh(const View& text, std::size_t end) {
  earliest_ = window_before(end);
  begin_ = line_start_after(text, earliest_, end);
  line_start_ = begin_ == 0 || is_line_end(text.at(begin_ - 1));
  if (!line_start_) begin_ = next_blank(text, begin_, end);
  upto_ = begin_;
  offsets_[0] = 0;
  return fold(text, begin_, end);
}

std::string_view Lead::fold(const View& text, std::size_t first, std::size_t end) {
  const std::size_t known = upto_;
  std::size_t i = known;
  FoldWriter writer(folded_.data(), folded_.size(), offset_of(i));
  while (i < end) {
    const std::size_t size = writer.put(text, i);
    for (std::size_t k = 1; k < size; ++k) offsets_[i + k - begin_] = inside;
    i += size;
    offsets_[i - begin_] = static_cast<std::uint16_t>(writer.size());
  }
  // A broken character may reach over a border of the window: it is read as the window alone shows it.
  upto_ = i > end && i != known ? begin_ : i;
  if (offset_of(first) == inside || (offset_of(end) == inside && (first != begin_ || known != begin_)))
    return afresh(text, end);
  const std::size_t last = offset_of(end) == inside ? writer.size() : offset_of(end);
  std::string_view out(folded_.data() + offset_of(first), last - offset_of(first));
  if (out.starts_with(' ')) out.remove_prefix(1);
  return out;
}

}  // namespace paravent::detect::scanners
