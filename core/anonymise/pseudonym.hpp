// A name becomes its alias; the article and preposition before it are redone.
#pragma once

#include "anonymise/alias_book.hpp"
#include "anonymise/draft.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

// Articles stay and agree with the alias, so that they can be redone when the name comes back:
//   d’Ilyès → de Personne A        la Maif → l’Entreprise A       au CHU → à l’Entreprise A
//   chez Danone → chez Entreprise A   Mme Petit → Mme Personne A   le projet Phénix → le Projet A
//   aux Sables → au Lieu A: an alias is one thing, the name says that it is plural
// Dates and ages have no such article, so that each form says which words were there:
//   le 12 mars → à la Date A      depuis le 12 mars → depuis la Date A
//   du 12 mars → de Date A        au 12 mars → à Date A        du 12 au 15 mars → Date A
//   a 43 ans → a l’Âge A          à 43 ans → à l’Âge A         de 43 ans → d’Âge A
// In a tag, a file name or the target of a link the alias is one word (Personne-A). `at` is the number of a
// masking finding. Nothing before `floor` is changed.
Draft to_alias(const Note& note, AliasBook& aliases, std::size_t at, std::size_t floor);

// The alias as it is written where the finding stands, without the words before it.
std::string alias_at(const Note& note, AliasBook& aliases, std::size_t at);

// Takes the <…> of an autolink along: around words they would be read as HTML and vanish.
void absorb_angle_brackets(const Note& note, std::size_t floor, Draft& draft);

}  // namespace paravent::anonymise
