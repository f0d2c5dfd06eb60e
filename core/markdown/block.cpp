#include "markdown/block.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "markdown/front_matter.hpp"
#include "markdown/splice.hpp"
#include "markdown/structure.hpp"

namespace paravent::markdown {
namespace {

// Collects the top-level blocks. Blank lines wait until it is known whether a list or code goes on behind
// them.
class BlockCollector : public StructureSink {
 public:
  explicit BlockCollector(std::vector<Block>& blocks) : blocks_(blocks) {}

  void open_top(BlockKind kind, std::size_t line_begin) override {
    close_at(line_begin);
    begin_ = line_begin;
    kind_ = kind;
    opened_ = true;
  }
  void retype_top(BlockKind kind) override { kind_ = kind; }
  void blank_line(std::size_t line_begin) override {
    if (!blank_) blank_ = line_begin;
  }
  void used_line() override { blank_.reset(); }

  // Whether a block began since the last call.
  bool take_opened() {
    const bool opened = opened_;
    opened_ = false;
    return opened;
  }

  void close_at(std::size_t end) {
    if (kind_) add(begin_, blank_.value_or(end), *kind_);
    if (blank_) add(*blank_, end, BlockKind::Blank);
    kind_.reset();
    blank_.reset();
  }

 private:
  void add(std::size_t begin, std::size_t end, BlockKind kind) {
    blocks_.push_back({text::range(begin, end), kind});
  }

  std::vector<Block>& blocks_;
  std::optional<BlockKind> kind_;
  std::optional<std::size_t> blank_;
  std::size_t begin_ = 0;
  bool opened_ = false;
};

// Scans from `begin`, the start of a block, until `stop(line_begin)` holds for a line that opens a block.
// Returns where it stopped.
template <class Stop>
std::size_t scan_blocks(std::string_view text, std::size_t begin, std::vector<Block>& out, Stop stop) {
  if (begin == 0) {
    begin = front_matter_size(text);
    if (begin > 0) out.push_back({text::range(0, begin), BlockKind::FrontMatter});
  }
  BlockCollector collector(out);
  StructureScanner scanner(text, collector);
  std::size_t line = begin;
  while (line < text.size()) {
    const std::size_t next = scanner.read_line(line);
    if (collector.take_opened() && stop(line)) return line;
    line = next;
  }
  collector.close_at(text.size());
  return text.size();
}

}  // namespace

std::vector<Block> split_blocks(std::string_view text) {
  std::vector<Block> blocks;
  scan_blocks(text, 0, blocks, [](std::size_t) { return false; });
  return blocks;
}

BlockList::BlockList(std::string_view text) : blocks_(split_blocks(text)) {}

// A block start is a fresh start: what a block is depends on the text from its first line on only. So the
// scan starts one block before the edit (its line may now continue that one, or be the second line of a
// table) and ends at the first block start behind the edit that was one before, too.
BlockList::Change BlockList::update(const text::TextEdit& edit, std::string_view text_after) {
  const std::size_t edit_begin = edit.range.begin.value;
  const std::size_t edit_end = edit.range.end.value;
  const std::size_t new_end = edit_begin + edit.replacement.size();
  const std::size_t first = restart_block(edit_begin, text_after);
  std::size_t rest = first;
  const auto in_step = [&](std::size_t line) {
    if (line < new_end) return false;
    const std::size_t before = line - new_end + edit_end;
    while (rest < blocks_.size() && blocks_[rest].range.begin.value < before) ++rest;
    if (rest == blocks_.size() || blocks_[rest].range.begin.value != before) return false;
    return blocks_[rest].kind != BlockKind::Blank && blocks_[rest].kind != BlockKind::FrontMatter;
  };
  std::vector<Block> fresh;
  const std::size_t begin = first < blocks_.size() ? blocks_[first].range.begin.value : 0;
  if (scan_blocks(text_after, begin, fresh, in_step) == text_after.size()) rest = blocks_.size();

  const auto moved = [&](text::ByteOffset at) { return text::ByteOffset(at.value - edit_end + new_end); };
  for (std::size_t i = rest; i < blocks_.size(); ++i) {
    blocks_[i].range = {moved(blocks_[i].range.begin), moved(blocks_[i].range.end)};
  }
  const Change change{first, rest - first, fresh.size()};
  splice(blocks_, first, rest, fresh);
  return change;
}

// The block before the one that holds the byte in front of the edit, blank lines not counted.
std::size_t BlockList::restart_block(std::size_t edit_begin, std::string_view text_after) const {
  const bool had_front_matter = !blocks_.empty() && blocks_.front().kind == BlockKind::FrontMatter;
  if (!had_front_matter && front_matter_size(text_after) > 0) return 0;
  const std::size_t touched = edit_begin == 0 ? 0 : edit_begin - 1;
  const auto behind = std::partition_point(blocks_.begin(), blocks_.end(),
                                           [&](const Block& b) { return b.range.begin.value <= touched; });
  auto index = static_cast<std::size_t>(behind - blocks_.begin());
  if (index > 0) --index;
  const auto skip_blank = [&] {
    while (index > 0 && blocks_[index].kind == BlockKind::Blank) --index;
  };
  skip_blank();
  if (index > 0) --index;
  skip_blank();
  return index;
}

}  // namespace paravent::markdown
