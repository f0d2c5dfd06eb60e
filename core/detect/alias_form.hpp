// The reserved forms that stand for what was taken out: "Personne A", "Entreprise B", "Place C" …, and names
// of the style "fictitious" (fictitious_form.hpp). detect never finds anything in them; anonymise writes them
// from the same table.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "knowledge/lexicon.hpp"
#include "policy/category.hpp"
#include "text/language.hpp"

namespace paravent::detect {

// The noun of an alias, always with its capital, and what French grammar must know of it.
struct AliasNoun {
  text::Wording noun;
  bool feminine = false;  // of the French noun: "la Personne A", "le Lieu C"
  bool vowel = false;     // the French noun takes elision: "l’Entreprise B"
};

// Empty nouns for the categories that are only reported (SENSITIVE, PUBLIC).
AliasNoun alias_noun(policy::Category category);

// "A" … "Z", "AA" … "ZZ" for 0 … 701, then "AA2" … "ZZ2", "AA3" …
std::string alias_letters(std::size_t index);

// "Personne A", in either language; empty for categories that are only reported.
std::string alias_of(policy::Category category, std::size_t index, text::Language language);

// Whether a reserved form of any category and either language stands at byte `at` of `text`, as a word of its
// own. `length`, if given, receives its size in bytes. Between noun and letters stands a space, or, in tags
// and wikilinks, "-" or "_".
bool is_alias_at(std::string_view text, std::size_t at, std::size_t* length = nullptr);
// Spares is_alias_at() for almost every word of a note: false says that none stands at `at`, where the word
// starts of which the tables know `word`.
bool may_be_alias_at(std::string_view text, std::size_t at, const knowledge::Lexeme& word);

// The first reserved form that starts at byte `from` or behind; its size is 0 where there is none.
struct AliasForm {
  std::size_t begin = 0;
  std::size_t size = 0;
};
AliasForm next_alias(std::string_view text, std::size_t from);

}  // namespace paravent::detect
