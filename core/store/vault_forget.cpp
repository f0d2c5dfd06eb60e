// Forgetting: the vault first, with a mark that copies are still to be cleaned, then the copies.
#include <algorithm>
#include <iterator>

#include "store/backups.hpp"
#include "store/belongings.hpp"
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

// Her entries: the one that was asked for, and those that bear her name.
std::vector<Entry> entries_of(const Entry& person, const std::vector<Entry>& folder, const NamesOf& names) {
  std::vector<Entry> out{person};
  if (person.category != policy::Category::Person) return out;
  std::copy_if(folder.begin(), folder.end(), std::back_inserter(out),
               [&](const Entry& entry) { return entry.id != person.id && names.own(entry); });
  return out;
}

bool is_declared_as(const DeclaredPerson& declared, const Entry& entry, const NamesOf& names) {
  if (folded_form(declared.name) == folded_form(entry.canonical)) return true;
  if (entry.category != policy::Category::Person || !names.own_name(declared.name)) return false;
  // In other folders, a part of a name may be meant for somebody else.
  return !declared.everywhere || !names.whole_in(declared.name).empty();
}

Result<Done> erase_declared(Database& database, const Keys& keys, std::string_view folder, const Entry& entry,
                            const NamesOf& names) {
  const auto declared = Declared(database, keys).in_folder(folder);
  if (!declared) return declared.failure();
  for (const DeclaredPerson& person : *declared) {
    if (is_declared_as(person, entry, names)) erase(database, person.id);
  }
  return Done{};
}

}  // namespace

Result<std::vector<Entry>> Vault::forget(std::string_view entity) {
  State& state = *state_;
  std::vector<Entry> out;
  {
    Transaction all(state.database);
    const auto found = state.entities.find(entity);
    if (!found) return found.failure();
    if (!*found) return failure(say::unknown_entity);
    const Entry& entry = (*found)->entry;
    const std::string& folder = (*found)->folder;
    const auto known = state.entities.in_folder(folder);
    if (!known) return known.failure();
    const NamesOf names(entry, (*known)->entries);
    out = entries_of(entry, (*known)->entries, names);
    const auto undeclared = erase_declared(state.database, state.keys, folder, entry, names);
    if (!undeclared) return undeclared.failure();
    for (const Entry& one : out) erase_entity(state.database, one.id);
    if (entry.category == policy::Category::Person) {
      const auto taken_out = state.undo.take_out(folder, names);
      if (!taken_out) return taken_out.failure();
    }
    state.entities.touch(folder);
    state.database.run("UPDATE header SET scrub_pending=1");
    const auto done = all.commit();
    if (!done) return done.failure();
  }
  const auto scrubbed = scrub_backups(state.places, state.database);
  if (!scrubbed) return scrubbed.failure();
  return out;
}

Result<Done> Vault::forget_folder(std::string_view folder) {
  State& state = *state_;
  {
    Transaction all(state.database);
    Statement entities = state.database.prepare("SELECT id FROM entities WHERE folder=?");
    entities.text(folder);
    for (const std::string& id : ids_of(std::move(entities))) erase_entity(state.database, id);
    erase(state.database, folder);
    state.entities.drop_read();
    state.database.run("UPDATE header SET scrub_pending=1");
    const auto done = all.commit();
    if (!done) return done.failure();
  }
  return scrub_backups(state.places, state.database);
}

}  // namespace paravent::store
