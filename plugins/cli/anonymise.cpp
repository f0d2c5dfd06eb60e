#include <algorithm>
#include <map>
#include <optional>

#include "cli/anonymiser.hpp"
#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/out_places.hpp"
#include "cli/progress.hpp"
#include "cli/replace_note.hpp"
#include "platform/files.hpp"
#include "text/wording.hpp"

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

constexpr text::Wording renamed{
    "{0} est écrit sous le nom {1}, parce que son propre nom, ou celui de son dossier, contient une donnée à "
    "masquer.",
    "{0} is written under the name {1}, because its own name, or that of its folder, holds data to mask."};
constexpr text::Wording came_meanwhile{
    "{0} vient d’être créé par un autre programme : il n’a pas été touché.",
    "{0} was just made by another program: it was not touched."};

// Reads the inputs and writes what becomes of them. Failures are told, one line each, and the others go on.
class Run {
 public:
  Run(const AnonymiseOptions& options, text::Language language)
      : options_(options),
        language_(language),
        inputs_(expand(options.inputs, language)),
        anonymiser_(options, language) {
    if (inputs_.failed > 0) exit_code_ = failed;
  }

  int to_standard_output() {
    if (inputs_.all.size() > 1) return refuse(several_files);
    if (inputs_.failed > 0 || inputs_.all.empty()) return exit_code_;  // an error: nothing on stdout
    Reader reader(language_);
    const auto bytes = anonymised(inputs_.all.front(), reader);
    if (!bytes) {
      fail(bytes.failure());
    } else if (!print(*bytes, language_)) {
      exit_code_ = failed;
    }
    return exit_code_;
  }

  int in_place() {
    for (const Input& input : inputs_.all) {
      if (input.path.empty()) return refuse(nothing_to_write_to);
    }
    Reader reader(language_);
    Progress progress(inputs_.all.size());
    progress_ = &progress;
    for (const Input& input : inputs_.all) {
      progress.advance();
      platform::remove_stray_temporaries(platform::whole_path(input.path).parent_path());
      const auto written = replace(input, reader);
      if (!written) fail(written.failure());
    }
    return exit_code_;
  }

  // Every name is known before anything is written, so every note is read twice; standard input, which can be
  // read only once, is kept. A note that changes in between keeps the name that its first text gave it.
  int to_folder() {
    leave_copies_out();
    OutPlaces places(options_.out_folder, inputs_.all);
    const std::size_t count = inputs_.all.size();
    Progress progress(count > 1 ? count * 2 : count);
    progress_ = &progress;
    Reader first(language_);
    std::map<const Input*, Loaded> kept;
    for (const Input& input : inputs_.all) {
      progress.advance();
      auto loaded = first.read(input);
      if (!loaded) {
        fail(loaded.failure());
        continue;
      }
      places.learn(input, *loaded);
      if (input.path.empty()) kept.emplace(&input, std::move(*loaded));
    }
    const auto settled = places.settle(language_);
    if (!settled) {
      fail(settled.failure());
      return exit_code_;
    }
    Reader second(language_, true);
    for (const OutPlace& place : *settled) {
      progress.advance();
      const auto known = kept.find(place.input);
      const auto bytes = known == kept.end() ? anonymised(*place.input, second)
                                             : anonymiser_.bytes_of(*place.input, std::move(known->second),
                                                                    contexts_.of(*place.input));
      if (!bytes) {
        fail(bytes.failure());
      } else {
        write(place, *bytes);
      }
    }
    return exit_code_;
  }

 private:
  text::Result<std::string> anonymised(const Input& input, Reader& reader) {
    auto loaded = reader.read(input);
    if (!loaded) return loaded.failure();
    return anonymiser_.bytes_of(input, std::move(*loaded), contexts_.of(input));
  }

  text::Result<platform::Done> replace(const Input& input, Reader& reader) {
    auto loaded = reader.read(input);
    if (!loaded) return loaded.failure();
    const std::string original = std::move(loaded->bytes);
    const auto bytes = anonymiser_.bytes_of(input, std::move(*loaded), contexts_.of(input));
    if (!bytes) return bytes.failure();
    return replace_note(input.path, original, *bytes,
                        anonymiser_.can_surely_restore() ? KeepOld::No : KeepOld::Beside);
  }

  int refuse(const text::Wording& words) {
    fail({std::string(words.fr), std::string(words.en)});
    return failed;
  }
  void fail(const text::Failure& failure) {
    if (progress_ != nullptr) progress_->wipe();
    tell(failure, language_);
    exit_code_ = failed;
  }

  // What an earlier run wrote into a folder among the notes is none of them, unless it is asked for by name.
  void leave_copies_out() {
    const fs::path out = platform::whole_path(options_.out_folder);
    const auto is_out = [&](const std::string& given) { return platform::whole_path(given) == out; };
    if (std::any_of(options_.inputs.begin(), options_.inputs.end(), is_out)) return;
    std::erase_if(inputs_.all, [&](const Input& input) {
      const auto& given = options_.inputs;
      if (std::find(given.begin(), given.end(), input.name) != given.end()) return false;
      const fs::path path = platform::whole_path(input.path);
      return std::mismatch(out.begin(), out.end(), path.begin(), path.end()).first == out.end();
    });
  }

  void write(const OutPlace& place, std::string_view bytes) {
    std::error_code told_by_the_write;
    fs::create_directories(place.target.parent_path(), told_by_the_write);
    const auto made = platform::make_file(place.target, bytes, false, place.input->path);
    const std::string target = place.target.string();
    if (!made) {
      fail(made.failure());
    } else if (!*made) {
      fail({text::fill(came_meanwhile, text::Language::French, {target}),
            text::fill(came_meanwhile, text::Language::English, {target})});
    } else if (place.renamed) {
      if (progress_ != nullptr) progress_->wipe();
      tell(text::fill(renamed, language_, {place.input->name, target}));
    }
  }

  const AnonymiseOptions& options_;
  text::Language language_;
  Inputs inputs_;
  Contexts contexts_;
  Anonymiser anonymiser_;
  Progress* progress_ = nullptr;  // of the loop that runs
  int exit_code_ = 0;
};

}  // namespace

int anonymise(const AnonymiseOptions& options, text::Language language) {
  Run run(options, language);
  if (options.write) return run.in_place();
  return options.out_folder.empty() ? run.to_standard_output() : run.to_folder();
}

}  // namespace paravent::cli
