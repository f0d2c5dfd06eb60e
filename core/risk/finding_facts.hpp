// The fact that a finding tells, if it tells one once names are gone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "detect/finding.hpp"
#include "knowledge/phrases.hpp"
#include "risk/fact.hpp"
#include "text/language.hpp"

namespace paravent::risk {

// A firm by its sector, a town by its inhabitants, an age, a date of birth, a word of a special category.
std::optional<Fact> fact_of(const detect::Finding& finding, std::string_view text, text::Language language);

// An age in years; nothing below what a client may have.
std::optional<Fact> age_fact(unsigned years, bool about);
// Nothing for a country, or where the inhabitants are not known.
std::optional<Fact> place_fact(const knowledge::Place& place);
// "hôpital", "lycée": an employer by its kind; nothing for heads of firms, which say too little.
std::optional<Fact> institution_fact(const knowledge::Institution& institution);

// `words` on one line, as a label.
std::string label_of(std::string_view words);

}  // namespace paravent::risk
