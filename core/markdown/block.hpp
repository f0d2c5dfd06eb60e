// Top-level blocks of a note, by our own linear line scanner: what a keystroke re-reads (DESIGN.md,
// Detection).
#pragma once

#include <string_view>
#include <vector>

#include "text/offsets.hpp"
#include "text/text_edit.hpp"

namespace paravent::markdown {

enum class BlockKind {
  FrontMatter,  // --- … --- at the start of the note, or +++ … +++
  Heading,      // # … and setext
  Paragraph,
  List,      // a whole list with its nested items and lazy lines
  Quote,     // > … (callouts too)
  Table,     // pipe table
  Fence,     // ``` or ~~~ with its content
  Indented,  // indented code
  Html,
  Footnote,  // [^1]: …
  LinkReference,
  Rule,   // ---
  Blank,  // blank lines between blocks
  // Of sections only (section.hpp): the content of a fence behind its first blank line.
  FenceRest,
  PromptRest,
};

// Blocks follow each other without a gap and cover the text.
struct Block {
  text::ByteRange range;
  BlockKind kind = BlockKind::Paragraph;
  bool operator==(const Block&) const = default;
};

std::vector<Block> split_blocks(std::string_view text);

// The blocks of a text that changes. After update() they equal split_blocks of the new text
// (property-tested).
class BlockList {
 public:
  explicit BlockList(std::string_view text);
  const std::vector<Block>& blocks() const { return blocks_; }

  // Which blocks an edit changed: [first, first + old_count) of the old list are now [first, first +
  // new_count).
  struct Change {
    std::size_t first = 0;
    std::size_t old_count = 0;
    std::size_t new_count = 0;
  };
  // `edit` was applied and gave `text_after`. Costs what the changed blocks cost, plus a shift of the offsets
  // behind them.
  Change update(const text::TextEdit& edit, std::string_view text_after);

 private:
  std::size_t restart_block(std::size_t edit_begin, std::string_view text_after) const;

  std::vector<Block> blocks_;
};

}  // namespace paravent::markdown
