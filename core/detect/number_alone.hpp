// Numbers that may belong to a name ("Lyon 3", "SDIS 72"), and not to what is measured behind it.
#pragma once

#include "detect/token.hpp"

namespace paravent::detect {

// "11", "11e", "1er"; not "14h", and no part of "12,5", "14:30", "3/5", "3–4", "20 %" or "12 €".
bool is_number_alone(const Tokens& tokens, const Token& number);

}  // namespace paravent::detect
