// Reads the command line and calls one command. The language is the system's: French or English, French where
// neither is known.
#include <charconv>
#include <cstdio>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/usage.hpp"
#include "platform/files.hpp"

namespace paravent::cli {
namespace {

constexpr int wrong_command_line = 2;

constexpr text::Wording see_help{"« paravent --help » montre comment écrire la ligne de commande.",
                                 "“paravent --help” shows how to write the command line."};
constexpr text::Wording out_or_write{"--out et --write ne vont pas ensemble : choisissez l’un des deux.",
                                     "--out and --write do not go together: choose one of the two."};

int refuse(const text::Failure& failure, text::Language language) {
  tell(failure, language);
  tell(see_help.in(language));
  return wrong_command_line;
}

int run_check(const Arguments& given, text::Language language) {
  CheckOptions options;
  options.inputs = given.inputs;
  const std::string format = given.value("--format");
  if (format == "json") options.format = Format::JsonLines;
  if (format == "sarif") options.format = Format::Sarif;
  options.hints = given.has("--hints");
  options.explain = given.has("--explain");
  return check(options, language);
}

constexpr text::Wording no_descriptor{"--passphrase-fd attend un nombre, par exemple 3.",
                                      "--passphrase-fd takes a number, for example 3."};

// Whether what was given is one; nothing given is fine.
bool read_descriptor(const Arguments& given, std::optional<int>& out) {
  if (!given.has("--passphrase-fd")) return true;
  const std::string value = given.value("--passphrase-fd");
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < 0) return false;
  out = number;
  return true;
}

int run_anonymise(const Arguments& given, text::Language language) {
  if (given.has("--out") && given.has("--write")) {
    return refuse({std::string(out_or_write.fr), std::string(out_or_write.en)}, language);
  }
  AnonymiseOptions options;
  options.inputs = given.inputs;
  options.style = policy::style_of(given.value("--style"));
  options.out_folder = given.value("--out");
  options.write = given.has("--write");
  options.ephemeral = given.has("--ephemeral");
  if (!read_descriptor(given, options.passphrase_descriptor)) {
    return refuse({std::string(no_descriptor.fr), std::string(no_descriptor.en)}, language);
  }
  return anonymise(options, language);
}

int run_restore(const Arguments& given, text::Language language) {
  RestoreOptions options{given.inputs, given.value("--folder"), given.has("--write"), {}};
  if (!read_descriptor(given, options.passphrase_descriptor)) {
    return refuse({std::string(no_descriptor.fr), std::string(no_descriptor.en)}, language);
  }
  return restore(options, language);
}

int run_vault(const Arguments& given, text::Language language) {
  VaultOptions options{given.inputs,         given.value("--folder"), given.has("--everywhere"),
                       given.has("--force"), given.has("--recovery"), {}};
  if (!read_descriptor(given, options.passphrase_descriptor)) {
    return refuse({std::string(no_descriptor.fr), std::string(no_descriptor.en)}, language);
  }
  return vault(options, language);
}

int run_risk(const Arguments& given, text::Language language) {
  return risk({given.inputs, given.value("--format") == "json", given.has("--anonymised")}, language);
}

int help(const Arguments& given, text::Language language) {
  if (given.inputs.empty()) return print(usage(language), language) ? 0 : 2;
  const auto command = find_command(given.inputs.front(), commands());
  if (!command) return refuse(command.failure(), language);
  return print(usage_of(**command, language), language) ? 0 : 2;
}

int run(std::span<const std::string> words) {
  const text::Language language = text::language_of_locale(platform::system_locale());
  platform::forbid_core_dumps();
  platform::remove_temporaries_when_interrupted();
  const auto given = read_arguments(words, commands());
  if (!given) return refuse(given.failure(), language);
  const std::string_view name = given->command->name;
  if (given->help) return print(usage_of(*given->command, language), language) ? 0 : 2;
  if (name == "check") return run_check(*given, language);
  if (name == "anonymise") return run_anonymise(*given, language);
  if (name == "restore") return run_restore(*given, language);
  if (name == "vault") return run_vault(*given, language);
  if (name == "risk") return run_risk(*given, language);
  if (name == "init") return init(given->inputs.empty() ? std::string() : given->inputs.front(), language);
  if (name == "lsp") return lsp({given->value("--log"), given->value("--position-encoding")}, language);
  if (name == "doctor") return doctor(given->inputs, language);
  if (name == "help") return help(*given, language);
  return version();
}

}  // namespace
}  // namespace paravent::cli

int main(int argc, char** argv) {
  try {
    return paravent::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (...) {
    // What an exception says may hold text of a note, so it is not shown.
    std::fputs(
        "paravent: une erreur imprévue l’a arrêté (plus de mémoire ?) ; réessayez avec moins de fichiers.\n"
        "paravent: an unexpected error stopped it (out of memory?); try again with fewer files.\n",
        stderr);
    return 2;
  }
}
