// What can be set right in the vault from where the caret is: leave a finding alone, two are one, one is two.
#pragma once

#include <string>
#include <vector>

#include "lsp-server/aliases.hpp"
#include "lsp-server/snapshot.hpp"

namespace paravent::lsp {

// A code action that is a command and changes no text.
struct CommandAction {
  std::string title;
  std::string_view command;
  std::string argument;  // JSON
};

std::vector<CommandAction> vault_actions(const Snapshot& snapshot, const KnownInVault& known,
                                         const text::ByteRange& range);

// Who stands behind an alias that is written there ("Personne-A" is "Personne A"); nullptr for nobody known.
const Bearer* bearer_of_alias(const KnownInVault& known, std::string_view written);
// Who goes by a name; nullptr for nobody known, or for more than one.
const Bearer* bearer_of_name(const KnownInVault& known, policy::Category category, std::string_view name);

}  // namespace paravent::lsp
