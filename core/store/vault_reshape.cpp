// Two entities become one, or one becomes two. Undo pieces go with whom they belong to, under the new key.
#include <algorithm>

#include "store/failures.hpp"
#include "store/seal.hpp"
#include "store/vault_state.hpp"

namespace paravent::store {
namespace {

using text::Result;

void add_once(std::vector<std::string>& to, const std::string& value) {
  if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

// `heir` answers for what backups know as `ancestor`, and for whom that answered for.
void inherit(Database& database, std::string_view heir, std::string_view ancestor) {
  database.prepare("INSERT OR IGNORE INTO ancestors SELECT ?, ancestor FROM ancestors WHERE id=?")
      .text(heir)
      .text(ancestor)
      .run();
  database.prepare("INSERT OR IGNORE INTO ancestors VALUES(?, ?)").text(heir).text(ancestor).run();
}

void remove(Database& database, std::string_view id) {
  database.prepare("DELETE FROM entities WHERE id=?").text(id).run();
  database.prepare("DELETE FROM ancestors WHERE id=?").text(id).run();
}

bool holds(const std::vector<std::string>& forms, std::string_view form) {
  const std::string folded = folded_form(form);
  return std::any_of(forms.begin(), forms.end(),
                     [&](const std::string& one) { return folded_form(one) == folded; });
}

}  // namespace

Result<Done> Vault::merge(std::string_view kept, std::string_view other, Moment now) {
  State& state = *state_;
  const auto safe = back_up_once_a_day(state.places, state.database, now);
  if (!safe) return safe.failure();
  Transaction all(state.database);
  auto stays = state.entities.find(kept);
  if (!stays) return stays.failure();
  auto goes = state.entities.find(other);
  if (!goes) return goes.failure();
  if (!*stays || !*goes) return failure(say::unknown_entity);
  Entry& entry = (*stays)->entry;
  const Entry& gone = (*goes)->entry;
  const std::string& folder = (*stays)->folder;
  if (kept == other || folder != (*goes)->folder || entry.category != gone.category ||
      entry.style != gone.style) {
    return failure(say::not_alike);
  }
  add_once(entry.forms, gone.canonical);
  for (const std::string& form : gone.forms) add_once(entry.forms, form);
  for (const std::string& alias : gone.former_aliases) add_once(entry.former_aliases, alias);
  add_once(entry.former_aliases, gone.alias);
  if (entry.sex == knowledge::Sex::Unknown) entry.sex = gone.sex;
  if (!state.undo.hand_over(folder, other, [&](std::string_view) { return kept; })) return state.trouble();
  inherit(state.database, kept, other);
  remove(state.database, other);
  state.entities.update(folder, entry, state.entities.touch(folder), now);
  return all.commit();
}

Result<Vault::Halves> Vault::split(std::string_view entity, const std::vector<std::string>& forms,
                                   std::string_view canonical, std::string_view alias, Moment now) {
  State& state = *state_;
  const auto safe = back_up_once_a_day(state.places, state.database, now);
  if (!safe) return safe.failure();
  Transaction all(state.database);
  const auto found = state.entities.find(entity);
  if (!found) return found.failure();
  if (!*found) return failure(say::unknown_entity);
  const std::string& folder = (*found)->folder;
  const Entry& whole = (*found)->entry;
  if (forms.empty() || canonical.empty() || holds(forms, whole.canonical))
    return failure(say::nothing_to_split);
  if (state.entities.alias_was_given(folder, whole.style, alias)) return failure(say::alias_taken);
  Entry rest = whole;
  rest.id = random_id();
  std::erase_if(rest.forms, [&](const std::string& form) { return holds(forms, form); });
  Entry apart = whole;
  apart.id = random_id();
  apart.canonical = canonical;
  apart.forms = forms;
  apart.alias = alias;
  apart.former_aliases.clear();
  apart.sex = knowledge::Sex::Unknown;
  const std::int64_t generation = state.entities.touch(folder);
  // Until its row is gone, the whole keeps its alias from the rest: it gives it up first.
  state.database.prepare("UPDATE entities SET alias_hash=? WHERE id=?")
      .blob(random_bytes(key_size))
      .text(whole.id)
      .run();
  state.entities.insert(folder, rest, generation, now);
  state.entities.insert(folder, apart, generation, now);
  const bool handed =
      state.undo.hand_over(folder, entity, [&](std::string_view original) -> std::string_view {
        return holds(forms, original) ? apart.id : rest.id;
      });
  if (!handed) return state.trouble();
  for (const std::string& heir : {rest.id, apart.id}) inherit(state.database, heir, entity);
  remove(state.database, entity);
  const auto done = all.commit();
  if (!done) return done.failure();
  return Halves{rest.id, apart.id};
}

}  // namespace paravent::store
