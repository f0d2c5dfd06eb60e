// What the vault tells commands that only look at notes: declared people, those of other notes, and what is
// to be left alone. A vault that does not open without asking somebody tells nothing, and that is said once.
#pragma once

#include <optional>

#include "cli/input.hpp"
#include "cli/vault_door.hpp"
#include "clients/folder.hpp"
#include "detect/find.hpp"

namespace paravent::cli {

class VaultContext {
 public:
  explicit VaultContext(text::Language language) {
    door_.language = language;
    door_.asks = false;
  }

  // `context` with that; as it is where there is no vault, or where the folder has no key yet.
  detect::Context of(const Input& input, const detect::Context& context);

 private:
  void tell_once(const text::Failure& failure);

  Door door_;
  std::optional<text::Result<clients::Session>> session_;
  bool told_ = false;
};

}  // namespace paravent::cli
