#include "clients/folder.hpp"

#include <utility>

#include "platform/files.hpp"
#include "workspace/folder_key.hpp"
#include "workspace/folder_names.hpp"

namespace paravent::clients {

namespace fs = std::filesystem;

std::string Folder::name_of(const fs::path& note) const {
  return platform::whole_path(note).lexically_relative(path).generic_string();
}

bool is_many_notes(const std::string& note) {
  return fs::path(note).filename() == "-";
}

text::Result<Folder> folder_of(const fs::path& note, text::Language language) {
  fs::path path = workspace::client_folder_of(note).path;
  const auto key = workspace::folder_key(path, language);
  if (!key) return key.failure();
  return Folder{std::move(path), workspace::client_id(*key)};
}

std::optional<Folder> known_folder_of(const fs::path& note) {
  fs::path path = workspace::client_folder_of(note).path;
  const auto key = workspace::known_folder_key(path);
  if (!key) return std::nullopt;
  return Folder{std::move(path), workspace::client_id(*key)};
}

}  // namespace paravent::clients
