// What French (and the little that English) grammar asks of a phrase that takes a name's place: articles,
// elision, contraction, capitals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/language.hpp"

namespace paravent::anonymise {

enum class Article : std::uint8_t {
  None,           // Personne A
  Indefinite,     // une DRH, un grand groupe
  Definite,       // la DRH, l’infirmière
  Demonstrative,  // cette DRH, ce grand groupe, cet assureur
};

// A noun phrase without its article, and what agreement must know of it.
struct NounPhrase {
  std::string words;  // "grand groupe de luxe", "DRH", "Personne A"
  bool feminine = false;
  text::Language language = text::Language::French;

  bool empty() const { return words.empty(); }
};

// "une agence immobilière" → {"agence immobilière", feminine}; the article of the phrase is dropped.
NounPhrase noun_phrase(std::string_view with_indefinite_article, text::Language language);
// "un grand groupe" → "un autre grand groupe": the second of its kind in a note.
NounPhrase other(const NounPhrase& noun);

// Whether le, de, que … lose their vowel before this word: it starts with a vowel or a mute h.
bool takes_elision(std::string_view word);

// The phrase with its article: "une DRH", "l’infirmière", "cet assureur", "Personne A".
std::string with_article(Article article, const NounPhrase& noun);
// The same behind a word such as "de", "à", "que", "chez" (lower case): "d’une DRH", "du directeur", "au
// directeur", "qu’une DRH", "avec une DRH". An empty `lead` gives with_article().
std::string behind(std::string_view lead, Article article, const NounPhrase& noun);

// Whether people say "chez" (chez un assureur) rather than "dans" (dans un grand groupe) of such a firm.
bool is_agent(const NounPhrase& noun);

std::string capitalised(std::string_view phrase);
bool starts_with_capital(std::string_view phrase);

}  // namespace paravent::anonymise
