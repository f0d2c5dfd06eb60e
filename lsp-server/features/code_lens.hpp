// A line above the note, and above each prompt in it, that says what it holds and offers to replace it.
#pragma once

#include <string>

#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// The result of textDocument/codeLens as JSON; an empty array for a note in which nothing will be replaced.
std::string code_lenses(const Snapshot& snapshot);

}  // namespace paravent::lsp
