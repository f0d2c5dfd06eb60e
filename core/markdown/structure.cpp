#include "markdown/structure.hpp"

#include <algorithm>

namespace paravent::markdown {
namespace {

constexpr std::size_t code_indent = 4;

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank_byte(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_blank_byte(text.front())) text.remove_prefix(1);
  return text;
}

// What opens a block, but not inside a paragraph. Such a line does not begin a table there either: what a
// block is must not depend on the lines before it (BlockList::update relies on that).
bool starts_only_alone(std::string_view line) {
  bool footnote = false;
  return list_marker(line) || html_kind(line) > 0 || definition_label(line, footnote) > 0;
}

}  // namespace

std::size_t StructureScanner::read_line(std::size_t begin) {
  line_ = reader_.at(begin);
  cursor_ = {begin, 0, begin, 0};
  find_first();
  const bool bare = blank();
  const std::size_t matched = match_containers(depth_);
  if (matched == depth_ && continue_leaf()) return line_.next;
  if (blank()) {
    read_blank(matched);
    if (bare) {
      sink_.blank_line(line_.begin);
    } else {
      sink_.used_line();
    }
  } else {
    open_blocks(matched);
  }
  return line_.next;
}

void StructureScanner::finish() {
  close_unmatched(0);
  close_leaf();
}

void StructureScanner::find_first() {
  cursor_.first = cursor_.at;
  cursor_.first_column = cursor_.column;
  for (; cursor_.first < line_.end && is_blank_byte(text_[cursor_.first]); ++cursor_.first) {
    cursor_.first_column =
        text_[cursor_.first] == '\t' ? (cursor_.first_column / 4 + 1) * 4 : cursor_.first_column + 1;
  }
}

// Skips blank columns; a tab may be skipped in part.
void StructureScanner::advance(std::size_t columns) {
  const std::size_t target = cursor_.column + columns;
  while (cursor_.column < target && cursor_.at < cursor_.first) {
    const std::size_t next = text_[cursor_.at] == '\t' ? (cursor_.column / 4 + 1) * 4 : cursor_.column + 1;
    if (next > target) {
      cursor_.column = target;
      return;
    }
    cursor_.column = next;
    ++cursor_.at;
  }
}

void StructureScanner::skip_marker(std::size_t bytes) {
  cursor_.at = cursor_.first + bytes;
  cursor_.column = cursor_.first_column + bytes;
  find_first();
}

std::size_t StructureScanner::match_containers(std::size_t count) {
  std::size_t matched = 0;
  for (; matched < count; ++matched) {
    Container& container = containers_[matched];
    if (!container.item) {
      if (blank() || cursor_.indent() >= code_indent || text_[cursor_.first] != '>') break;
      skip_marker(1);
      advance(1);
    } else if (blank()) {
      if (container.empty) break;
    } else {
      if (cursor_.indent() < container.width) break;
      advance(container.width);
      container.empty = false;
    }
  }
  return matched;
}

// Gives the line to the open leaf, where that leaf decides by itself. False: the line is looked at for new
// blocks.
bool StructureScanner::continue_leaf() {
  switch (leaf_) {
    case Leaf::Fence:
      if (cursor_.indent() < code_indent && closes_fence(rest(), fence_)) {
        sink_.mark_line(line_.end);
        close_leaf();
      } else {
        advance(std::min(fence_indent_, cursor_.indent()));
        sink_.leaf_line(cursor_.at, line_.end);
      }
      sink_.used_line();
      return true;
    case Leaf::Html:
      if (html_ >= 6 && blank()) {
        close_leaf();
        return false;
      }
      sink_.leaf_line(cursor_.at, line_.end);
      if (html_ends(text_.substr(cursor_.at, line_.end - cursor_.at), html_)) close_leaf();
      sink_.used_line();
      return true;
    case Leaf::Indented:
      if (blank()) return false;
      if (cursor_.indent() < code_indent) {
        close_leaf();
        return false;
      }
      advance(code_indent);
      sink_.leaf_line(cursor_.at, line_.end);
      sink_.used_line();
      return true;
    case Leaf::Definition: {
      const bool title = definition_may_have_title_ && is_title_line(rest());
      if (title) {
        sink_.leaf_line(cursor_.first, line_.end);
        sink_.used_line();
      }
      close_leaf();
      return title;
    }
    default:
      return false;
  }
}

void StructureScanner::read_blank(std::size_t matched) {
  close_unmatched(matched);
  if (leaf_ == Leaf::Footnote) {
    text_like_ = false;
    footnote_tail_ = true;
  } else if (leaf_ != Leaf::Indented) {
    close_leaf();
  }
}

void StructureScanner::open_blocks(std::size_t matched) {
  if (leaf_ == Leaf::Table && is_setext_underline(rest()))
    close_leaf();       // no row, as in tree-sitter's grammar
  bool opened = false;  // a container on this line
  for (;;) {
    const bool paragraph_open =
        !opened && (leaf_ == Leaf::Paragraph || (leaf_ == Leaf::Footnote && text_like_));
    const bool continuing = !opened && matched == depth_ && (paragraph_open || leaf_ == Leaf::Table);
    if (cursor_.indent() >= code_indent) {
      if (paragraph_open || continuing || (leaf_ == Leaf::Footnote && !opened)) break;
      close_unmatched(matched);
      close_leaf();
      begin_leaf(Leaf::Indented, BlockKind::Indented);
      advance(code_indent);
      sink_.leaf_line(cursor_.at, line_.end);
      return;
    }
    if (continuing && leaf_ != Leaf::Table && is_setext_underline(rest())) {
      sink_.mark_line(line_.end);
      if (leaf_ == Leaf::Paragraph) {  // and no footnote
        sink_.retype_leaf(Leaf::Heading);
        if (depth_ == 0) sink_.retype_top(BlockKind::Heading);
      }
      sink_.used_line();
      close_leaf();
      return;
    }
    const bool found_container = start_quote(matched) || start_item(matched, continuing);
    if (!found_container) {
      if (start_leaf(matched, paragraph_open)) return;
      break;
    }
    opened = true;
    matched = depth_;
    if (blank()) return;
  }
  add_text(matched);
}

bool StructureScanner::start_quote(std::size_t matched) {
  if (text_[cursor_.first] != '>' || matched >= max_depth) return false;
  close_unmatched(matched);
  close_leaf();
  const std::size_t marker = cursor_.first;
  skip_marker(1);
  advance(1);
  push({}, marker);
  return true;
}

bool StructureScanner::start_item(std::size_t matched, bool continuing) {
  if (matched >= max_depth) return false;
  const auto marker = list_marker(rest());
  if (!marker || (continuing && !marker->can_interrupt) || is_rule(rest())) return false;
  close_unmatched(matched);
  close_leaf();
  const std::size_t begin = cursor_.first;
  Container item{true, marker->kind, cursor_.indent() + marker->length + 1, false};
  skip_marker(marker->length);
  if (blank()) {
    item.empty = true;
  } else if (cursor_.indent() > code_indent) {
    advance(1);
  } else {
    item.width += cursor_.indent() - 1;
    advance(cursor_.indent());
  }
  push(item, begin);
  return true;
}

bool StructureScanner::start_leaf(std::size_t matched, bool paragraph_open) {
  const std::string_view line = rest();
  const bool text_open = paragraph_open || (leaf_ == Leaf::Table && matched == depth_);
  if (const std::size_t level = heading_level(line); level > 0) {
    start_heading(matched, level);
  } else if (const auto fence = fence_start(line)) {
    start_fence(matched, *fence);
  } else if (const auto html = html_kind(line); html > 0 && (html < 7 || !text_open)) {
    close_unmatched(matched);
    close_leaf();
    html_ = html;
    begin_leaf(Leaf::Html, BlockKind::Html);
    sink_.leaf_line(cursor_.first, line_.end);
    if (html_ends(line, html)) close_leaf();
  } else if (is_rule(line)) {
    close_unmatched(matched);
    close_leaf();
    begin_leaf(Leaf::Rule, BlockKind::Rule);
    sink_.mark_line(line_.end);
    close_leaf();
  } else if (!text_open && matched == 0 && start_definition()) {
    return true;
  } else if (may_start_table(matched, paragraph_open) && is_table_start(matched)) {
    close_unmatched(matched);
    close_leaf();
    begin_leaf(Leaf::Table, BlockKind::Table);
    sink_.leaf_line(cursor_.first, line_.end);
  } else {
    return false;
  }
  return true;
}

void StructureScanner::start_heading(std::size_t matched, std::size_t level) {
  close_unmatched(matched);
  close_leaf();
  begin_leaf(Leaf::Heading, BlockKind::Heading);
  sink_.mark_line(line_.end);
  std::string_view content = trim(rest().substr(level));
  const std::size_t last = content.find_last_not_of('#');
  if (last == std::string_view::npos) {
    content = {};
  } else if (last + 1 < content.size() && is_blank_byte(content[last])) {
    content = trim(content.substr(0, last));
  }
  if (!content.empty()) {
    const auto begin = static_cast<std::size_t>(content.data() - text_.data());
    sink_.leaf_line(begin, begin + content.size());
  }
  close_leaf();
}

void StructureScanner::start_fence(std::size_t matched, const FenceStart& fence) {
  close_unmatched(matched);
  close_leaf();
  fence_ = fence;
  fence_indent_ = cursor_.indent();
  begin_leaf(Leaf::Fence, BlockKind::Fence);
  sink_.mark_line(line_.end);
  const std::string_view info = trim(rest().substr(fence.length));
  if (info.empty()) return;
  const auto begin = static_cast<std::size_t>(info.data() - text_.data());
  sink_.fence_info(begin, begin + info.size());
}

// `[label]: …` at the top level.
bool StructureScanner::start_definition() {
  bool footnote = false;
  const std::size_t label = definition_label(rest(), footnote);
  if (label == 0) return false;
  const Definition definition = link_definition(rest());
  if (leaf_ == Leaf::Footnote && footnote && !footnote_tail_) {
    sink_.leaf_line(cursor_.first, line_.end);
    sink_.used_line();
    text_like_ = definition == Definition::None;
    return true;
  }
  if (!footnote && definition == Definition::None) return false;
  close_unmatched(0);
  close_leaf();
  text_like_ = footnote && definition == Definition::None;
  footnote_tail_ = false;
  definition_may_have_title_ = definition == Definition::WithoutTitle;
  begin_leaf(footnote ? Leaf::Footnote : Leaf::Definition,
             footnote ? BlockKind::Footnote : BlockKind::LinkReference);
  sink_.leaf_line(cursor_.first, line_.end);
  return true;
}

// A paragraph is interrupted by a table only where it stands, not where it goes on lazily.
bool StructureScanner::may_start_table(std::size_t matched, bool paragraph_open) const {
  if (paragraph_open) return matched == depth_ && !starts_only_alone(rest());
  return leaf_ != Leaf::Table || matched < depth_;
}

// A table is known by its second line: as many cells as the first, inside the same containers.
bool StructureScanner::is_table_start(std::size_t matched) {
  if (line_.next >= text_.size() || line_.next == line_.end) return false;
  const Line line = line_;
  const Cursor cursor = cursor_;
  line_ = reader_.at(line.next);
  cursor_ = {line_.begin, 0, line_.begin, 0};
  find_first();
  std::size_t cells = 0;
  if (match_containers(matched) == matched && cursor_.indent() < code_indent && !list_marker(rest())) {
    cells = delimiter_cells(rest());
  }
  line_ = line;
  cursor_ = cursor;
  return cells > 0 && row_cells(rest()) == cells;
}

void StructureScanner::add_text(std::size_t matched) {
  const bool takes = leaf_ == Leaf::Paragraph || (leaf_ == Leaf::Table && matched == depth_) ||
                     (leaf_ == Leaf::Footnote && (!footnote_tail_ || cursor_.indent() >= code_indent));
  if (takes) {
    if (leaf_ == Leaf::Footnote && !footnote_tail_) text_like_ = true;
    sink_.used_line();
  } else {
    close_unmatched(matched);
    close_leaf();
    begin_leaf(Leaf::Paragraph, BlockKind::Paragraph);
  }
  sink_.leaf_line(cursor_.first, line_.end);
}

void StructureScanner::close_unmatched(std::size_t matched) {
  if (depth_ == matched) return;
  close_leaf();
  for (; depth_ > matched; --depth_) sink_.close_container();
}

void StructureScanner::close_leaf() {
  if (leaf_ == Leaf::None) return;
  leaf_ = Leaf::None;
  text_like_ = false;
  sink_.close_leaf();
}

void StructureScanner::begin_leaf(Leaf kind, BlockKind top) {
  if (depth_ == 0) {
    top_list_ = 0;
    sink_.open_top(top, line_.begin);
  } else {
    sink_.used_line();
  }
  leaf_ = kind;
  sink_.open_leaf(kind);
}

// The cursor stands at the content of the new container.
void StructureScanner::push(const Container& container, std::size_t marker) {
  if (depth_ == 0 && !(container.item && container.marker == top_list_)) {
    top_list_ = container.marker;
    sink_.open_top(container.item ? BlockKind::List : BlockKind::Quote, line_.begin);
  } else {
    sink_.used_line();
  }
  containers_[depth_++] = container;
  sink_.open_container(container.item, marker, cursor_.first);
}

}  // namespace paravent::markdown
