#include "store/rewrap.hpp"

#include <optional>
#include <utility>

#include "platform/files.hpp"
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

}  // namespace

bool rewrap_backup(const fs::path& backup, const Header& header) {
  return rewrap(backup, Database::Journal::Rollback, header) != Rewrapped::No;
}

Result<LeftBehind> rewrap_copies(const Places& places, Database& database) {
  const Transaction alone(database);
  const auto header = read_header(database);
  if (auto failed = database.take_failure()) return *failed;
  if (!header) return damaged(database.path());
  LeftBehind out;
  for (const fs::path& backup : backups_in(places)) {
    const Rewrapped done = rewrap(backup, Database::Journal::Rollback, *header);
    if (done == Rewrapped::No) out.backups.push_back(backup);
    out.of_another_vault |= done == Rewrapped::OfAnotherVault;
  }
  if (platform::exists(places.damaged_vault())) {
    const Rewrapped done = rewrap(places.damaged_vault(), Database::Journal::WriteAhead, *header);
    out.damaged = done == Rewrapped::No;
    out.of_another_vault |= done == Rewrapped::OfAnotherVault;
  }
  return out;
}

std::optional<text::Failure> words_for(const LeftBehind& left, const Places& places) {
  // Trying again helps with a backup, which may be in use; not with what is damaged.
  if (!left.backups.empty()) return failure(say::backup_stays_open, left.backups.front());
  if (left.damaged) return failure(say::damaged_stays_open, places.damaged_vault());
  return std::nullopt;
}

}  // namespace paravent::store
