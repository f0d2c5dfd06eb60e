#include "workspace/notes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace paravent::workspace {
namespace {

namespace fs = std::filesystem;

bool is_note(const fs::path& file) {
  constexpr std::array<std::string_view, 4> endings{".md", ".markdown", ".mdown", ".txt"};
  const std::string ending = file.extension().string();
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool is_skipped(const fs::path& entry) {
  const std::string name = entry.filename().string();
  return name.starts_with('.') || name == "node_modules";
}

void collect(const fs::path& folder, Notes& out) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  for (const fs::directory_iterator end; !error && entries != end; entries.increment(error)) {
    const fs::path& entry = entries->path();
    if (is_skipped(entry)) continue;
    std::error_code ignored;  // an entry that vanished meanwhile is no note
    if (entries->is_directory(ignored) && !entries->is_symlink(ignored)) {
      collect(entry, out);
    } else if (entries->is_regular_file(ignored) && is_note(entry)) {
      out.files.push_back(entry);
    }
  }
  if (error) {
    out.failures.push_back(
        {folder.string() +
             " : dossier illisible. Vérifiez qu’il existe et que vous avez le droit de le lire.",
         folder.string() + ": this folder cannot be read. Check that it exists and that you may read it."});
  }
}

}  // namespace

Notes notes_below(const fs::path& folder) {
  Notes out;
  collect(folder, out);
  std::sort(out.files.begin(), out.files.end());
  return out;
}

}  // namespace paravent::workspace
