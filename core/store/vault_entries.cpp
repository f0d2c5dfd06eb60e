// Entries are read, remembered and renamed.
#include <algorithm>
#include <set>

#include "store/failures.hpp"
#include "store/seal.hpp"
#include "store/vault_state.hpp"

namespace paravent::store {
namespace {

using text::Result;

// Aliases of `entries` that are not free, be it because two of them ask for the same.
std::vector<std::string> refused(Entities& entities, std::string_view folder,
                                 const std::vector<NewEntry>& entries) {
  std::vector<std::string> out;
  std::set<std::pair<AliasStyle, std::string>> asked;
  for (const NewEntry& entry : entries) {
    const bool twice = !asked.emplace(entry.style, folded_form(entry.alias)).second;
    if (twice || entities.alias_was_given(folder, entry.style, entry.alias)) {
      out.push_back(entry.alias);
    }
  }
  return out;
}

}  // namespace

Result<Known> Vault::entries(std::string_view folder) {
  const auto known = state_->entities.in_folder(folder);
  if (!known) return known.failure();
  return Known(**known);
}

Result<SharedKnown> Vault::known(std::string_view folder) {
  return state_->entities.in_folder(folder);
}

Result<std::vector<FolderSummary>> Vault::folders() {
  std::vector<FolderSummary> out;
  Statement asked = state_->database.prepare(
      "SELECT folders.id, count(entities.id) FROM folders LEFT JOIN entities ON entities.folder=folders.id "
      "GROUP BY folders.id ORDER BY folders.rowid");
  while (asked.row()) out.push_back({asked.bytes_at(0), asked.number_at(1)});
  if (auto failed = state_->database.take_failure()) return *failed;
  return out;
}

Result<Remembered> Vault::remember(std::string_view folder, std::int64_t seen_generation,
                                   const std::vector<NewEntry>& entries, Moment now) {
  State& state = *state_;
  const auto safe = back_up_once_a_day(state.places, state.database, now);
  if (!safe) return safe.failure();
  Transaction all(state.database);
  Remembered out;
  const auto before = state.entities.in_folder(folder);
  if (!before) return before.failure();
  out.known = *before;
  out.refused_aliases = refused(state.entities, folder, entries);
  // A folder that was forgotten since counts from one again.
  const bool is_another = seen_generation > (*before)->generation;
  const bool doubled = std::any_of(entries.begin(), entries.end(), [&](const NewEntry& entry) {
    return state.entities.form_came_after(folder, entry, entry.canonical, seen_generation);
  });
  if (auto failed = state.database.take_failure()) return *failed;
  if (is_another || doubled || !out.refused_aliases.empty()) return out;
  const std::int64_t generation = state.entities.touch(folder);
  std::vector<Entry> added;
  for (const NewEntry& entry : entries) {
    added.push_back({entry, random_id(), {}});
    state.entities.insert(folder, added.back(), generation, now);
  }
  const auto done = all.commit();
  if (!done) return done.failure();
  state.entities.follow(folder, generation, added);
  auto known = state.entities.in_folder(folder);
  if (!known) return known.failure();
  out.kept = true;
  out.known = *std::move(known);
  return out;
}

Result<std::vector<std::string>> Vault::taken_aliases(std::string_view folder, AliasStyle style,
                                                      const std::vector<std::string>& aliases) {
  std::vector<std::string> out;
  for (const std::string& alias : aliases) {
    if (state_->entities.alias_was_given(folder, style, alias)) out.push_back(alias);
  }
  if (auto failed = state_->database.take_failure()) return *failed;
  return out;
}

Result<Done> Vault::add_forms(std::string_view entity, const std::vector<std::string>& forms, Moment now) {
  State& state = *state_;
  const auto safe = back_up_once_a_day(state.places, state.database, now);
  if (!safe) return safe.failure();
  Transaction all(state.database);
  auto found = state.entities.find(entity);
  if (!found) return found.failure();
  if (!*found) return failure(say::unknown_entity);
  Entry& entry = (*found)->entry;
  for (const std::string& form : forms) {
    if (std::find(entry.forms.begin(), entry.forms.end(), form) == entry.forms.end())
      entry.forms.push_back(form);
  }
  const std::int64_t generation = state.entities.touch((*found)->folder);
  state.entities.update((*found)->folder, entry, generation, now);
  const auto done = all.commit();
  if (done) state.entities.follow((*found)->folder, generation, {entry});
  return done;
}

Result<Done> Vault::rename_alias(std::string_view entity, std::string_view alias, Moment now) {
  State& state = *state_;
  const auto safe = back_up_once_a_day(state.places, state.database, now);
  if (!safe) return safe.failure();
  Transaction all(state.database);
  auto found = state.entities.find(entity);
  if (!found) return found.failure();
  if (!*found) return failure(say::unknown_entity);
  const std::string& folder = (*found)->folder;
  Entry& entry = (*found)->entry;
  if (entry.alias == alias) return Done{};
  const auto own = std::find(entry.former_aliases.begin(), entry.former_aliases.end(), alias);
  if (own != entry.former_aliases.end()) {
    entry.former_aliases.erase(own);
  } else if (folded_form(alias) != folded_form(entry.alias) &&
             state.entities.alias_was_given(folder, entry.style, alias)) {
    return failure(say::alias_taken);
  }
  entry.former_aliases.push_back(entry.alias);
  entry.alias = alias;
  state.entities.update(folder, entry, state.entities.touch(folder), now);
  return all.commit();
}

}  // namespace paravent::store
