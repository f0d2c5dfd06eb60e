// Gathers the tables from which the risk of being recognised is estimated.
#pragma once

#include <string>

#include "phrase_tables.hpp"

namespace paravent::data {

// Adds shares.tsv, readable_facts.tsv, and the phrases of sectors.tsv as facts that name an employer.
void read_shares(const std::string& folder, PhraseTables& tables);

}  // namespace paravent::data
