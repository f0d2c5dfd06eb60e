// French or English? By the words of a note, and of each of its blocks: a quotation or a mail in the other
// language is read in its own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "detect/token.hpp"
#include "text/language.hpp"

namespace paravent::detect {

// What a folded form that is a function word says: 1 English, -1 French, 0 nothing.
std::int8_t language_vote(std::string_view form);

// What the words of a block say, above 0 English: function words twice, words in small letters that only one
// dictionary has once. The sum over a note decides; French where it is 0.
std::int32_t language_votes(std::span<const Token> words);

// What the votes of a block say; nothing where there are too few: it is then in the language of its note.
std::optional<text::Language> language_of_block(std::int32_t votes);

}  // namespace paravent::detect
