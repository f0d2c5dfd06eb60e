// The exact way back: what was taken out is known piece by piece, so that the text comes back byte for byte.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anonymise/plan.hpp"
#include "text/text_edit.hpp"

namespace paravent::anonymise {

// One replacement of an anonymisation.
struct Piece {
  text::ByteRange output;  // where it stands in what came out
  std::string original;    // what stood there
};

// The pieces of `edits` of `text`, in order.
std::vector<Piece> pieces_of(std::string_view text, const text::TextEdits& edits);

// The text before; nothing when the pieces do not fit `output`.
std::optional<std::string> inverted(std::string_view output, const std::vector<Piece>& pieces);

struct InvertedLines {
  std::string text;
  std::size_t exact = 0;     // lines that are still those of the output: their pieces came back
  std::size_t by_alias = 0;  // lines that were changed since: names came back as restore() does it
  std::vector<text::ByteRange> leftovers;  // of `text`, see Restored
};

// The same for a text that was `output` before someone changed it. Nothing when the pieces do not fit.
std::optional<InvertedLines> inverted(std::string_view changed, std::string_view output,
                                      const std::vector<Piece>& pieces, const std::vector<Alias>& aliases);

}  // namespace paravent::anonymise
