// Everything the server says to people, in both languages.
#pragma once

#include "text/language.hpp"

namespace paravent::lsp::words {

using text::Wording;

// Requests that get an error.
inline constexpr Wording not_initialised{"Le serveur n’est pas encore initialisé.",
                                         "The server is not initialised yet."};
inline constexpr Wording initialised_already{"Le serveur est déjà initialisé.",
                                             "The server is initialised already."};
inline constexpr Wording shut_down{"Le serveur s’arrête : il ne prend plus de demande.",
                                   "The server is shutting down: it takes no more requests."};
inline constexpr Wording unknown_method{"Ce serveur ne connaît pas cette méthode.",
                                        "This server does not know this method."};
inline constexpr Wording unknown_command{"Ce serveur ne connaît pas cette commande.",
                                         "This server does not know this command."};
inline constexpr Wording bad_params{"Les paramètres n’ont pas la forme attendue.",
                                    "The params do not have the expected shape."};
inline constexpr Wording not_json{"Un message reçu n’est pas lisible.", "A message received cannot be read."};
inline constexpr Wording no_request{"Ce message n’est ni une demande ni une réponse.",
                                    "This message is neither a request nor an answer."};
inline constexpr Wording id_in_use{"Une demande de même numéro attend encore sa réponse.",
                                   "A request with the same id still waits for its answer."};
inline constexpr Wording cancelled{"Demande annulée.", "Request cancelled."};
inline constexpr Wording too_slow{"La réponse n’est pas venue à temps. Recommencez.",
                                  "The answer did not come in time. Try again."};
inline constexpr Wording no_answer{"Paravent n’a pas pu répondre à cette demande. Recommencez.",
                                   "Paravent could not answer this request. Try again."};
inline constexpr Wording not_open{"Cette note n’est pas ouverte.", "This note is not open."};
inline constexpr Wording changed_since{"La note a changé depuis. Recommencez.",
                                       "The note has changed since. Try again."};
inline constexpr Wording nothing_there{"Il n’y a rien à remplacer ici.", "There is nothing to replace here."};
inline constexpr Wording cannot_apply{"Cet éditeur ne permet pas au serveur de modifier la note.",
                                      "This editor does not let the server change the note."};

// Settings of the editor.
inline constexpr Wording bad_setting_hints{"Le réglage « paravent.hints » attend true ou false.",
                                           "The setting “paravent.hints” takes true or false."};
inline constexpr Wording bad_setting_inlay_hints{"Le réglage « paravent.inlayHints » attend true ou false.",
                                                 "The setting “paravent.inlayHints” takes true or false."};
inline constexpr Wording bad_setting_real_names{"Le réglage « paravent.realNames » attend true ou false.",
                                                "The setting “paravent.realNames” takes true or false."};
inline constexpr Wording bad_setting_language{"Le réglage « paravent.language » attend \"fr\" ou \"en\".",
                                              "The setting “paravent.language” takes \"fr\" or \"en\"."};
inline constexpr Wording setting_of_policy{
    "Ce que Paravent fait de vos notes se règle dans paravent.toml seulement : les réglages de l’éditeur qui "
    "en parlent sont ignorés.",
    "What Paravent does with your notes is set in paravent.toml alone: editor settings about it are "
    "ignored."};

// Notes that cannot be checked.
inline constexpr Wording lost{
    "Paravent ne suit plus cette note : une modification envoyée par l’éditeur ne correspond pas à son "
    "texte. Fermez "
    "la note et rouvrez-la ; jusque-là, elle n’est pas vérifiée.",
    "Paravent no longer follows this note: a change sent by the editor does not fit its text. Close the note "
    "and open "
    "it again; until then it is not checked."};
inline constexpr Wording lost_message{
    "Paravent n’a pas pu lire un message de l’éditeur et ne suit plus les notes ouvertes. Fermez-les et "
    "rouvrez-les ; "
    "jusque-là, elles ne sont pas vérifiées.",
    "Paravent could not read a message of the editor and no longer follows the open notes. Close them and "
    "open them "
    "again; until then they are not checked."};
inline constexpr Wording gave_up{
    "Paravent n’a pas pu traiter cette note, sans doute faute de mémoire, et ne la suit plus. Fermez des "
    "programmes, puis fermez la note et rouvrez-la ; jusque-là, elle n’est pas vérifiée.",
    "Paravent could not deal with this note, most likely for lack of memory, and no longer follows it. Close "
    "some programs, then close the note and open it again; until then it is not checked."};
inline constexpr Wording too_large{
    "Cette note dépasse 16 Mo : elle n’est pas vérifiée. Coupez-la en plusieurs notes.",
    "This note is larger than 16 MB: it is not checked. Split it into several notes."};
inline constexpr Wording not_checked{"Cette note n’est pas vérifiée : {0}", "This note is not checked: {0}"};

// Diagnostics and hover.
inline constexpr Wording would_become{"Remplacement proposé : « {0} ».", "Suggested replacement: “{0}”."};
inline constexpr Wording would_go{"Ces mots seraient retirés.", "These words would be removed."};
inline constexpr Wording more_findings{"{0} autres passages ne sont pas affichés.",
                                       "{0} more passages are not shown."};
inline constexpr Wording two_could_be_meant{"Deux personnes de cette note peuvent être désignées ici.",
                                            "Two people of this note could be meant here."};
inline constexpr Wording many_could_be_meant{"{0} personnes de cette note peuvent être désignées ici.",
                                             "{0} people of this note could be meant here."};
inline constexpr Wording hint_note{"Signalé seulement : ce passage n’est pas remplacé.",
                                   "Only pointed out: this passage is not replaced."};

// Other places of the same person, firm or place.
inline constexpr Wording same_person{"Autre mention de cette personne", "Another mention of this person"};
inline constexpr Wording same_thing{"Autre mention", "Another mention"};
inline constexpr Wording mentions_here{"{0} mentions dans cette note.", "{0} mentions in this note."};

// Symbols, code lenses and inlay hints.
struct Noun {
  Wording one;
  Wording many;
};
inline constexpr Wording on_line{"ligne {0}", "line {0}"};
inline constexpr Wording lens_note{"{0} · Anonymiser", "{0} · Anonymise"};
inline constexpr Wording lens_prompt{"{0} dans ce prompt · Remplacer", "{0} in this prompt · Replace"};
inline constexpr Wording lens_risk{"Reconnaissable : {0}", "Recognisable: {0}"};
inline constexpr Wording nobody_stands_out{
    "Aucune combinaison rare n’a été reconnue. D’autres indices peuvent suffire : relisez.",
    "No rare combination was recognised. Other clues may be enough: read it again."};
inline constexpr Wording hint_removed{"(retiré)", "(removed)"};
inline constexpr Wording and_others{" et ", " and "};
inline constexpr Noun people{{"personne", "person"}, {"personnes", "people"}};
inline constexpr Noun firms{{"entreprise", "company"}, {"entreprises", "companies"}};
inline constexpr Noun places{{"lieu", "place"}, {"lieux", "places"}};
inline constexpr Noun names{{"nom", "name"}, {"noms", "names"}};
inline constexpr Noun personal_data{{"donnée personnelle", "piece of personal data"},
                                    {"données personnelles", "pieces of personal data"}};
inline constexpr Noun other_data{{"autre donnée", "other piece of data"},
                                 {"autres données", "other pieces of data"}};

// Progress.
inline constexpr Wording checking_folder{"Paravent vérifie les notes du dossier",
                                         "Paravent is checking the notes of the folder"};

inline constexpr Wording writing_twins{"Paravent écrit les copies à partager du dossier",
                                       "Paravent is writing the copies to share of the folder"};

// Copies of a whole folder.
inline constexpr Wording twins_written{"Copies à partager écrites : {0}. Relisez-les avant de les partager.",
                                       "Copies to share written: {0}. Read them before you share them."};
inline constexpr Wording twins_failed{
    "Copies à partager écrites : {0}. Notes sans copie nouvelle : {1}. La première : {2}",
    "Copies to share written: {0}. Notes without a new copy: {1}. The first one: {2}"};
inline constexpr Wording twins_cancelled{
    "Arrêté. Copies à partager écrites jusque-là : {0}, chacune entière.",
    "Stopped. Copies to share written until then: {0}, each of them whole."};
inline constexpr Wording no_folder_there{"Cette note ne se trouve dans aucun dossier de cette machine.",
                                         "This note lies in no folder of this machine."};

// Renaming.
inline constexpr Wording rename_nothing{
    "Placez le curseur sur le nom d’une personne signalée, ou sur un alias : rien d’autre ne se renomme ici.",
    "Place the caret on the name of a person that is pointed out, or on an alias: nothing else can be "
    "renamed here."};
inline constexpr Wording rename_empty{"Le nouveau nom est vide.", "The new name is empty."};
inline constexpr Wording rename_one_line{"Le nouveau nom doit être court et tenir sur une ligne.",
                                         "The new name must be short and on one line."};
inline constexpr Wording rename_taken{
    "Ce nom est déjà celui d’un autre dans cette note : les deux ne se distingueraient plus. Choisissez-en "
    "un "
    "autre.",
    "This name already belongs to another in this note: the two could not be told apart. Choose another "
    "one."};
// Invented names: what was typed, or the word of it that is meant; a name that could be given.
inline constexpr Wording rename_real_person{
    "« {0} » fait partie du nom d’une vraie personne de ce dossier : l’alias la désignerait. Choisissez un "
    "autre nom, par exemple « {1} ».",
    "“{0}” is part of the name of a real person of this folder: the alias would point at them. Choose "
    "another name, such as “{1}”."};
inline constexpr Wording rename_author{
    "« {0} » est un auteur connu : on croirait que la note parle de lui. Choisissez un autre nom, par "
    "exemple "
    "« {1} ».",
    "“{0}” is a known author: readers would take the note to speak of them. Choose another name, such as "
    "“{1}”."};
inline constexpr Wording rename_not_invented{
    "« {0} » peut être le nom de quelqu’un. Prenez un nom de famille inventé que Paravent reconnaît, "
    "derrière "
    "un prénom de sa liste, par exemple « {1} ».",
    "“{0}” may be somebody’s name. Take an invented surname that Paravent knows, behind a given name of its "
    "list, such as “{1}”."};
inline constexpr Wording rename_surname_taken{
    "« {0} » est déjà le nom de famille inventé d’un autre dans ce dossier : les deux ne se distingueraient "
    "plus. Choisissez un autre nom, par exemple « {1} ».",
    "“{0}” is already the invented surname of another in this folder: the two could not be told apart. "
    "Choose "
    "another name, such as “{1}”."};
inline constexpr Wording rename_letters_wanted{
    "« {0} » est un nom inventé, et cette note donne aux personnes des lettres, comme « Personne K ». Le "
    "style "
    "« fictitious » de paravent.toml donne des noms inventés.",
    "“{0}” is an invented name, and this note gives people letters, as in “Person K”. The style “fictitious” "
    "of paravent.toml gives invented names."};

// Renaming files.
inline constexpr Wording rename_note{"Renommer la note en « {0} »", "Rename the note to “{0}”"};
inline constexpr Wording rename_note_away{"Renommer cette note : son nom de fichier parle de quelqu’un",
                                          "Rename this note: its file name tells of somebody"};
inline constexpr Wording cannot_rename_files{
    "Cet éditeur ne permet pas au serveur de renommer un fichier. Renommez la note dans l’éditeur ou à la "
    "main.",
    "This editor does not let the server rename a file. Rename the note in the editor or by hand."};
inline constexpr Wording name_tells_nothing{
    "Rien de personnel n’a été trouvé dans le nom de fichier de cette note.",
    "Nothing personal was found in the file name of this note."};
inline constexpr Wording no_free_name{
    "Trop de notes portent déjà le nom proposé. Renommez celle-ci à la main.",
    "Too many notes have the proposed name already. Rename this one by hand."};
inline constexpr Wording repeated_name{"Titre de la note", "Title of the note"};
inline constexpr Wording repeated_name_why{"Le titre répète l’ancien nom de fichier.",
                                           "The title repeats the old file name."};
inline constexpr Wording links_not_mended{
    "Des notes du dossier n’ont pas pu être lues ({0}) : leurs liens restent tels quels.",
    "Some notes of the folder could not be read ({0}): their links stay as they are."};

// Code actions.
inline constexpr Wording replace{"Remplacer par « {0} »", "Replace with “{0}”"};
inline constexpr Wording remove{"Retirer ces mots", "Remove these words"};
inline constexpr Wording it_is{"C’est {0}", "It is {0}"};
inline constexpr Wording replace_mentions{"Remplacer toutes les mentions", "Replace all mentions"};
inline constexpr Wording replace_person{"Remplacer toutes les mentions de cette personne",
                                        "Replace all mentions of this person"};
inline constexpr Wording replace_others{"Remplacer toutes les mentions : « {0} »",
                                        "Replace all mentions: “{0}”"};
inline constexpr Wording replace_everything{"Remplacer tout ce qui a été trouvé dans cette note",
                                            "Replace all that was found in this note"};

inline constexpr Wording ignore_in_note{"Laisser « {0} » dans cette note", "Leave “{0}” alone in this note"};
inline constexpr Wording ignore_in_folder{"Laisser « {0} » dans tout le dossier",
                                          "Leave “{0}” alone in the whole folder"};
inline constexpr Wording same_as{"C’est la même personne que {0} ({1})",
                                 "This is the same person as {0} ({1})"};
inline constexpr Wording another_person{"« {0} » n’est pas la même personne que {1} ({2})",
                                        "“{0}” is not the same person as {1} ({2})"};
inline constexpr Wording unsure_finding{"À confirmer", "To confirm"};
inline constexpr Wording unsure_finding_why{"Paravent n’est pas sûr qu’il s’agisse d’une donnée personnelle.",
                                            "Paravent is not sure that this is personal data."};

// Aliases that come back.
inline constexpr Wording no_vault_here{
    "Cette version de Paravent n’a pas de coffre : elle ne peut pas remettre de noms.",
    "This build of Paravent has no vault: it cannot bring names back."};
inline constexpr Wording copy_needs_a_place{
    "Enregistrez d’abord cette note dans un dossier : les alias sont ceux d’un dossier.",
    "Save this note in a folder first: aliases are those of a folder."};
inline constexpr Wording undo_nothing{"Le coffre ne connaît aucun nom à remettre dans cette note.",
                                      "The vault knows no name to bring back into this note."};
inline constexpr Wording undo_label{"Remettre les noms", "Bring the names back"};
inline constexpr Wording undo_leftovers{"Alias qui restent, parce que rien ne dit de qui ils sont : {0}.",
                                        "Aliases that stay, because nothing tells whose they are: {0}."};

// Saves.
struct Counted {
  Wording one;
  Wording many;  // {0} is the number
};
inline constexpr Wording in_place_without_vault{
    "Cette version de Paravent n’a pas de coffre pour garder les vrais noms : le mode d’enregistrement "
    "« in-place » n’y change rien. Vos notes sont enregistrées telles quelles et seulement vérifiées.",
    "This build of Paravent has no vault to keep the real names: save mode “in-place” changes nothing here. "
    "Your "
    "notes are saved as they are and only checked."};
inline constexpr Counted on_disk_in_place{{"Cette note vient d’être enregistrée avec un passage à masquer.",
                                           "This note was just saved with one passage to mask."},
                                          {"Cette note vient d’être enregistrée avec {0} passages à masquer.",
                                           "This note was just saved with {0} passages to mask."}};
inline constexpr Wording disk_not_checked_in_place{
    "Cette note est en mode « in-place » et son fichier n’a pas pu être vérifié après l’enregistrement. {0}",
    "This note is in “in-place” mode and its file could not be checked after the save. {0}"};
inline constexpr Wording put_aliases{"Mettre des alias à la place des noms", "Put aliases in place of names"};
inline constexpr Counted write_refused{
    {"Enregistrement refusé : un passage de cette note est à masquer. Remplacez-le, ou changez le mode "
     "d’enregistrement.",
     "Save refused: one passage of this note is to be masked. Replace it, or change the save mode."},
    {"Enregistrement refusé : {0} passages de cette note sont à masquer. Remplacez-les, ou changez le mode "
     "d’enregistrement.",
     "Save refused: {0} passages of this note are to be masked. Replace them, or change the save mode."}};
inline constexpr Wording write_unknown{"Enregistrement refusé : cette note n’a pas pu être vérifiée. {0}",
                                       "Save refused: this note could not be checked. {0}"};
inline constexpr Counted on_disk{
    {"Cette note vient d’être enregistrée avec un passage à masquer, ce que le mode « strict » interdit. "
     "Remplacez-le, puis enregistrez à nouveau.",
     "This note was just saved with one passage to mask, which “strict” mode forbids. Replace it, then save "
     "again."},
    {"Cette note vient d’être enregistrée avec {0} passages à masquer, ce que le mode « strict » interdit. "
     "Remplacez-les, puis enregistrez à nouveau.",
     "This note was just saved with {0} passages to mask, which “strict” mode forbids. Replace them, then "
     "save again."}};
inline constexpr Wording disk_not_checked{
    "Cette note est en mode « strict » et son fichier n’a pas pu être vérifié après l’enregistrement. {0}",
    "This note is in “strict” mode and its file could not be checked after the save. {0}"};
inline constexpr Wording twin_stale{
    "La copie à partager {0} ne correspond pas au texte actuel de la note. Ne la partagez pas : enregistrez "
    "la note en mode « twin » pour la refaire, ou supprimez la copie.",
    "The copy to share {0} was not made from the present text of the note. Do not share it: save the note in "
    "“twin” mode to make it again, or delete the copy."};
inline constexpr Wording twin_left_behind{
    "La note dont {0} est la copie à partager n’existe plus ; la copie est restée. Supprimez-la si vous n’en "
    "avez plus besoin.",
    "The note of which {0} is the copy to share is gone; the copy has stayed. Delete it if you no longer "
    "need "
    "it."};
inline constexpr Wording policy_broken{
    "{0} Tant que ce réglage n’est pas corrigé, aucune copie à partager n’est faite.",
    "{0} Until this setting is corrected, no copy to share is made."};
inline constexpr Wording twin_failed{
    "La copie à partager n’a pas été refaite ; l’ancienne, s’il y en a une, reste en place. {0}",
    "The copy to share was not made again; the old one, if there is one, stays. {0}"};
inline constexpr Wording twin_leaks{
    "La copie contiendrait encore une donnée à masquer. Ne partagez pas cette note et signalez-nous ce cas, "
    "sans son "
    "texte.",
    "The copy would still hold data to mask. Do not share this note, and report this case to us, without its "
    "text."};
inline constexpr Wording twin_altered{
    "{0} n’est pas tel que Paravent l’a écrit. Ne le partagez pas ; enregistrez la note à nouveau.",
    "{0} is not as Paravent wrote it. Do not share it; save the note again."};
inline constexpr Wording marked_as_twin{
    "{0} porte au début la ligne des copies à partager (« paravent:twin … ») mais n’en a pas le nom : "
    "Paravent "
    "n’en fait pas de copie. Si c’est une note à vous, enlevez cette ligne, puis enregistrez.",
    "{0} has the line of copies to share at its start (“paravent:twin …”) but not the name of one: Paravent "
    "makes no copy of it. If it is a note of yours, remove that line, then save."};
inline constexpr Wording not_a_twin{
    "{0} existe déjà et ne vient pas de Paravent. Renommez ce fichier, puis enregistrez à nouveau.",
    "{0} exists already and was not made by Paravent. Rename that file, then save again."};

// The first line of a twin; {0} is a hash. No name, no path.
inline constexpr Wording twin_header{
    "paravent:twin {0} | Copie à relire avant de la partager. Paravent l’a faite à partir d’une note et la "
    "refait à "
    "chaque enregistrement.",
    "paravent:twin {0} | Copy to read again before it is shared. Paravent made it from a note and makes it "
    "again at "
    "each save."};

}  // namespace paravent::lsp::words
