// What can go wrong with the vault, in words that say what to do. None holds a name, an alias or a key.
#pragma once

#include <filesystem>
#include <string_view>

#include "text/language.hpp"
#include "text/result.hpp"

namespace paravent::store {

// A wording that needs no argument, or one path.
text::Failure failure(const text::Wording& words);
text::Failure failure(const text::Wording& words, const std::filesystem::path& path);

// What an error code of SQLite means for the vault at that path.
text::Failure database_failure(int code, const std::filesystem::path& path);
// The vault, or the part of it that was asked for, is damaged.
text::Failure damaged(const std::filesystem::path& path);

namespace say {

inline constexpr text::Wording no_home{
    "Paravent ne sait pas où ranger le coffre : ni HOME ni XDG_DATA_HOME ne sont définis. Définissez HOME.",
    "Paravent does not know where to keep the vault: neither HOME nor XDG_DATA_HOME is set. Set HOME."};
inline constexpr text::Wording same_folder{
    "La clé serait rangée avec le coffre ({0}). Donnez deux dossiers différents à XDG_DATA_HOME et "
    "XDG_CONFIG_HOME.",
    "The key would lie beside the vault ({0}). Give XDG_DATA_HOME and XDG_CONFIG_HOME two different "
    "folders."};
inline constexpr text::Wording no_vault{
    "Il n’y a pas encore de coffre dans {0}. Créez-le avec « paravent vault create ».",
    "There is no vault in {0} yet. Make one with “paravent vault create”."};
inline constexpr text::Wording newer_format{
    "{0} : ce coffre a été fait par un Paravent plus récent. Mettez Paravent à jour ; rien n’a été changé.",
    "{0}: this vault was made by a newer Paravent. Update Paravent; nothing was changed."};
inline constexpr text::Wording keyring_locked{
    "Le trousseau de clés du système ne répond pas ou reste fermé. Déverrouillez-le, puis recommencez.",
    "The system’s keyring does not answer or stays locked. Unlock it, then try again."};
inline constexpr text::Wording keyring_refused{
    "Le trousseau de clés du système n’a pas voulu garder la clé. Déverrouillez-le, ou choisissez une phrase "
    "secrète.",
    "The system’s keyring would not keep the key. Unlock it, or choose a passphrase."};
inline constexpr text::Wording no_keyring{
    "La clé du coffre est dans le trousseau de clés du système, et cette session n’en a pas. Ouvrez une "
    "session avec "
    "trousseau, ou ouvrez le coffre avec la clé de secours.",
    "The vault’s key is in the system’s keyring, and this session has none. Open a session with a keyring, "
    "or open "
    "the vault with the recovery key."};
inline constexpr text::Wording key_gone{
    "La clé du coffre n’est plus dans le trousseau de clés du système. Ouvrez le coffre avec la clé de "
    "secours.",
    "The vault’s key is no longer in the system’s keyring. Open the vault with the recovery key."};
inline constexpr text::Wording key_file_gone{
    "Le fichier de clé {0} n’est plus là. Remettez-le, ou ouvrez le coffre avec la clé de secours.",
    "The key file {0} is gone. Put it back, or open the vault with the recovery key."};
inline constexpr text::Wording key_file_broken{
    "Le fichier de clé {0} ne contient pas une clé entière. Remettez-le, ou ouvrez le coffre avec la clé de "
    "secours.",
    "The key file {0} does not hold a whole key. Put it back, or open the vault with the recovery key."};
inline constexpr text::Wording passphrase_needed{
    "Ce coffre s’ouvre avec une phrase secrète. Lancez la commande dans un terminal, ou mettez la phrase "
    "dans "
    "la variable PARAVENT_PASSPHRASE.",
    "This vault opens with a passphrase. Run the command in a terminal, or put the passphrase in the "
    "variable "
    "PARAVENT_PASSPHRASE."};
inline constexpr text::Wording empty_passphrase{"La phrase secrète est vide. Choisissez-en une.",
                                                "The passphrase is empty. Choose one."};
inline constexpr text::Wording wrong_key{
    "Cette clé ou cette phrase secrète n’ouvre pas ce coffre. Vérifiez-la, ou prenez la clé de secours.",
    "This key or passphrase does not open this vault. Check it, or take the recovery key."};
inline constexpr text::Wording recovery_misspelled{
    "Cette clé de secours est mal recopiée : 14 groupes de 4 lettres ou chiffres sont attendus. Vérifiez-la.",
    "This recovery key is misspelled: 14 groups of 4 letters or digits are expected. Check it."};
inline constexpr text::Wording too_little_memory{
    "Il manque de la mémoire pour vérifier la phrase secrète. Fermez des programmes, puis recommencez.",
    "There is too little memory to check the passphrase. Close some programs, then try again."};
inline constexpr text::Wording vault_there{
    "Il y a déjà un coffre dans {0}. Paravent n’en fait jamais un second : ouvrez celui-ci.",
    "There is a vault in {0} already. Paravent never makes a second one: open this one."};
inline constexpr text::Wording unknown_entity{
    "Cette personne ou cette chose n’est plus dans le coffre. Relisez la liste, puis recommencez.",
    "This person or thing is no longer in the vault. Read the list again, then try again."};
inline constexpr text::Wording alias_taken{
    "Cet alias a déjà servi dans ce dossier. Choisissez-en un autre.",
    "This alias has been used in this folder already. Choose another."};
inline constexpr text::Wording not_alike{
    "Ces deux entrées ne sont pas du même dossier, de la même catégorie ou du même style. Elles restent "
    "séparées.",
    "These two entries are not of one folder, category or style. They stay apart."};
inline constexpr text::Wording nothing_to_split{
    "Choisissez une partie des formes de cette entrée, pas toutes, pour en faire une autre.",
    "Choose some of the forms of this entry, not all, to make another."};
inline constexpr text::Wording backup_stays{
    "La copie de secours {0} contient encore ce qui est oublié et ne peut pas être effacée. Effacez ce "
    "fichier.",
    "The backup {0} still holds what is forgotten and cannot be removed. Remove this file."};
inline constexpr text::Wording backup_stays_open{
    "Le coffre s’ouvre par la nouvelle clé, mais la copie de secours {0} s’ouvre encore par l’ancienne : "
    "elle "
    "n’a pas pu être changée. Recommencez ; si cela ne suffit pas, effacez ce fichier ou gardez l’ancienne "
    "clé "
    "en lieu sûr.",
    "The vault opens by the new key, but the backup {0} still opens by the old one: it could not be changed. "
    "Try again; if that does not help, remove this file or keep the old key in a safe place."};
inline constexpr text::Wording damaged_stays_open{
    "Le coffre s’ouvre par la nouvelle clé, ses copies de secours aussi. Le coffre abîmé {0}, mis de côté, "
    "ne "
    "se laisse pas changer : qui répare ce fichier peut encore l’ouvrir par l’ancienne clé. Effacez-le s’il "
    "ne "
    "sert plus ; sinon, gardez l’ancienne clé en lieu sûr.",
    "The vault opens by the new key, and so do its backups. The damaged vault {0} that was put aside cannot "
    "be changed: whoever repairs this file may still open it by the old key. Remove it if it is of no use "
    "any "
    "more; else keep the old key in a safe place."};
inline constexpr text::Wording key_file_stays{
    "L’ancien fichier de clé {0} ne peut pas être effacé. Il n’ouvre plus rien : effacez-le.",
    "The old key file {0} cannot be removed. It opens nothing any more: remove it."};
inline constexpr text::Wording no_backup{"Aucune copie de secours en bon état dans {0}. Rien n’a été changé.",
                                         "No sound backup in {0}. Nothing was changed."};
inline constexpr text::Wording no_export{
    "Ce fichier n’est pas un coffre exporté entier. Exportez-le de nouveau. Rien n’a été changé.",
    "This file is not a whole exported vault. Export it again. Nothing was changed."};
inline constexpr text::Wording newer_export{
    "Cet export a été fait par un Paravent plus récent. Mettez Paravent à jour. Rien n’a été changé.",
    "This export was made by a newer Paravent. Update Paravent. Nothing was changed."};
inline constexpr text::Wording wrong_export_passphrase{
    "Cette phrase secrète n’ouvre pas cet export, ou le fichier est abîmé. Rien n’a été changé.",
    "This passphrase does not open this export, or the file is damaged. Nothing was changed."};
inline constexpr text::Wording import_clash{
    "Alias déjà donnés à quelqu’un d’autre ici : {0}. Renommez-les sur l’une des deux machines, puis "
    "exportez de nouveau. "
    "Rien n’a été changé.",
    "Aliases given to somebody else here already: {0}. Rename them on one of the two machines, then export "
    "again. "
    "Nothing was changed."};

}  // namespace say

}  // namespace paravent::store
