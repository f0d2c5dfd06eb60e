// The client folder of a note: the scope of its aliases, known to the vault by an id that tells nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "text/language.hpp"
#include "text/result.hpp"

namespace paravent::clients {

struct Folder {
  std::filesystem::path path;
  std::string id;

  // How the vault knows a note of the folder: by its path inside, so that the folder can move.
  std::string name_of(const std::filesystem::path& note) const;
};

// Standard input, by its name in a folder, has one name for many texts.
bool is_many_notes(const std::string& note);

// Of a note, which need not be there yet; "-" is a note of the current folder. The key file is made when
// there is none.
text::Result<Folder> folder_of(const std::filesystem::path& note, text::Language language);
// The same without making anything: nothing when the folder has no key yet.
std::optional<Folder> known_folder_of(const std::filesystem::path& note);

}  // namespace paravent::clients
