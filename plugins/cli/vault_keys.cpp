// The vault as a whole: where it is, what opens it, and its copies.
#include "cli/input.hpp"
#include "cli/vault_call.hpp"
#include "platform/files.hpp"
#include "store/backups.hpp"
#include "store/places.hpp"

namespace paravent::cli {
namespace {

using text::Result;
using text::Wording;

constexpr Passphrase new_secret{"PARAVENT_NEW_PASSPHRASE",
                                {"Nouvelle phrase secrète : ", "New passphrase: "}};
constexpr Passphrase export_secret{"PARAVENT_EXPORT_PASSPHRASE",
                                   {"Phrase secrète de l’export : ", "Passphrase of the export: "}};
constexpr Wording done{"C’est fait.", "Done."};
constexpr Wording place{"Coffre : {0}", "Vault: {0}"};
constexpr Wording no_vault{"Il n’y a pas encore de coffre.", "There is no vault yet."};
constexpr Wording opened_by{"Ouvert par : {0}", "Opened by: {0}"};
constexpr Wording backups{"Copies de secours : {0}", "Backups: {0}"};
constexpr Wording there{"Le coffre est là.", "The vault is there."};
constexpr Wording sound{"Le coffre se lit en entier. Dossiers : {0}. Alias : {1}.",
                        "The whole vault can be read. Folders: {0}. Aliases: {1}."};
constexpr Wording note_it{
    "notez cette clé et gardez-la loin de cette machine : elle ouvre le coffre quand la clé habituelle est "
    "perdue.",
    "note this key and keep it away from this machine: it opens the vault when the usual key is lost."};
constexpr Wording no_source{"« {0} » : choisissez keyring ou keyfile.", "“{0}”: choose keyring or keyfile."};
constexpr Wording file_there{"{0} est déjà là : donnez un autre nom.",
                             "{0} is there already: give another name."};
constexpr Wording exported{"Export écrit dans {0}. Les retours exacts de cette machine n’y sont pas.",
                           "Export written to {0}. The exact ways back of this machine are not in it."};
constexpr Wording imported{"Repris : {0} alias nouveaux, {1} mis à jour.",
                           "Taken up: {0} new aliases, {1} updated."};
constexpr Wording needs_no_backup{
    "le coffre est en bon état : rien n’a été changé. Une copie de secours lui ferait perdre ce qu’il a "
    "appris "
    "depuis ; si vous y tenez, ajoutez --force.",
    "the vault is sound: nothing was changed. A backup would make it lose what it has learnt since; if you "
    "want "
    "that, add --force."};
constexpr Wording restored{"Copie reprise : {0}", "Backup taken up: {0}"};

constexpr Wording by_keyring{"le trousseau de clés du système", "the system’s keyring"};
constexpr Wording by_passphrase{"une phrase secrète", "a passphrase"};
constexpr Wording by_key_file{"un fichier de clé", "a key file"};

constexpr std::uint64_t max_export_bytes = std::uint64_t{256} << 20U;

struct Contents {
  std::size_t folders = 0;
  std::size_t aliases = 0;
};

Result<Contents> read_whole(store::Vault& vault) {
  const auto folders = vault.folders();
  if (!folders) return folders.failure();
  Contents out{folders->size(), 0};
  for (const store::FolderSummary& folder : *folders) {
    const auto known = vault.entries(folder.id);
    if (!known) return known.failure();
    out.aliases += known->entries.size();
  }
  return out;
}

Result<std::string> set_source(const VaultCall& call, store::KeySource source, std::string passphrase) {
  auto session = call.open();
  if (!session) return session.failure();
  store::Creation how;
  how.source = source;
  how.passphrase = std::move(passphrase);
  const auto set = session->vault().set_source(how);
  if (!set) return set.failure();
  return call.say(done);
}

}  // namespace

const Wording& words_of(store::KeySource source) {
  switch (source) {
    case store::KeySource::Keyring:
      return by_keyring;
    case store::KeySource::Passphrase:
      return by_passphrase;
    case store::KeySource::KeyFile:
      break;
  }
  return by_key_file;
}

std::optional<Result<store::KeySource>> guard_of_vault() {
  const auto places = store::user_places();
  if (!places) return places.failure();
  if (!store::Vault::is_there(*places)) return std::nullopt;
  return store::Vault::guarded_by(*places);
}

Result<std::string> vault_status(const VaultCall& call) {
  const auto places = store::user_places();
  if (!places) return places.failure();
  const std::string out = call.say(place, {places->vault().string()});
  const auto guard = guard_of_vault();
  if (!guard) return out + call.say(no_vault);
  if (!*guard) return guard->failure();
  return out + call.say(opened_by, {words_of(**guard).in(call.language())}) +
         call.say(backups, {std::to_string(store::backups_in(*places).size())});
}

Result<std::string> vault_create(const VaultCall& call) {
  const auto session = call.open(WithoutVault::Make);
  if (!session) return session.failure();
  return call.say(there);
}

Result<std::string> vault_check(const VaultCall& call) {
  auto session = call.open();
  if (!session) return session.failure();
  const auto read = read_whole(session->vault());
  if (!read) return read.failure();
  return call.say(sound, {std::to_string(read->folders), std::to_string(read->aliases)});
}

Result<std::string> vault_recovery_key(const VaultCall& call) {
  auto session = call.open();
  if (!session) return session.failure();
  const auto renewed = session->vault().renew_recovery_key();
  if (!renewed) return renewed.failure();
  // It counts as seen only once it is printed.
  if (!print(renewed->recovery_key + "\n", call.language())) return std::string();
  const auto shown = session->vault().recovery_key_was_shown();
  if (!shown) return shown.failure();
  tell(note_it.in(call.language()));
  if (renewed->left_behind) tell(*renewed->left_behind, call.language());
  return std::string();
}

Result<std::string> vault_passphrase(const VaultCall& call) {
  auto passphrase = new_passphrase(call.door(), new_secret);
  if (!passphrase) return passphrase.failure();
  return set_source(call, store::KeySource::Passphrase, std::move(*passphrase));
}

Result<std::string> vault_use(const VaultCall& call) {
  if (call.argument(0) == "keyring") return set_source(call, store::KeySource::Keyring, {});
  if (call.argument(0) == "keyfile") return set_source(call, store::KeySource::KeyFile, {});
  return vault_failure(no_source, call.argument(0));
}

Result<std::string> vault_export(const VaultCall& call) {
  auto session = call.open();
  if (!session) return session.failure();
  const auto passphrase = new_passphrase(call.door(), export_secret);
  if (!passphrase) return passphrase.failure();
  const auto sealed = session->vault().export_sealed(*passphrase);
  if (!sealed) return sealed.failure();
  const auto made = platform::make_file(call.argument(0), *sealed, true);
  if (!made) return made.failure();
  if (!*made) return vault_failure(file_there, call.argument(0));
  return call.say(exported, {call.argument(0)});
}

Result<std::string> vault_import(const VaultCall& call) {
  const auto bytes = platform::read_file(call.argument(0), max_export_bytes);
  if (!bytes) return bytes.failure();
  const auto passphrase = known_passphrase(call.door(), export_secret);
  if (!passphrase) return passphrase.failure();
  auto session = call.open(WithoutVault::Make);
  if (!session) return session.failure();
  const auto taken = session->vault().import_sealed(*bytes, *passphrase, now());
  if (!taken) return taken.failure();
  return call.say(imported, {std::to_string(taken->added), std::to_string(taken->updated)});
}

Result<std::string> vault_restore_backup(const VaultCall& call) {
  const auto places = store::user_places();
  if (!places) return places.failure();
  if (!call.force() && store::is_sound_database(*places)) {
    // What opens it can tell whether what is sealed in it is sound, too.
    auto session = call.open();
    if (!session) return session.failure();
    if (read_whole(session->vault())) return vault_failure(needs_no_backup);
  }
  const auto from = store::restore_backup(*places);
  if (!from) return from.failure();
  return call.say(restored, {from->string()});
}

}  // namespace paravent::cli
