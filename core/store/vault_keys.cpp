// Ways into the vault: the recovery key, and a new source of its key. What is in the vault stays as it is.
#include "store/recovery_key.hpp"
#include "store/rewrap.hpp"
#include "store/seal.hpp"
#include "store/vault_state.hpp"

namespace paravent::store {

using text::Result;

Result<bool> Vault::recovery_key_is_shown() {
  const auto header = read_header(state_->database);
  if (!header) return state_->trouble();
  return header->recovery_shown;
}

Result<Done> Vault::recovery_key_was_shown() {
  {
    Transaction all(state_->database);
    state_->database.run("UPDATE header SET recovery_shown=1");
    const auto done = all.commit();
    if (!done) return done;
  }
  // A backup that takes the place of the vault need not ask for it again. What could not follow when the key
  // was made was told then.
  static_cast<void>(rewrap_copies(state_->places, state_->database));
  return Done{};
}

Result<Vault::Renewed> Vault::renew_recovery_key() {
  const Key recovery = Key::random();
  {
    Transaction all(state_->database);
    auto header = read_header(state_->database);
    if (!header) return state_->trouble();
    header->recovery_wrapped_key = wrap(recovery, state_->key, place_of_recovery(*header));
    header->recovery_shown = false;
    write_header(state_->database, *header);
    mark_following(state_->database, Following::Copies);
    const auto done = all.commit();
    if (!done) return done.failure();
  }
  // The vault opens by the new key alone now: whatever happens to the copies, it must be handed out.
  Renewed out{spell(recovery), std::nullopt};
  empty_log(state_->database);
  const auto followed = rewrap_copies(state_->places, state_->database);
  out.left_behind = followed ? words_for(*followed, state_->places) : followed.failure();
  return out;
}

Result<Done> Vault::set_source(const Creation& creation) {
  {
    Transaction all(state_->database);
    auto header = read_header(state_->database);
    if (!header) return state_->trouble();
    header->source = creation.source ? *creation.source : usual_source();
    header->details.stretching = creation.stretching;
    const auto key = make_source_key(header->source, header->details, state_->places, creation.passphrase);
    if (!key) return key.failure();
    header->wrapped_key = wrap(*key, state_->key, place_of_key(*header));
    write_header(state_->database, *header);
    mark_following(state_->database, Following::CopiesAndKeyFile);
    const auto done = all.commit();
    if (!done) return done.failure();
  }
  empty_log(state_->database);
  const auto followed = rewrap_copies(state_->places, state_->database);
  if (!followed) return followed.failure();
  if (auto words = words_for(*followed, state_->places)) return *words;
  return Done{};
}

}  // namespace paravent::store
