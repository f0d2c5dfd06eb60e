// What is read at once: a block; of a long list its items, of long code what stands between blank lines. A
// note may be one fence that was never closed, or one list: a keystroke must not read all of it again.
//
// A cut changes nothing that is read: the regions of the sections are those of their block (property-tested),
// but for the content of a fence, which becomes one region a section.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "markdown/block.hpp"
#include "text/text_edit.hpp"

namespace paravent::markdown {

// Blocks up to this size stay whole.
inline constexpr std::uint32_t long_block = 1024;  // bytes

// Like blocks, sections follow each other without a gap and cover the text. Their kinds may be
// BlockKind::FenceRest and PromptRest, which no block is.
std::vector<Block> split_sections(std::string_view text);

// The sections of a text that changes. After update() they equal split_sections of the new text.
class SectionList {
 public:
  explicit SectionList(std::string_view text);
  const std::vector<Block>& sections() const { return sections_; }

  // As BlockList::update, of sections.
  BlockList::Change update(const text::TextEdit& edit, std::string_view text_after);

 private:
  BlockList blocks_;
  std::vector<Block> sections_;
  std::vector<std::uint32_t> firsts_;  // by block, and one behind the last: where its sections begin
};

}  // namespace paravent::markdown
