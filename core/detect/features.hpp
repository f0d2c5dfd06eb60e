// Which features a word has. Local ones depend on its block alone (and can be cached by block content); those
// of the note on what stands elsewhere.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "detect/feature.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// Words that are no name whatever stands around them: digits, identifiers, aliases, keys.
bool is_barred(const Token& token);
bool is_barred_place(const Token& token);  // by where it stands
// Whether a word could be part of a name at all: most words of a note are not, and cost nothing more.
bool is_candidate(const Tokens& tokens, std::size_t at);

// What it looks like and what the tables know of it.
FeatureSet word_features(const Tokens& tokens, std::size_t at);

// What stands before, after and around it.
FeatureSet context_features(const Tokens& tokens, std::size_t at);

// How given or family a word is: bands of knowledge::Lexeme that are worth something on their own.
bool is_likely_given(const Token& token);
bool is_likely_surname(const Token& token);

bool is_year(const Token& token);  // 1500 … 2099

}  // namespace paravent::detect
