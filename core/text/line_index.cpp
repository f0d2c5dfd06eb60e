#include "text/line_index.hpp"

#include <algorithm>
#include <cstring>

#include "text/unicode.hpp"

namespace paravent::text {
namespace {

constexpr std::uint32_t kLongLine = 4096;  // bytes; a shorter line is counted from its start
constexpr std::uint32_t kSpacing = 1024;   // bytes between two checkpoints

// Lines start at 0, after \n, and after a \r that no \n follows.
bool starts_line(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] == '\n') return true;
  return text[at - 1] == '\r' && (at == text.size() || text[at] != '\n');
}

// The end of the run of ASCII bytes that begins at `at`, `end` at most.
std::size_t ascii_end(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  for (std::uint64_t eight = 0; end - at >= sizeof(eight); at += sizeof(eight)) {
    std::memcpy(&eight, text.data() + at, sizeof(eight));
    if ((eight & high_bits) != 0) break;
  }
  while (at < end && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// An offset inside a character or a \r\n, moved to the start of it.
std::size_t start_of_character(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return std::min(at, text.size());
  if (text[at] == '\n' && text[at - 1] == '\r') return at - 1;
  if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return at;
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    if (decode_at(text, at - back).size > back) return at - back;
  }
  return at;
}

std::uint32_t utf16_units(char32_t c) {
  return c >= 0x10000 ? 2 : 1;
}

std::uint32_t narrow(std::size_t n) {
  return static_cast<std::uint32_t>(n);
}

}  // namespace

LineIndex::LineIndex(std::string_view text) {
  starts_.push_back(0);
  for (std::size_t at = 1; at <= text.size(); ++at) {
    if (starts_line(text, at)) starts_.push_back(narrow(at));
  }
  for (std::size_t line = 0; line < starts_.size(); ++line) {
    append_checkpoints(whole_line(line, text), text, checkpoints_);
  }
}

std::size_t LineIndex::line_count() const {
  return starts_.size();
}

ByteRange LineIndex::whole_line(std::size_t line, std::string_view text) const {
  return range(starts_[line], line + 1 < starts_.size() ? starts_[line + 1] : text.size());
}

ByteRange LineIndex::line(LineNumber line, std::string_view text) const {
  if (line.value >= starts_.size()) return range(text.size(), text.size());
  const ByteRange whole = whole_line(line.value, text);
  std::size_t end = whole.end.value;
  if (end > whole.begin.value && text[end - 1] == '\n') --end;
  if (end > whole.begin.value && text[end - 1] == '\r') --end;
  return range(whole.begin.value, end);
}

LineNumber LineIndex::line_at(ByteOffset at) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), at.value);
  return LineNumber(narrow(static_cast<std::size_t>(after - starts_.begin()) - 1));
}

// The units of its line before `at`, counted from the checkpoint or line start before it.
LineIndex::Checkpoint LineIndex::measure(ByteOffset at, std::string_view text) const {
  const std::size_t end = start_of_character(text, at.value);
  Checkpoint here{starts_[line_at(ByteOffset(end)).value], 0, 0};
  const auto after =
      std::upper_bound(checkpoints_.begin(), checkpoints_.end(), end,
                       [](std::size_t value, const Checkpoint& checkpoint) { return value < checkpoint.at; });
  if (after != checkpoints_.begin() && std::prev(after)->at > here.at) here = *std::prev(after);
  return count_on(here, end, text);
}

// The same for a place further on in the line, the start of a character.
LineIndex::Checkpoint LineIndex::count_on(Checkpoint here, std::size_t end, std::string_view text) {
  while (here.at < end) {
    const std::uint32_t run = narrow(ascii_end(text, here.at, end)) - here.at;
    here = {here.at + run, here.utf16 + run, here.codepoints + run};
    if (here.at == end) break;
    const Codepoint c = decode_at(text, here.at);
    here = {here.at + c.size, here.utf16 + utf16_units(c.value), here.codepoints + 1};
  }
  return here;
}

Position LineIndex::Reader::position(ByteOffset at) {
  const ByteOffset start(start_of_character(text_, at.value));
  const bool known = line_begin_ <= start.value && start.value < line_end_;
  if (!known) {
    line_ = lines_.line_at(start).value;
    const ByteRange line = lines_.whole_line(line_, text_);
    line_begin_ = line.begin.value;
    line_end_ = line.end.value;
  }
  if (encoding_ == PositionEncoding::Utf8) return {LineNumber(line_), start.value - line_begin_};
  const bool further = known && here_.at <= start.value && start.value - here_.at < kLongLine;
  here_ = further ? count_on(here_, start.value, text_) : lines_.measure(start, text_);
  return {LineNumber(line_), encoding_ == PositionEncoding::Utf16 ? here_.utf16 : here_.codepoints};
}

Position LineIndex::position(ByteOffset at, std::string_view text, PositionEncoding encoding) const {
  const ByteOffset start(start_of_character(text, at.value));
  const LineNumber line = line_at(start);
  switch (encoding) {
    case PositionEncoding::Utf8:
      return {line, start.value - starts_[line.value]};
    case PositionEncoding::Utf16:
      return {line, measure(start, text).utf16};
    case PositionEncoding::Utf32:
      return {line, measure(start, text).codepoints};
  }
  return {line, 0};
}

Utf16Column LineIndex::utf16_column(ByteOffset at, std::string_view text) const {
  return Utf16Column(measure(at, text).utf16);
}

CodepointColumn LineIndex::codepoint_column(ByteOffset at, std::string_view text) const {
  return CodepointColumn(measure(at, text).codepoints);
}

// The place in `line` that has `column` units before it, found from the last checkpoint before that.
ByteOffset LineIndex::walk(ByteRange line, std::uint32_t column, std::string_view text,
                           std::uint32_t Checkpoint::* unit) const {
  const auto by_place = [](const Checkpoint& checkpoint, std::uint32_t at) { return checkpoint.at < at; };
  const auto first = std::lower_bound(checkpoints_.begin(), checkpoints_.end(), line.begin.value, by_place);
  const auto last = std::lower_bound(first, checkpoints_.end(), line.end.value, by_place);
  const auto after = std::upper_bound(
      first, last, column,
      [unit](std::uint32_t value, const Checkpoint& checkpoint) { return value < checkpoint.*unit; });
  const Checkpoint from = after == first ? Checkpoint{line.begin.value, 0, 0} : *std::prev(after);
  std::size_t at = from.at;
  std::uint32_t left = column - from.*unit;
  while (left > 0 && at < line.end.value) {
    const std::size_t reach = std::min<std::size_t>(line.end.value, at + left);
    const std::size_t ascii = ascii_end(text, at, reach);
    left -= narrow(ascii - at);
    at = ascii;
    if (left == 0 || at == line.end.value) break;
    const Codepoint c = decode_at(text, at);
    const std::uint32_t units = unit == &Checkpoint::utf16 ? utf16_units(c.value) : 1;
    if (units > left) break;  // inside a surrogate pair
    left -= units;
    at += c.size;
  }
  return ByteOffset(at);
}

ByteOffset LineIndex::offset(Position position, std::string_view text, PositionEncoding encoding) const {
  const ByteRange content = line(position.line, text);
  switch (encoding) {
    case PositionEncoding::Utf8:
      return ByteOffset(
          start_of_character(text, content.begin.value + std::min(position.column, content.size())));
    case PositionEncoding::Utf16:
      return walk(content, position.column, text, &Checkpoint::utf16);
    case PositionEncoding::Utf32:
      return walk(content, position.column, text, &Checkpoint::codepoints);
  }
  return content.begin;
}

void LineIndex::append_checkpoints(ByteRange line, std::string_view text,
                                   std::vector<Checkpoint>& out) const {
  if (line.size() <= kLongLine) return;
  Checkpoint here{line.begin.value, 0, 0};
  std::uint32_t next = here.at + kSpacing;
  while (here.at < line.end.value) {
    if (here.at >= next) {
      out.push_back(here);
      next = here.at + kSpacing;
    }
    const std::uint32_t reach = std::min(next, line.end.value);
    const std::uint32_t run = narrow(ascii_end(text, here.at, reach)) - here.at;
    here = {here.at + run, here.utf16 + run, here.codepoints + run};
    if (here.at == reach) continue;
    const Codepoint c = decode_at(text, here.at);
    here = {here.at + c.size, here.utf16 + utf16_units(c.value), here.codepoints + 1};
  }
}

void LineIndex::replace(ByteRange replaced, std::uint32_t inserted_size, std::string_view text) {
  // A start depends on the byte before it and the one at it: those before the change and those past its end
  // stay, those from its first byte to its end are looked for again.
  const std::uint32_t begin = replaced.begin.value;
  const std::uint32_t shift = inserted_size - replaced.size();  // modulo 2^32: may be a decrease
  const auto first_old = std::lower_bound(starts_.begin(), starts_.end(), begin);
  const auto last_old = std::upper_bound(first_old, starts_.end(), replaced.end.value);
  const std::uint32_t old_line_begin = starts_[line_at(replaced.begin).value];
  const std::uint32_t old_line_end = last_old == starts_.end() ? UINT32_MAX : *last_old;

  std::vector<std::uint32_t> found;
  for (std::size_t at = begin; at <= std::size_t{begin} + inserted_size; ++at) {
    if (starts_line(text, at)) found.push_back(narrow(at));
  }
  std::for_each(last_old, starts_.end(), [shift](std::uint32_t& start) { start += shift; });
  const auto kept = std::min(found.size(), static_cast<std::size_t>(last_old - first_old));
  const auto rest = std::copy_n(found.begin(), kept, first_old);
  if (kept < found.size()) {
    starts_.insert(rest, found.begin() + static_cast<std::ptrdiff_t>(kept), found.end());
  } else {
    starts_.erase(rest, last_old);
  }

  // The line of the change may have been joined to the one before (\r and \n that met): both are measured
  // anew.
  std::vector<Checkpoint> rebuilt;
  const std::size_t first_line = line_at(ByteOffset(old_line_begin)).value;
  const std::size_t last_line = line_at(ByteOffset(begin + inserted_size)).value;
  for (std::size_t i = first_line; i <= last_line; ++i)
    append_checkpoints(whole_line(i, text), text, rebuilt);

  const auto by_place = [](const Checkpoint& checkpoint, std::uint32_t at) { return checkpoint.at < at; };
  const auto from = std::lower_bound(checkpoints_.begin(), checkpoints_.end(), starts_[first_line], by_place);
  const auto to = std::lower_bound(from, checkpoints_.end(), old_line_end, by_place);
  std::for_each(to, checkpoints_.end(), [shift](Checkpoint& checkpoint) { checkpoint.at += shift; });
  const auto gap = checkpoints_.erase(from, to);
  checkpoints_.insert(gap, rebuilt.begin(), rebuilt.end());
}

}  // namespace paravent::text
