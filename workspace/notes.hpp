// The notes of a folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "text/result.hpp"

namespace paravent::workspace {

struct Notes {
  std::vector<std::filesystem::path> files;  // sorted by path
  std::vector<text::Failure> failures;       // folders that could not be read
};

// Markdown and text files below a folder, hidden ones and node_modules left out; links to folders are not
// followed.
Notes notes_below(const std::filesystem::path& folder);

}  // namespace paravent::workspace
