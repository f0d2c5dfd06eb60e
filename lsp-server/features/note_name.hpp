// A note whose file name tells of a client, and the name that is proposed for it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "lsp-server/features/workspace_edit.hpp"
#include "lsp-server/snapshot.hpp"
#include "text/result.hpp"

namespace paravent::lsp {

// Where a note would lie that tells of nobody: beside where it lies, and where nothing lies yet.
text::Result<std::filesystem::path> proposed_path(const std::filesystem::path& path,
                                                  const Snapshot& snapshot);

// The note's heading and the title in its front matter where they repeat the old name, each with the new one;
// to be confirmed.
std::vector<PlacedEdit> title_edits(const std::string& old_name, const std::string& new_name,
                                    const Snapshot& snapshot);

}  // namespace paravent::lsp
