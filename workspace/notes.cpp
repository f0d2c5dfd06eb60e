#include "workspace/notes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "platform/files.hpp"
#include "text/unicode.hpp"

namespace paravent::workspace {
namespace {

namespace fs = std::filesystem;

bool is_note(const fs::path& file) {
  constexpr std::array<std::string_view, 4> endings{".md", ".markdown", ".mdown", ".txt"};
  const std::string ending = text::fold(file.extension().string());
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

constexpr std::string_view policy_name = "paravent.toml";

bool is_skipped(std::string_view name) {
  return name.starts_with('.') || name == "node_modules";
}

void collect(const fs::path& folder, Notes& out) {
  const auto entries = platform::list_folder(folder);
  if (!entries) {
    out.failures.push_back(
        {folder.string() +
             " : dossier illisible. Vérifiez qu’il existe et que vous avez le droit de le lire.",
         folder.string() + ": this folder cannot be read. Check that it exists and that you may read it."});
    return;
  }
  for (const platform::Entry& entry : *entries) {
    if (is_skipped(entry.name)) continue;
    const fs::path path = folder / entry.name;
    if (entry.is_folder) {
      collect(path, out);
    } else if (!platform::is_file(path)) {
      continue;
    } else if (is_note(path)) {
      out.files.push_back(path);
    } else if (entry.name != policy_name) {
      ++out.other_kinds;
    }
  }
}

}  // namespace

Notes notes_below(const fs::path& folder) {
  Notes out;
  collect(folder, out);
  std::sort(out.files.begin(), out.files.end());
  return out;
}

std::vector<fs::path> notes_in(const fs::path& folder) {
  std::vector<fs::path> out;
  const auto entries = platform::list_folder(folder);
  if (!entries) return out;
  for (const platform::Entry& entry : *entries) {
    const fs::path path = folder / entry.name;
    if (!entry.is_folder && !is_skipped(entry.name) && is_note(path) && platform::is_file(path))
      out.push_back(path);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace paravent::workspace
