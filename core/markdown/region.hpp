// The regions inside a block: where markup says that text is a link, code, a cell … and what is looked for in
// each.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "markdown/block.hpp"
#include "text/offsets.hpp"

namespace paravent::markdown {

enum class RegionKind : std::uint8_t {
  FrontMatterKey,
  FrontMatterValue,
  Heading,
  ListItem,    // the text of one item
  TaskMarker,  // [ ] or [x]
  TableCell,
  CodeSpan,
  CodeBlock,    // the content of a fence or indented code
  FenceInfo,    // the info string
  PromptBlock,  // the content of a ```prompt fence
  Quote,        // the text behind >
  CalloutType,  // [!note]
  AiCallout,    // the content of a > [!ia] callout
  Emphasis,     // *…* or **…**, without its marks
  LinkText,
  LinkTarget,  // URL or path
  LinkTitle,
  ImageAlt,
  AutoLink,
  WikiTarget,  // [[target#heading
  WikiAlias,   // |alias]]
  Tag,         // #coaching/individuel, without the #
  HtmlTag,     // <b class="x">
  HtmlComment,
  Footnote,  // the label of [^1]
  Math,      // $…$, $$…$$
};

// A region nests in or follows another; it never cuts one.
struct Region {
  text::ByteRange range;  // bytes from the start of the block
  RegionKind kind;
  bool operator==(const Region&) const = default;
};

// What the detectors may look for in a region. The table is region_rules.cpp.
struct RegionRule {
  bool names = true;        // people, organisations, places
  bool identifiers = true;  // e-mail, phone, dates …
  bool code_like = false;   // identifiers of programs: `pierre_count` is one word, not a name
};
RegionRule rule_of(RegionKind kind);

// The regions of one block, sorted by begin, outer before inner. Plain prose (no markup) costs one scan and
// no parse.
std::vector<Region> parse_regions(std::string_view block, BlockKind kind);

// Remembers regions by block content: a block that comes back is not parsed again. Bounded; not shared
// between threads.
class RegionCache {
 public:
  explicit RegionCache(std::size_t max_blocks = 4096);
  ~RegionCache();
  RegionCache(RegionCache&&) noexcept;
  RegionCache& operator=(RegionCache&&) noexcept;

  // Valid until the next call.
  const std::vector<Region>& regions(std::string_view block, BlockKind kind);

 private:
  struct Entries;
  std::unique_ptr<Entries> entries_;
};

}  // namespace paravent::markdown
