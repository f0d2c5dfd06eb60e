// The name of a file as a line of a note, where detection can read it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/offsets.hpp"

namespace paravent::anonymise {

// With spaces for what joins the words of a file name, and capitals for names that lost theirs.
std::string as_line(std::string_view name);

// A run of letters.
struct NameWord {
  std::string folded;
  text::ByteRange range;
  std::size_t letters = 0;
};
std::vector<NameWord> name_words(std::string_view text);

// A note with lines of its own in front: behind its front matter, where no open code block or comment of it
// can swallow them.
struct WithLines {
  std::string text;
  std::vector<text::ByteRange> lines;
  std::size_t end_of_lines = 0;
};
WithLines with_lines(std::span<const std::string> names, std::string_view note);

}  // namespace paravent::anonymise
