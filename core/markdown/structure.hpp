// The block structure of Markdown, line by line: which containers (quotes, list items) and which leaf a line
// belongs to. One pass, no recursion, no look-ahead but one line (a table is known by its second line).
//
// Differences from CommonMark, all of them on purpose:
// - containers nest at most max_depth deep; what is deeper is text;
// - a footnote keeps the lines indented by four columns behind a blank line;
// - link definitions and footnotes are leaves at the top level only; inside containers they are paragraphs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "markdown/block.hpp"
#include "markdown/line_start.hpp"
#include "markdown/lines.hpp"

namespace paravent::markdown {

enum class Leaf : std::uint8_t {
  None,
  Paragraph,
  Heading,
  Fence,
  Indented,
  Html,
  Table,
  Rule,
  Definition,
  Footnote
};

// What the scanner tells. Offsets are bytes of the text; a line comes without its container marks.
class StructureSink {
 public:
  StructureSink() = default;
  StructureSink(const StructureSink&) = delete;
  StructureSink& operator=(const StructureSink&) = delete;
  virtual ~StructureSink() = default;

  virtual void open_top(BlockKind /*kind*/, std::size_t /*line_begin*/) {}  // a new top-level block
  virtual void retype_top(BlockKind /*kind*/) {}          // … and it was a heading after all
  virtual void blank_line(std::size_t /*line_begin*/) {}  // between blocks, or inside a list
  virtual void used_line() {}                             // any other line

  virtual void open_container(bool /*item*/, std::size_t /*marker*/, std::size_t /*content*/) {}
  virtual void close_container() {}
  virtual void open_leaf(Leaf /*kind*/) {}
  virtual void retype_leaf(Leaf /*kind*/) {}  // a paragraph that a setext underline makes a heading
  virtual void leaf_line(std::size_t /*begin*/, std::size_t /*end*/) {}
  virtual void fence_info(std::size_t /*begin*/, std::size_t /*end*/) {}
  virtual void mark_line(std::size_t /*end*/) {}  // a line that belongs to a leaf, but not to its content
  virtual void close_leaf() {}
};

class StructureScanner {
 public:
  static constexpr std::size_t max_depth = 32;

  StructureScanner(std::string_view text, StructureSink& sink) : text_(text), reader_(text), sink_(sink) {}

  // Reads the line at `begin` and returns the begin of the next one.
  std::size_t read_line(std::size_t begin);
  void finish();

 private:
  struct Container {
    bool item = false;
    char marker = 0;
    std::size_t width = 0;  // columns that content of an item is indented by
    bool empty = false;     // an item without content yet
  };

  // Where the current line is read: offsets and columns (a tab fills up to the next multiple of four).
  struct Cursor {
    std::size_t at = 0;
    std::size_t column = 0;
    std::size_t first = 0;  // first byte that is not blank
    std::size_t first_column = 0;
    std::size_t indent() const { return first_column - column; }
  };

  std::string_view rest() const { return text_.substr(cursor_.first, line_.end - cursor_.first); }
  bool blank() const { return cursor_.first == line_.end; }
  void find_first();
  void advance(std::size_t columns);
  void skip_marker(std::size_t bytes);

  std::size_t match_containers(std::size_t count);
  bool continue_leaf();
  void read_blank(std::size_t matched);
  void open_blocks(std::size_t matched);
  bool start_quote(std::size_t matched);
  bool start_item(std::size_t matched, bool continuing);
  bool start_leaf(std::size_t matched, bool paragraph_open);
  void start_heading(std::size_t matched, std::size_t level);
  void start_fence(std::size_t matched, const FenceStart& fence);
  bool start_definition();
  bool may_start_table(std::size_t matched, bool paragraph_open) const;
  bool is_table_start(std::size_t matched);
  void add_text(std::size_t matched);
  void close_unmatched(std::size_t matched);
  void close_leaf();
  void begin_leaf(Leaf kind, BlockKind top);
  void push(const Container& container, std::size_t marker);

  std::string_view text_;
  LineReader reader_;
  StructureSink& sink_;
  Line line_;
  Cursor cursor_;
  std::array<Container, max_depth> containers_{};
  std::size_t depth_ = 0;
  Leaf leaf_ = Leaf::None;
  bool text_like_ = false;      // a footnote that reads on as a paragraph
  bool footnote_tail_ = false;  // a footnote after its first blank line
  FenceStart fence_;
  std::size_t fence_indent_ = 0;
  std::uint8_t html_ = 0;
  bool definition_may_have_title_ = false;
  char top_list_ = 0;  // marker kind of the list that is the current top-level block
};

}  // namespace paravent::markdown
