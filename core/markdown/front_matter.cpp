#include "markdown/front_matter.hpp"

#include <algorithm>

#include "markdown/line_start.hpp"
#include "markdown/lines.hpp"

namespace paravent::markdown {
namespace {

bool is_fence(std::string_view line, char mark) {
  if (line.size() < 3 || line[0] != mark || line[1] != mark || line[2] != mark) return false;
  return std::all_of(line.begin() + 3, line.end(), is_blank_byte);
}

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Reads the lines between the fences.
class FrontMatterReader {
 public:
  FrontMatterReader(std::string_view block, std::vector<Region>& out) : block_(block), out_(out) {}

  void read() {
    LineReader reader(block_);
    const char mark = block_.empty() ? '-' : block_[0];
    for (Line line = reader.at(reader.at(0).next); line.begin < block_.size(); line = reader.at(line.next)) {
      if (is_fence(block_.substr(line.begin, line.end - line.begin), mark)) break;
      read_line({line.begin, line.end}, mark == '+');
    }
  }

 private:
  void read_line(Span line, bool toml) {
    const std::size_t line_begin = line.begin;
    line = trim(line);
    if (line.begin == line.end) return;
    const std::size_t indent = line.begin - line_begin;
    if (in_scalar_ && indent > scalar_indent_) return add(line, RegionKind::FrontMatterValue);
    in_scalar_ = false;
    if (block_[line.begin] == '#') return;
    while (line.end - line.begin >= 2 && block_[line.begin] == '-' && is_blank_byte(block_[line.begin + 1])) {
      line = trim({line.begin + 1, line.end});
    }
    const std::size_t colon = key_end(line, toml);
    if (colon != line.end) {
      add(unquote(trim({line.begin, colon})), RegionKind::FrontMatterKey);
      line = trim({colon + 1, line.end});
    }
    if (line.begin == line.end) return;
    if (block_[line.begin] == '|' || block_[line.begin] == '>') {
      in_scalar_ = true;
      scalar_indent_ = indent;
    } else {
      add_value(line);
    }
  }

  // The : (or = in TOML) behind a key; the end of the line if there is none.
  std::size_t key_end(Span line, bool toml) const {
    std::size_t i = line.begin;
    const char quote = block_[i];
    if (quote == '"' || quote == '\'') {
      i = std::min(block_.find(quote, i + 1), line.end);
    } else if (quote == '[' || quote == '{') {
      return line.end;
    }
    for (; i < line.end; ++i) {
      if (toml ? block_[i] == '=' : block_[i] == ':' && (i + 1 == line.end || is_blank_byte(block_[i + 1])))
        return i;
    }
    return line.end;
  }

  // A scalar, or each item of a flow list.
  void add_value(Span value) {
    if (block_[value.begin] != '[' || block_[value.end - 1] != ']' || block_.substr(value.begin, 2) == "[[") {
      return add(unquote(value), RegionKind::FrontMatterValue);
    }
    const Span inner{value.begin + 1, value.end - 1};
    std::size_t begin = inner.begin;
    char quote = 0;
    bool started = false;  // the item has a visible byte
    for (std::size_t i = inner.begin; i <= inner.end; ++i) {
      const char c = i < inner.end ? block_[i] : ',';
      if (c == ',' && (quote == 0 || i == inner.end)) {
        add(unquote(trim({begin, i})), RegionKind::FrontMatterValue);
        begin = i + 1;
        started = false;
      } else if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (!is_blank_byte(c)) {
        if (!started && (c == '"' || c == '\'')) quote = c;
        started = true;
      }
    }
  }

  Span trim(Span s) const {
    while (s.begin < s.end && is_blank_byte(block_[s.begin])) ++s.begin;
    while (s.begin < s.end && is_blank_byte(block_[s.end - 1])) --s.end;
    return s;
  }

  Span unquote(Span s) const {
    if (s.end - s.begin < 2) return s;
    const char quote = block_[s.begin];
    if ((quote != '"' && quote != '\'') || block_[s.end - 1] != quote) return s;
    return {s.begin + 1, s.end - 1};
  }

  void add(Span s, RegionKind kind) {
    if (s.begin < s.end) out_.push_back({text::range(s.begin, s.end), kind});
  }

  std::string_view block_;
  std::vector<Region>& out_;
  bool in_scalar_ = false;
  std::size_t scalar_indent_ = 0;
};

}  // namespace

bool opens_front_matter(std::string_view text) {
  if (text.empty() || (text[0] != '-' && text[0] != '+')) return false;
  const Line first = LineReader(text).at(0);
  return first.next > first.end && is_fence(text.substr(0, first.end), text[0]);
}

std::size_t front_matter_size(std::string_view text) {
  if (!opens_front_matter(text)) return 0;
  LineReader reader(text);
  for (Line line = reader.at(reader.at(0).next); line.begin < text.size(); line = reader.at(line.next)) {
    if (is_fence(text.substr(line.begin, line.end - line.begin), text[0])) return line.next;
  }
  return 0;
}

void front_matter_regions(std::string_view block, std::vector<Region>& out) {
  FrontMatterReader(block, out).read();
}

}  // namespace paravent::markdown
