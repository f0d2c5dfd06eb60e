#include "markdown/emphasis.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace paravent::markdown {
namespace {

enum class Side : std::uint8_t { Space, Punctuation, Word };

Side side_of(const text::Codepoint& c) {
  if (c.size == 0 || c.value == '\n' || c.value == '\r' || text::is_space(c.value)) return Side::Space;
  return text::is_word(c.value) || !c.valid ? Side::Word : Side::Punctuation;
}

}  // namespace

std::size_t EmphasisMarks::read_run(std::string_view text, std::size_t at) {
  const char byte = text[at];
  std::size_t end = at;
  while (end < text.size() && text[end] == byte) ++end;
  const std::size_t length = end - at;
  const bool doubled = byte == '~' || byte == '=';
  if (doubled && length != 2) return end;

  const Side before = side_of(text::decode_before(text, at));
  const Side behind = side_of(text::decode_at(text, end));
  const bool left = behind != Side::Space && (behind == Side::Word || before != Side::Word);
  const bool right = before != Side::Space && (before == Side::Word || behind != Side::Word);
  Mark mark{at, length, length, byte, left, right};
  if (byte == '_') {
    mark.opens = left && (!right || before == Side::Punctuation);
    mark.closes = right && (!left || behind == Side::Punctuation);
  }
  if (mark.opens || mark.closes) marks_.push_back(mark);
  return end;
}

void EmphasisMarks::pair(std::size_t bottom, std::vector<Region>& out) {
  if (marks_.size() == bottom) return;
  open_.clear();
  bottoms_.fill(0);
  for (std::size_t i = bottom; i < marks_.size(); ++i) {
    if (marks_[i].closes) close(marks_[i], out);
    if (marks_[i].opens && marks_[i].length > 0) open_.push_back(i);
  }
  marks_.resize(bottom);
}

// Pairs one closer with the openers before it, innermost first.
void EmphasisMarks::close(Mark& closer, std::vector<Region>& out) {
  std::size_t& bottom = bottoms_[bound_slot(closer)];
  while (closer.length > 0) {
    std::size_t i = open_.size();
    while (i > bottom && !fit(marks_[open_[i - 1]], closer)) --i;
    if (i <= bottom) {
      bottom = open_.size();
      return;
    }
    Mark& opener = marks_[open_[i - 1]];
    const std::size_t used = opener.length >= 2 && closer.length >= 2 ? 2 : 1;
    const std::size_t begin = opener.begin + opener.length;
    if (begin < closer.begin) out.push_back({text::range(begin, closer.begin), RegionKind::Emphasis});
    opener.length -= used;
    closer.begin += used;
    closer.length -= used;
    open_.resize(opener.length > 0 ? i : i - 1);
    for (std::size_t& b : bottoms_) b = std::min(b, open_.size());
  }
}

std::size_t EmphasisMarks::bound_slot(const Mark& closer) {
  const std::size_t byte = std::string_view("*_~=").find(closer.byte);
  return (byte * 2 + (closer.opens ? 1 : 0)) * 3 + closer.original % 3;
}

bool EmphasisMarks::fit(const Mark& opener, const Mark& closer) {
  if (opener.byte != closer.byte) return false;
  if (!opener.closes && !closer.opens) return true;
  return (opener.original + closer.original) % 3 != 0 ||
         (opener.original % 3 == 0 && closer.original % 3 == 0);
}

}  // namespace paravent::markdown
