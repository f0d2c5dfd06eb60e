#include "cli/input.hpp"

#include <cstdio>

#include "platform/files.hpp"
#include "workspace/notes.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::cli {

namespace fs = std::filesystem;

void tell(std::string_view words) {
  const std::string line = "paravent: " + std::string(words) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void tell(const text::Failure& failure, text::Language language) {
  tell(language == text::Language::English ? failure.en : failure.fr);
}

bool print(std::string_view bytes, text::Language language) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0)
    return true;
  tell({"la sortie ne peut pas être écrite (disque plein ou programme fermé).",
        "the output cannot be written (disk full or program closed)."},
       language);
  return false;
}

Inputs expand(const std::vector<std::string>& given, text::Language language) {
  Inputs out;
  for (const std::string& name : given) {
    std::error_code ignored;
    if (name == "-") {
      out.all.push_back({name, {}});
    } else if (fs::is_directory(name, ignored)) {
      const workspace::Notes notes = workspace::notes_below(name);
      for (const fs::path& file : notes.files) out.all.push_back({file.string(), file});
      for (const text::Failure& failure : notes.failures) tell(failure, language);
      out.failed += static_cast<int>(notes.failures.size());
    } else {
      out.all.push_back({name, name});
    }
  }
  return out;
}

text::Result<policy::Policy> Reader::policy_for(const fs::path& folder) {
  if (policy_ && folder == folder_) return *policy_;
  auto found = workspace::policy_for_folder(folder);
  if (!found) return found.failure();
  for (const workspace::FileRemark& remark : found->remarks) tell(remark.in(language_));
  folder_ = folder;
  policy_ = found->policy;
  return found->policy;
}

text::Result<Loaded> Reader::read(const Input& input) {
  const bool standard = input.path.empty();
  auto bytes = standard ? platform::read_standard_input(max_file_bytes)
                        : platform::read_file(input.path, max_file_bytes);
  if (!bytes) return bytes.failure();
  auto decoded = text::decode_file(*bytes);
  if (!decoded) {
    return text::Failure{input.name + " : " + decoded.failure().fr, input.name + ": " + decoded.failure().en};
  }
  fs::path folder = standard ? fs::path(".") : input.path.parent_path();
  if (folder.empty()) folder = ".";
  auto policy = policy_for(folder);
  if (!policy) return policy.failure();
  policy::Loaded own = workspace::policy_for_note(*policy, decoded->text);
  for (policy::Remark& remark : own.remarks) {
    tell(workspace::FileRemark{input.name, std::move(remark)}.in(language_));
  }
  return Loaded{std::move(*decoded), own.policy};
}

detect::Context context_of(const Input& input, std::string& stem) {
  detect::Context context;
  stem = input.path.stem().string();
  context.file_stem = stem;
  return context;
}

}  // namespace paravent::cli
