// What is said about the vault, in both languages, and when that is.
#pragma once

#include <initializer_list>
#include <string_view>

#include "store/entry.hpp"
#include "text/result.hpp"
#include "text/wording.hpp"

namespace paravent::lsp_vault {

text::Failure failure(const text::Wording& words, std::initializer_list<std::string_view> arguments = {});

store::Moment now();

namespace words {

using text::Wording;

inline constexpr Wording no_vault{
    "Il n’y a pas encore de coffre pour garder les vrais noms : rien n’a été remplacé. Lancez « paravent "
    "vault "
    "create », puis « paravent vault recovery-key » dans un terminal, et notez la clé de secours.",
    "There is no vault yet to keep the real names: nothing was replaced. Run “paravent vault create”, "
    "then “paravent vault recovery-key” in a terminal, and note the recovery key."};
inline constexpr Wording no_recovery_key{
    "La clé de secours du coffre n’a jamais été montrée : rien n’a été remplacé. Lancez « paravent vault "
    "recovery-key » dans un terminal, et notez-la.",
    "The vault’s recovery key has never been shown: nothing was replaced. Run “paravent vault recovery-key” "
    "in "
    "a terminal, and note it."};
inline constexpr Wording made_with_file{
    "Un coffre a été fait dans {0} ; le fichier {1} l’ouvre. Gardez les deux, et notez la clé de secours : "
    "« paravent vault recovery-key » la montre.",
    "A vault was made in {0}; the file {1} opens it. Keep both, and note the recovery key: “paravent vault "
    "recovery-key” shows it."};
inline constexpr Wording made_with_keyring{
    "Un coffre a été fait dans {0} ; le trousseau de clés du système l’ouvre. Notez la clé de secours : "
    "« paravent vault recovery-key » la montre.",
    "A vault was made in {0}; the system’s keyring opens it. Note the recovery key: “paravent vault "
    "recovery-key” shows it."};
inline constexpr Wording no_alias_form{
    "« {0} » n’a pas la forme d’un alias. Dans cette note, le nouveau nom doit en être un : le même mot et "
    "d’autres lettres, comme « Personne K ».",
    "“{0}” does not have the form of an alias. In this note the new name must be one: the same word and "
    "other "
    "letters, as in “Person K”."};
inline constexpr Wording alias_taken{"Cet alias a déjà servi dans ce dossier. Choisissez-en un autre.",
                                     "This alias has been used in this folder already. Choose another."};
inline constexpr Wording unknown_alias{"Le coffre ne connaît pas cet alias dans ce dossier.",
                                       "The vault does not know this alias in this folder."};
inline constexpr Wording nothing_to_split{
    "Ce nom est le nom entier de cet alias : il n’y a rien à en séparer.",
    "This name is the full name of this alias: there is nothing to split off."};

}  // namespace words

}  // namespace paravent::lsp_vault
