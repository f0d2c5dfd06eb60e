// Texts with ⟦CATEGORY id|surface⟧ marks (shared by the tests of findings): the plain text, and what is
// marked in it.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "policy/category.hpp"
#include "text/offsets.hpp"

namespace paravent::detect::testing {

struct Mark {
  policy::Category category;
  std::string id;  // may be empty
  text::ByteRange range;
};

struct MarkedText {
  std::string text;
  std::vector<Mark> marks;
};

// "⏎" stands for a line break.
MarkedText read_marks(std::string_view marked);

struct MarkedExample {
  std::string name;
  MarkedText content;
};

inline void PrintTo(const MarkedExample& example, std::ostream* out) {
  *out << example.name;
}

// The rows of a table "name, tab, marked text"; lines that start with # are remarks.
std::vector<MarkedExample> read_examples(const std::string& path);

}  // namespace paravent::detect::testing
