// What tree-sitter's Markdown grammars say of a whole note: the oracle of the property tests.
#pragma once

#include <string_view>
#include <vector>

#include "markdown/region.hpp"

namespace paravent::markdown::testing {

struct OracleTree {
  std::vector<text::ByteRange> top_level;  // the blocks of the note, without the blank lines behind them
  std::vector<Region> regions;             // of the kinds that tree-sitter knows, sorted
};

// Without the space around it, and without the marks > of the empty lines that a quote may end with.
text::ByteRange trim_range(std::string_view note, std::size_t begin, std::size_t end);

OracleTree parse_with_tree_sitter(std::string_view note);

}  // namespace paravent::markdown::testing
