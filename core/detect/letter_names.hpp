// Single letters that stand for somebody: "F dit que", "vu T", "M. = mother".
#pragma once

#include <cstddef>
#include <string_view>

#include "detect/token.hpp"

namespace paravent::detect {

// A capital alone that nothing makes a part of a name, of a word, or the letter of a thing ("plan B", "R&D",
// "vitamine C", "N+1"), and that is no word itself ("A", "I").
bool is_lone_letter(const Tokens& tokens, std::size_t at);

// The same where the words beside it can only speak of a person.
bool is_letter_of_somebody(const Tokens& tokens, std::size_t at);

// A letter that is a thing's, or that means a word: "plan B", "clé C", "room D", "G = Goal".
bool is_letter_of_thing(const Tokens& tokens, std::size_t at);

// "option", "plan", "vitamine": a letter behind it is the thing's.
bool is_noun_with_letter(std::string_view form);

}  // namespace paravent::detect
