#include "store/failures.hpp"

#include <sqlite3.h>

#include <string>

#include "text/wording.hpp"

namespace paravent::store {
namespace {

constexpr text::Wording damaged_vault{
    "{0} est abîmé. Rien n’a été changé. Des copies de secours sont dans {1} : reprenez la dernière avec "
    "« paravent vault restore-backup ».",
    "{0} is damaged. Nothing was changed. Backups are in {1}: take up the latest with “paravent vault "
    "restore-backup”."};
constexpr text::Wording busy{
    "{0} : un autre Paravent écrit dans le coffre. Attendez un instant, puis recommencez.",
    "{0}: another Paravent is writing to the vault. Wait a moment, then try again."};
constexpr text::Wording full{
    "{0} : le disque est plein. Rien n’a été changé. Libérez de la place, puis recommencez.",
    "{0}: the disk is full. Nothing was changed. Free some space, then try again."};
constexpr text::Wording read_only{
    "{0} : Paravent n’a pas le droit d’écrire là. Rien n’a été changé. Changez les droits du fichier et du "
    "dossier.",
    "{0}: Paravent has no right to write there. Nothing was changed. Change the permissions of the file and "
    "folder."};
constexpr text::Wording disk{
    "{0} : le disque ne répond pas comme il faut. Rien n’a été changé. Vérifiez la place et l’état du "
    "disque.",
    "{0}: the disk does not answer as it should. Nothing was changed. Check the space and state of the "
    "disk."};
constexpr text::Wording other{
    "{0} : le coffre ne peut pas être lu ni changé (erreur {1}). Rien n’a été changé. Fermez Paravent, puis "
    "recommencez.",
    "{0}: the vault can neither be read nor changed (error {1}). Nothing was changed. Close Paravent, then "
    "try again."};

text::Failure filled(const text::Wording& words, const std::string& first, const std::string& second) {
  return {text::fill(words, text::Language::French, {first, second}),
          text::fill(words, text::Language::English, {first, second})};
}

}  // namespace

text::Failure failure(const text::Wording& words) {
  return {std::string(words.fr), std::string(words.en)};
}

text::Failure failure(const text::Wording& words, const std::filesystem::path& path) {
  return filled(words, path.string(), "");
}

text::Failure damaged(const std::filesystem::path& path) {
  return filled(damaged_vault, path.string(), (path.parent_path() / "backups").string());
}

text::Failure database_failure(int code, const std::filesystem::path& path) {
  switch (code & 0xFF) {  // the primary code of an extended one
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged(path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return failure(busy, path);
    case SQLITE_FULL:
      return failure(full, path);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return failure(read_only, path);
    case SQLITE_IOERR:
      return failure(disk, path);
    default:
      return filled(other, path.string(), std::to_string(code));
  }
}

}  // namespace paravent::store
