// The random key of a folder, in the file `.paravent` beside its notes. What is derived from it tells nothing
// to whoever does not hold it: the names of twins, and the id by which the vault knows a client folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "text/language.hpp"
#include "text/result.hpp"
#include "workspace/keyed_hash.hpp"

namespace paravent::workspace {

// Made when it is first needed, with a comment in that language. When several ask at once, one key holds.
text::Result<HashKey> folder_key(const std::filesystem::path& folder, text::Language language);

// The key of a folder that has one; nothing is made.
std::optional<HashKey> known_folder_key(const std::filesystem::path& folder);

// The id of the client folder whose key this is: 32 hexadecimal digits.
std::string client_id(const HashKey& key);

}  // namespace paravent::workspace
