// What may be said of someone or something instead of its name.
#pragma once

#include <optional>
#include <string_view>

#include "anonymise/grammar.hpp"
#include "policy/category.hpp"

namespace paravent::anonymise {

// "grand groupe de luxe" for a company of the tables, "hôpital" by the head of an institution's name; empty
// for all others.
NounPhrase describe_organisation(std::string_view name, text::Language language);
// "entreprise": what any firm is.
NounPhrase any_organisation(text::Language language);

// "grande ville de l’Ouest", "village" … by population (100 000, 20 000, 2 000) and the part of France; in
// English also the country: "large British city". Empty when the tables do not know the town.
NounPhrase describe_place(std::string_view name, text::Language language);
// "région", "pays": what is lived "en", or has an article: "la Creuse", "en Bretagne".
NounPhrase describe_area(std::string_view name, text::Language language);
// Whether the article before `name` is part of it: "Havre", behind "au".
bool has_own_article(std::string_view name);

// "quarantaine" for "44 ans" or "quarante-quatre ans", in French, from 18 to 69; else empty. "Une
// quarantaine" wants "d’années" behind it, "la quarantaine" does not.
NounPhrase describe_age(std::string_view age, text::Language language);

// "mi-mars 2025", "early May": the day is left out. It stands as it is behind any preposition, like the name
// of a week day. Empty for what cannot be read as one date.
std::string describe_date(std::string_view written, text::Language language);
// "années 1980", "1980s"; empty without a year.
std::string describe_birth(std::string_view written, text::Language language);

// "adresse e-mail", "numéro" …: what says only of which kind it was; empty for what is described otherwise.
NounPhrase describe_identifier(policy::Category category, text::Language language);

}  // namespace paravent::anonymise
