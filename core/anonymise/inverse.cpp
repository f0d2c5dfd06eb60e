#include "anonymise/inverse.hpp"

#include <utility>

#include "anonymise/common_lines.hpp"
#include "anonymise/restore.hpp"

namespace paravent::anonymise {
namespace {

std::optional<text::TextEdits> edits_of(std::string_view output, const std::vector<Piece>& pieces) {
  std::vector<text::TextEdit> edits;
  edits.reserve(pieces.size());
  for (const Piece& piece : pieces) edits.push_back({piece.output, piece.original});
  return text::TextEdits::make(std::move(edits), output.size());
}

// A line of the output as it was before; nothing for one that shares a piece with its neighbour.
using OriginalLines = std::vector<std::optional<std::string>>;

OriginalLines original_lines(const std::vector<std::string_view>& lines, const text::TextEdits& edits) {
  OriginalLines out;
  out.reserve(lines.size());
  auto edit = edits.all().begin();
  const auto end = edits.all().end();
  std::size_t begin = 0;
  for (const std::string_view line : lines) {
    const std::size_t stop = begin + line.size();
    std::optional<std::string> original(std::in_place);
    std::size_t copied = begin;
    const bool last = out.size() + 1 == lines.size();
    while (edit != end && (edit->range.begin.value < stop || last)) {
      const std::size_t from = edit->range.begin.value;
      const std::size_t to = edit->range.end.value;
      if (from < begin || to > stop) original.reset();
      if (original) {
        original->append(line.substr(copied - begin, from - copied));
        original->append(edit->replacement);
      }
      copied = to;
      if (to > stop) break;
      ++edit;
    }
    if (original) original->append(line.substr(copied - begin));
    out.push_back(std::move(original));
    begin = stop;
  }
  return out;
}

void restore_lines(std::string_view lines, const std::vector<Alias>& aliases, InvertedLines& out) {
  const Restored restored = restore(lines, aliases);
  const auto shift = static_cast<std::uint32_t>(out.text.size());
  for (const text::ByteRange& range : restored.leftovers) out.leftovers.push_back(range.shifted(shift));
  out.text += restored.text;
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text, const text::TextEdits& edits) {
  std::vector<Piece> out;
  const text::TextEdits back = edits.inverse(text);
  out.reserve(back.all().size());
  for (const text::TextEdit& edit : back.all()) out.push_back({edit.range, edit.replacement});
  return out;
}

std::optional<std::string> inverted(std::string_view output, const std::vector<Piece>& pieces) {
  const std::optional<text::TextEdits> edits = edits_of(output, pieces);
  return edits ? std::optional(edits->apply(output)) : std::nullopt;
}

std::optional<InvertedLines> inverted(std::string_view changed, std::string_view output,
                                      const std::vector<Piece>& pieces, const std::vector<Alias>& aliases) {
  const std::optional<text::TextEdits> edits = edits_of(output, pieces);
  if (!edits) return std::nullopt;
  const std::vector<std::string_view> after = lines_of(changed);
  InvertedLines out;
  // An unchanged text comes back whole, even where a piece went over several lines.
  if (changed == output) return InvertedLines{edits->apply(output), after.size(), 0, {}};
  const std::vector<std::string_view> before = lines_of(output);
  const OriginalLines originals = original_lines(before, *edits);
  const std::vector<std::size_t> same = common_lines(before, after);
  const auto is_exact = [&](std::size_t i) { return same[i] != no_line && originals[same[i]].has_value(); };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < after.size();) {
    if (is_exact(i)) {
      out.text += *originals[same[i]];
      begin += after[i].size();
      ++out.exact;
      ++i;
      continue;
    }
    // Changed lines are read together: an alias may be broken over two.
    std::size_t size = 0;
    for (; i < after.size() && !is_exact(i); ++i) {
      size += after[i].size();
      ++out.by_alias;
    }
    restore_lines(changed.substr(begin, size), aliases, out);
    begin += size;
  }
  return out;
}

}  // namespace paravent::anonymise
