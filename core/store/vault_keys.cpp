// Ways into the vault: the recovery key, and a new source of its key. What is in the vault stays as it is.
#include "platform/private_file.hpp"
#include "store/failures.hpp"
#include "store/recovery_key.hpp"
#include "store/seal.hpp"
#include "store/vault_state.hpp"

namespace paravent::store {

namespace fs = std::filesystem;
using text::Result;

Result<bool> Vault::recovery_key_is_shown() {
  const auto header = read_header(state_->database);
  if (!header) return state_->trouble();
  return header->recovery_shown;
}

Result<Done> Vault::recovery_key_was_shown() {
  Transaction all(state_->database);
  state_->database.run("UPDATE header SET recovery_shown=1");
  return all.commit();
}

Result<std::string> Vault::renew_recovery_key() {
  const Key recovery = Key::random();
  Transaction all(state_->database);
  auto header = read_header(state_->database);
  if (!header) return state_->trouble();
  header->recovery_wrapped_key = wrap(recovery, state_->key, place_of_recovery(*header));
  header->recovery_shown = false;
  write_header(state_->database, *header);
  const auto done = all.commit();
  if (!done) return done.failure();
  return spell(recovery);
}

Result<Done> Vault::set_source(const Creation& creation) {
  Transaction all(state_->database);
  auto header = read_header(state_->database);
  if (!header) return state_->trouble();
  header->source = creation.source ? *creation.source : usual_source();
  header->details.stretching = creation.stretching;
  const auto source = make_source_key(header->source, header->details, state_->places, creation.passphrase);
  if (!source) return source.failure();
  header->wrapped_key = wrap(*source, state_->key, place_of_key(*header));
  write_header(state_->database, *header);
  const auto done = all.commit();
  if (!done) return done.failure();
  // In this order: as long as anything opens by the old key, it is not thrown away.
  const auto followed = rewrap_backups(state_->places, *header);
  if (!followed) return followed.failure();
  const fs::path key_file = state_->places.key_file();
  const bool spent = *followed && header->source != KeySource::KeyFile && platform::exists(key_file);
  if (spent && !platform::remove_file(key_file)) return failure(say::key_file_stays, key_file);
  return Done{};
}

}  // namespace paravent::store
