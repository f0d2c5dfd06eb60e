// Copies of the vault open by what opens the vault: its source and its recovery key.
#pragma once

#include <filesystem>
#include <vector>

#include "store/database.hpp"
#include "store/header.hpp"
#include "store/places.hpp"

namespace paravent::store {

// The copies that still open, if at all, by what opened the vault before.
struct LeftBehind {
  std::vector<std::filesystem::path> backups;  // that cannot be changed now
  bool damaged = false;           // the damaged vault that is kept aside: it is no whole database
  bool of_another_vault = false;  // a copy of another vault is no business of this one

  bool none() const { return backups.empty() && !damaged && !of_another_vault; }
};

// What opens the vault from now on, and nothing else, opens its backups and the damaged vault that is kept
// aside. No copy is removed, and one that cannot be changed does not keep the others from it. Nobody else
// gives the vault another key meanwhile: whoever is last has the last word on the copies, too.
text::Result<LeftBehind> rewrap_copies(const Places& places, Database& database);

// One backup; false when it cannot be brought to that.
bool rewrap_backup(const std::filesystem::path& backup, const Header& header);

// What to tell about copies that stay behind, and what to do about it: nothing where there are none.
std::optional<text::Failure> words_for(const LeftBehind& left, const Places& places);

}  // namespace paravent::store
