// The notes of a folder.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "text/result.hpp"

namespace paravent::workspace {

struct Notes {
  std::vector<std::filesystem::path> files;  // sorted by path
  std::vector<text::Failure> failures;       // folders that could not be read
  std::size_t other_kinds = 0;               // files left aside for their ending; hidden ones are not counted
};

// Markdown and text files below a folder (.md, .markdown, .mdown, .txt, in any case), hidden ones and
// node_modules left out; links to folders are not followed.
Notes notes_below(const std::filesystem::path& folder);

// The notes that lie in the folder itself, sorted by path; none where it cannot be read.
std::vector<std::filesystem::path> notes_in(const std::filesystem::path& folder);

}  // namespace paravent::workspace
