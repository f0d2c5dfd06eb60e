#include "store/rewrap.hpp"

#include <optional>
#include <utility>

#include "platform/files.hpp"
#include "platform/private_file.hpp"
#include "store/backups.hpp"
#include "store/failures.hpp"
#include "store/schema.hpp"

namespace paravent::store {
namespace {

namespace fs = std::filesystem;
using text::Result;

enum class Rewrapped { Yes, OfAnotherVault, No };

Rewrapped rewrap(const fs::path& path, Database::Journal journal, const Header& header) {
  auto copy = Database::open(path, journal);
  if (!copy || version_of(*copy) == 0 || version_of(*copy) > schema_version) return Rewrapped::No;
  {
    Transaction all(*copy);
    migrate(*copy);
    auto there = read_header(*copy);
    if (!there || copy->failed()) return Rewrapped::No;
    if (there->details.vault != header.details.vault) return Rewrapped::OfAnotherVault;
    write_header(*copy, header);
    if (!all.commit()) return Rewrapped::No;
  }
  if (journal == Database::Journal::WriteAhead) empty_log(*copy);
  return copy->failed() ? Rewrapped::No : Rewrapped::Yes;
}

Following pending_in(Database& database) {
  return static_cast<Following>(header_number(database, "rewrap_pending"));
}

LeftBehind rewrapped(const Places& places, const Header& header) {
  LeftBehind out;
  for (const fs::path& backup : backups_in(places)) {
    const Rewrapped done = rewrap(backup, Database::Journal::Rollback, header);
    if (done == Rewrapped::No) out.backups.push_back(backup);
    out.of_another_vault |= done == Rewrapped::OfAnotherVault;
  }
  if (platform::exists(places.damaged_vault())) {
    const Rewrapped done = rewrap(places.damaged_vault(), Database::Journal::WriteAhead, header);
    out.damaged = done == Rewrapped::No;
    out.of_another_vault |= done == Rewrapped::OfAnotherVault;
  }
  return out;
}

}  // namespace

bool rewrap_backup(const fs::path& backup, const Header& header) {
  return rewrap(backup, Database::Journal::Rollback, header) != Rewrapped::No;
}

void mark_following(Database& database, Following what) {
  // What is marked already is not forgotten for less.
  database.prepare("UPDATE header SET rewrap_pending=max(rewrap_pending, ?)")
      .number(static_cast<std::int64_t>(what))
      .run();
}

Result<LeftBehind> rewrap_copies(const Places& places, Database& database) {
  Transaction alone(database);
  const auto header = read_header(database);
  const Following pending = pending_in(database);
  if (auto failed = database.take_failure()) return *failed;
  if (!header) return damaged(database.path());
  LeftBehind out = rewrapped(places, *header);
  // In this order: as long as anything opens by the old key, it is not thrown away.
  const bool spent = pending == Following::CopiesAndKeyFile && header->source != KeySource::KeyFile &&
                     out.backups.empty() && !out.damaged && !out.of_another_vault;
  out.key_file = spent && platform::exists(places.key_file()) && !platform::remove_file(places.key_file());
  // Trying again helps with a backup, which may be in use; not with what is damaged.
  if (pending != Following::Nothing && out.backups.empty() && !out.key_file) {
    database.run("UPDATE header SET rewrap_pending=0");
  }
  const auto done = alone.commit();
  if (!done) return done.failure();
  return out;
}

void rewrap_copies_if_pending(const Places& places, Database& database) {
  if (pending_in(database) != Following::Nothing) {
    // The rows as they were before the new key.
    empty_log(database);
    static_cast<void>(rewrap_copies(places, database));
  }
  // The vault is open: what happens to its copies does not keep anybody from it.
  static_cast<void>(database.take_failure());
}

std::optional<text::Failure> words_for(const LeftBehind& left, const Places& places) {
  if (!left.backups.empty()) return failure(say::backup_stays_open, left.backups.front());
  if (left.damaged) return failure(say::damaged_stays_open, places.damaged_vault());
  if (left.key_file) return failure(say::key_file_stays, places.key_file());
  return std::nullopt;
}

}  // namespace paravent::store
