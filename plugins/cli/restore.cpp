// `paravent restore`: names come back into a text that holds aliases.
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/replace_note.hpp"
#include "cli/vault_door.hpp"
#include "clients/folder.hpp"
#include "clients/session.hpp"
#include "platform/files.hpp"
#include "text/wording.hpp"

namespace paravent::cli {
namespace {

namespace fs = std::filesystem;
using text::Result;
using text::Wording;

constexpr int failed = 2;

constexpr Wording several_files{"plusieurs fichiers : --write les remplace ; sans lui, donnez-en un.",
                                "several files: --write replaces them; without it, give one."};
constexpr Wording nothing_to_write_to{
    "--write ne va pas avec « - » : l’entrée standard n’est pas un fichier.",
    "--write does not go with “-”: standard input is not a file."};
constexpr Wording left{"{0} : ces alias restent, faute d’un nom connu dans ce dossier : {1}.",
                       "{0}: these aliases stay, for want of a name known in this folder: {1}."};

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

class Run {
 public:
  Run(const RestoreOptions& options, text::Language language)
      : options_(options), language_(language), inputs_(expand(options.inputs, language)) {
    if (inputs_.failed > 0) exit_code_ = failed;
  }

  int to_standard_output() {
    if (inputs_.all.size() > 1) return refuse(several_files);
    if (inputs_.failed > 0 || inputs_.all.empty()) return exit_code_;
    const auto bytes = read(inputs_.all.front());
    if (!bytes) {
      fail(bytes.failure());
      return exit_code_;
    }
    const auto restored = restore(inputs_.all.front(), *bytes);
    if (!restored) {
      fail(restored.failure());
    } else if (!print(restored->bytes, language_)) {
      exit_code_ = failed;
    } else {
      tell_what_is_left(inputs_.all.front(), *restored);
    }
    return exit_code_;
  }

  int in_place() {
    for (const Input& input : inputs_.all) {
      if (input.path.empty()) return refuse(nothing_to_write_to);
    }
    for (const Input& input : inputs_.all) {
      platform::remove_stray_temporaries(platform::whole_path(input.path).parent_path());
      const auto bytes = read(input);
      if (!bytes) {
        fail(bytes.failure());
        continue;
      }
      const auto restored = restore(input, *bytes);
      if (!restored) {
        fail(restored.failure());
      } else if (const auto written = replace_note(input.path, *bytes, restored->bytes,
                                                   restored->exact ? KeepOld::No : KeepOld::Beside);
                 !written) {
        fail(written.failure());
      } else {
        tell_what_is_left(input, *restored);
      }
    }
    return exit_code_;
  }

 private:
  static Result<std::string> read(const Input& input) {
    return input.path.empty() ? platform::read_standard_input(max_file_bytes)
                              : platform::read_file(input.path, max_file_bytes);
  }

  Result<clients::Restored> restore(const Input& input, std::string_view bytes) {
    const fs::path note = input.path.empty() ? "-" : input.path;
    const auto folder = clients::known_folder_of(
        options_.folder.empty() ? note : fs::path(options_.folder) / note.filename());
    if (!folder || !vault_is_there()) return clients::restore_without_vault(bytes);
    if (!session_)
      session_.emplace(
          open_vault({language_, options_.passphrase_descriptor, false, true}, WithoutVault::Fail));
    if (!*session_) return session_->failure();
    return (*session_)->restore(bytes, *folder, folder->name_of(note),
                                options_.folder.empty() ? clients::Session::FolderIs::OfTheNote
                                                        : clients::Session::FolderIs::AskedFor);
  }

  void tell_what_is_left(const Input& input, const clients::Restored& restored) {
    if (!restored.leftovers.empty()) {
      tell(text::fill(left, language_, {input.name, listed(restored.leftovers)}));
    }
  }
  int refuse(const Wording& words) {
    tell(words.in(language_));
    return failed;
  }
  void fail(const text::Failure& failure) {
    tell(failure, language_);
    exit_code_ = failed;
  }

  const RestoreOptions& options_;
  text::Language language_;
  Inputs inputs_;
  std::optional<Result<clients::Session>> session_;
  int exit_code_ = 0;
};

}  // namespace

int restore(const RestoreOptions& options, text::Language language) {
  Run run(options, language);
  return options.write ? run.in_place() : run.to_standard_output();
}

}  // namespace paravent::cli
