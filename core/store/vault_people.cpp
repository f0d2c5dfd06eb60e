// What the coach says herself: people to mask, findings to leave alone, and what to be able to undo.
#include "store/backups.hpp"
#include "store/erase.hpp"
#include "store/failures.hpp"
#include "store/seal.hpp"
#include "store/vault_state.hpp"

namespace paravent::store {

using text::Result;

Result<Done> Vault::declare(std::string_view folder, const std::vector<std::string>& names, Moment now) {
  State& state = *state_;
  const auto safe = back_up_once_a_day(state.places, state.database, now);
  if (!safe) return safe.failure();
  Transaction all(state.database);
  Declared declared(state.database, state.keys);
  for (const std::string& name : names) declared.add(folder, name);
  return all.commit();
}

Result<std::vector<DeclaredPerson>> Vault::declared(std::string_view folder) {
  return Declared(state_->database, state_->keys).in_folder(folder);
}

Result<Done> Vault::forget_declared(std::string_view id) {
  State& state = *state_;
  {
    Transaction all(state.database);
    erase(state.database, id);
    state.database.run("UPDATE header SET scrub_pending=1");
    const auto done = all.commit();
    if (!done) return done.failure();
  }
  return scrub_backups(state.places, state.database);
}

Result<Done> Vault::ignore(const IgnoredFinding& finding) {
  Transaction all(state_->database);
  state_->database.prepare("INSERT OR IGNORE INTO ignored(folder, hash) VALUES(?, ?)")
      .text(finding.folder)
      .blob(hash_of(state_->keys, finding))
      .run();
  return all.commit();
}

Result<Done> Vault::stop_ignoring(const IgnoredFinding& finding) {
  Transaction all(state_->database);
  state_->database.prepare("DELETE FROM ignored WHERE folder=? AND hash=?")
      .text(finding.folder)
      .blob(hash_of(state_->keys, finding))
      .run();
  return all.commit();
}

Result<bool> Vault::is_ignored(const IgnoredFinding& finding) {
  IgnoredFinding in_folder = finding;
  in_folder.note.clear();
  Statement asked = state_->database.prepare("SELECT 1 FROM ignored WHERE folder=? AND hash IN (?, ?)");
  asked.text(finding.folder).blob(hash_of(state_->keys, finding)).blob(hash_of(state_->keys, in_folder));
  const bool there = asked.row();
  if (auto failed = state_->database.take_failure()) return *failed;
  return there;
}

Result<Ignored> Vault::ignored_in(std::string_view folder, std::string_view note) {
  Statement asked = state_->database.prepare("SELECT hash FROM ignored WHERE folder=?");
  asked.text(folder);
  std::set<std::string> hashes;
  while (asked.row()) hashes.insert(asked.bytes_at(0));
  if (auto failed = state_->database.take_failure()) return *failed;
  return Ignored(state_->key, folder, note, std::move(hashes));
}

}  // namespace paravent::store
