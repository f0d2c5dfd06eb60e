// Gathers the names that may stand for real ones, and what tells of which origin a name sounds.
#pragma once

#include <string>

#include "lexemes.hpp"
#include "phrase_tables.hpp"

namespace paravent::data {

// Adds fictitious_surnames.tsv, fictitious_given_names.tsv and name_origins.tsv, and marks the words of the
// first two in `lexemes`. Ends the program for a surname that another table has: it must be nobody's.
void read_fictitious(const std::string& folder, Lexemes& lexemes, PhraseTables& tables);

}  // namespace paravent::data
