// Gathers the words of special categories of data (sensitive.tsv), in all their forms.
#pragma once

#include <string>

#include "lexemes.hpp"
#include "phrase_tables.hpp"

namespace paravent::data {

// Adds the rows to `tables`, and marks in `lexemes` the words that start one that makes a finding, or a
// figure.
void read_sensitive(const std::string& folder, Lexemes& lexemes, PhraseTables& tables);

}  // namespace paravent::data
