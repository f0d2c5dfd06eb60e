// Forgetting: the vault first, with a mark that copies are still to be cleaned, then the copies.
#include "store/backups.hpp"
#include "store/declared.hpp"
#include "store/erase.hpp"
#include "store/failures.hpp"
#include "store/vault_state.hpp"

namespace paravent::store {
namespace {

using text::Result;

std::vector<std::string> ids_of(Statement asked) {
  std::vector<std::string> out;
  while (asked.row()) out.push_back(asked.bytes_at(0));
  return out;
}

void erase_entity(Database& database, std::string_view id) {
  Statement ancestors = database.prepare("SELECT ancestor FROM ancestors WHERE id=?");
  ancestors.text(id);
  for (const std::string& ancestor : ids_of(std::move(ancestors))) erase(database, ancestor);
  erase(database, id);
}

}  // namespace

Result<Done> Vault::forget(std::string_view entity) {
  State& state = *state_;
  {
    Transaction all(state.database);
    const auto found = state.entities.find(entity);
    if (!found) return found.failure();
    if (!*found) return failure(say::unknown_entity);
    Declared declared(state.database, state.keys);
    for (const std::string& id : declared.ids_of_name((*found)->folder, (*found)->entry.canonical)) {
      erase(state.database, id);
    }
    erase_entity(state.database, entity);
    state.entities.touch((*found)->folder);
    state.database.run("UPDATE header SET scrub_pending=1");
    const auto done = all.commit();
    if (!done) return done.failure();
  }
  return scrub_backups(state.places, state.database);
}

Result<Done> Vault::forget_folder(std::string_view folder) {
  State& state = *state_;
  {
    Transaction all(state.database);
    Statement entities = state.database.prepare("SELECT id FROM entities WHERE folder=?");
    entities.text(folder);
    for (const std::string& id : ids_of(std::move(entities))) erase_entity(state.database, id);
    erase(state.database, folder);
    state.database.run("UPDATE header SET scrub_pending=1");
    const auto done = all.commit();
    if (!done) return done.failure();
  }
  return scrub_backups(state.places, state.database);
}

}  // namespace paravent::store
