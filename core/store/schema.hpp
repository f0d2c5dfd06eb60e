// The tables of the vault, and the steps from one version of them to the next.
#pragma once

#include "store/database.hpp"

namespace paravent::store {

inline constexpr int schema_version = 4;

// Brings a database, new or old, to `version` in one transaction that the caller holds. Versions are never
// skipped.
void migrate(Database& database, int version = schema_version);
int version_of(Database& database);

}  // namespace paravent::store
