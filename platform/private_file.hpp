// Files and folders that are for their owner alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "platform/files.hpp"
#include "text/result.hpp"

namespace paravent::platform {

// Makes the folder and those above it that are missing, mode 0700. One that is there keeps its mode.
text::Result<Done> make_private_folder(const std::filesystem::path& folder);

// The bytes of a file that only its owner can read; nothing when no file of that name is there. A link, a
// file of somebody else and one that others may read or write are failures that say what to do.
text::Result<std::optional<std::string>> read_private_file(const std::filesystem::path& path,
                                                           std::uint64_t max_bytes);

// Gives an existing file mode 0600 and puts its bytes on disk.
text::Result<Done> make_private_and_sync(const std::filesystem::path& path);
// Renames over what stands there and puts the new name on disk.
text::Result<Done> move_over(const std::filesystem::path& from, const std::filesystem::path& to);
// False when it is there and cannot be removed.
bool remove_file(const std::filesystem::path& path);

}  // namespace paravent::platform
