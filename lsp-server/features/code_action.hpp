// Quick fixes, computed from the range and the draft alone: no `data` and no diagnostics of the client are
// needed. Where the client resolves, the edit comes with codeAction/resolve. The one of everything costs more
// than all others together: else it comes with a command, if the client can be sent edits.
#pragma once

#include <functional>
#include <string>

#include "lsp-server/capabilities.hpp"
#include "lsp-server/features/params.hpp"
#include "lsp-server/features/replacements.hpp"
#include "lsp-server/features/vault_actions.hpp"
#include "lsp-server/protocol.hpp"
#include "text/result.hpp"

namespace paravent::lsp {

// Computed when an action needs them: not every place of a note has one.
struct Computed {
  Plans::Make plan;
  std::function<text::Result<std::vector<text::TextEdit>>()> whole;
  // Some notes get no alias that the vault does not have: it is asked when the edits are, not for each menu.
  bool edits_wait = false;
  policy::Style style = policy::Style::Generalise;  // of the plan
  std::vector<anonymise::Alias> known;              // aliases that are given already
  std::function<std::vector<CommandAction>(const text::ByteRange&)> commands = nullptr;
  std::function<bool()> name_tells = nullptr;  // of the note’s file
};

// The result of textDocument/codeAction as JSON. Commands instead of edits for a client without code action
// literals.
std::string code_actions(const Snapshot& snapshot, const Computed& computed, const CodeActionParams& params,
                         const ClientCapabilities& client);

// The result of codeAction/resolve.
std::string resolved_action(const Snapshot& snapshot, const ResolveParams& params,
                            const std::vector<text::TextEdit>& edits, const ClientCapabilities& client,
                            const std::vector<text::TextEdit>& unsure);

}  // namespace paravent::lsp
