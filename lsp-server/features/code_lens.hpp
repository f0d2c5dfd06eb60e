// A line above the note, and above each prompt in it, that says what it holds and offers to replace it.
#pragma once

#include <string>
#include <vector>

#include "lsp-server/features/risk.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// The result of textDocument/codeLens as JSON; an empty array where there is nothing to say.
// `risks`: one more for each person that they are about, up to three, which tells what to change.
std::string code_lenses(const Snapshot& snapshot, const std::vector<RiskRemark>& risks);

}  // namespace paravent::lsp
