#include "platform/errors.hpp"

#include <array>
#include <cerrno>
#include <string>

#include "text/wording.hpp"

namespace paravent::platform {
namespace {

struct Meaning {
  int error;
  text::Wording words;
};

constexpr text::Wording no_right{"vous n’en avez pas le droit. Changez les droits du fichier ou du dossier.",
                                 "you have no right to. Change the permissions of the file or folder."};
constexpr text::Wording disk_full{"le disque est plein. Libérez de la place, puis recommencez.",
                                  "the disk is full. Free some space, then try again."};
constexpr text::Wording too_many_open{
    "trop de fichiers sont ouverts. Fermez des programmes, puis recommencez.",
    "too many files are open. Close some programs, then try again."};

// POSIX.1-2017, <errno.h>.
constexpr std::array<Meaning, 17> meanings{{
    {ENOENT,
     {"ce fichier ou ce dossier n’existe pas. Vérifiez son nom.", "no such file or folder. Check its name."}},
    {EACCES, no_right},
    {EPERM, no_right},
    {EROFS, no_right},
    {ENOSPC, disk_full},
    {EDQUOT, disk_full},
    {EFBIG,
     {"le fichier dépasse la taille permise ici. Libérez de la place, ou coupez la note en plusieurs.",
      "the file is larger than is allowed here. Free some space, or split the note."}},
    {EISDIR, {"c’est un dossier, pas un fichier.", "it is a folder, not a file."}},
    {ENOTDIR,
     {"une partie du chemin est un fichier, pas un dossier. Vérifiez le chemin.",
      "a part of the path is a file, not a folder. Check the path."}},
    {ELOOP,
     {"les liens tournent en rond. Supprimez l’un d’eux.", "the links go round in circles. Remove one."}},
    {ENAMETOOLONG, {"le nom est trop long. Raccourcissez-le.", "the name is too long. Shorten it."}},
    {EILSEQ,
     {"le nom contient un caractère que ce disque n’accepte pas. Renommez-le.",
      "the name holds a character that this disk does not take. Rename it."}},
    {EMFILE, too_many_open},
    {ENFILE, too_many_open},
    {EBADF, {"l’entrée ou la sortie est fermée.", "the input or output is closed."}},
    {EIO,
     {"le disque ne répond pas comme il faut. Vérifiez qu’il est branché et en bon état.",
      "the disk does not answer as it should. Check that it is connected and sound."}},
    {ENXIO,
     {"ce périphérique n’est pas là. Vérifiez qu’il est branché.",
      "this device is not there. Check that it is connected."}},
}};
constexpr text::Wording another{"erreur du système numéro {0}.", "system error number {0}."};

std::string meaning_of(int error, text::Language language) {
  for (const Meaning& meaning : meanings) {
    if (meaning.error == error) return std::string(meaning.words.in(language));
  }
  return text::fill(another, language, {std::to_string(error)});
}

}  // namespace

text::Failure file_failure(const std::filesystem::path& path, int error, const text::Wording& doing) {
  text::Failure out{path.string(), path.string()};
  out.fr.append(" : ").append(doing.fr).append(" : ").append(meaning_of(error, text::Language::French));
  out.en.append(": ").append(doing.en).append(": ").append(meaning_of(error, text::Language::English));
  return out;
}

}  // namespace paravent::platform
