// What the notes of a client folder must change in their links when some of its files are renamed or moved.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/text_edit.hpp"

namespace paravent::workspace {

struct FileMove {
  std::filesystem::path from;
  std::filesystem::path to;
};

struct MendedNote {
  std::filesystem::path path;  // before the move
  std::string text;            // that the edits are made for
  std::vector<text::TextEdit> edits;
};

struct MendedNotes {
  std::vector<MendedNote> notes;                // those that change, by path
  std::vector<std::filesystem::path> not_read;  // their links are as they were
};

// Notes whose text is known better than from disk, as an editor's is; nothing where it should be and is not.
using KnownTexts = std::map<std::filesystem::path, std::optional<std::string>>;

// Reads the notes of the client folders that the moves are about, and those of a folder that moves. Twins are
// left alone: they are written anew. `stop` ends it early, with nothing.
MendedNotes mended_notes(const std::vector<FileMove>& moves, const KnownTexts& known, std::uint64_t max_bytes,
                         const std::function<bool()>& stop);

}  // namespace paravent::workspace
