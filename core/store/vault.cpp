#include "store/vault.hpp"

#include "platform/private_file.hpp"
#include "store/failures.hpp"
#include "store/recovery_key.hpp"
#include "store/rewrap.hpp"
#include "store/schema.hpp"
#include "store/seal.hpp"
#include "store/vault_state.hpp"

namespace paravent::store {
namespace {

using text::Result;

// SQLite removes this file when the last process closes the database in good order.
bool was_left_open(const Places& places) {
  return platform::exists(places.vault().string() + "-wal");
}

Result<Done> check_pages(Database& database) {
  Statement asked = database.prepare("PRAGMA quick_check(1)");
  const bool sound = asked.row() && asked.bytes_at(0) == "ok";
  if (auto failed = database.take_failure()) return *failed;
  if (!sound) return damaged(database.path());
  return Done{};
}

Result<Done> bring_up_to_date(Database& database) {
  const int version = version_of(database);
  if (auto failed = database.take_failure()) return *failed;
  if (version > schema_version) return failure(say::newer_format, database.path());
  if (version == schema_version) return Done{};
  Transaction all(database);
  migrate(database);
  return all.commit();
}

Result<Key> vault_key(const Header& header, const Places& places, const Access& access) {
  std::optional<Key> key;
  if (access.recovery_key) {
    const auto recovery = read_spelled(*access.recovery_key);
    if (!recovery) return failure(say::recovery_misspelled);
    key = unwrap(*recovery, header.recovery_wrapped_key, place_of_recovery(header));
  } else {
    const auto source = find_source_key(header.source, header.details, places, access.passphrase);
    if (!source) return source.failure();
    key = unwrap(*source, header.wrapped_key, place_of_key(header));
  }
  if (!key) return failure(say::wrong_key);
  return std::move(*key);
}

Result<Database> open_database(const Places& places) {
  const bool check = was_left_open(places);
  auto database = Database::open(places.vault(), Database::Journal::WriteAhead);
  if (!database) return database.failure();
  if (check) {
    const auto sound = check_pages(*database);
    if (!sound) return sound.failure();
  }
  return database;
}

// What a process leaves that ended before it had made the vault, or has not made it yet.
bool is_empty(const Places& places) {
  auto database = open_database(places);
  return database && version_of(*database) == 0 && !database->failed();
}

Result<Database> make_database(const Places& places) {
  for (const auto& folder : {places.data, places.backups()}) {
    const auto made = platform::make_private_folder(folder);
    if (!made) return made.failure();
  }
  // SQLite would make it readable for others; its side files take the mode of this one.
  const auto made = platform::make_file(places.vault(), "", true);
  if (!made) return made.failure();
  return open_database(places);
}

struct Made {
  Key key;
  FirstUse first_use;
};

// One process makes the vault, keys and all, while the others wait for it.
Result<Made> fill(Database& database, const Places& places, const Creation& creation) {
  Transaction all(database);
  if (version_of(database) != 0 && !database.failed()) return failure(say::vault_there, places.data);
  migrate(database);
  if (auto failed = database.take_failure()) return *failed;
  Header header;
  header.source = creation.source ? *creation.source : usual_source();
  header.details = {random_id(), creation.stretching};
  const auto source = make_source_key(header.source, header.details, places, creation.passphrase);
  if (!source) return source.failure();
  Key key = Key::random();
  const Key recovery = Key::random();
  header.wrapped_key = wrap(*source, key, place_of_key(header));
  header.recovery_wrapped_key = wrap(recovery, key, place_of_recovery(header));
  write_header(database, header);
  const auto done = all.commit();
  if (!done) return done.failure();
  return Made{std::move(key), {spell(recovery), header.source}};
}

}  // namespace

text::Failure Vault::State::trouble() {
  if (auto failed = database.take_failure()) return *failed;
  return damaged(places.vault());
}

Vault::Vault(std::unique_ptr<State> state) : state_(std::move(state)) {}
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;
Vault::~Vault() = default;

bool Vault::is_there(const Places& places) {
  return platform::exists(places.vault());
}

Result<KeySource> Vault::guarded_by(const Places& places) {
  if (!is_there(places)) return failure(say::no_vault, places.data);
  auto database = open_database(places);
  if (!database) return database.failure();
  if (version_of(*database) == 0 && !database->failed()) return failure(say::no_vault, places.data);
  const auto header = read_header(*database);
  if (auto failed = database->take_failure()) return *failed;
  if (!header) return damaged(places.vault());
  return header->source;
}

Result<Vault> Vault::open(const Places& places, const Access& access) {
  if (!is_there(places)) return failure(say::no_vault, places.data);
  auto database = open_database(places);
  if (!database) return database.failure();
  if (version_of(*database) == 0 && !database->failed()) return failure(say::no_vault, places.data);
  const auto ready = bring_up_to_date(*database);
  if (!ready) return ready.failure();
  const auto header = read_header(*database);
  if (auto failed = database->take_failure()) return *failed;
  if (!header) return damaged(places.vault());
  auto key = vault_key(*header, places, access);
  if (!key) return key.failure();
  Vault out(std::make_unique<State>(places, std::move(*database), std::move(*key)));
  const auto scrubbed = scrub_backups_if_pending(places, out.state_->database);
  if (!scrubbed) return scrubbed.failure();
  rewrap_copies_if_pending(places, out.state_->database);
  return out;
}

Result<Vault::Opened> Vault::create(const Places& places, const Creation& creation) {
  if (places.data.empty() || places.config.empty()) return failure(say::no_home);
  if (platform::same_file(places.data, places.config)) return failure(say::same_folder, places.data);
  auto database = make_database(places);
  if (!database) return database.failure();
  auto made = fill(*database, places, creation);
  if (!made) return made.failure();
  return Opened{Vault(std::make_unique<State>(places, std::move(*database), std::move(made->key))),
                std::move(made->first_use)};
}

Result<Vault::Opened> Vault::open_or_create(const Places& places, const Access& access,
                                            const Creation& creation) {
  if (is_there(places) && !is_empty(places)) {
    auto opened = open(places, access);
    if (!opened) return opened.failure();
    return Opened{std::move(*opened), std::nullopt};
  }
  auto made = create(places, creation);
  if (made) return made;
  // Another process may have been first.
  auto opened = open(places, access);
  if (!opened) return made.failure();
  return Opened{std::move(*opened), std::nullopt};
}

}  // namespace paravent::store
