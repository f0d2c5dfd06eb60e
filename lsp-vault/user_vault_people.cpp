// What the coach sets right: what is left alone, who is who.
#include <algorithm>

#include "clients/alias_choice.hpp"
#include "clients/aliases.hpp"
#include "lsp-vault/user_vault.hpp"
#include "lsp-vault/words.hpp"
#include "store/entities.hpp"

namespace paravent::lsp_vault {
namespace {

namespace fs = std::filesystem;
using lsp::Done;
using store::Entry;
using text::Result;

constexpr text::Language any_language = text::Language::French;  // of a key file that is made

Result<Done> outcome(const Result<store::Done>& done) {
  if (!done) return done.failure();
  return Done{};
}

}  // namespace

Result<UserVault::Opened> UserVault::opened(const fs::path& note) {
  const auto open = session(WithoutVault::Make);
  if (!open) return open.failure();
  auto folder = clients::folder_of(note, any_language);
  if (!folder) return folder.failure();
  auto known = (*open)->vault().entries(folder->id);
  if (!known) return known.failure();
  return Opened{**open, std::move(*folder), std::move(known->entries)};
}

Result<Done> UserVault::ignore(const fs::path& note, Where where, policy::Category category,
                               std::string_view text) {
  const std::lock_guard guard(lock_);
  const auto open = opened(note);
  if (!open) return open.failure();
  return outcome(
      open->session.vault().ignore({open->folder.id, where == Where::Note ? open->folder.name_of(note) : "",
                                    category, std::string(text)}));
}

Result<std::vector<std::string>> UserVault::rename(const fs::path& note, const lsp::Bearer& person,
                                                   std::string_view chosen) {
  const std::lock_guard guard(lock_);
  const auto open = opened(note);
  if (!open) return open.failure();
  const store::AliasStyle style = clients::style_of(person.alias.empty() ? chosen : person.alias);
  const Entry* entry = person.alias.empty()
                           ? clients::entry_of_name(open->entries, person.category, style, person.canonical)
                           : clients::entry_of_alias(open->entries, person.alias);
  const policy::Category category = entry == nullptr ? person.category : entry->category;
  if (!clients::may_stand_for(category, entry == nullptr ? style : entry->style, chosen)) {
    return failure(words::no_alias_form, {chosen});
  }
  store::Vault& vault = open->session.vault();
  const auto free = clients::may_be_called(vault, open->folder.id, open->entries, entry, chosen);
  if (!free) return free.failure();
  if (entry == nullptr) {
    if (person.canonical.empty()) return failure(words::unknown_alias);
    store::NewEntry fresh;
    fresh.category = category;
    fresh.canonical = person.canonical;
    fresh.forms = person.forms;
    fresh.alias = chosen;
    fresh.style = style;
    const auto known = vault.entries(open->folder.id);
    if (!known) return known.failure();
    const auto kept = vault.remember(open->folder.id, known->generation, {fresh}, now());
    if (!kept) return kept.failure();
    if (!kept->kept) return failure(words::alias_taken);
    return std::vector<std::string>{};
  }
  std::vector<std::string> before = entry->former_aliases;
  before.push_back(entry->alias);
  const auto renamed = vault.rename_alias(entry->id, chosen, now());
  if (!renamed) return renamed.failure();
  return before;
}

Result<Done> UserVault::merge(const fs::path& note, std::string_view kept, std::string_view other) {
  const std::lock_guard guard(lock_);
  const auto open = opened(note);
  if (!open) return open.failure();
  const Entry* stays = clients::entry_of_alias(open->entries, kept);
  const Entry* goes = clients::entry_of_alias(open->entries, other);
  if (stays == nullptr || goes == nullptr) return failure(words::unknown_alias);
  return outcome(open->session.vault().merge(stays->id, goes->id, now()));
}

Result<Done> UserVault::split(const fs::path& note, std::string_view alias, std::string_view form) {
  const std::lock_guard guard(lock_);
  const auto open = opened(note);
  if (!open) return open.failure();
  const Entry* entry = clients::entry_of_alias(open->entries, alias);
  if (entry == nullptr || entry->style != store::AliasStyle::Pseudonym) return failure(words::unknown_alias);
  const std::string folded = store::folded_form(form);
  const bool has_form = std::any_of(entry->forms.begin(), entry->forms.end(), [&](const std::string& one) {
    return store::folded_form(one) == folded;
  });
  if (!has_form) return failure(words::nothing_to_split);
  store::Vault& vault = open->session.vault();
  const auto letters = clients::free_letters(vault, open->folder.id, entry->category, entry->alias);
  if (!letters) return letters.failure();
  if (letters->empty()) return failure(words::alias_taken);
  const auto halves = vault.split(entry->id, {std::string(form)}, form, *letters, now());
  if (!halves) return halves.failure();
  return Done{};
}

}  // namespace paravent::lsp_vault
