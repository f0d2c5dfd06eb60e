// What stands under the pointer.
#pragma once

#include <string>

#include "anonymise/plan.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// The result of textDocument/hover as JSON; "null" where nothing was found. Without a plan it does not say
// what would stand there.
std::string hover(const Snapshot& snapshot, const anonymise::Plan* plan, const text::Position& position,
                  bool markdown);

}  // namespace paravent::lsp
