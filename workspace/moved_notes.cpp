#include "workspace/moved_notes.hpp"

#include <optional>
#include <set>

#include "markdown/moved_links.hpp"
#include "platform/files.hpp"
#include "text/decode.hpp"
#include "workspace/folder_names.hpp"
#include "workspace/notes.hpp"
#include "workspace/twin_header.hpp"

namespace paravent::workspace {
namespace {

namespace fs = std::filesystem;

std::string plain(const fs::path& path) {
  return markdown::normal_path(platform::whole_path(path).generic_string());
}

// The client folders of the moves, each with its notes.
std::map<fs::path, std::set<fs::path>> folders_of(const std::vector<FileMove>& moves) {
  std::map<fs::path, std::set<fs::path>> out;
  for (const FileMove& move : moves) {
    const ClientFolder folder = client_folder_of(move.from);
    std::set<fs::path>& notes = out[folder.path];
    if (notes.empty()) {
      for (fs::path& note : folder.is_root ? notes_below(folder.path).files : notes_in(folder.path)) {
        notes.insert(std::move(note));
      }
    }
    for (fs::path& note : notes_below(move.from).files) notes.insert(std::move(note));
  }
  return out;
}

std::optional<std::string> text_of(const fs::path& note, const KnownTexts& known, std::uint64_t max_bytes) {
  const auto open = known.find(note);
  if (open != known.end()) return open->second;
  const auto bytes = platform::read_file(note, max_bytes);
  if (!bytes) return std::nullopt;
  auto decoded = text::decode_file(*bytes);
  if (!decoded) return std::nullopt;
  return std::move(decoded->text);
}

}  // namespace

MendedNotes mended_notes(const std::vector<FileMove>& moves, const KnownTexts& known, std::uint64_t max_bytes,
                         const std::function<bool()>& stop) {
  std::vector<markdown::Move> plain_moves;
  plain_moves.reserve(moves.size());
  for (const FileMove& move : moves) plain_moves.push_back({plain(move.from), plain(move.to)});
  MendedNotes out;
  for (const auto& [folder, notes] : folders_of(moves)) {
    std::vector<std::string> paths;
    paths.reserve(notes.size());
    for (const fs::path& note : notes) paths.push_back(plain(note));
    const markdown::MovedLinks links(plain(folder), paths, plain_moves,
                                     [](const std::string& path) { return platform::exists(path); });
    for (const fs::path& note : notes) {
      if (stop()) return {};
      auto text = text_of(note, known, max_bytes);
      if (!text) {
        out.not_read.push_back(note);
        continue;
      }
      if (is_twin(*text)) continue;
      auto edits = links.edits(plain(note), *text);
      if (!edits.empty()) out.notes.push_back({note, *std::move(text), std::move(edits)});
    }
  }
  return out;
}

}  // namespace paravent::workspace
