// Opening the vault from the command line: what it asks for comes from a descriptor, the environment or a
// terminal, never from the command line itself, and nobody is asked who cannot answer.
#pragma once

#include <optional>
#include <string>

#include "clients/session.hpp"
#include "store/vault.hpp"
#include "text/language.hpp"
#include "text/result.hpp"

namespace paravent::cli {

struct Door {
  text::Language language = text::Language::French;
  std::optional<int> passphrase_descriptor;  // --passphrase-fd
  bool by_recovery_key = false;              // --recovery: when the usual key is lost
  bool asks = true;                          // somebody at the terminal may be asked
};

enum class WithoutVault { Make, Fail };
// A vault that is made here is told of, once, on stderr.
text::Result<clients::Session> open_vault(const Door& door, WithoutVault then);

// True when there is a vault to ask.
bool vault_is_there();

// A passphrase that does not open the vault: the variable that may hold it, and how it is asked for.
struct Passphrase {
  const char* variable;
  text::Wording question;
};
text::Result<std::string> known_passphrase(const Door& door, const Passphrase& which);
text::Result<std::string> new_passphrase(const Door& door, const Passphrase& which);  // typed twice alike

store::Moment now();

}  // namespace paravent::cli
