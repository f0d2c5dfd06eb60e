// "James’ team", "the Okafors’ firm": an apostrophe alone says whose.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "anonymise/note.hpp"

namespace paravent::anonymise {

// Behind that apostrophe; the end of the name when none stands there, or one that closes a quote.
std::size_t behind_bare_possessive(const Note& note, const detect::Finding& name);

// "the coach’s", "the head of sales’": `mark` is the apostrophe of the note.
std::string possessive_of(std::string phrase, std::string_view mark);

}  // namespace paravent::anonymise
