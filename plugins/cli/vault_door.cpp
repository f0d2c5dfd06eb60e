#include "cli/vault_door.hpp"

#include <chrono>

#include "cli/input.hpp"
#include "platform/files.hpp"
#include "platform/terminal.hpp"
#include "text/wording.hpp"

namespace paravent::cli {
namespace {

using text::Failure;
using text::Result;
using text::Wording;

constexpr Passphrase vault_passphrase{"PARAVENT_PASSPHRASE",
                                      {"Phrase secrète du coffre : ", "Passphrase of the vault: "}};
constexpr Passphrase recovery_key{"PARAVENT_RECOVERY_KEY", {"Clé de secours : ", "Recovery key: "}};
constexpr Wording ask_again{"Encore une fois : ", "Once more: "};
constexpr Wording not_alike{"Les deux phrases secrètes ne sont pas les mêmes : rien n’a été changé.",
                            "The two passphrases are not the same: nothing was changed."};
constexpr Wording nobody_to_ask{
    "Il faut une phrase secrète ou une clé. Lancez la commande dans un terminal, ou mettez-la dans la "
    "variable "
    "{0}.",
    "A passphrase or key is needed. Run the command in a terminal, or put it in the variable {0}."};
constexpr Wording descriptor_empty{"--passphrase-fd : rien ne peut y être lu.",
                                   "--passphrase-fd: nothing can be read there."};
constexpr Wording made_with_file{
    "un coffre a été fait dans {0} ; le fichier {1} l’ouvre. Gardez les deux, et notez la clé de secours : "
    "« paravent vault recovery-key » la montre.",
    "a vault was made in {0}; the file {1} opens it. Keep both, and note the recovery key: “paravent vault "
    "recovery-key” shows it."};
constexpr Wording made_with_keyring{
    "un coffre a été fait dans {0} ; le trousseau de clés du système l’ouvre. Notez la clé de secours : "
    "« paravent vault recovery-key » la montre.",
    "a vault was made in {0}; the system’s keyring opens it. Note the recovery key: “paravent vault "
    "recovery-key” shows it."};

Failure failure(const Wording& words, std::string_view argument = {}) {
  return {text::fill(words, text::Language::French, {argument}),
          text::fill(words, text::Language::English, {argument})};
}

// Nothing when there is nobody to ask.
std::optional<std::string> secret(const Door& door, const Passphrase& which) {
  auto given = platform::environment(which.variable);
  if (given || !door.asks) return given;
  return platform::ask_secret(which.question.in(door.language));
}

Result<store::Access> access_for(const Door& door, const store::Places& places) {
  store::Access out;
  if (door.by_recovery_key) {
    auto key = known_passphrase(door, recovery_key);
    if (!key) return key.failure();
    out.recovery_key = std::move(*key);
    return out;
  }
  if (!store::Vault::is_there(places)) return out;
  // What stands in the way of reading this is told when the vault is opened.
  const auto source = store::Vault::guarded_by(places);
  if (!source || *source != store::KeySource::Passphrase) return out;
  if (door.passphrase_descriptor) {
    out.passphrase = platform::secret_from(*door.passphrase_descriptor);
    if (!out.passphrase) return failure(descriptor_empty);
  } else {
    out.passphrase = secret(door, vault_passphrase);
  }
  return out;
}

void tell_first_use(const store::FirstUse& first, const store::Places& places, text::Language language) {
  const Wording& words = first.source == store::KeySource::KeyFile ? made_with_file : made_with_keyring;
  tell(text::fill(words, language, {places.data.string(), places.key_file().string()}));
}

}  // namespace

Result<clients::Session> open_vault(const Door& door, WithoutVault then) {
  const auto places = store::user_places();
  if (!places) return places.failure();
  const auto access = access_for(door, *places);
  if (!access) return access.failure();
  if (then == WithoutVault::Fail) return clients::Session::open(*places, *access);
  auto session = clients::Session::open_or_create(*places, *access, {});
  if (session && session->first_use()) tell_first_use(*session->first_use(), *places, door.language);
  return session;
}

bool vault_is_there() {
  const auto places = store::user_places();
  return places && store::Vault::is_there(*places);
}

Result<std::string> known_passphrase(const Door& door, const Passphrase& which) {
  auto given = secret(door, which);
  if (!given) return failure(nobody_to_ask, which.variable);
  return std::move(*given);
}

Result<std::string> new_passphrase(const Door& door, const Passphrase& which) {
  auto first = known_passphrase(door, which);
  if (!first || platform::environment(which.variable)) return first;
  const auto again = platform::ask_secret(ask_again.in(door.language));
  if (!again || *again != *first) return failure(not_alike);
  return first;
}

store::Moment now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

}  // namespace paravent::cli
