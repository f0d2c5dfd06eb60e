#include "policy/policy.hpp"

#include "policy/settings.hpp"

namespace paravent::policy {
namespace {

template <class T, std::size_t N>
std::string_view name_in(const std::array<std::pair<std::string_view, T>, N>& names, T value) {
  for (const auto& [name, known] : names) {
    if (known == value) return name;
  }
  return {};
}

constexpr std::string_view default_fr =
    R"(# Réglages de Paravent. Tout ce qui suit une « # » est un commentaire.
# Ce fichier est le vôtre : un fichier paravent.toml placé dans un dossier de notes peut seulement
# demander plus de protection, jamais moins.

# Langue des messages : "fr" ou "en". Sans cette ligne, celle de votre éditeur ou de votre ordinateur.
# language = "fr"

# true : ce dossier et tout ce qu’il contient forment un seul dossier client (mêmes alias partout). Les réglages
# des dossiers au-dessus continuent de s’appliquer.
root = false

[save]
# Ce qui se passe quand vous enregistrez une note :
#   "warn"      rien n’est changé, les données personnelles sont signalées ;
#   "twin"      une seconde version, sans les données trouvées, est écrite à côté de la note ;
#   "in-place"  les données trouvées sont remplacées par des alias dans la note elle-même ; le coffre garde les vrais
#               noms (notez d’abord sa clé de secours : « paravent vault recovery-key ») ;
#   "strict"    comme "in-place", et un enregistrement qui écrirait encore des données personnelles est refusé, si
#               votre éditeur le permet.
mode = "warn"

[anonymise]
# Comment les noms sont remplacés :
#   "generalise"  par une description (« une DRH d’un grand groupe de luxe »), sans retour possible ;
#   "pseudonym"   par un alias (« Personne A ») ;
#   "fictitious"  une personne par un nom inventé (« Lucie Vauremelle »), le reste par un alias.
style = "generalise"
# Catégories signalées mais jamais remplacées, par exemple ["DATE"] pour garder les dates de vos séances. Seul votre
# propre fichier peut en contenir.
keep = []

[detect]
# Catégories à ne pas chercher, par exemple ["DATE", "AGE"]. Seul votre propre fichier peut en contenir.
ignore = []
# De 0 à 1000 : ce qui obtient moins de points est seulement proposé, pas remplacé.
# Plus le nombre est petit, plus Paravent remplace.
threshold = 500
)";

constexpr std::string_view default_en = R"(# Settings of Paravent. Everything after a "#" is a comment.
# This file is yours: a paravent.toml in a folder of notes can only ask for more protection, never for less.

# Language of the messages: "fr" or "en". Without this line, that of your editor or computer.
# language = "en"

# true: this folder and everything in it make one client folder (the same aliases everywhere). The settings of
# the folders above still hold.
root = false

[save]
# What happens when you save a note:
#   "warn"      nothing is changed, personal data is pointed out;
#   "twin"      a second version, without the data that was found, is written beside the note;
#   "in-place"  the data that was found is replaced by aliases in the note itself; the vault keeps the real names
#               (note its recovery key first: “paravent vault recovery-key”);
#   "strict"    as "in-place", and a save that would still write personal data is refused, if your editor allows that.
mode = "warn"

[anonymise]
# How names are replaced:
#   "generalise"  by a description ("an HR director of a large luxury group"), with no way back;
#   "pseudonym"   by an alias ("Person A");
#   "fictitious"  a person by an invented name ("Lucie Vauremelle"), the rest by an alias.
style = "generalise"
# Categories that are pointed out but never replaced, such as ["DATE"] to keep the dates of your sessions. Only your
# own file may name some.
keep = []

[detect]
# Categories not to look for, such as ["DATE", "AGE"]. Only your own file may name some.
ignore = []
# From 0 to 1000: what scores less is only suggested, not replaced.
# The smaller the number, the more Paravent replaces.
threshold = 500
)";

constexpr std::string_view folder_fr =
    R"(# Réglages de Paravent pour ce dossier de notes et ceux qu’il contient. Tout ce qui suit une « # » est un
# commentaire : enlevez la « # » devant un réglage pour qu’il compte.
# Un dossier peut seulement demander plus de protection que votre propre fichier, jamais moins ; ce qui
# demanderait moins n’est pas pris en compte et vous est signalé.

# true : ce dossier et tout ce qu’il contient forment un seul dossier client (mêmes alias partout). Les réglages
# des dossiers au-dessus continuent de s’appliquer.
# root = true

# [save]
# Ce qui se passe quand une note est enregistrée, du moins strict au plus strict :
#   "twin"      une seconde version, sans les données trouvées, est écrite à côté de la note ;
#   "in-place"  les données trouvées sont remplacées par des alias dans la note elle-même ; le coffre garde les vrais
#               noms (notez d’abord sa clé de secours : « paravent vault recovery-key ») ;
#   "strict"    comme "in-place", et un enregistrement qui écrirait encore des données personnelles est refusé, si
#               votre éditeur le permet.
# mode = "twin"

# [anonymise]
# "generalise" : les noms sont remplacés par une description, sans retour possible.
# style = "generalise"

# [detect]
# De 0 à 1000 : ce qui obtient moins de points est seulement proposé, pas remplacé.
# Plus le nombre est petit, plus Paravent remplace.
# threshold = 300
)";

constexpr std::string_view folder_en =
    R"(# Settings of Paravent for this folder of notes and those in it. Everything after a "#" is a comment: remove
# the "#" before a setting to make it count.
# A folder can only ask for more protection than your own file does, never for less; what would ask for less is
# not taken into account, and you are told.

# true: this folder and everything in it make one client folder (the same aliases everywhere). The settings of
# the folders above still hold.
# root = true

# [save]
# What happens when a note is saved, from the least to the most strict:
#   "twin"      a second version, without the data that was found, is written beside the note;
#   "in-place"  the data that was found is replaced by aliases in the note itself; the vault keeps the real names
#               (note its recovery key first: “paravent vault recovery-key”);
#   "strict"    as "in-place", and a save that would still write personal data is refused, if your editor allows that.
# mode = "twin"

# [anonymise]
# "generalise": names are replaced by a description, with no way back.
# style = "generalise"

# [detect]
# From 0 to 1000: what scores less is only suggested, not replaced.
# The smaller the number, the more Paravent replaces.
# threshold = 300
)";

}  // namespace

std::string_view name_of(SaveMode mode) {
  return name_in(save_modes, mode);
}
std::string_view name_of(Style style) {
  return name_in(styles, style);
}
std::optional<SaveMode> save_mode_of(std::string_view name) {
  return value_of(save_modes, name);
}
std::optional<Style> style_of(std::string_view name) {
  return value_of(styles, name);
}

std::string default_toml(text::Language language, Level level) {
  const text::Wording user{default_fr, default_en};
  const text::Wording folder{folder_fr, folder_en};
  return std::string((level == Level::User ? user : folder).in(language));
}

}  // namespace paravent::policy
