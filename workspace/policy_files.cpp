#include "workspace/policy_files.hpp"

#include <algorithm>

#include "platform/files.hpp"

namespace paravent::workspace {
namespace {

namespace fs = std::filesystem;
constexpr const char* policy_name = "paravent.toml";
constexpr std::uint64_t max_policy_bytes = 1U << 20U;

text::Failure in_file(const fs::path& file, const text::Failure& failure) {
  return {file.string() + " : " + failure.fr, file.string() + ": " + failure.en};
}

// The policy files from `folder` up to the one that marks itself as root, outermost first. Whether one is the
// root is known only by reading it, so the texts come along.
struct PolicyText {
  fs::path file;
  std::string toml;
};

text::Result<std::vector<PolicyText>> folder_files(fs::path folder) {
  std::vector<PolicyText> found;
  for (;; folder = folder.parent_path()) {
    const fs::path file = folder / policy_name;
    if (platform::is_file(file)) {
      auto toml = platform::read_file(file, max_policy_bytes);
      if (!toml) return toml.failure();
      auto alone = policy::overlay({}, *toml, policy::Level::Folder);
      if (!alone) return in_file(file, alone.failure());
      const bool root = alone->policy.root;
      found.push_back({file, std::move(*toml)});
      if (root) break;
    }
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

fs::path user_policy_file() {
  const fs::path folder = platform::user_config_folder();
  return folder.empty() ? folder : folder / policy_name;
}

text::Result<NotePolicy> policy_for_folder(const fs::path& folder) {
  NotePolicy out;
  std::error_code error;
  const fs::path user = user_policy_file();
  if (!user.empty() && platform::exists(user)) {
    const auto toml = platform::read_file(user, max_policy_bytes);
    if (!toml) return toml.failure();
    const auto done = lay_over(out, user, *toml, policy::Level::User);
    if (!done) return done.failure();
  }
  const fs::path whole = fs::absolute(folder, error).lexically_normal();
  auto texts = folder_files(whole);
  if (!texts) return texts.failure();
  for (const PolicyText& text : *texts) {
    const auto done = lay_over(out, text.file, text.toml, policy::Level::Folder);
    if (!done) return done.failure();
  }
  return out;
}

}  // namespace paravent::workspace
