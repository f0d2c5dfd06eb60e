// The only door to the operating system: files, folders, environment, signals. No POSIX call stands outside
// platform/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.hpp"

namespace paravent::platform {

// The bytes of a regular file. Failures say what to do: not there, no right, a folder, above `max_bytes`,
// changed while it was read.
text::Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes);
text::Result<std::string> read_standard_input(std::uint64_t max_bytes);

// The same; nothing when no file of that name is there. A dangling link, a folder or no right to look are
// failures: what is there is not known then.
text::Result<std::optional<std::string>> read_file_if_there(const std::filesystem::path& path,
                                                            std::uint64_t max_bytes);

// Replaces or makes a file in one step: a temporary file beside it, fsync, rename, fsync of the folder. On a
// failure (full disk, no right) the old file is as it was and the temporary one is gone. The file gets the
// mode of `like` if one is named and can be looked at; else the mode of an old file is kept; a new one gets
// 0600 if `secret`, else 0644 without what the umask takes away.
struct Done {};
text::Result<Done> replace_file(const std::filesystem::path& path, std::string_view bytes,
                                bool secret = false, const std::filesystem::path& like = {});
// Makes a file, whole or not at all, with the same modes. False, and nothing changed, when something of that
// name is there already, be it made by another process at the same moment.
text::Result<bool> make_file(const std::filesystem::path& path, std::string_view bytes, bool secret = false,
                             const std::filesystem::path& like = {});

// True for a regular file that can be looked at, links followed. (std::filesystem lacks this on WASI.)
bool is_file(const std::filesystem::path& path);
// Something stands there, whatever it is.
bool exists(const std::filesystem::path& path);

// An entry of a folder; links are not followed to tell what it is.
struct Entry {
  std::string name;
  bool is_folder = false;
  bool is_file = false;
};
// The entries of a folder, without . and .., in no order. Nothing when it cannot be read.
std::optional<std::vector<Entry>> list_folder(const std::filesystem::path& folder);
// Relative to the current folder, made whole and without . and .. parts.
std::filesystem::path whole_path(const std::filesystem::path& path);
// Where a file or folder really lies, all links followed; nothing when that cannot be told. (WASI hosts do
// not tell.)
std::optional<std::filesystem::path> real_path(const std::filesystem::path& path);
// One file under two paths: same disk, same number, links followed.
bool same_file(const std::filesystem::path& a, const std::filesystem::path& b);
// The user may change the file that stands there.
bool may_write(const std::filesystem::path& path);
// How many names (hard links) the file has; 0 when it cannot be looked at.
std::uint64_t names_of_file(const std::filesystem::path& path);

std::optional<std::string> environment(const char* name);
std::filesystem::path
user_config_folder();  // $XDG_CONFIG_HOME/paravent, else ~/.config/paravent; empty without a home
std::filesystem::path
user_data_folder();           // $XDG_DATA_HOME/paravent, else ~/.local/share/paravent; empty without a home
std::string system_locale();  // LC_ALL, LC_MESSAGES, LANG: the first that is set, else ""
bool is_terminal(int descriptor);
std::uint64_t random_64();  // from the system's generator

// A crash must not leave the text of a note in a core file: no core dumps, no reading by other processes of
// the same user.
void forbid_core_dumps();

// Removes temporary files of ours from a folder that were left there, more than a minute ago, by a program
// that was killed.
void remove_stray_temporaries(const std::filesystem::path& folder);

// Temporary files are removed when the program is ended by SIGINT or SIGTERM; call once at the start of a
// command.
void remove_temporaries_when_interrupted();

}  // namespace paravent::platform
