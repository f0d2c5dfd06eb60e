// Copies of the vault open by what opens the vault: its source and its recovery key.
#pragma once

#include <filesystem>
#include <vector>

#include "store/database.hpp"
#include "store/header.hpp"
#include "store/places.hpp"

namespace paravent::store {

// What has to follow when the vault is opened by something else from now on. The header says so as long as it
// has not been done, for a process that ends between.
enum class Following { Nothing, Copies, CopiesAndKeyFile };

// In the transaction that gives the vault its new key.
void mark_following(Database& database, Following what);

// What still opens, if at all, by what opened the vault before.
struct LeftBehind {
  std::vector<std::filesystem::path> backups;  // that cannot be changed now
  bool damaged = false;           // the damaged vault that is kept aside: it is no whole database
  bool of_another_vault = false;  // a copy of another vault is no business of this one
  bool key_file = false;          // nothing needs it any more, and it cannot be removed
};

// What opens the vault from now on, and nothing else, opens its backups and the damaged vault that is kept
// aside; once no copy needs it, an old key file goes. No copy is removed, and one that cannot be changed does
// not keep the others from it. Nobody else gives the vault another key meanwhile: whoever is last has the
// last word on the copies, too.
text::Result<LeftBehind> rewrap_copies(const Places& places, Database& database);
// The same, if a process ended between the new key and that, or a backup could not be changed then. What
// still cannot follow is tried again at the next opening.
void rewrap_copies_if_pending(const Places& places, Database& database);

// One backup; false when it cannot be brought to that.
bool rewrap_backup(const std::filesystem::path& backup, const Header& header);

// What to tell about what stays behind, and what to do about it: nothing where there is nothing.
std::optional<text::Failure> words_for(const LeftBehind& left, const Places& places);

}  // namespace paravent::store
