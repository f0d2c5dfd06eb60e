// Pay, turnover and head counts beside a person or a firm that is masked: to the euro they would betray it.
#pragma once

#include <vector>

#include "anonymise/draft.hpp"
#include "anonymise/note.hpp"

namespace paravent::anonymise {

// "plus de 100 000 €", "une trentaine de salariés": in order, none where one of `taken` lies.
std::vector<Draft> round_amounts(const Note& note, const std::vector<Draft>& taken);

}  // namespace paravent::anonymise
