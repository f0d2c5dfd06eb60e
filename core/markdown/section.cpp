#include "markdown/section.hpp"

#include "markdown/line_start.hpp"
#include "markdown/lines.hpp"
#include "markdown/splice.hpp"

namespace paravent::markdown {
namespace {

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

// A marker that is not indented: whatever item was open ends, and the next item of the same list begins.
bool starts_item(std::string_view line) {
  return list_marker(line).has_value() && !is_rule(line);
}

BlockKind kind_of_rest(std::string_view fence) {
  const std::string_view line = fence.substr(0, fence.find_first_of("\r\n"));
  const std::string_view mark = line.substr(line.find_first_not_of(" \t"));
  const std::string_view info = mark.substr(fence_start(mark).value_or(FenceStart{}).length);
  return is_prompt(info) ? BlockKind::PromptRest : BlockKind::FenceRest;
}

// Adds the sections of a block. `starts(line, behind_blank)` says where one begins; those behind the first
// have the kind `rest`.
template <class Starts>
void cut(std::string_view text, const Block& block, BlockKind rest, std::vector<Block>& out, Starts starts) {
  const std::string_view content = text.substr(block.range.begin.value, block.range.size());
  LineReader lines(content);
  std::size_t begin = 0;
  bool behind_blank = false;
  const auto add = [&](std::size_t end) {
    out.push_back({text::range(begin, end).shifted(block.range.begin.value), begin == 0 ? block.kind : rest});
    begin = end;
  };
  for (std::size_t at = 0; at < content.size();) {
    const Line line = lines.at(at);
    const std::string_view words = content.substr(line.begin, line.end - line.begin);
    if (at > 0 && starts(words, behind_blank)) add(at);
    behind_blank = is_blank_line(words);
    at = line.next;
  }
  add(content.size());
}

void add_sections(std::string_view text, const Block& block, std::vector<Block>& out) {
  const auto behind_blank_line = [](std::string_view line, bool behind_blank) {
    return behind_blank && !is_blank_line(line);
  };
  const auto item = [](std::string_view line, bool /*behind_blank*/) { return starts_item(line); };
  const std::string_view content = text.substr(block.range.begin.value, block.range.size());
  if (content.size() > long_block) {
    if (block.kind == BlockKind::Fence)
      return cut(text, block, kind_of_rest(content), out, behind_blank_line);
    if (block.kind == BlockKind::Indented) return cut(text, block, block.kind, out, behind_blank_line);
    if (block.kind == BlockKind::List) return cut(text, block, block.kind, out, item);
  }
  out.push_back(block);
}

}  // namespace

std::vector<Block> split_sections(std::string_view text) {
  std::vector<Block> out;
  for (const Block& block : split_blocks(text)) add_sections(text, block, out);
  return out;
}

SectionList::SectionList(std::string_view text) : blocks_(text) {
  for (const Block& block : blocks_.blocks()) {
    firsts_.push_back(static_cast<std::uint32_t>(sections_.size()));
    add_sections(text, block, sections_);
  }
  firsts_.push_back(static_cast<std::uint32_t>(sections_.size()));
}

BlockList::Change SectionList::update(const text::TextEdit& edit, std::string_view text_after) {
  const BlockList::Change change = blocks_.update(edit, text_after);
  const std::size_t first = firsts_[change.first];
  const std::size_t last = firsts_[change.first + change.old_count];
  std::vector<Block> fresh;
  std::vector<std::uint32_t> fresh_firsts;
  for (std::size_t i = change.first; i < change.first + change.new_count; ++i) {
    fresh_firsts.push_back(static_cast<std::uint32_t>(first + fresh.size()));
    add_sections(text_after, blocks_.blocks()[i], fresh);
  }
  // Unsigned on purpose: what wraps in the difference wraps back in the sum.
  const std::uint32_t moved = static_cast<std::uint32_t>(edit.replacement.size()) - edit.range.size();
  for (std::size_t i = last; i < sections_.size(); ++i)
    sections_[i].range = sections_[i].range.shifted(moved);
  const auto more = static_cast<std::uint32_t>(fresh.size() - (last - first));
  for (std::size_t i = change.first + change.old_count; i < firsts_.size(); ++i) firsts_[i] += more;
  splice(sections_, first, last, fresh);
  splice(firsts_, change.first, change.first + change.old_count, fresh_firsts);
  return {first, last - first, fresh.size()};
}

}  // namespace paravent::markdown
