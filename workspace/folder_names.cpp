#include "workspace/folder_names.hpp"

#include <algorithm>
#include <functional>

#include "platform/files.hpp"
#include "policy/policy.hpp"
#include "text/decode.hpp"
#include "workspace/notes.hpp"
#include "workspace/twin_header.hpp"

namespace paravent::workspace {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t max_policy_bytes = 1U << 20U;

// A file that cannot be understood bounds nothing here: that it is broken is said where policies are read.
bool is_root(const fs::path& folder) {
  const auto toml = platform::read_file_if_there(folder / "paravent.toml", max_policy_bytes);
  if (!toml || !*toml) return false;
  const auto loaded = policy::overlay({}, **toml, policy::Level::Folder);
  return loaded && loaded->policy.root;
}

fs::path really(const fs::path& note) {
  return platform::real_path(note).value_or(platform::whole_path(note));
}

std::vector<detect::KnownName> names_of(const fs::path& note, std::string_view bytes) {
  const auto decoded = text::decode_file(bytes);
  if (!decoded || is_twin(decoded->text)) return {};
  const std::string stem = note.stem().string();
  detect::Context context;
  context.file_stem = stem;
  const auto analysis = detect::find(decoded->text, {}, context);
  return analysis ? detect::names_told(*analysis) : std::vector<detect::KnownName>();
}

}  // namespace

ClientFolder client_folder_of(const fs::path& note) {
  const fs::path own = platform::whole_path(note).parent_path();
  for (fs::path folder = own;; folder = folder.parent_path()) {
    if (is_root(folder)) return {folder, true};
    if (folder == folder.parent_path()) return {own, false};
  }
}

std::vector<detect::KnownName> FolderNames::told_to(const fs::path& note) {
  const Folder& folder = folder_of(note);
  std::vector<detect::KnownName> out;
  for (const detect::NameNumber place : of_others(folder, note)) out.push_back(folder.names[place]);
  return out;
}

detect::NamesFrom FolderNames::known_to(const fs::path& note) {
  Folder& folder = folder_of(note);
  if (!folder.known) {
    folder.known = std::make_unique<detect::KnownNames>();
    for (const detect::KnownName& name : folder.names) folder.known->add(name);
  }
  return {folder.known.get(), {}, of_others(folder, note)};
}

FolderNames::Folder& FolderNames::folder_of(const fs::path& note) {
  const ClientFolder place = client_folder_of(note);
  const auto [entry, first] = folders_.try_emplace(place.path);
  if (first || when_ == Read::EachTime) read(place, entry->second);
  return entry->second;
}

std::vector<detect::NameNumber> FolderNames::of_others(const Folder& folder, const fs::path& note) {
  const auto found = folder.told.find(really(note));
  std::vector<detect::NameNumber> out;
  out.reserve(folder.names.size());
  std::size_t next = 0;  // of its own names, which are sorted, too
  for (std::size_t i = 0; i < folder.names.size(); ++i) {
    const bool own = found != folder.told.end() && next < found->second.names.size() &&
                     found->second.names[next] == folder.names[i];
    if (own) ++next;
    if (!own || folder.tellers[i] > 1) out.push_back(static_cast<detect::NameNumber>(i));
  }
  return out;
}

void FolderNames::read(const ClientFolder& place, Folder& folder) {
  const std::vector<fs::path> notes = place.is_root ? notes_below(place.path).files : notes_in(place.path);
  Folder before = std::move(folder);
  folder = {};
  std::uint64_t left = most_bytes;
  std::map<detect::KnownName, std::uint32_t> tellers;
  for (const fs::path& file : notes) {
    fs::path note = really(file);
    const auto bytes = platform::read_file(note, left);
    if (!bytes) continue;
    left -= bytes->size();
    if (folder.told.contains(note)) continue;  // by another of its names
    const std::size_t hash = std::hash<std::string_view>()(*bytes);
    const auto old = before.told.find(note);
    const bool same = old != before.told.end() && old->second.hash == hash;
    Told told{hash, same ? std::move(old->second.names) : names_of(note, *bytes)};
    for (const detect::KnownName& name : told.names) ++tellers[name];
    folder.told.emplace(std::move(note), std::move(told));
  }
  for (const auto& [name, count] : tellers) {
    folder.names.push_back(name);
    folder.tellers.push_back(count);
  }
}

}  // namespace paravent::workspace
