#include "lsp-server/difference.hpp"

#include <algorithm>
#include <string>

#include "anonymise/common_lines.hpp"

namespace paravent::lsp {
namespace {

bool starts_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// The edit of what differs between two passages; `begin` is where the first stands.
void add(std::vector<text::TextEdit>& out, std::size_t begin, std::string_view before,
         std::string_view after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  while (head > 0 && !(starts_character(before, head) && starts_character(after, head))) --head;
  std::size_t tail = 0;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  while (tail > 0 && !starts_character(before, before.size() - tail)) --tail;
  // A line end is one character, be it of two bytes.
  if (head > 0 && before[head - 1] == '\r') --head;
  if (tail > 0 && before[before.size() - tail] == '\n') --tail;
  if (head + tail == before.size() && head + tail == after.size()) return;
  out.push_back({text::range(begin + head, begin + before.size() - tail),
                 std::string(after.substr(head, after.size() - tail - head))});
}

std::size_t size_of(const std::vector<std::string_view>& lines, std::size_t from, std::size_t to) {
  std::size_t out = 0;
  for (std::size_t i = from; i < to; ++i) out += lines[i].size();
  return out;
}

}  // namespace

std::vector<text::TextEdit> difference(std::string_view before, std::string_view after) {
  const auto old_lines = anonymise::lines_of(before);
  const auto new_lines = anonymise::lines_of(after);
  std::vector<std::size_t> common = anonymise::common_lines(old_lines, new_lines);
  common.push_back(old_lines.size());  // both end alike
  std::vector<text::TextEdit> out;
  std::size_t old_line = 0, new_line = 0;
  std::size_t old_at = 0, new_at = 0;  // bytes
  for (std::size_t i = 0; i < common.size(); ++i) {
    if (common[i] == anonymise::no_line) continue;
    const std::size_t old_size = size_of(old_lines, old_line, common[i]);
    const std::size_t new_size = size_of(new_lines, new_line, i);
    if (old_size + new_size > 0)
      add(out, old_at, before.substr(old_at, old_size), after.substr(new_at, new_size));
    old_at += old_size;
    new_at += new_size;
    if (i == new_lines.size()) break;
    old_at += old_lines[common[i]].size();
    new_at += new_lines[i].size();
    old_line = common[i] + 1;
    new_line = i + 1;
  }
  return out;
}

}  // namespace paravent::lsp
