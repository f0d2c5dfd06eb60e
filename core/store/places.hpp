// Where the vault, its backups and its key file lie: two folders, so that a copy of one is of no use alone.
#pragma once

#include <filesystem>

#include "text/result.hpp"

namespace paravent::store {

struct Places {
  std::filesystem::path data;    // $XDG_DATA_HOME/paravent
  std::filesystem::path config;  // $XDG_CONFIG_HOME/paravent

  std::filesystem::path vault() const { return data / "vault.db"; }
  // What a backup took the place of (see restore_backup).
  std::filesystem::path damaged_vault() const { return data / "vault-damaged.db"; }
  std::filesystem::path backups() const { return data / "backups"; }
  std::filesystem::path key_file() const { return config / "vault.key"; }
};

// Those of this user; a failure without a home, or when both folders are one.
text::Result<Places> user_places();

}  // namespace paravent::store
