// `paravent vault ACTION`: what the vault holds, and who may open it.
#include <array>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/vault_actions.hpp"
#include "cli/vault_call.hpp"

namespace paravent::cli {
namespace {

using text::Wording;

struct Action {
  VaultActionSpec spec;
  VaultAction run;
};

constexpr Wording no_action{"dites que faire du coffre : {0}.", "say what to do with the vault: {0}."};
constexpr Wording unknown_action{"« {0} » : action inconnue du coffre. Elle peut être : {1}.",
                                 "“{0}”: unknown action of the vault. It can be: {1}."};
constexpr Wording takes{"« paravent vault {0} » attend : {1}", "“paravent vault {0}” needs: {1}"};

constexpr std::array<Action, 19> actions{{
    {{"status", {}, {"où est le coffre, et ce qui l’ouvre", "where the vault is, and what opens it"}, 0, 0},
     vault_status},
    {{"create", {}, {"fait le coffre", "makes the vault"}, 0, 0}, vault_create},
    {{"list",
      {"[DOSSIER]", "[FOLDER]"},
      {"les alias d’un dossier et les noms derrière eux",
       "the aliases of a folder and the names behind them"},
      0,
      1},
     vault_list},
    {{"rename", {"ALIAS NOUVEAU", "ALIAS NEW"}, {"change un alias", "changes an alias"}, 2, 2}, vault_rename},
    {{"merge",
      {"ALIAS AUTRE", "ALIAS OTHER"},
      {"deux alias pour une seule personne : le premier reste", "two aliases of one person: the first stays"},
      2,
      2},
     vault_merge},
    {{"split",
      {"ALIAS NOUVEAU FORME…", "ALIAS NEW FORM…"},
      {"deux personnes sous un alias : ces formes prennent le nouveau",
       "two people under one alias: these forms get the new one"},
      3,
      any_number},
     vault_split},
    {{"forget",
      {"NOM | ALIAS", "NAME | ALIAS"},
      {"efface quelqu’un du coffre et de ses copies", "erases somebody from the vault and its backups"},
      1,
      1},
     vault_forget},
    {{"forget-folder",
      {"[DOSSIER]", "[FOLDER]"},
      {"efface tout ce que le coffre sait d’un dossier", "erases all that the vault knows of a folder"},
      0,
      1},
     vault_forget_folder},
    {{"declare",
      {"FICHIER | -", "FILE | -"},
      {"des noms à masquer, un par ligne", "names to mask, one a line"},
      1,
      1},
     vault_declare},
    {{"declared", {"[DOSSIER]", "[FOLDER]"}, {"les noms déclarés", "the declared names"}, 0, 1},
     vault_declared},
    {{"ignore",
      {"CATÉGORIE TEXTE", "CATEGORY TEXT"},
      {"ne plus signaler ce texte dans ce dossier", "report this text in this folder no more"},
      2,
      2},
     vault_ignore},
    {{"stop-ignoring",
      {"CATÉGORIE TEXTE", "CATEGORY TEXT"},
      {"signaler ce texte à nouveau", "report this text again"},
      2,
      2},
     vault_stop_ignoring},
    {{"recovery-key",
      {},
      {"montre une nouvelle clé de secours ; l’ancienne n’ouvre plus le coffre",
       "shows a new recovery key; the old one no longer opens the vault"},
      0,
      0},
     vault_recovery_key},
    {{"passphrase", {}, {"ouvrir le coffre par une phrase secrète", "open the vault by a passphrase"}, 0, 0},
     vault_passphrase},
    {{"use",
      {"keyring | keyfile", "keyring | keyfile"},
      {"ouvrir le coffre par le trousseau du système ou un fichier de clé",
       "open the vault by the system’s keyring or a key file"},
      1,
      1},
     vault_use},
    {{"export",
      {"FICHIER", "FILE"},
      {"pour une seconde machine, sous une phrase secrète", "for a second machine, under a passphrase"},
      1,
      1},
     vault_export},
    {{"import", {"FICHIER", "FILE"}, {"reprend un export", "takes up an export"}, 1, 1}, vault_import},
    {{"restore-backup",
      {},
      {"reprend la dernière copie de secours en bon état", "takes up the latest sound backup"},
      0,
      0},
     vault_restore_backup},
    {{"check", {}, {"relit tout le coffre", "reads the whole vault again"}, 0, 0}, vault_check},
}};

std::string names() {
  std::string out;
  for (const Action& action : actions) {
    if (!out.empty()) out += ", ";
    out += action.spec.name;
  }
  return out;
}

int refuse(const std::string& words) {
  tell(words);
  return 2;
}

}  // namespace

std::vector<VaultActionSpec> vault_actions() {
  std::vector<VaultActionSpec> out;
  out.reserve(actions.size());
  for (const Action& action : actions) out.push_back(action.spec);
  return out;
}

text::Failure vault_failure(const text::Wording& words, std::string_view argument) {
  return {text::fill(words, text::Language::French, {argument}),
          text::fill(words, text::Language::English, {argument})};
}

int vault(const VaultOptions& options, text::Language language) {
  if (options.words.empty()) return refuse(text::fill(no_action, language, {names()}));
  const std::string& name = options.words.front();
  for (const Action& action : actions) {
    if (action.spec.name != name) continue;
    const std::size_t given = options.words.size() - 1;
    if (given < action.spec.fewest || given > action.spec.most) {
      return refuse(text::fill(takes, language, {name, action.spec.takes.in(language)}));
    }
    const auto said = action.run(VaultCall(options, language));
    if (!said) {
      tell(said.failure(), language);
      return 2;
    }
    return print(*said, language) ? 0 : 2;
  }
  return refuse(text::fill(unknown_action, language, {name, names()}));
}

}  // namespace paravent::cli
