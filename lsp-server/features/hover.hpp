// What stands under the pointer.
#pragma once

#include <string>

#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// The result of textDocument/hover as JSON; "null" where nothing was found.
std::string hover(const Snapshot& snapshot, const text::Position& position, bool markdown);

}  // namespace paravent::lsp
