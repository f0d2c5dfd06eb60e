// Two sets of edits, one after the other, as one.
#pragma once

#include <optional>
#include <string_view>

#include "text/text_edit.hpp"

namespace paravent::anonymise {

// The edits of `text` that give what `first` and then `second` (edits of first's result) give. Nothing only
// if `second` does not fit that result.
std::optional<text::TextEdits> compose(std::string_view text, const text::TextEdits& first,
                                       const text::TextEdits& second);

}  // namespace paravent::anonymise
