// Erasing by id, in the vault and in every copy of it.
#pragma once

#include <string_view>

#include "store/database.hpp"

namespace paravent::store {

// Whatever has that id: an entity with its forms and what undo keeps of it, a folder with all that is in it,
// a declared person, an undo record. With its id it goes among the forgotten.
void erase(Database& database, std::string_view id);

}  // namespace paravent::store
