#include "markdown/region_collector.hpp"

#include <algorithm>

#include "markdown/front_matter.hpp"

namespace paravent::markdown {
namespace {

// Nested regions follow what holds them; the kinds that hold others come first where two have one range.
bool comes_before(const Region& a, const Region& b) {
  if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
  return a.range.end > b.range.end;
}

}  // namespace

void RegionCollector::collect(std::string_view block, BlockKind kind, std::vector<Region>& out) {
  out.clear();
  if (kind == BlockKind::Blank || kind == BlockKind::Rule) return;
  if (kind == BlockKind::FrontMatter) return front_matter_regions(block, out);
  if (kind == BlockKind::Paragraph && !has_inline_markup(block)) return;
  text_ = block;
  out_ = &out;
  if (kind == BlockKind::FenceRest) return add({0, block.size()}, RegionKind::CodeBlock);
  if (kind == BlockKind::PromptRest) return add({0, block.size()}, RegionKind::PromptBlock);
  containers_.clear();
  StructureScanner scanner(block, *this);
  for (std::size_t line = 0; line < block.size();) line = scanner.read_line(line);
  scanner.finish();
  std::erase_if(out, [](const Region& r) { return r.range.end <= r.range.begin; });
  if (!std::is_sorted(out.begin(), out.end(), comes_before))
    std::stable_sort(out.begin(), out.end(), comes_before);
}

void RegionCollector::add(Span span, RegionKind kind) {
  if (span.begin < span.end) out_->push_back({text::range(span.begin, span.end), kind});
}

void RegionCollector::open_container(bool item, std::size_t /*marker*/, std::size_t content) {
  for (Container& outer : containers_) outer.fresh = false;
  containers_.push_back({item, true, {content, content}, out_->size(), 0});
  out_->push_back({text::range(content, content), item ? RegionKind::ListItem : RegionKind::Quote});
}

void RegionCollector::close_container() {
  const Container container = containers_.back();
  containers_.pop_back();
  (*out_)[container.region].range = text::range(container.content.begin, container.content.end);
  if (container.ai_region > 0)
    (*out_)[container.ai_region].range.end = text::ByteOffset(container.content.end);
}

void RegionCollector::open_leaf(Leaf kind) {
  leaf_ = kind;
  prompt_ = false;
  lines_.clear();
}

void RegionCollector::mark_line(std::size_t end) {
  for (Container& container : containers_) container.content.end = std::max(container.content.end, end);
}

void RegionCollector::leaf_line(std::size_t begin, std::size_t end) {
  Span line{begin, end};
  mark_line(end);
  if (!containers_.empty() && containers_.back().fresh) read_first_line(containers_.back(), line);
  lines_.push_back(line);
}

void RegionCollector::fence_info(std::size_t begin, std::size_t end) {
  add({begin, end}, RegionKind::FenceInfo);
  prompt_ = is_prompt(text_.substr(begin, end - begin));
}

// What only the first line of a container can hold: the box of a task, the type of a callout.
void RegionCollector::read_first_line(Container& container, Span& line) {
  container.fresh = false;
  if (leaf_ != Leaf::Paragraph || line.end - line.begin < 3 || text_[line.begin] != '[') return;
  if (!container.item) return read_callout(container, line);
  const bool behind_blank = line.begin + 3 == line.end || is_blank_byte(text_[line.begin + 3]);
  if (text_[line.begin + 2] != ']' || !behind_blank) return;
  add({line.begin, line.begin + 3}, RegionKind::TaskMarker);
  line.begin = std::min(text_.find_first_not_of(" \t", line.begin + 3), line.end);
  container.content.begin = line.begin;
}

// > [!type] title, with + or - behind the type if it folds.
void RegionCollector::read_callout(Container& container, Span& line) {
  if (text_[line.begin + 1] != '!') return;
  const std::size_t close = text_.substr(0, line.end).find(']', line.begin + 2);
  if (close == std::string_view::npos) return;
  const std::string_view type = text_.substr(line.begin + 2, close - line.begin - 2);
  if (type.find('[') != std::string_view::npos) return;
  add({line.begin, close + 1}, RegionKind::CalloutType);
  line.begin = close + 1;
  if (line.begin < line.end && (text_[line.begin] == '+' || text_[line.begin] == '-')) ++line.begin;
  line.begin = std::min(text_.find_first_not_of(" \t", line.begin), line.end);
  if (!same_word(type, "ia") && !same_word(type, "ai")) return;
  container.ai_region = out_->size();
  out_->push_back({text::range(line.begin, line.begin), RegionKind::AiCallout});
}

void RegionCollector::close_leaf() {
  if (lines_.empty()) return;
  switch (leaf_) {
    case Leaf::Heading:
      add(whole(), RegionKind::Heading);
      scan_joined();
      break;
    case Leaf::Paragraph:
      scan_joined();
      break;
    case Leaf::Footnote:
    case Leaf::Definition:
      read_definition();
      break;
    case Leaf::Fence:
      add(whole(), prompt_ ? RegionKind::PromptBlock : RegionKind::CodeBlock);
      break;
    case Leaf::Indented:
      add(whole(), RegionKind::CodeBlock);
      break;
    case Leaf::Html:
      found_.clear();
      inline_.scan_html(text_.substr(whole().begin, whole().end - whole().begin), found_);
      for (const Region& r : found_)
        out_->push_back({r.range.shifted(static_cast<std::uint32_t>(whole().begin)), r.kind});
      break;
    case Leaf::Table:
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (i != 1) read_row(lines_[i]);
      }
      break;
    case Leaf::None:
    case Leaf::Rule:
      break;
  }
  lines_.clear();
}

// [label]: target "title", or [^label]: text. The lines of a footnote are read as text.
void RegionCollector::read_definition() {
  const Span line = lines_.front();
  bool footnote = false;
  const std::size_t label = definition_label(text_.substr(line.begin, line.end - line.begin), footnote);
  if (footnote || label == 0) return scan_joined();
  add({line.begin + 1, line.begin + label - 2}, RegionKind::LinkText);
  const std::string_view text = text_.substr(0, line.end);
  std::size_t begin = text.find_first_not_of(" \t", line.begin + label);
  if (begin == std::string_view::npos) return;
  std::size_t end = std::min(text.find_first_of(" \t", begin), line.end);
  std::size_t title = std::min(text.find_first_not_of(" \t", end), line.end);
  if (text[begin] == '<' && text.find('>', begin) != std::string_view::npos) {
    end = text.find('>', begin);
    title = std::min(text.find_first_not_of(" \t", end + 1), line.end);
    ++begin;
  }
  add({begin, end}, RegionKind::LinkTarget);
  Span span{title, line.end};
  if (lines_.size() > 1) span = lines_[1];
  while (span.begin < span.end && is_blank_byte(text_[span.end - 1])) --span.end;
  if (span.end - span.begin > 2) add({span.begin + 1, span.end - 1}, RegionKind::LinkTitle);
}

void RegionCollector::read_row(Span row) {
  std::size_t begin = row.begin < row.end && text_[row.begin] == '|' ? row.begin + 1 : row.begin;
  for (std::size_t i = begin; i <= row.end; ++i) {
    if (i < row.end && text_[i] == '\\') {
      ++i;
      continue;
    }
    if (i < row.end && text_[i] != '|') continue;
    Span cell{begin, i};
    while (cell.begin < cell.end && is_blank_byte(text_[cell.begin])) ++cell.begin;
    while (cell.begin < cell.end && is_blank_byte(text_[cell.end - 1])) --cell.end;
    add(cell, RegionKind::TableCell);
    scan_inline(cell);
    begin = i + 1;
  }
}

void RegionCollector::scan_inline(Span span) {
  const std::string_view text = text_.substr(span.begin, span.end - span.begin);
  if (!has_inline_markup(text)) return;
  found_.clear();
  inline_.scan(text, found_);
  for (const Region& r : found_)
    out_->push_back({r.range.shifted(static_cast<std::uint32_t>(span.begin)), r.kind});
}

// The lines of a leaf. Inside containers the marks > and the indents between them are no text: the lines are
// joined without them and what is found is put back in its place.
void RegionCollector::scan_joined() {
  if (containers_.empty() || lines_.size() == 1) return scan_inline(whole());
  joined_.clear();
  joined_begins_.clear();
  for (const Span line : lines_) {
    joined_begins_.push_back(joined_.size());
    joined_.append(text_.substr(line.begin, line.end - line.begin));
    joined_.push_back('\n');
  }
  if (!has_inline_markup(joined_)) return;
  found_.clear();
  inline_.scan(std::string_view(joined_).substr(0, joined_.size() - 1), found_);
  const auto place = [&](std::size_t at, std::size_t extra) {
    const auto behind = std::upper_bound(joined_begins_.begin(), joined_begins_.end(), at);
    const auto i = static_cast<std::size_t>(behind - joined_begins_.begin()) - 1;
    return std::min(lines_[i].begin + (at - joined_begins_[i]) + extra, lines_[i].end);
  };
  for (const Region& r : found_)
    add({place(r.range.begin.value, 0), place(r.range.end.value - 1, 1)}, r.kind);
}

}  // namespace paravent::markdown
