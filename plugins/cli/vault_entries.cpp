// Who stands for whom, and how the coach sets it right.
#include <algorithm>

#include "cli/vault_call.hpp"
#include "clients/alias_choice.hpp"
#include "clients/aliases.hpp"
#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "store/entities.hpp"

namespace paravent::cli {
namespace {

using store::Entry;
using text::Result;
using text::Wording;

constexpr Wording unknown{"rien ne s’appelle ainsi dans ce dossier : relisez « paravent vault list ».",
                          "nothing goes by that in this folder: read “paravent vault list” again."};
constexpr Wording no_alias_form{
    "« {0} » n’a pas la forme d’un alias de cette sorte : le même mot et d’autres lettres, ou un nom inventé "
    "que "
    "Paravent connaît.",
    "“{0}” does not have the form of an alias of that kind: the same word and other letters, or an invented "
    "name "
    "that Paravent knows."};
constexpr Wording unknown_form{"« {0} » n’est pas une forme de cet alias.",
                               "“{0}” is not a form of this alias."};
constexpr Wording empty{"Aucun alias dans ce dossier.", "No alias in this folder."};
constexpr Wording done{"C’est fait.", "Done."};
constexpr Wording several{
    "plusieurs personnes ou choses portent ce nom : rien n’a été effacé. Dites laquelle par son alias : {0}.",
    "several people or things go by that name: nothing was erased. Say which by its alias: {0}."};
constexpr Wording forgotten_aliases{"Alias effacés : {0}.", "Aliases erased: {0}."};
constexpr Wording forgotten{
    "C’est effacé du coffre et de ses copies de secours. Les notes n’ont pas été changées.",
    "Erased from the vault and its backups. The notes were not changed."};

bool is_called(const Entry& entry, std::string_view word) {
  const std::string folded = store::folded_form(word);
  return store::folded_form(entry.canonical) == folded ||
         std::any_of(entry.forms.begin(), entry.forms.end(),
                     [&](const std::string& form) { return store::folded_form(form) == folded; });
}

bool has_alias(const Entry& entry, std::string_view word) {
  const std::string folded = store::folded_form(word);
  return store::folded_form(entry.alias) == folded ||
         std::any_of(entry.former_aliases.begin(), entry.former_aliases.end(),
                     [&](const std::string& alias) { return store::folded_form(alias) == folded; });
}

Result<Entry> entry_of_alias(const std::vector<Entry>& entries, std::string_view alias) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return has_alias(entry, alias); });
  if (found == entries.end()) return vault_failure(unknown);
  return *found;
}

// What detection never takes for a name, and restoring reads as that kind of thing.
bool may_stand_for(const Entry& entry, std::string_view alias) {
  if (entry.style == store::AliasStyle::Fictitious) return detect::is_fictitious_form(alias);
  std::size_t size = 0;
  const Wording noun = detect::alias_noun(entry.category).noun;
  const auto begins_with = [&](std::string_view word) {
    return alias.starts_with(word) && alias.substr(word.size()).starts_with(' ');
  };
  return detect::is_alias_at(alias, 0, &size) && size == alias.size() &&
         (begins_with(noun.fr) || begins_with(noun.en));
}

// The vault, open, with the entries of the folder that the call is about.
struct Opened {
  clients::Session session;
  clients::Folder folder;
  std::vector<Entry> entries;
};

Result<Opened> opened(const VaultCall& call, const clients::Folder& folder) {
  auto session = call.open();
  if (!session) return session.failure();
  auto known = session->vault().entries(folder.id);
  if (!known) return known.failure();
  return Opened{std::move(*session), folder, std::move(known->entries)};
}

Result<std::string> told(const VaultCall& call, const Result<store::Done>& outcome,
                         const Wording& words = done) {
  if (!outcome) return outcome.failure();
  return call.say(words);
}

bool is_named(const Entry& entry, std::string_view name) {
  return store::folded_form(entry.canonical) == store::folded_form(name);
}

// Everything that a word means: by an alias, whoever is named the same, in whichever style; else all who go
// by that word.
std::vector<Entry> meant_by(const std::vector<Entry>& entries, std::string_view word) {
  std::vector<Entry> out;
  const auto of_alias = std::find_if(entries.begin(), entries.end(),
                                     [&](const Entry& entry) { return has_alias(entry, word); });
  for (const Entry& entry : entries) {
    const bool meant = of_alias == entries.end()
                           ? is_called(entry, word)
                           : has_alias(entry, word) || is_named(entry, of_alias->canonical);
    if (meant) out.push_back(entry);
  }
  return out;
}

bool are_one(const std::vector<Entry>& entries) {
  return std::all_of(entries.begin(), entries.end(),
                     [&](const Entry& entry) { return is_named(entry, entries.front().canonical); });
}

std::string aliases_of(const std::vector<Entry>& entries) {
  std::string out;
  for (const Entry& entry : entries) out.append(out.empty() ? "" : ", ").append(entry.alias);
  return out;
}

// With what bears their names, which may be others of them.
Result<std::vector<Entry>> forget_all(store::Vault& vault, const std::vector<Entry>& entries) {
  std::vector<Entry> out;
  for (const Entry& entry : entries) {
    if (std::any_of(out.begin(), out.end(), [&](const Entry& gone) { return gone.id == entry.id; })) continue;
    auto gone = vault.forget(entry.id);
    if (!gone) return gone.failure();
    out.insert(out.end(), gone->begin(), gone->end());
  }
  return out;
}

}  // namespace

Result<std::string> vault_list(const VaultCall& call) {
  auto open = opened(call, call.known_folder_or(0));
  if (!open) return open.failure();
  if (open->entries.empty()) return call.say(empty);
  std::string out;
  for (const Entry& entry : open->entries) {
    out.append(entry.alias).append(" = ").append(entry.canonical);
    std::string others;
    for (const std::string& form : entry.forms) others.append(others.empty() ? "" : ", ").append(form);
    if (!others.empty()) out.append(" (").append(others).append(")");
    out += '\n';
  }
  return out;
}

Result<std::string> vault_rename(const VaultCall& call) {
  auto open = opened(call, call.known_folder());
  if (!open) return open.failure();
  const Entry* entry = clients::entry_of_alias(open->entries, call.argument(0));
  if (entry == nullptr) return vault_failure(unknown);
  if (!may_stand_for(*entry, call.argument(1))) return vault_failure(no_alias_form, call.argument(1));
  const auto free =
      clients::may_be_called(open->session.vault(), open->folder.id, open->entries, entry, call.argument(1));
  if (!free) return free.failure();
  return told(call, open->session.vault().rename_alias(entry->id, call.argument(1), now()));
}

Result<std::string> vault_merge(const VaultCall& call) {
  auto open = opened(call, call.known_folder());
  if (!open) return open.failure();
  const auto kept = entry_of_alias(open->entries, call.argument(0));
  if (!kept) return kept.failure();
  const auto other = entry_of_alias(open->entries, call.argument(1));
  if (!other) return other.failure();
  return told(call, open->session.vault().merge(kept->id, other->id, now()));
}

Result<std::string> vault_split(const VaultCall& call) {
  auto open = opened(call, call.known_folder());
  if (!open) return open.failure();
  const auto entry = entry_of_alias(open->entries, call.argument(0));
  if (!entry) return entry.failure();
  if (!may_stand_for(*entry, call.argument(1))) return vault_failure(no_alias_form, call.argument(1));
  const std::vector<std::string> forms = call.arguments_from(2);
  for (const std::string& form : forms) {
    if (!is_called(*entry, form)) return vault_failure(unknown_form, form);
  }
  const auto halves = open->session.vault().split(entry->id, forms, forms.front(), call.argument(1), now());
  if (!halves) return halves.failure();
  return call.say(done);
}

Result<std::string> vault_forget(const VaultCall& call) {
  auto open = opened(call, call.known_folder());
  if (!open) return open.failure();
  const std::string& word = call.argument(0);
  store::Vault& vault = open->session.vault();
  const std::vector<Entry> meant = meant_by(open->entries, word);
  const bool by_alias =
      std::any_of(meant.begin(), meant.end(), [&](const Entry& entry) { return has_alias(entry, word); });
  if (!by_alias && !are_one(meant)) return vault_failure(several, aliases_of(meant));
  bool any = !meant.empty();
  const auto gone = forget_all(vault, meant);
  if (!gone) return gone.failure();
  const auto declared = vault.declared(open->folder.id);
  if (!declared) return declared.failure();
  for (const store::DeclaredPerson& person : *declared) {
    if (store::folded_form(person.name) != store::folded_form(word)) continue;
    any = true;
    const auto undeclared = vault.forget_declared(person.id);
    if (!undeclared) return undeclared.failure();
  }
  if (!any) return vault_failure(unknown);
  if (meant.empty()) return call.say(forgotten);
  return call.say(forgotten_aliases, {aliases_of(*gone)}) + call.say(forgotten);
}

Result<std::string> vault_forget_folder(const VaultCall& call) {
  auto session = call.open();
  if (!session) return session.failure();
  const clients::Folder folder = call.known_folder_or(0);
  if (folder.id.empty()) return call.say(empty);
  return told(call, session->vault().forget_folder(folder.id), forgotten);
}

}  // namespace paravent::cli
