#include "anonymise/plan.hpp"

#include <set>

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

// Nothing is overwritten: two results of one name, or a file that stands there already, are told before
// anything is written.
bool would_overwrite(const Inputs& inputs, const AnonymiseOptions& options, text::Language language) {
  std::set<fs::path> taken;
  for (const Input& input : inputs.all) {
    const fs::path target = destination(input, options);
    if (platform::exists(target) || !taken.insert(target).second) {
      tell({target.string() + " existe déjà ou serait écrit deux fois : donnez un autre dossier à --out. "
                              "Rien n’a été écrit.",
            target.string() + " is already there or would be written twice: give --out another folder. "
                              "Nothing was written."},
           language);
      return true;
    }
  }
  return false;
}

// Where the note is kept as it was before --write replaced it, until its owner removes it.
fs::path original_of(const fs::path& note) {
  return note.parent_path() / ("." + note.filename().string() + ".paravent-original");
}

// Replaces a note by its result; the note as it was is kept beside it first, and never replaced itself.
text::Result<platform::Done> replace_note(const fs::path& note, std::string_view bytes) {
  if (!platform::may_write(note)) {
    return text::Failure{
        note.string() + " : ce fichier est protégé contre l’écriture. Changez ses droits pour le remplacer.",
        note.string() + ": this file is protected against writing. Change its permissions to replace it."};
  }
  const fs::path kept = original_of(note);
  if (!platform::exists(kept)) {
    const auto original = platform::read_file(note, max_file_bytes);
    if (!original) return original.failure();
    const auto saved = platform::replace_file(kept, *original, true);
    if (!saved) return saved.failure();
  }
  return platform::replace_file(note, bytes);
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
  if (!to_files && inputs.failed > 0) return failed;  // an error: nothing on stdout
  if (!options.out_folder.empty() && would_overwrite(inputs, options, language)) return failed;
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
      const auto written = options.write ? replace_note(input.path, *bytes)
                                         : platform::replace_file(destination(input, options), *bytes);
      if (!written) fail(written.failure());
    } else if (!print(*bytes, language)) {
      return failed;
    }
  }
  return exit_code;
}

}  // namespace paravent::cli
