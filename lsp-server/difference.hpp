// What turns one text into another, line by line: a note that comes back must not lose folds and marks where
// nothing changed.
#pragma once

#include <string_view>
#include <vector>

#include "text/text_edit.hpp"

namespace paravent::lsp {

// Sorted, without overlaps; none where the texts are alike.
std::vector<text::TextEdit> difference(std::string_view before, std::string_view after);

}  // namespace paravent::lsp
