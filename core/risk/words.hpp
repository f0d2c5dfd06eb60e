// What is said of the risk, in plain words: never that there is none.
#pragma once

#include <string>

#include "risk/risk.hpp"
#include "text/language.hpp"

namespace paravent::risk {

std::string_view code_of(Grade grade);                   // "very-few", "few", "hundreds", "many"
std::string_view code_of(Trait trait);                   // "role", "employer" …
text::Wording words_of(Grade grade);                     // "très peu de personnes (moins de 10)"
text::Wording words_of(const Fact& fact, bool coarser);  // "retirer l’âge", "donner l’âge à dix ans près"

// "DRH + grand groupe de luxe + Limoges + 52 ans".
std::string combination(const Person& person);
// "retirer la ville, ou donner l’âge à dix ans près"; empty when no small change is enough.
std::string advice(const Person& person, text::Language language);
// The combination, the grade and the advice in sentences.
std::string message(const Person& person, text::Language language);

}  // namespace paravent::risk
