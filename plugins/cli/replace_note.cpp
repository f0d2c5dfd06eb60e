#include "cli/replace_note.hpp"

#include <optional>
#include <string>

#include "cli/input.hpp"
#include "text/wording.hpp"

namespace paravent::cli {
namespace {

namespace fs = std::filesystem;
using text::Result;
using text::Wording;

constexpr Wording is_protected{
    "{0} : ce fichier est protégé contre l’écriture. Changez ses droits pour le remplacer.",
    "{0}: this file is protected against writing. Change its permissions to replace it."};
constexpr Wording changed_meanwhile{
    "{0} : ce fichier a changé pendant qu’il était lu. Il n’a pas été touché ; recommencez.",
    "{0}: this file changed while it was being read. It was not touched; try again."};

text::Failure failure(const Wording& words, const fs::path& note) {
  return {text::fill(words, text::Language::French, {note.string()}),
          text::fill(words, text::Language::English, {note.string()})};
}

// Where a note is kept as it was before --write replaced it, until its owner removes it: the first name, or
// the next ones for texts that were typed since. Nothing when this very text is kept already.
Result<std::optional<fs::path>> place_for_original(const fs::path& note, std::string_view original) {
  const std::string name = "." + note.filename().string() + ".paravent-original";
  for (unsigned number = 1;; ++number) {
    const fs::path kept = note.parent_path() / (number == 1 ? name : name + "-" + std::to_string(number));
    if (!platform::exists(kept)) return std::optional(kept);
    const auto bytes = platform::read_file(kept, max_file_bytes);
    if (!bytes) return bytes.failure();
    if (*bytes == original) return std::optional<fs::path>();
  }
}

Result<platform::Done> keep_beside(const fs::path& note, std::string_view original) {
  const auto kept = place_for_original(note, original);
  if (!kept) return kept.failure();
  if (!*kept) return platform::Done{};
  return platform::replace_file(**kept, original, true);
}

}  // namespace

Result<platform::Done> replace_note(const fs::path& note, std::string_view read, std::string_view bytes,
                                    KeepOld keep) {
  if (!platform::may_write(note)) return failure(is_protected, note);
  const auto original = platform::read_file(note, max_file_bytes);
  if (!original) return original.failure();
  if (*original != read) return failure(changed_meanwhile, note);
  if (read == bytes) return platform::Done{};
  if (keep == KeepOld::Beside) {
    const auto kept = keep_beside(note, read);
    if (!kept) return kept.failure();
  }
  return platform::replace_file(note, bytes);
}

}  // namespace paravent::cli
