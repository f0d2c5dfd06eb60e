#include "oracle.hpp"

#include <tree_sitter/api.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

extern "C" {
const TSLanguage* tree_sitter_markdown();
const TSLanguage* tree_sitter_markdown_inline();
}

namespace paravent::markdown::testing {
namespace {

struct ParserDelete {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};
struct TreeDelete {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using Parser = std::unique_ptr<TSParser, ParserDelete>;
using Tree = std::unique_ptr<TSTree, TreeDelete>;

std::string_view type_of(TSNode node) {
  return ts_node_type(node);
}

std::optional<TSNode> child_of(TSNode node, std::string_view type) {
  for (std::uint32_t i = 0; i < ts_node_child_count(node); ++i) {
    const TSNode child = ts_node_child(node, i);
    if (type_of(child) == type) return child;
  }
  return std::nullopt;
}

class Oracle {
 public:
  explicit Oracle(std::string_view note)
      : note_(note), block_parser_(ts_parser_new()), inline_parser_(ts_parser_new()) {
    ts_parser_set_language(block_parser_.get(), tree_sitter_markdown());
    ts_parser_set_language(inline_parser_.get(), tree_sitter_markdown_inline());
  }

  OracleTree run() {
    const Tree tree(ts_parser_parse_string(block_parser_.get(), nullptr, note_.data(),
                                           static_cast<std::uint32_t>(note_.size())));
    walk_top(ts_tree_root_node(tree.get()));
    std::sort(out_.regions.begin(), out_.regions.end(), [](const Region& a, const Region& b) {
      return std::tuple(a.range.begin, b.range.end, a.kind) < std::tuple(b.range.begin, a.range.end, b.kind);
    });
    // ~~two~~ marks are two nodes, one in the other.
    out_.regions.erase(std::unique(out_.regions.begin(), out_.regions.end()), out_.regions.end());
    return std::move(out_);
  }

 private:
  void walk_top(TSNode node) {
    for (std::uint32_t i = 0; i < ts_node_child_count(node); ++i) {
      const TSNode child = ts_node_child(node, i);
      if (type_of(child) == "section") {
        walk_top(child);
        continue;
      }
      const text::ByteRange range = trimmed(ts_node_start_byte(child), ts_node_end_byte(child));
      if (!range.empty()) out_.top_level.push_back(range);
      walk_block(child);
    }
  }

  void walk_block(TSNode node) {
    const std::string_view type = type_of(node);
    if (type == "atx_heading") {
      if (const auto content = child_of(node, "inline")) add(*content, RegionKind::Heading);
    } else if (type == "setext_heading") {
      // It knows no footnotes, and takes one above a line of dashes for a heading.
      const auto content = child_of(node, "paragraph");
      if (content && note_.substr(ts_node_start_byte(*content), 2) != "[^")
        add(*content, RegionKind::Heading);
    } else if (type == "fenced_code_block") {
      add_fence(node);
    } else if (type == "indented_code_block") {
      add(node, RegionKind::CodeBlock);
    } else if (type == "block_quote") {
      add(ts_node_end_byte(*child_of(node, "block_quote_marker")), ts_node_end_byte(node), RegionKind::Quote);
    } else if (type == "list_item") {
      add_item(node);
    }
    if (type == "inline" || type == "pipe_table_cell") {
      if (type == "pipe_table_cell") add(node, RegionKind::TableCell);
      parse_inline(node);
      return;
    }
    for (std::uint32_t i = 0; i < ts_node_child_count(node); ++i) walk_block(ts_node_child(node, i));
  }

  void add_fence(TSNode node) {
    bool prompt = false;
    if (const auto info = child_of(node, "info_string")) {
      add(*info, RegionKind::FenceInfo);
      prompt = note_.substr(ts_node_start_byte(*info), 6) == "prompt";
    }
    if (const auto content = child_of(node, "code_fence_content")) {
      add(*content, prompt ? RegionKind::PromptBlock : RegionKind::CodeBlock);
    }
  }

  void add_item(TSNode node) {
    std::uint32_t begin = ts_node_end_byte(ts_node_child(node, 0));
    for (const char* task : {"task_list_marker_checked", "task_list_marker_unchecked"}) {
      const auto marker = child_of(node, task);
      if (!marker) continue;
      add(*marker, RegionKind::TaskMarker);
      begin = ts_node_end_byte(*marker);
    }
    add(begin, ts_node_end_byte(node), RegionKind::ListItem);
  }

  void parse_inline(TSNode node) {
    std::vector<TSRange> ranges;
    TSRange rest{ts_node_start_point(node), ts_node_end_point(node), ts_node_start_byte(node),
                 ts_node_end_byte(node)};
    for (std::uint32_t i = 0; i < ts_node_child_count(node); ++i) {
      const TSNode child = ts_node_child(node, i);
      if (type_of(child) != "block_continuation") continue;
      TSRange piece = rest;
      piece.end_byte = ts_node_start_byte(child);
      piece.end_point = ts_node_start_point(child);
      if (piece.start_byte < piece.end_byte) ranges.push_back(piece);
      rest.start_byte = ts_node_end_byte(child);
      rest.start_point = ts_node_end_point(child);
    }
    if (rest.start_byte < rest.end_byte) ranges.push_back(rest);
    ts_parser_set_included_ranges(inline_parser_.get(), ranges.data(),
                                  static_cast<std::uint32_t>(ranges.size()));
    const Tree tree(ts_parser_parse_string(inline_parser_.get(), nullptr, note_.data(),
                                           static_cast<std::uint32_t>(note_.size())));
    walk_inline(ts_tree_root_node(tree.get()));
  }

  void walk_inline(TSNode node) {
    const std::string_view type = type_of(node);
    const std::uint32_t begin = ts_node_start_byte(node);
    const std::uint32_t end = ts_node_end_byte(node);
    if (type == "code_span") {
      const auto marks = static_cast<std::uint32_t>(note_.substr(begin, end - begin).find_first_not_of('`'));
      add(begin + marks, end - marks, RegionKind::CodeSpan);
    } else if (type == "emphasis" || type == "strikethrough") {
      const bool doubled = note_.substr(begin, 2) == "~~";
      add(begin + (doubled ? 2 : 1), end - (doubled ? 2 : 1), RegionKind::Emphasis);
    } else if (type == "strong_emphasis") {
      add(begin + 2, end - 2, RegionKind::Emphasis);
    } else if (type == "inline_link" || type == "full_reference_link" || type == "collapsed_reference_link") {
      add_child(node, "link_text", RegionKind::LinkText);
      add_child(node, "link_destination", RegionKind::LinkTarget);
      add_child(node, "link_title", RegionKind::LinkTitle);
    } else if (type == "image" && (child_of(node, "link_destination") || child_of(node, "link_label"))) {
      add_child(node, "image_description", RegionKind::ImageAlt);
      add_child(node, "link_destination", RegionKind::LinkTarget);
      add_child(node, "link_title", RegionKind::LinkTitle);
    } else if (type == "uri_autolink" || type == "email_autolink") {
      add(begin + 1, end - 1, RegionKind::AutoLink);
    } else if (type == "html_tag") {
      const bool comment = note_.substr(begin, 4) == "<!--";
      add(begin + (comment ? 4 : 0), end - (comment ? 3 : 0),
          comment ? RegionKind::HtmlComment : RegionKind::HtmlTag);
    }
    for (std::uint32_t i = 0; i < ts_node_child_count(node); ++i) walk_inline(ts_node_child(node, i));
  }

  void add_child(TSNode node, std::string_view type, RegionKind kind) {
    const auto child = child_of(node, type);
    if (!child) return;
    const bool angles = note_[ts_node_start_byte(*child)] == '<';
    const std::uint32_t marks =
        kind == RegionKind::LinkTitle || (kind == RegionKind::LinkTarget && angles) ? 1 : 0;
    add(ts_node_start_byte(*child) + marks, ts_node_end_byte(*child) - marks, kind);
  }

  void add(TSNode node, RegionKind kind) { add(ts_node_start_byte(node), ts_node_end_byte(node), kind); }
  void add(std::uint32_t begin, std::uint32_t end, RegionKind kind) {
    const text::ByteRange range = trimmed(begin, end);
    if (!range.empty()) out_.regions.push_back({range, kind});
  }

  text::ByteRange trimmed(std::size_t begin, std::size_t end) const { return trim_range(note_, begin, end); }

  std::string_view note_;
  Parser block_parser_;
  Parser inline_parser_;
  OracleTree out_;
};

}  // namespace

text::ByteRange trim_range(std::string_view note, std::size_t begin, std::size_t end) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (begin < end && blank(note[begin])) ++begin;
  while (begin < end && (blank(note[end - 1]) || note[end - 1] == '>')) --end;
  return text::range(begin, end);
}

OracleTree parse_with_tree_sitter(std::string_view note) {
  return Oracle(note).run();
}

}  // namespace paravent::markdown::testing
