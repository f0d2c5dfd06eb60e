// Copies of the vault, one a day that it is written on, the last five. They hold wrapped keys alone, as the
// vault does, and lose what the vault forgets.
#pragma once

#include <filesystem>
#include <vector>

#include "store/database.hpp"
#include "store/entry.hpp"
#include "store/places.hpp"

namespace paravent::store {

inline constexpr std::size_t kept_backups = 5;

// The oldest first.
std::vector<std::filesystem::path> backups_in(const Places& places);

// Before the first change of a day.
text::Result<Done> back_up_once_a_day(const Places& places, Database& database, Moment now);

// Takes out of every backup what `database` lists as forgotten; a copy that cannot be cleaned is removed.
text::Result<Done> scrub_backups(const Places& places, Database& database);
// The same, if a process ended between forgetting and scrubbing.
text::Result<Done> scrub_backups_if_pending(const Places& places, Database& database);

// The vault that is there is a whole database, whatever is sealed in it.
bool is_sound_database(const Places& places);

// Puts the newest sound backup in the place of the vault; returns which. The vault that stood there is kept
// beside it as vault-damaged.db until something is forgotten; as far as it can be read, the aliases that it
// gave stay given and whom it forgot stays forgotten. No other Paravent may run meanwhile.
text::Result<std::filesystem::path> restore_backup(const Places& places);

}  // namespace paravent::store
