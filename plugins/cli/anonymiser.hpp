// The anonymised bytes of one input after the other, with the vault where the style keeps one.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/vault_context.hpp"
#include "cli/vault_door.hpp"
#include "clients/session.hpp"

namespace paravent::cli {

class Anonymiser {
 public:
  Anonymiser(const AnonymiseOptions& options, text::Language language);

  // In the encoding of the file. What they need to be restored is durable in the vault.
  text::Result<std::string> bytes_of(const Input& input, Loaded loaded, const detect::Context& context);

  // The vault gives back what is written last, whatever happens to its usual key: no other copy is needed.
  bool can_surely_restore();

 private:
  text::Result<std::string> with_vault(const Input& input, const Loaded& loaded,
                                       const detect::Context& context);
  // Opened when it is first needed; a vault that does not open is not asked twice.
  text::Result<clients::Session>& session();

  const AnonymiseOptions& options_;
  Door door_;
  std::optional<text::Result<clients::Session>> session_;
  VaultContext known_;  // for what keeps nothing in the vault, and is masked by what it knows all the same
  bool used_vault_ = false;  // for the last input
};

}  // namespace paravent::cli
