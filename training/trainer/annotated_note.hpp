// A note of training/corpus with its marks: ⟦CATEGORY id|text⟧.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detect/name_tag.hpp"
#include "text/offsets.hpp"

namespace paravent::training {

struct Mark {
  text::ByteRange range;  // bytes of the text without marks
  detect::Label label = detect::Label::Outside;
};

struct AnnotatedNote {
  std::string name;
  std::string writer;  // whose notes never stand on both sides of a cross-validation
  std::string text;
  std::vector<Mark> marks;  // those of names, sorted
};

// Throws std::runtime_error with the name of the file and what is wrong with it.
AnnotatedNote read_note(const std::string& path);

}  // namespace paravent::training
