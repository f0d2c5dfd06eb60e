#include "anonymise/common_lines.hpp"

#include <algorithm>
#include <unordered_map>

namespace paravent::anonymise {
namespace {

using Lines = std::vector<std::string_view>;

struct Seen {
  std::size_t before = 0;  // how often
  std::size_t after = 0;
  std::size_t line = 0;  // of `before`
};

struct Pair {
  std::size_t after = 0;
  std::size_t before = 0;
};

// Lines that stand once in each.
std::vector<Pair> unique_pairs(const Lines& before, const Lines& after) {
  std::unordered_map<std::string_view, Seen> seen;
  for (std::size_t i = 0; i < before.size(); ++i) {
    Seen& entry = seen[before[i]];
    ++entry.before;
    entry.line = i;
  }
  for (const std::string_view line : after) ++seen[line].after;
  std::vector<Pair> out;
  for (std::size_t i = 0; i < after.size(); ++i) {
    const Seen& entry = seen[after[i]];
    if (entry.before == 1 && entry.after == 1) out.push_back({i, entry.line});
  }
  return out;
}

// The longest part of them that keeps the order of `before`.
std::vector<Pair> rising(const std::vector<Pair>& pairs) {
  std::vector<std::size_t> tails;  // indices of pairs: the smallest end of a run of each length
  std::vector<std::size_t> previous(pairs.size(), no_line);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto at = std::lower_bound(tails.begin(), tails.end(), i, [&pairs](std::size_t a, std::size_t b) {
      return pairs[a].before < pairs[b].before;
    });
    if (at != tails.begin()) previous[i] = *(at - 1);
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<Pair> out;
  for (std::size_t i = tails.empty() ? no_line : tails.back(); i != no_line; i = previous[i]) {
    out.push_back(pairs[i]);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

// Equal lines right behind a pair belong together as it does; at the start of both, too.
void extend_down(const Lines& before, const Lines& after, std::vector<std::size_t>& out) {
  std::vector<std::size_t> limits(after.size());
  std::size_t limit = before.size();
  for (std::size_t i = after.size(); i-- > 0;) {
    if (out[i] != no_line) limit = out[i];
    limits[i] = limit;
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (out[i] != no_line || (i > 0 && out[i - 1] == no_line)) continue;
    const std::size_t next = i == 0 ? 0 : out[i - 1] + 1;
    if (next < limits[i] && before[next] == after[i]) out[i] = next;
  }
}

// The same upwards, from what stands below.
void extend_up(const Lines& before, const Lines& after, std::vector<std::size_t>& out) {
  std::vector<std::size_t> floors(after.size());
  std::size_t floor = 0;
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (out[i] != no_line) floor = out[i] + 1;
    floors[i] = floor;
  }
  for (std::size_t i = after.size(); i-- > 0;) {
    const bool last = i + 1 == after.size();
    if (out[i] != no_line || (!last && out[i + 1] == no_line)) continue;
    const std::size_t next = last ? before.size() : out[i + 1];
    if (next > floors[i] && before[next - 1] == after[i]) out[i] = next - 1;
  }
}

}  // namespace

Lines lines_of(std::string_view text) {
  Lines out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    out.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

std::vector<std::size_t> common_lines(const Lines& before, const Lines& after) {
  std::vector<std::size_t> out(after.size(), no_line);
  for (const Pair& pair : rising(unique_pairs(before, after))) out[pair.after] = pair.before;
  extend_down(before, after, out);
  extend_up(before, after, out);
  return out;
}

}  // namespace paravent::anonymise
