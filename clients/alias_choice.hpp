// Aliases that a person chooses or names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/vault.hpp"

namespace paravent::clients {

// The entry of an alias, present or former; nullptr where there is none.
const store::Entry* entry_of_alias(const std::vector<store::Entry>& entries, std::string_view alias);
// The entry that goes by a name; nullptr where there is none, or more than one.
const store::Entry* entry_of_name(const std::vector<store::Entry>& entries, policy::Category category,
                                  store::AliasStyle style, std::string_view name);

// What detection never takes for a name, and restoring reads as that kind of thing.
bool may_stand_for(policy::Category category, store::AliasStyle style, std::string_view alias);

// Why an invented name cannot stand for that entry, or for a new one where it is nullptr: it tells of a real
// person of the folder, or of another alias. Nothing where it can, and for letters.
text::Result<store::Done> may_be_called(store::Vault& vault, std::string_view folder,
                                        const std::vector<store::Entry>& entries, const store::Entry* entry,
                                        std::string_view alias);

// The first of the letters that stand for a category which are free in the folder, in the language of
// `like`; empty when all are taken.
text::Result<std::string> free_letters(store::Vault& vault, std::string_view folder,
                                       policy::Category category, std::string_view like);

}  // namespace paravent::clients
