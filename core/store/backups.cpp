#include "store/backups.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <utility>

#include "platform/private_file.hpp"
#include "store/erase.hpp"
#include "store/failures.hpp"
#include "store/header.hpp"
#include "store/rewrap.hpp"
#include "store/schema.hpp"
#include "store/seal.hpp"

namespace paravent::store {
namespace {

namespace fs = std::filesystem;
using text::Result;

constexpr std::int64_t seconds_a_day = std::int64_t{24} * 60 * 60;
constexpr std::string_view prefix = "vault-";
constexpr std::string_view suffix = ".db";

// SQLite's files: the database, its log, and what processes share of it.
constexpr std::array<const char*, 3> sides{"", "-wal", "-shm"};

std::string two_digits(unsigned value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

// "vault-2026-11-26.db": sorts by day.
std::string name_of_day(std::int64_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return std::string(prefix) + std::to_string(static_cast<int>(date.year())) + '-' +
         two_digits(static_cast<unsigned>(date.month())) + '-' +
         two_digits(static_cast<unsigned>(date.day())) + std::string(suffix);
}

std::vector<std::string> forgotten_in(Database& database) {
  std::vector<std::string> out;
  Statement asked = database.prepare("SELECT id FROM forgotten");
  while (asked.row()) out.push_back(asked.bytes_at(0));
  return out;
}

// False when the copy cannot be cleaned.
bool scrub(const fs::path& backup, const std::vector<std::string>& ids) {
  auto copy = Database::open(backup, Database::Journal::Rollback);
  if (!copy || version_of(*copy) > schema_version) return false;
  Transaction all(*copy);
  migrate(*copy);
  for (const std::string& id : ids) erase(*copy, id);
  return static_cast<bool>(all.commit());
}

// A whole copy under its final name, on disk; nothing of it on a failure.
Result<Done> copy_to(Database& database, const fs::path& target) {
  const fs::path temporary = target.parent_path() / (".paravent-" + random_id());
  const auto made = platform::make_file(temporary, "", true);
  if (!made) return made.failure();
  database.prepare("VACUUM INTO ?").text(temporary.string()).run();
  Result<Done> done = Done{};
  if (auto failed = database.take_failure()) done = *failed;
  if (done) done = platform::make_private_and_sync(temporary);
  if (done) done = platform::move_over(temporary, target);
  if (!done) platform::remove_file(temporary);
  return done;
}

bool is_sound(const fs::path& database, Database::Journal journal) {
  auto copy = Database::open(database, journal);
  if (!copy || version_of(*copy) > schema_version || version_of(*copy) == 0) return false;
  Statement asked = copy->prepare("PRAGMA quick_check(1)");
  return asked.row() && asked.bytes_at(0) == "ok" && !copy->failed();
}

// What must hold in whatever takes the place of the present vault, where it can still tell: ids that were
// forgotten, and aliases that stand in texts of the coach, by folder and hash.
struct Bound {
  std::vector<std::string> forgotten;
  std::vector<std::pair<std::string, std::string>> given;
};

Bound bound_by(const fs::path& vault) {
  auto database = Database::open(vault, Database::Journal::WriteAhead);
  if (!database || version_of(*database) > schema_version) return {};
  Bound out{forgotten_in(*database), {}};
  Statement asked = database->prepare("SELECT folder, hash FROM given_aliases");
  while (asked.row()) out.given.emplace_back(asked.bytes_at(0), asked.bytes_at(1));
  return out;
}

// False when the copy cannot be brought to that.
bool bind(const fs::path& copy, const Bound& bound) {
  if (!scrub(copy, bound.forgotten)) return false;
  auto database = Database::open(copy, Database::Journal::Rollback);
  if (!database) return false;
  Transaction all(*database);
  for (const auto& [folder, hash] : bound.given) {
    database->prepare("INSERT OR IGNORE INTO given_aliases(folder, hash) VALUES(?, ?)")
        .text(folder)
        .blob(hash)
        .run();
  }
  return static_cast<bool>(all.commit());
}

// With its side files: they hold its last changes, and beside another vault they would damage it.
Result<Done> set_aside(const Places& places) {
  const std::string aside = places.damaged_vault().string();
  if (platform::exists(places.vault())) {
    // Nor does a log stay there of the vault that was put aside before. Where it cannot be removed, nothing
    // can be moved there either.
    for (const char* side : {sides[1], sides[2]}) platform::remove_file(aside + side);
  }
  for (const char* side : sides) {
    const fs::path from = places.vault().string() + side;
    if (!platform::exists(from)) continue;
    const auto moved = platform::move_over(from, aside + side);
    if (!moved) return moved;
  }
  return Done{};
}

}  // namespace

std::vector<fs::path> backups_in(const Places& places) {
  std::vector<fs::path> out;
  for (const platform::Entry& entry :
       platform::list_folder(places.backups()).value_or(std::vector<platform::Entry>())) {
    if (entry.is_file && entry.name.starts_with(prefix) && entry.name.ends_with(suffix)) {
      out.push_back(places.backups() / entry.name);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<Done> back_up_once_a_day(const Places& places, Database& database, Moment now) {
  const std::int64_t today = now.seconds / seconds_a_day;
  const std::int64_t last = header_number(database, "last_backup");
  if (auto failed = database.take_failure()) return *failed;
  if (last == today) return Done{};
  const auto folder = platform::make_private_folder(places.backups());
  if (!folder) return folder.failure();
  const fs::path target = places.backups() / name_of_day(today);
  const auto copied = copy_to(database, target);
  if (!copied) return copied.failure();
  // Another process may have forgotten somebody while the copy was made, or changed the keys; from here on
  // none does.
  Transaction alone(database);
  const auto header = read_header(database);
  if (!header) {
    platform::remove_file(target);
    return database.take_failure().value_or(damaged(database.path()));
  }
  if (!scrub(target, forgotten_in(database)) || !rewrap_backup(target, *header)) {
    platform::remove_file(target);
  }
  const std::vector<fs::path> all = backups_in(places);
  for (std::size_t i = 0; i + kept_backups < all.size(); ++i) platform::remove_file(all[i]);
  database.prepare("UPDATE header SET last_backup=?").number(today).run();
  return alone.commit();
}

Result<Done> scrub_backups(const Places& places, Database& database) {
  const std::vector<std::string> ids = forgotten_in(database);
  if (auto failed = database.take_failure()) return *failed;
  std::vector<fs::path> uncleaned;
  uncleaned.reserve(sides.size());
  for (const char* side : sides) uncleaned.emplace_back(places.damaged_vault().string() + side);
  for (const fs::path& backup : backups_in(places)) {
    if (!scrub(backup, ids)) uncleaned.push_back(backup);
  }
  for (const fs::path& copy : uncleaned) {
    if (!platform::remove_file(copy)) return failure(say::backup_stays, copy);
  }
  database.run("UPDATE header SET scrub_pending=0");
  empty_log(database);
  if (auto failed = database.take_failure()) return *failed;
  return Done{};
}

Result<Done> scrub_backups_if_pending(const Places& places, Database& database) {
  const bool pending = header_number(database, "scrub_pending") != 0;
  if (auto failed = database.take_failure()) return *failed;
  if (!pending) return Done{};
  return scrub_backups(places, database);
}

bool is_sound_database(const Places& places) {
  return platform::exists(places.vault()) && is_sound(places.vault(), Database::Journal::WriteAhead);
}

Result<fs::path> restore_backup(const Places& places) {
  const std::vector<fs::path> all = backups_in(places);
  const auto sound = std::find_if(all.rbegin(), all.rend(), [](const fs::path& backup) {
    return is_sound(backup, Database::Journal::Rollback);
  });
  if (sound == all.rend()) return failure(say::no_backup, places.backups());
  const Bound bound = bound_by(places.vault());
  // The backup itself stays where it is: a copy takes the vault's place.
  const fs::path ready = places.data / (".paravent-" + random_id());
  {
    auto copy = Database::open(*sound, Database::Journal::Rollback);
    if (!copy) return copy.failure();
    const auto copied = copy_to(*copy, ready);
    if (!copied) return copied.failure();
  }
  Result<Done> done = Done{};
  if (!bind(ready, bound)) done = damaged(places.vault());
  if (done) done = set_aside(places);
  if (done) done = platform::move_over(ready, places.vault());
  if (!done) {
    platform::remove_file(ready);
    return done.failure();
  }
  return *sound;
}

}  // namespace paravent::store
