// The forms that each alias stands for in a note: what a vault remembers of an entity besides its name.
#pragma once

#include <vector>

#include "anonymise/alias_book.hpp"
#include "anonymise/note.hpp"
#include "anonymise/plan.hpp"

namespace paravent::anonymise {

// In the order in which the aliases first stand in the note.
std::vector<AliasForms> forms_of(const Note& note, const AliasBook& aliases);

}  // namespace paravent::anonymise
