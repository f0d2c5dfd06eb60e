// Lays the gathered tables out as one file (knowledge/format.hpp).
#pragma once

#include <string>

#include "lexemes.hpp"
#include "phrase_tables.hpp"

namespace paravent::data {

// The bytes of knowledge.bin: equal input, equal bytes.
std::string lay_out(const Lexemes& lexemes, const PhraseTables& phrases);

}  // namespace paravent::data
