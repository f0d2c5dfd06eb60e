// What stands under the pointer.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "detect/reason.hpp"
#include "lsp-server/features/replacements.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// What weighed for a finding of the snapshot.
using Weigh = std::function<std::vector<detect::Weighed>(const detect::Finding&)>;

// The result of textDocument/hover as JSON; "null" where nothing was found. Where there is no plan it
// does not say what would stand there.
std::string hover(const Snapshot& snapshot, const Plans::Make& plan, const Weigh& weigh,
                  const text::Position& position, bool markdown);

}  // namespace paravent::lsp
