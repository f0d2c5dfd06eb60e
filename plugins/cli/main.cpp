// Reads the command line and calls one command. The language is the system's: French or English, French where
// neither is known.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "platform/files.hpp"

namespace paravent::cli {
namespace {

text::Language system_language() {
  return text::language_of_locale(platform::system_locale());
}

// The words of the help, in one language.
class Words {
 public:
  explicit Words(text::Language language) : language_(language) {}
  std::string operator()(std::string_view fr, std::string_view en) const {
    return std::string(text::Wording{fr, en}.in(language_));
  }

 private:
  text::Language language_;
};

void add_check(CLI::App& app, CheckOptions& options, const Words& say) {
  CLI::App* command = app.add_subcommand(
      "check", say("dit ce qui est personnel dans des notes", "tells what is personal in notes"));
  command
      ->add_option(
          "inputs", options.inputs,
          say("fichiers, dossiers, ou - pour l’entrée standard", "files, folders, or - for standard input"))
      ->required();
  const std::map<std::string, Format> formats{
      {"text", Format::Text}, {"json", Format::JsonLines}, {"sarif", Format::Sarif}};
  command->add_option("--format", options.format, "text, json, sarif")
      ->transform(CLI::CheckedTransformer(formats));
  command->add_flag("--hints", options.hints,
                    say("montre aussi ce qui est moins sûr", "shows what is less sure too"));
}

void add_anonymise(CLI::App& app, AnonymiseOptions& options, bool& ephemeral, const Words& say) {
  CLI::App* command = app.add_subcommand("anonymise", say("écrit des notes sans les noms trouvés",
                                                          "prints notes without the names that were found"));
  command->add_option("inputs", options.inputs, say("fichiers, dossiers, ou -", "files, folders, or -"))
      ->required();
  const std::map<std::string, policy::Style> styles{{"generalise", policy::Style::Generalise},
                                                    {"pseudonym", policy::Style::Pseudonym}};
  command->add_option("--style", options.style, "generalise, pseudonym")
      ->transform(CLI::CheckedTransformer(styles));
  CLI::Option* out =
      command->add_option("--out", options.out_folder, say("dossier où écrire", "folder to write to"));
  command
      ->add_flag("--write", options.write,
                 say("remplace les fichiers eux-mêmes", "replaces the files themselves"))
      ->excludes(out);
  command->add_flag(
      "--ephemeral", ephemeral,
      say("ne garde aucun nom (c’est toujours le cas pour l’instant)", "keeps no name (always so for now)"));
}

int run(int argc, char** argv) {
  const text::Language language = system_language();
  const Words say(language);
  platform::forbid_core_dumps();
  platform::remove_temporaries_when_interrupted();
  CLI::App app(
      say("Paravent : un écran entre vos notes et l’IA.", "Paravent: a screen between your notes and AI."),
      "paravent");
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", say("cette aide", "this help"));

  CheckOptions check_options;
  AnonymiseOptions anonymise_options;
  LspOptions lsp_options;
  std::string init_folder;
  std::vector<std::string> doctor_inputs;
  bool ephemeral = false;
  bool stdio = false;
  add_check(app, check_options, say);
  add_anonymise(app, anonymise_options, ephemeral, say);
  app.add_subcommand("init", say("écrit un paravent.toml commenté", "writes a commented paravent.toml"))
      ->add_option("folder", init_folder,
                   say("dossier de notes ; sans lui, votre réglage personnel",
                       "notes folder; without it, your own settings"));
  CLI::App* lsp_command = app.add_subcommand("lsp", say("serveur pour les éditeurs", "server for editors"));
  lsp_command->add_option("--log", lsp_options.log_file,
                          say("journal, - pour la sortie d’erreur (jamais de texte de note)",
                              "log, - for standard error (never text of a note)"));
  lsp_command->add_option("--position-encoding", lsp_options.position_encoding, "utf-8, utf-16, utf-32")
      ->check(CLI::IsMember({"utf-8", "utf-16", "utf-32"}));
  lsp_command->add_flag(
      "--stdio", stdio,
      say("entrée et sortie standard (toujours le cas)", "standard input and output (always so)"));
  app.add_subcommand("doctor", say("vérifie l’installation", "checks the installation"))
      ->add_option(
          "inputs", doctor_inputs,
          say("notes à essayer ; leur texte n’est pas montré", "notes to try; their text is not shown"));
  app.add_subcommand("version", say("la version", "the version"));

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 gives 0 for --help; anything else is a wrong command line, which is exit code 2 here.
    if (error.get_exit_code() == 0) return app.exit(error);
    tell(say("cette ligne de commande n’est pas comprise ; « paravent --help » montre comment l’écrire.",
             "this command line is not understood; “paravent --help” shows how to write it."));
    tell(error.what());
    return 2;
  }
  if (app.got_subcommand("check")) return check(check_options, language);
  if (app.got_subcommand("anonymise")) return anonymise(anonymise_options, language);
  if (app.got_subcommand("init")) return init(init_folder, language);
  if (app.got_subcommand("lsp")) return lsp(lsp_options, language);
  if (app.got_subcommand("doctor")) return doctor(doctor_inputs, language);
  return version();
}

}  // namespace
}  // namespace paravent::cli

int main(int argc, char** argv) {
  try {
    return paravent::cli::run(argc, argv);
  } catch (...) {
    // What an exception says may hold text of a note, so it is not shown.
    std::fputs(
        "paravent: une erreur imprévue l’a arrêté (plus de mémoire ?) ; réessayez avec moins de fichiers.\n"
        "paravent: an unexpected error stopped it (out of memory?); try again with fewer files.\n",
        stderr);
    return 2;
  }
}
