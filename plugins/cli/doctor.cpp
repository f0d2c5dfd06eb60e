// `paravent doctor`: is everything in place? Its output may be pasted into a bug report: no text, no name and
// no path of a note in it.
#include <array>

#include "anonymise/plan.hpp"
#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/vault_call.hpp"
#include "knowledge/lexicon.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::cli {
namespace {

class Examination {
 public:
  explicit Examination(text::Language language) : language_(language) {}

  void good(const text::Wording& words, std::string_view detail = {}) { line("  ok  ", words, detail); }
  void bad(const text::Wording& words, std::string_view detail = {}) {
    healthy_ = false;
    line("  !!  ", words, detail);
  }
  // What nobody looked at: advice, a title over it.
  void title(const text::Wording& words) {
    report_ += '\n';
    line("", words, {});
  }
  void advice(std::string_view about, const text::Wording& words) {
    report_ += "  --  ";
    report_ += about;
    report_ += language_ == text::Language::English ? ": " : " : ";
    report_ += words.in(language_);
    report_ += '\n';
  }
  bool healthy() const { return healthy_; }
  const std::string& report() const { return report_; }
  text::Language language() const { return language_; }

 private:
  void line(std::string_view mark, const text::Wording& words, std::string_view detail) {
    report_ += mark;
    report_ += words.in(language_);
    if (!detail.empty()) {
      report_ += language_ == text::Language::English ? ": " : " : ";
      report_ += detail;
    }
    report_ += '\n';
  }

  text::Language language_;
  std::string report_;
  bool healthy_ = true;
};

// A word of each kind that the tables must know; a build with damaged tables would find nothing and say
// nothing.
void examine_tables(Examination& seen) {
  const bool known = knowledge::look_up("camille").given > 0 && knowledge::look_up("dupont").surname > 0 &&
                     knowledge::look_up("lille").place > 0 && knowledge::look_up("maison").noun;
  if (known) {
    seen.good(
        {"tables de prénoms, noms, lieux et mots", "tables of given names, surnames, places and words"});
  } else {
    seen.bad(
        {"les tables sont abîmées : réinstallez Paravent", "the tables are damaged: install Paravent again"});
  }
}

// The main job on a line of our own. Its outcome is known, so a failure here is a fault of the program.
void examine_main_job(Examination& seen) {
  constexpr std::string_view line = "Vu Claire Dupont, DRH chez LVMH, au 06 39 98 00 01.\n";
  const auto done = anonymise::anonymise(line, policy::Policy{}, detect::Context{});
  if (done && done->text.find("Dupont") == std::string::npos && done->text.find("98") == std::string::npos) {
    seen.good({"une phrase d’essai est trouvée et remplacée", "a test sentence is found and replaced"});
  } else {
    seen.bad({"la phrase d’essai n’est pas bien traitée : signalez-le",
              "the test sentence is not treated well: report it"});
  }
}

void examine_policy(Examination& seen) {
  const auto policy = workspace::policy_for_folder(".");
  if (!policy) {
    // The path of a settings file can hold a name: it is told on stderr by the commands, not here.
    seen.bad({"un fichier paravent.toml ne peut pas être lu : « paravent check » dit lequel",
              "a paravent.toml cannot be read: “paravent check” tells which"});
    return;
  }
  seen.good({"fichiers de réglages lus", "settings files read"}, std::to_string(policy->files.size()));
  if (!policy->remarks.empty()) {
    seen.bad({"remarques sur les réglages (voir « paravent check »)",
              "remarks on the settings (see “paravent check”)"},
             std::to_string(policy->remarks.size()));
  }
  constexpr std::array<std::string_view, 4> modes{"warn", "twin", "in-place", "strict"};
  seen.good({"à l’enregistrement", "on save"}, modes[static_cast<std::size_t>(policy->policy.save)]);
}

// What guards it, not where it is: a path may hold a name.
void examine_vault(Examination& seen) {
  const auto guard = guard_of_vault();
  if (!guard) {
    seen.good({"pas encore de coffre : les styles pseudonym et fictitious le font à leur premier usage",
               "no vault yet: the styles pseudonym and fictitious make it when they are first used"});
  } else if (*guard) {
    seen.good({"coffre ouvert par", "vault opened by"}, words_of(**guard).in(seen.language()));
  } else {
    seen.bad({"le coffre ne peut pas être lu : « paravent vault check » dit pourquoi",
              "the vault cannot be read: “paravent vault check” tells why"});
  }
}

void examine_note(Examination& seen, const Input& input, std::size_t number, Reader& reader,
                  Contexts& contexts) {
  const std::string which = std::to_string(number);
  const auto loaded = reader.read(input);
  if (!loaded) {
    seen.bad({"note illisible, ou ses réglages (« paravent check » dit pourquoi)",
              "unreadable note, or its settings (“paravent check” tells why)"},
             which);
    return;
  }
  const detect::Context& context = contexts.of(input);
  const auto analysis = detect::find(loaded->decoded.text, loaded->policy, context);
  const auto done = anonymise::anonymise(loaded->decoded.text, loaded->policy, context);
  if (!analysis || !done) {
    seen.bad({"note qui n’a pas pu être traitée", "note that could not be treated"}, which);
    return;
  }
  seen.good({"note lue, trouvailles, remplacements", "note read, findings, replacements"},
            which + ", " + std::to_string(analysis->findings.size()) + ", " +
                std::to_string(done->edits.all().size()));
}

// Where editors keep text of a note beside the note itself, and the settings that keep less. The settings of
// the editors are not read: this is the same for everyone. Facts: :help swap-file, undo-persistence, shada;
// VS Code’s list of settings; Obsidian’s help on file recovery; LibreOffice’s help on Load/Save.
void advise_editors(Examination& seen) {
  seen.title({"Copies de vos notes que gardent les éditeurs (réglages non vérifiés, à faire une fois) :",
              "Copies of your notes that editors keep (settings not checked, to do once):"});
  seen.advice("Neovim",
              {"swapfile, undofile, backup, writebackup, shada. Mettez « setlocal noswapfile noundofile » "
               "pour les notes, « set nobackup nowritebackup shada='0,<0,/0,:0,@0,f0,h » ; "
               "« :checkhealth paravent » dit ce qui reste.",
               "swapfile, undofile, backup, writebackup, shada. Put “setlocal noswapfile noundofile” for "
               "notes, “set nobackup nowritebackup shada='0,<0,/0,:0,@0,f0,h”; “:checkhealth paravent” says "
               "what is left."});
  seen.advice(
      "VS Code",
      {"historique local et textes non enregistrés. Mettez \"workbench.localHistory.enabled\": false et "
       "\"files.hotExit\": \"off\" ; une copie reste tant qu’un texte n’est pas enregistré.",
       "local history and unsaved texts. Put \"workbench.localHistory.enabled\": false and "
       "\"files.hotExit\": \"off\"; a copy stays as long as a text is not saved."});
  seen.advice(
      "Obsidian",
      {"copies régulières, hors du coffre. Options, modules principaux : désactivez la récupération de "
       "fichiers, après en avoir effacé l’historique ; la synchronisation garde aussi des versions.",
       "regular snapshots, outside the vault. Settings, core plugins: switch file recovery off, after "
       "clearing its history; sync keeps versions too."});
  seen.advice(
      "LibreOffice",
      {"récupération automatique et copies de sauvegarde. Outils, Options, Chargement/enregistrement, "
       "Général : décochez les deux.",
       "AutoRecovery and backup copies. Tools, Options, Load/Save, General: clear both boxes."});
  seen.title({"Moins de copies, c’est moins de secours si l’éditeur s’arrête : enregistrez souvent.",
              "Fewer copies mean less to recover if the editor stops: save often."});
}

}  // namespace

int doctor(const std::vector<std::string>& given, text::Language language) {
  Examination seen(language);
  seen.good({"version", "version"}, PARAVENT_VERSION);
  seen.good({"langue du système", "system language"},
            language == text::Language::English ? "English" : "français");
  examine_tables(seen);
  examine_main_job(seen);
  examine_policy(seen);
  examine_vault(seen);
  const Inputs inputs = expand(given, language);
  Reader reader(language);
  Contexts contexts;
  std::size_t number = 0;
  for (const Input& input : inputs.all) examine_note(seen, input, ++number, reader, contexts);
  advise_editors(seen);
  if (!print(seen.report(), language)) return 2;
  return seen.healthy() && inputs.failed == 0 ? 0 : 2;
}

int version() {
  return print("paravent " PARAVENT_VERSION "\n", text::Language::French) ? 0 : 2;
}

}  // namespace paravent::cli
