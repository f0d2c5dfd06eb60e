// A name becomes its alias; the article and preposition before it are redone.
#pragma once

#include "anonymise/alias_book.hpp"
#include "anonymise/draft.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

// Articles stay and agree with the alias, so that they can be redone when the name comes back:
//   d’Ilyès → de Personne A        la Maif → l’Entreprise A       au CHU → à l’Entreprise A
//   chez Danone → chez Entreprise A   Mme Petit → Mme Personne A   le projet Phénix → le Projet A
// In a tag, a file name or the target of a link the alias is one word (Personne-A). Nothing before `floor`
// is changed.
Draft to_alias(const Note& note, AliasBook& aliases, const detect::Finding& finding, std::size_t floor);

// Takes the <…> of an autolink along: around words they would be read as HTML and vanish.
void absorb_angle_brackets(const Note& note, std::size_t floor, Draft& draft);

}  // namespace paravent::anonymise
