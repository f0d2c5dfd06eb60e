// What people are called in English besides the roles of the tables, which are English words for French ones.
#pragma once

#include <string_view>

namespace paravent::anonymise {

// Family and friends: "husband", "mother in law"; folded words with blanks between.
bool is_english_kin(std::string_view words);

// Roles that no row of the tables has in English: "vicar", "gp".
bool is_role_in_english_alone(std::string_view words);

}  // namespace paravent::anonymise
