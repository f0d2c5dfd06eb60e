// The words that belong to a match: what leads to it, and what says more of it.
#pragma once

#include "detect/sensitive/words.hpp"

namespace paravent::detect::sensitive {

// Takes in the lead of the match, with what joins the two: "sous", "suivie par un", "élue"; behind it, too:
// "NASUWT rep". Whether there is one.
bool take_lead(const Words& words, Match& match);
// Takes in what follows and says more of it: "du sein", "sévère".
void take_tails(const Words& words, Match& match);

}  // namespace paravent::detect::sensitive
