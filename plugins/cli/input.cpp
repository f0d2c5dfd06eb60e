#include "cli/input.hpp"

#include <cstdio>

#include "platform/files.hpp"
#include "text/visible.hpp"
#include "workspace/notes.hpp"

namespace paravent::cli {

namespace fs = std::filesystem;

namespace {

// What a script makes of a variable that is not set; it must not be taken for standard input.
constexpr text::Wording empty_name{"un nom de fichier est vide. Vérifiez la ligne de commande.",
                                   "a file name is empty. Check the command line."};

}  // namespace

void tell(std::string_view words) {
  const std::string line = "paravent: " + text::visible(words) + "\n";
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
    if (name.empty()) {
      tell(empty_name.in(language));
      ++out.failed;
    } else if (name == "-") {
      out.all.push_back({name, {}});
    } else if (fs::is_directory(name, ignored)) {
      const workspace::Notes notes = workspace::notes_below(name);
      for (const fs::path& file : notes.files) {
        out.all.push_back({file.string(), file, file.lexically_relative(name)});
      }
      for (const text::Failure& failure : notes.failures) tell(failure, language);
      out.failed += static_cast<int>(notes.failures.size());
    } else {
      out.all.push_back({name, name, fs::path(name).filename()});
    }
  }
  return out;
}

text::Result<policy::Policy> Reader::policy_for(workspace::Places places) {
  if (policy_ && places == places_) return *policy_;
  auto found = workspace::policy_for_places(places);
  if (!found) return found.failure();
  if (!quiet_) {
    for (const workspace::FileRemark& remark : found->remarks) tell(remark.in(language_));
  }
  places_ = std::move(places);
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
  auto policy =
      policy_for(standard ? workspace::places_of_folder(".") : workspace::places_of_note(input.path));
  if (!policy) return policy.failure();
  policy::Loaded own = workspace::policy_for_note(*policy, decoded->text);
  for (policy::Remark& remark : own.remarks) {
    if (!quiet_) tell(workspace::FileRemark{input.name, std::move(remark)}.in(language_));
  }
  return Loaded{std::move(*decoded), own.policy, std::move(*bytes)};
}

const detect::Context& Contexts::of(const Input& input) {
  stem_ = input.path.stem().string();
  context_.file_stem = stem_;
  context_.known = {folder_names_.known_to(input.path.empty() ? "-" : input.path)};
  return context_;
}

}  // namespace paravent::cli
