// Quick fixes, computed from the range and the draft alone: no `data` and no diagnostics of the client are
// needed.
#pragma once

#include <string>

#include "lsp-server/capabilities.hpp"
#include "lsp-server/features/replacements.hpp"
#include "lsp-server/protocol.hpp"

namespace paravent::lsp {

// The result of textDocument/codeAction as JSON. Commands instead of edits for a client without code action
// literals.
std::string code_actions(const Snapshot& snapshot, const anonymise::Plan& plan,
                         const CodeActionParams& params, const ClientCapabilities& client);

}  // namespace paravent::lsp
