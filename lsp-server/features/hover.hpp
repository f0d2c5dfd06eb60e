// What stands under the pointer.
#pragma once

#include <string>

#include "lsp-server/features/replacements.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// The result of textDocument/hover as JSON; "null" where nothing was found. Where there is no plan it
// does not say what would stand there.
std::string hover(const Snapshot& snapshot, const Plans::Make& plan, const text::Position& position,
                  bool markdown);

}  // namespace paravent::lsp
