// Gathers what the word tables say of each folded form.
#pragma once

#include <string>
#include <unordered_map>

#include "knowledge/lexicon.hpp"

namespace paravent::data {

using Lexemes = std::unordered_map<std::string, knowledge::Lexeme>;

// Reads the tables of single words of a folder; the Wikidata table only when asked.
Lexemes read_lexemes(const std::string& folder, bool wikidata);

}  // namespace paravent::data
