#include "workspace/policy_files.hpp"

#include <algorithm>

#include "markdown/front_matter.hpp"
#include "platform/files.hpp"

namespace paravent::workspace {
namespace {

namespace fs = std::filesystem;
constexpr const char* policy_name = "paravent.toml";
constexpr std::uint64_t max_policy_bytes = 1U << 20U;

text::Failure in_file(const fs::path& file, const text::Failure& failure) {
  return {file.string() + " : " + failure.fr, file.string() + ": " + failure.en};
}

// A policy file with what it says: the text is laid over once all of them are known.
struct PolicyText {
  fs::path file;
  std::string toml;
};

// Those of the folder and of all above it, outermost first. `root = true` in one of them bounds the client
// folder, not this: what a parent asks for still holds.
text::Result<std::vector<PolicyText>> folder_files(fs::path folder) {
  std::vector<PolicyText> found;
  for (;; folder = folder.parent_path()) {
    const fs::path file = folder / policy_name;
    auto toml = platform::read_file_if_there(file, max_policy_bytes);
    if (!toml) return toml.failure();
    if (*toml) found.push_back({file, std::move(**toml)});
    if (folder == folder.parent_path()) break;
  }
  std::reverse(found.begin(), found.end());
  return found;
}

text::Result<bool> lay_over(NotePolicy& so_far, const fs::path& file, std::string_view toml,
                            policy::Level level) {
  auto loaded = policy::overlay(so_far.policy, toml, level);
  if (!loaded) return in_file(file, loaded.failure());
  so_far.policy = loaded->policy;
  so_far.files.push_back(file);
  for (policy::Remark& remark : loaded->remarks) so_far.remarks.push_back({file, std::move(remark)});
  return true;
}

}  // namespace

std::string FileRemark::in(text::Language language) const {
  const bool english = language == text::Language::English;
  std::string out = file.string();
  if (remark.line != 0) out += ":" + std::to_string(remark.line);
  return out + (english ? ": " + remark.en : " : " + remark.fr);
}

bool is_policy_file(const fs::path& file) {
  return file.filename() == policy_name;
}

fs::path user_policy_file() {
  const fs::path folder = platform::user_config_folder();
  return folder.empty() ? folder : folder / policy_name;
}

text::Result<NotePolicy> user_policy() {
  NotePolicy out;
  const fs::path user = user_policy_file();
  if (user.empty()) return out;
  const auto toml = platform::read_file_if_there(user, max_policy_bytes);
  if (!toml) return toml.failure();
  if (!*toml) return out;
  const auto done = lay_over(out, user, **toml, policy::Level::User);
  if (!done) return done.failure();
  return out;
}

Places places_of_folder(const fs::path& folder) {
  Places out{platform::whole_path(folder)};
  const auto real = platform::real_path(folder);
  if (real && *real != out.front()) out.push_back(*real);
  return out;
}

Places places_of_note(const fs::path& note) {
  const fs::path whole = platform::whole_path(note);
  Places out = places_of_folder(whole.parent_path());
  const auto real = platform::real_path(whole);
  if (real && std::find(out.begin(), out.end(), real->parent_path()) == out.end()) {
    out.push_back(real->parent_path());
  }
  return out;
}

text::Result<NotePolicy> policy_for_places(const Places& places) {
  auto out = user_policy();
  if (!out) return out;
  for (const fs::path& place : places) {
    auto texts = folder_files(place);
    if (!texts) return texts.failure();
    for (const PolicyText& text : *texts) {
      if (std::find(out->files.begin(), out->files.end(), text.file) != out->files.end()) continue;
      const auto done = lay_over(*out, text.file, text.toml, policy::Level::Folder);
      if (!done) return done.failure();
    }
  }
  return out;
}

text::Result<NotePolicy> policy_for_folder(const fs::path& folder) {
  return policy_for_places(places_of_folder(folder));
}

policy::Loaded policy_for_note(const policy::Policy& folder, std::string_view text) {
  return policy::overlay_front_matter(folder, text.substr(0, markdown::front_matter_size(text)));
}

}  // namespace paravent::workspace
