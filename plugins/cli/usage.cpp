#include "cli/usage.hpp"

#include <array>
#include <utility>
#include <vector>

#include "cli/vault_actions.hpp"
#include "text/unicode.hpp"

namespace paravent::cli {
namespace {

using text::Language;
using text::Wording;

constexpr std::array<std::string_view, 3> formats{"text", "json", "sarif"};
constexpr std::array<std::string_view, 2> risk_formats{"text", "json"};
constexpr std::array<std::string_view, 3> styles{"generalise", "pseudonym", "fictitious"};
constexpr std::array<std::string_view, 3> encodings{"utf-8", "utf-16", "utf-32"};
constexpr Wording folder{"DOSSIER", "FOLDER"};

constexpr OptionSpec passphrase_descriptor{
    "--passphrase-fd",
    {"lit la phrase secrète du coffre sur ce descripteur (sinon : PARAVENT_PASSPHRASE, ou le terminal)",
     "reads the passphrase of the vault from this descriptor (else: PARAVENT_PASSPHRASE, or the terminal)"},
    {"N", "N"},
    {}};

constexpr std::array<OptionSpec, 3> check_options{{
    {"--format",
     {"text (au départ), json ou sarif", "text (the default), json or sarif"},
     {"FORME", "FORMAT"},
     formats},
    {"--hints", {"montre aussi ce qui est moins sûr", "shows what is less sure too"}, {}, {}},
    {"--explain",
     {"dit de chaque trouvaille la règle, le score et, d’un nom, ce qui a pesé le plus",
      "tells of each finding the rule, the score and, of a name, what weighed most"},
     {},
     {}},
}};
constexpr std::array<OptionSpec, 5> anonymise_options{{
    {"--style",
     {"generalise (au départ), pseudonym ou fictitious", "generalise (the default), pseudonym or fictitious"},
     {"STYLE", "STYLE"},
     styles},
    {"--out",
     {"écrit les copies dans ce dossier, sans rien y remplacer ; un nom de fichier qui contient une donnée "
      "à masquer est changé",
      "writes the copies to this folder, replacing nothing; a file name that holds data to mask is changed"},
     folder,
     {}},
    {"--write",
     {"remplace les fichiers eux-mêmes ; l’original est gardé à côté, sauf si le coffre peut le rendre et "
      "que "
      "sa clé de secours a été vue",
      "replaces the files themselves; the original is kept beside each, unless the vault can give it back "
      "and "
      "its recovery key has been seen"},
     {},
     {}},
    {"--ephemeral",
     {"ne garde aucun nom dans le coffre : rien ne pourra être restauré",
      "keeps no name in the vault: nothing can be restored"},
     {},
     {}},
    passphrase_descriptor,
}};
constexpr std::array<OptionSpec, 3> restore_options{{
    {"--write", {"remplace les fichiers eux-mêmes", "replaces the files themselves"}, {}, {}},
    {"--folder",
     {"prend les alias de ce dossier, au lieu de celui du fichier",
      "takes the aliases of this folder, instead of the file’s own"},
     folder,
     {}},
    passphrase_descriptor,
}};
constexpr std::array<OptionSpec, 5> vault_options{{
    {"--folder",
     {"le dossier de notes ; sans elle, le dossier courant",
      "the folder of notes; without it, the current one"},
     folder,
     {}},
    {"--everywhere", {"avec declare : pour tous les dossiers", "with declare: for all folders"}, {}, {}},
    {"--force",
     {"avec restore-backup : même si le coffre est en bon état",
      "with restore-backup: even if the vault is sound"},
     {},
     {}},
    {"--recovery",
     {"ouvre par la clé de secours (au terminal, ou dans PARAVENT_RECOVERY_KEY)",
      "opens by the recovery key (on the terminal, or in PARAVENT_RECOVERY_KEY)"},
     {},
     {}},
    passphrase_descriptor,
}};
constexpr std::array<OptionSpec, 2> risk_options{{
    {"--format",
     {"text (au départ) ou json", "text (the default) or json"},
     {"FORME", "FORMAT"},
     risk_formats},
    {"--anonymised",
     {"regarde les notes telles que « paravent anonymise » les écrirait",
      "looks at the notes as “paravent anonymise” would print them"},
     {},
     {}},
}};
constexpr std::array<OptionSpec, 3> lsp_options{{
    {"--log",
     {"journal, - pour la sortie d’erreur (jamais de texte de note)",
      "log, - for standard error (never text of a note)"},
     {"FICHIER", "FILE"},
     {}},
    {"--position-encoding",
     {"utf-8, utf-16 ou utf-32 ; sans elle, convenu avec l’éditeur",
      "utf-8, utf-16 or utf-32; without it, agreed on with the editor"},
     {"CODAGE", "ENCODING"},
     encodings},
    {"--stdio",
     {"entrée et sortie standard (toujours le cas)", "standard input and output (always so)"},
     {},
     {}},
}};

constexpr Wording files{"FICHIER… | DOSSIER… | -", "FILE… | FOLDER… | -"};
constexpr Wording files_help{"fichiers, dossiers, ou - pour l’entrée standard",
                             "files, folders, or - for standard input"};

constexpr std::array<CommandSpec, 10> all{{
    {"check",
     {"dit ce qui est personnel dans des notes", "tells what is personal in notes"},
     files,
     files_help,
     1,
     any_number,
     check_options},
    {"anonymise",
     {"écrit des notes sans les noms trouvés", "prints notes without the names that were found"},
     files,
     files_help,
     1,
     any_number,
     anonymise_options},
    {"restore",
     {"remet les noms dans un texte qui porte des alias",
      "puts the names back into a text that holds aliases"},
     files,
     files_help,
     1,
     any_number,
     restore_options},
    {"vault",
     {"le coffre qui garde les noms : le voir, le corriger, l’ouvrir autrement",
      "the vault that keeps the names: see it, set it right, open it another way"},
     {"ACTION [MOT…]", "ACTION [WORD…]"},
     {"une des actions ci-dessous", "one of the actions below"},
     1,
     any_number,
     vault_options},
    {"risk",
     {"dit qui peut être reconnu par ce qui reste lisible de lui, et que changer",
      "tells who could be recognised by what stays readable of them, and what to change"},
     files,
     files_help,
     1,
     any_number,
     risk_options},
    {"init",
     {"écrit un fichier de réglages paravent.toml commenté",
      "writes a commented settings file, paravent.toml"},
     {"[DOSSIER]", "[FOLDER]"},
     {"dossier de notes : des réglages qui peuvent seulement protéger plus ; sans lui, vos propres réglages",
      "folder of notes: settings that can only protect more; without it, your own settings"},
     0,
     1,
     {}},
    {"lsp", {"serveur pour les éditeurs", "server for editors"}, {}, {}, 0, 0, lsp_options},
    {"doctor",
     {"vérifie l’installation", "checks the installation"},
     {"[FICHIER…]", "[FILE…]"},
     {"notes à essayer ; leur texte n’est pas montré", "notes to try; their text is not shown"},
     0,
     any_number,
     {}},
    {"help",
     {"cette aide, ou celle d’une commande", "this help, or that of a command"},
     {"[COMMANDE]", "[COMMAND]"},
     {"une commande", "a command"},
     0,
     1,
     {}},
    {"version", {"la version", "the version"}, {}, {}, 0, 0, {}},
}};

constexpr Wording title{"Paravent : un écran entre vos notes et l’IA.",
                        "Paravent: a screen between your notes and AI."};
constexpr Wording usage_title{"Usage : ", "Usage: "};
constexpr Wording a_command{"COMMANDE", "COMMAND"};
constexpr Wording options_mark{" [OPTIONS]", " [OPTIONS]"};
constexpr Wording commands_title{"Commandes :", "Commands:"};
constexpr Wording options_title{"Options :", "Options:"};
constexpr Wording actions_title{"Actions :", "Actions:"};
constexpr Wording this_help{"cette aide", "this help"};
constexpr Wording more{"« paravent help COMMANDE » dit ce qu’une commande prend.",
                       "“paravent help COMMAND” tells what a command takes."};

std::size_t width_of(std::string_view words) {
  std::size_t points = 0;
  for (std::size_t at = 0; at < words.size(); at += text::decode_at(words, at).size) ++points;
  return points;
}

// Two columns, the second aligned.
using Rows = std::vector<std::pair<std::string, std::string>>;
void append_rows(std::string& out, const Rows& rows) {
  std::size_t width = 0;
  for (const auto& [left, right] : rows) width = std::max(width, width_of(left));
  for (const auto& [left, right] : rows) {
    out.append("  ").append(left).append(width - width_of(left) + 2, ' ').append(right).append("\n");
  }
}

void append_actions(std::string& out, Language language) {
  Rows rows;
  for (const VaultActionSpec& action : vault_actions()) {
    std::string left(action.name);
    if (!action.takes.fr.empty()) left.append(" ").append(action.takes.in(language));
    rows.emplace_back(std::move(left), action.help.in(language));
  }
  append_rows(out.append("\n").append(actions_title.in(language)).append("\n"), rows);
}

std::string left_of(const OptionSpec& option, Language language) {
  std::string out(option.name);
  if (option.takes_value()) out.append(" ").append(option.value.in(language));
  return out;
}

}  // namespace

std::span<const CommandSpec> commands() {
  return all;
}

std::string usage(Language language) {
  std::string out(title.in(language));
  out.append("\n\n").append(usage_title.in(language)).append("paravent ").append(a_command.in(language));
  out.append(options_mark.in(language)).append("\n\n").append(commands_title.in(language)).append("\n");
  Rows rows;
  for (const CommandSpec& command : all) rows.emplace_back(command.name, command.help.in(language));
  append_rows(out, rows);
  return out.append("\n").append(more.in(language)).append("\n");
}

std::string usage_of(const CommandSpec& command, Language language) {
  std::string out("paravent ");
  out.append(command.name).append(language == Language::English ? ": " : " : ");
  out.append(command.help.in(language)).append(".\n\n").append(usage_title.in(language)).append("paravent ");
  out.append(command.name);
  if (!command.options.empty()) out.append(options_mark.in(language));
  Rows rows;
  if (command.most > 0) {
    out.append(" ").append(command.inputs.in(language));
    rows.emplace_back(command.inputs.in(language), command.inputs_help.in(language));
  }
  out.append("\n\n");
  if (!rows.empty()) {
    append_rows(out, rows);
    out.append("\n");
    rows.clear();
  }
  for (const OptionSpec& option : command.options) {
    rows.emplace_back(left_of(option, language), option.help.in(language));
  }
  rows.emplace_back("-h, --help", this_help.in(language));
  append_rows(out.append(options_title.in(language)).append("\n"), rows);
  if (command.name == "vault") append_actions(out, language);
  return out;
}

}  // namespace paravent::cli
