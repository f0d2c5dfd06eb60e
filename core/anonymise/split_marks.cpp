#include "anonymise/split_marks.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "markdown/html_elements.hpp"

namespace paravent::anonymise {
namespace {

using markdown::RegionKind;

bool is_emphasis_mark(char c) {
  return c == '*' || c == '_' || c == '~' || c == '=';
}

// Bytes of the preposition that a phrase starts with; it stood outside of the marks, and stays there.
std::size_t preposition_size(std::string_view phrase) {
  constexpr std::array<std::string_view, 20> words{"de ", "De ",   "d’",    "D’",    "d'",    "D'",   "du ",
                                                   "Du ", "à ",    "À ",    "au ",   "Au ",   "que ", "qu’",
                                                   "qu'", "chez ", "Chez ", "dans ", "Dans ", "avec "};
  const auto found = std::find_if(words.begin(), words.end(),
                                  [phrase](std::string_view word) { return phrase.starts_with(word); });
  return found == words.end() ? 0 : found->size();
}

}  // namespace

void SplitMarks::keep(Draft& draft) {
  const std::string_view replaced = text_.substr(draft.begin, draft.end - draft.begin);
  if (std::none_of(replaced.begin(), replaced.end(), [](char c) { return c == '<' || is_emphasis_mark(c); }))
    return;
  read_block_of(draft.begin);
  std::string opening;
  std::string closing;
  keep_tags(draft, opening, closing);
  keep_emphasis(draft, opening, closing);
  const bool behind_lead = replaced.front() != '<' && !is_emphasis_mark(replaced.front());
  const std::size_t lead = opening.empty() || !behind_lead ? 0 : preposition_size(draft.text);
  draft.text = draft.text.substr(0, lead) + opening + draft.text.substr(lead) + closing;
}

void SplitMarks::read_block_of(std::size_t at) {
  if (blocks_.empty()) blocks_ = markdown::split_blocks(text_);
  const std::size_t before = block_;
  while (block_ < blocks_.size() && blocks_[block_].range.end.value <= at) ++block_;
  if (has_regions_ && block_ == before) return;
  has_regions_ = true;
  regions_.clear();
  if (block_ == blocks_.size()) return;
  const markdown::Block& block = blocks_[block_];
  regions_ = markdown::parse_regions(text_.substr(block.range.begin.value, block.range.size()), block.kind);
  std::erase_if(regions_, [](const markdown::Region& region) {
    return region.kind != RegionKind::HtmlTag && region.kind != RegionKind::Emphasis;
  });
  for (markdown::Region& region : regions_) region.range = region.range.shifted(block.range.begin.value);
  ends_.clear();
  for (const markdown::Region& region : regions_) {
    if (region.kind == RegionKind::Emphasis) ends_.push_back(region.range);
  }
  std::sort(ends_.begin(), ends_.end(), [](const auto& a, const auto& b) { return a.end < b.end; });
}

std::span<const markdown::Region> SplitMarks::regions_in(const Draft& draft) const {
  const auto begins_before = [](std::size_t at) {
    return [at](const markdown::Region& region) { return region.range.begin.value < at; };
  };
  const auto first = std::partition_point(regions_.begin(), regions_.end(), begins_before(draft.begin));
  const auto last = std::partition_point(first, regions_.end(), begins_before(draft.end));
  return {first, last};
}

// Tags whose partner stands outside: those that close what was not opened, and those that nothing closes.
void SplitMarks::keep_tags(const Draft& draft, std::string& opening, std::string& closing) const {
  std::vector<std::string_view> open;
  for (const markdown::Region& region : regions_in(draft)) {
    if (region.kind != RegionKind::HtmlTag || region.range.end.value > draft.end) continue;
    const std::string_view tag = text_.substr(region.range.begin.value, region.range.size());
    const bool closes = tag[1] == '/';
    if (!markdown::is_format_element(markdown::element_name(tag.substr(closes ? 2 : 1)))) continue;
    if (!closes) {
      open.push_back(tag);
    } else if (!open.empty()) {
      open.pop_back();
    } else {
      closing += tag;
    }
  }
  for (const std::string_view tag : open) opening += tag;
}

void SplitMarks::keep_emphasis(const Draft& draft, std::string& opening, std::string& closing) const {
  std::size_t run = draft.begin;
  for (const markdown::Region& region : regions_in(draft)) {
    if (region.kind != RegionKind::Emphasis || region.range.end.value < draft.end) continue;
    const std::size_t begin = region.range.begin.value;
    opening += marks_before(begin, run);
    run = begin;
  }
  auto range = std::partition_point(ends_.begin(), ends_.end(), [&](const text::ByteRange& emphasis) {
    return emphasis.end.value <= draft.begin;
  });
  for (; range != ends_.end() && range->end.value < draft.end; ++range) {
    if (range->begin.value > draft.begin) continue;
    const auto next = std::next(range);
    const std::size_t limit =
        next == ends_.end() ? draft.end : std::min<std::size_t>(next->end.value, draft.end);
    closing += marks_from(range->end.value, limit);
  }
}

std::string_view SplitMarks::marks_before(std::size_t end, std::size_t limit) const {
  std::size_t begin = end;
  while (begin > limit && is_emphasis_mark(text_[begin - 1])) --begin;
  return text_.substr(begin, end - begin);
}

std::string_view SplitMarks::marks_from(std::size_t begin, std::size_t limit) const {
  std::size_t end = begin;
  while (end < limit && is_emphasis_mark(text_[end])) ++end;
  return text_.substr(begin, end - begin);
}

}  // namespace paravent::anonymise
