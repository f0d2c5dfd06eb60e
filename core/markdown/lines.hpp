// Lines of a note: they end at LF, CR LF or a lone CR.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace paravent::markdown {

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;   // without its line end
  std::size_t next = 0;  // begin of the line behind
  bool operator==(const Line&) const = default;
};

// Reads lines forwards. Remembers where the next LF is, so that a text of lone CRs stays linear.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {}

  std::size_t size() const { return text_.size(); }

  // The line that starts at `begin`, which must not be smaller than in the calls before.
  Line at(std::size_t begin) {
    if (!known_ || line_feed_ < begin) {
      const void* found =
          begin < text_.size() ? std::memchr(text_.data() + begin, '\n', text_.size() - begin) : nullptr;
      line_feed_ =
          found ? static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) : text_.size();
      known_ = true;
    }
    const void* found =
        begin < line_feed_ ? std::memchr(text_.data() + begin, '\r', line_feed_ - begin) : nullptr;
    if (found) {
      const auto carriage_return = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
      const bool pair = carriage_return + 1 == line_feed_ && line_feed_ < text_.size();
      return {begin, carriage_return, carriage_return + (pair ? 2U : 1U)};
    }
    return {begin, line_feed_, std::min(line_feed_ + 1, text_.size())};
  }

 private:
  std::string_view text_;
  std::size_t line_feed_ = 0;
  bool known_ = false;
};

}  // namespace paravent::markdown
