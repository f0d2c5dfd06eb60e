// What a note says of the articles of its names, for when they come back into a text that it did not write.
#pragma once

#include <vector>

#include "anonymise/alias_book.hpp"
#include "anonymise/note.hpp"
#include "anonymise/plan.hpp"

namespace paravent::anonymise {

// Fills Alias::article of `fresh`, which `aliases` gave for this note. One "la Maif" outweighs any "de Maif".
void take_articles(const Note& note, const AliasBook& aliases, std::vector<Alias>& fresh);

}  // namespace paravent::anonymise
