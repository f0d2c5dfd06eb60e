#include "anonymise/compose.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace paravent::anonymise {
namespace {

// An edit of `first` as it lies in the text between the two, and how far it moved what follows.
struct Middle {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t old_begin = 0;
  std::size_t old_end = 0;
};

std::vector<Middle> in_middle(const text::TextEdits& first) {
  std::vector<Middle> out;
  std::size_t old_at = 0;
  std::size_t at = 0;
  for (const text::TextEdit& edit : first.all()) {
    at += edit.range.begin.value - old_at;
    out.push_back({at, at + edit.replacement.size(), edit.range.begin.value, edit.range.end.value});
    at += edit.replacement.size();
    old_at = edit.range.end.value;
  }
  return out;
}

// Edits of both sides that touch each other in the middle text.
struct Cluster {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<text::TextEdit> later;  // those of `second`, counted from `begin` once it is complete
};

}  // namespace

std::optional<text::TextEdits> compose(std::string_view text, const text::TextEdits& first,
                                       const text::TextEdits& second) {
  const std::string middle_text = first.apply(text);
  const std::vector<Middle> middle = in_middle(first);
  const std::vector<text::TextEdit>& later = second.all();
  if (!later.empty() && later.back().range.end.value > middle_text.size()) return std::nullopt;
  std::vector<text::TextEdit> out;
  std::size_t i = 0;
  std::size_t j = 0;
  std::size_t old_at = 0;  // where the text before the next cluster starts, in `text` …
  std::size_t at = 0;      // … and in the middle text
  while (i < middle.size() || j < later.size()) {
    const auto next_first = [&] { return i < middle.size() ? middle[i].begin : std::string::npos; };
    const auto next_later = [&] { return j < later.size() ? later[j].range.begin.value : std::string::npos; };
    Cluster cluster;
    cluster.begin = std::min<std::size_t>(next_first(), next_later());
    cluster.end = cluster.begin;
    const std::size_t old_begin = old_at + (cluster.begin - at);
    std::size_t old_end = old_begin;
    std::size_t mapped = cluster.begin;  // what `old_end` is in the middle text
    while (next_first() <= cluster.end || next_later() <= cluster.end) {
      if (next_first() <= next_later()) {
        cluster.end = std::max(cluster.end, middle[i].end);
        old_end = middle[i].old_end;
        mapped = middle[i].end;
        ++i;
      } else {
        cluster.end = std::max<std::size_t>(cluster.end, later[j].range.end.value);
        cluster.later.push_back(later[j]);
        ++j;
      }
    }
    old_end += cluster.end - mapped;
    for (text::TextEdit& edit : cluster.later) {
      edit.range.begin = edit.range.begin - static_cast<std::uint32_t>(cluster.begin);
      edit.range.end = edit.range.end - static_cast<std::uint32_t>(cluster.begin);
    }
    const std::string_view piece =
        std::string_view(middle_text).substr(cluster.begin, cluster.end - cluster.begin);
    const auto inner = text::TextEdits::make(std::move(cluster.later), piece.size());
    if (!inner) return std::nullopt;
    out.push_back({text::range(old_begin, old_end), inner->apply(piece)});
    old_at = old_end;
    at = cluster.end;
  }
  return text::TextEdits::make(std::move(out), text.size());
}

}  // namespace paravent::anonymise
