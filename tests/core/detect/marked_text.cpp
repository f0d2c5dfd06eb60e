#include "core/detect/marked_text.hpp"

#include <fstream>

namespace paravent::detect::testing {
namespace {

constexpr std::string_view open_mark = "⟦";
constexpr std::string_view close_mark = "⟧";
constexpr std::string_view line_break = "⏎";

void append_plain(std::string_view piece, std::string& out) {
  while (!piece.empty()) {
    const std::size_t at = piece.find(line_break);
    out += piece.substr(0, at);
    if (at == std::string_view::npos) return;
    out += '\n';
    piece.remove_prefix(at + line_break.size());
  }
}

}  // namespace

MarkedText read_marks(std::string_view marked) {
  MarkedText out;
  while (true) {
    const std::size_t open = marked.find(open_mark);
    append_plain(marked.substr(0, open), out.text);
    if (open == std::string_view::npos) return out;
    marked.remove_prefix(open + open_mark.size());
    const std::size_t bar = marked.find('|');
    const std::size_t close = marked.find(close_mark);
    const std::string_view head = marked.substr(0, bar);
    const std::size_t space = head.find(' ');
    Mark mark;
    mark.category = policy::category_of(head.substr(0, space)).value();
    if (space != std::string_view::npos) mark.id = head.substr(space + 1);
    const std::size_t begin = out.text.size();
    out.text += marked.substr(bar + 1, close - bar - 1);
    mark.range = text::range(begin, out.text.size());
    out.marks.push_back(std::move(mark));
    marked.remove_prefix(close + close_mark.size());
  }
}

std::vector<MarkedExample> read_examples(const std::string& path) {
  std::vector<MarkedExample> out;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line.front() == '#' || tab == std::string::npos) continue;
    out.push_back({line.substr(0, tab), read_marks(std::string_view(line).substr(tab + 1))});
  }
  return out;
}

}  // namespace paravent::detect::testing
