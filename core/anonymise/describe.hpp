// What may be said of someone or something instead of its name.
#pragma once

#include <optional>
#include <string_view>

#include "anonymise/grammar.hpp"
#include "policy/category.hpp"

namespace paravent::anonymise {

// "grand groupe de luxe" for a company of the tables, "hôpital" by the head of an institution's name,
// "entreprise" for all others.
NounPhrase describe_organisation(std::string_view name, text::Language language);

// "grande ville", "village" … by population (100 000, 20 000, 2 000); empty when the tables do not know the
// town.
NounPhrase describe_place(std::string_view name, text::Language language);

// "quarantaine d’années" for "44 ans", in French, from 20 to 69; else empty.
NounPhrase describe_age(std::string_view age, text::Language language);

// "adresse e-mail", "numéro" …: what says only of which kind it was; empty for what gets an alias (dates).
NounPhrase describe_identifier(policy::Category category, text::Language language);

}  // namespace paravent::anonymise
