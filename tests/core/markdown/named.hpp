// Regions and blocks as readable lines: what a test compares.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/block.hpp"
#include "markdown/region.hpp"

namespace paravent::markdown::testing {

inline std::string_view name_of(BlockKind kind) {
  constexpr std::string_view names[] = {"FrontMatter",   "Heading", "Paragraph", "List",      "Quote",
                                        "Table",         "Fence",   "Indented",  "Html",      "Footnote",
                                        "LinkReference", "Rule",    "Blank",     "FenceRest", "PromptRest"};
  return names[static_cast<std::size_t>(kind)];
}

inline std::string_view name_of(RegionKind kind) {
  constexpr std::string_view names[] = {"FrontMatterKey", "FrontMatterValue",
                                        "Heading",        "ListItem",
                                        "TaskMarker",     "TableCell",
                                        "CodeSpan",       "CodeBlock",
                                        "FenceInfo",      "PromptBlock",
                                        "Quote",          "CalloutType",
                                        "AiCallout",      "Emphasis",
                                        "LinkText",       "LinkTarget",
                                        "LinkTitle",      "ImageAlt",
                                        "AutoLink",       "WikiTarget",
                                        "WikiAlias",      "Tag",
                                        "HtmlTag",        "HtmlComment",
                                        "Footnote",       "Math"};
  return names[static_cast<std::size_t>(kind)];
}

inline std::string text_of(std::string_view text, text::ByteRange range) {
  return std::string(text.substr(range.begin.value, range.size()));
}

// "Kind: text" for each block that is not blank.
inline std::vector<std::string> blocks_of(std::string_view note) {
  std::vector<std::string> out;
  for (const Block& block : split_blocks(note)) {
    if (block.kind == BlockKind::Blank) continue;
    out.push_back(std::string(name_of(block.kind)) + ": " + text_of(note, block.range));
  }
  return out;
}

// "Kind: text" for each region of each block.
inline std::vector<std::string> regions_of(std::string_view note) {
  std::vector<std::string> out;
  for (const Block& block : split_blocks(note)) {
    const std::string content = text_of(note, block.range);
    for (const Region& region : parse_regions(content, block.kind)) {
      out.push_back(std::string(name_of(region.kind)) + ": " + text_of(content, region.range));
    }
  }
  return out;
}

}  // namespace paravent::markdown::testing
