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
  const ClientFolder folder = client_folder_of(note);
  const auto [entry, first] = folders_.try_emplace(folder.path);
  if (first || when_ == Read::EachTime) read(folder, entry->second);
  std::vector<detect::KnownName> out;
  const fs::path own = really(note);
  for (const Told& told : entry->second) {
    if (told.note != own) out.insert(out.end(), told.names.begin(), told.names.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void FolderNames::read(const ClientFolder& folder, std::vector<Told>& told) const {
  const std::vector<fs::path> notes = folder.is_root ? notes_below(folder.path).files : notes_in(folder.path);
  std::vector<Told> before = std::move(told);
  told.clear();
  std::uint64_t left = most_bytes;
  for (const fs::path& file : notes) {
    const fs::path note = really(file);
    const auto bytes = platform::read_file(note, left);
    if (!bytes) continue;
    left -= bytes->size();
    const std::size_t hash = std::hash<std::string_view>()(*bytes);
    const auto same = std::find_if(before.begin(), before.end(),
                                   [&](const Told& old) { return old.hash == hash && old.note == note; });
    told.push_back(same != before.end() ? std::move(*same) : Told{note, hash, names_of(note, *bytes)});
  }
}

}  // namespace paravent::workspace
