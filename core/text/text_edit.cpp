#include "text/text_edit.hpp"

#include <algorithm>
#include <utility>

namespace paravent::text {

std::optional<TextEdits> TextEdits::make(std::vector<TextEdit> edits, std::size_t size) {
  const auto before = [](const TextEdit& a, const TextEdit& b) {
    return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end);
  };
  if (!std::is_sorted(edits.begin(), edits.end(), before)) std::sort(edits.begin(), edits.end(), before);
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const ByteRange here = edits[i].range;
    if (here.end < here.begin || here.end.value > size) return std::nullopt;
    if (i == 0) continue;
    const ByteRange last = edits[i - 1].range;
    if (here.begin < last.end || (here.empty() && here == last)) return std::nullopt;
  }
  TextEdits made;
  made.edits_ = std::move(edits);
  return made;
}

std::string TextEdits::apply(std::string_view text) const {
  std::string out;
  std::size_t done = 0;
  for (const TextEdit& edit : edits_) {
    out += text.substr(done, edit.range.begin.value - done);
    out += edit.replacement;
    done = edit.range.end.value;
  }
  out += text.substr(done);
  return out;
}

TextEdits TextEdits::inverse(std::string_view text_before) const {
  TextEdits inverse;
  std::uint32_t shift = 0;  // modulo 2^32: may be a decrease
  for (const TextEdit& edit : edits_) {
    const ByteOffset begin = edit.range.begin + shift;
    const ByteRange now{begin, begin + static_cast<std::uint32_t>(edit.replacement.size())};
    const std::string_view old = text_before.substr(edit.range.begin.value, edit.range.size());
    // Two deletions side by side would become two insertions at one place: they are put back as one.
    if (now.empty() && !inverse.edits_.empty() && inverse.edits_.back().range == now) {
      inverse.edits_.back().replacement += old;
    } else {
      inverse.edits_.push_back({now, std::string(old)});
    }
    shift += now.size() - edit.range.size();
  }
  return inverse;
}

ByteOffset TextEdits::map(ByteOffset before) const {
  std::uint32_t shift = 0;
  for (const TextEdit& edit : edits_) {
    if (before < edit.range.end) return (edit.range.begin < before ? edit.range.begin : before) + shift;
    shift += static_cast<std::uint32_t>(edit.replacement.size()) - edit.range.size();
  }
  return before + shift;
}

}  // namespace paravent::text
