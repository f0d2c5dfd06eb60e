#include "anonymise/plan.hpp"

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/progress.hpp"
#include "platform/files.hpp"

namespace paravent::cli {
namespace {

namespace fs = std::filesystem;
constexpr int failed = 2;

constexpr text::Wording several_files{
    "plusieurs fichiers : dites où écrire, avec --out DOSSIER, ou --write pour les remplacer.",
    "several files: say where to write, with --out FOLDER, or --write to replace them."};
constexpr text::Wording nothing_to_write_to{
    "--write ne va pas avec « - » : l’entrée standard n’est pas un fichier.",
    "--write does not go with “-”: standard input is not a file."};

// The anonymised bytes of an input, in the encoding of its file.
text::Result<std::string> anonymised(const Input& input, Reader& reader, const AnonymiseOptions& options) {
  auto loaded = reader.read(input);
  if (!loaded) return loaded.failure();
  if (options.style) loaded->policy.style = *options.style;
  std::string stem;
  const auto done =
      paravent::anonymise::anonymise(loaded->decoded.text, loaded->policy, context_of(input, stem));
  if (!done)
    return text::Failure{input.name + " : " + done.failure().fr, input.name + ": " + done.failure().en};
  return text::encode_file(done->text, loaded->decoded.encoding);
}

// Where the result of an input goes: its own place, or its name below the folder of --out.
fs::path destination(const Input& input, const AnonymiseOptions& options) {
  if (options.write) return input.path;
  return fs::path(options.out_folder) / (input.path.empty() ? fs::path("note.md") : input.path.filename());
}

// Two notes of the same name would overwrite each other in one folder: said before anything is written.
bool names_clash(const Inputs& inputs, text::Language language) {
  std::vector<fs::path> names;
  names.reserve(inputs.all.size());
  for (const Input& input : inputs.all) names.push_back(input.path.filename());
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice == names.end()) return false;
  tell({"deux fichiers portent le même nom, " + twice->string() +
            " : donnez-leur des dossiers --out différents.",
        "two files have the same name, " + twice->string() + ": give them different --out folders."},
       language);
  return true;
}

}  // namespace

int anonymise(const AnonymiseOptions& options, text::Language language) {
  const Inputs inputs = expand(options.inputs, language);
  int exit_code = inputs.failed > 0 ? failed : 0;
  const bool to_files = options.write || !options.out_folder.empty();
  if (!to_files && inputs.all.size() > 1) {
    tell(several_files.in(language));
    return failed;
  }
  if (!options.out_folder.empty() && names_clash(inputs, language)) return failed;
  Reader reader(language);
  Progress progress(inputs.all.size());
  for (const Input& input : inputs.all) {
    progress.advance();
    if (options.write && input.path.empty()) {
      tell(nothing_to_write_to.in(language));
      return failed;
    }
    const auto bytes = anonymised(input, reader, options);
    const auto fail = [&](const text::Failure& failure) {
      progress.wipe();
      tell(failure, language);
      exit_code = failed;
    };
    if (!bytes) {
      fail(bytes.failure());
    } else if (to_files) {
      const auto written = platform::replace_file(destination(input, options), *bytes);
      if (!written) fail(written.failure());
    } else if (!print(*bytes, language)) {
      return failed;
    }
  }
  return exit_code;
}

}  // namespace paravent::cli
