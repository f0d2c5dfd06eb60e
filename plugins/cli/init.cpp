#include <filesystem>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "platform/files.hpp"
#include "text/visible.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::cli {

namespace fs = std::filesystem;

// Without a folder, the user's own file; with one, a file in it, which can only tighten and so offers nothing
// else. A file that is there is never replaced.
int init(const std::string& folder, text::Language language) {
  const fs::path file = folder.empty() ? workspace::user_policy_file() : fs::path(folder) / "paravent.toml";
  if (file.empty()) {
    tell({"aucun dossier personnel connu : réglez HOME ou XDG_CONFIG_HOME.",
          "no home folder is known: set HOME or XDG_CONFIG_HOME."},
         language);
    return 2;
  }
  const bool own = platform::whole_path(file) == platform::whole_path(workspace::user_policy_file());
  std::error_code told_by_the_write;
  if (folder.empty()) fs::create_directories(file.parent_path(), told_by_the_write);
  const auto made = platform::make_file(
      file, policy::default_toml(language, own ? policy::Level::User : policy::Level::Folder));
  if (!made) {
    tell(made.failure(), language);
    return 2;
  }
  if (!*made) {
    tell({file.string() + " existe déjà : il n’a pas été touché.",
          file.string() + " is already there: it was not touched."},
         language);
    return 2;
  }
  const std::string words = language == text::Language::English ? " was written." : " est écrit.";
  return print(text::visible(file.string()) + words + "\n", language) ? 0 : 2;
}

}  // namespace paravent::cli
