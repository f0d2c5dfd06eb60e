// What standard LSP cannot say: paravent/preview and paravent/findings (ARCHITECTURE.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "anonymise/plan.hpp"
#include "lsp-server/features/params.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// The result of paravent/preview as JSON: the note as it would be shared, how many passages were replaced, in
// which style.
std::string preview(const Snapshot& snapshot, const anonymise::Anonymised& anonymised, policy::Style style);

// The result of paravent/findings: one page of all findings, without the limit of diagnostics.
// `replacements` of each finding, in their order.
std::string findings_page(const Snapshot& snapshot, const std::vector<std::string>& replacements,
                          const FindingsParams& params);

}  // namespace paravent::lsp
