// The one row that says how the vault is opened. It holds no key that is not wrapped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/database.hpp"
#include "store/key_source.hpp"

namespace paravent::store {

struct Header {
  KeySource source = KeySource::KeyFile;
  SourceDetails details;
  std::string wrapped_key;           // the vault's key, by that of the source
  std::string recovery_wrapped_key;  // the same, by the recovery key
  bool recovery_shown = false;
};

// Nothing when there is no vault in the database yet, or on an error that the database remembers.
std::optional<Header> read_header(Database& database);
void write_header(Database& database, const Header& header);
// A number of that row which is no part of how the vault is opened: what is still to be done, and when.
std::int64_t header_number(Database& database, std::string_view column);

// What a wrapped key of the vault is bound to.
std::string place_of_key(const Header& header);
std::string place_of_recovery(const Header& header);

}  // namespace paravent::store
