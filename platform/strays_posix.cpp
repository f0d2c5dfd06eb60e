// A program that is killed outright cannot remove its temporary file: the next one does.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>

#include "platform/files.hpp"
#include "platform/temporaries.hpp"

namespace paravent::platform {
namespace {

constexpr std::time_t surely_left = 60;  // seconds: no write of a note takes that long

bool is_temporary_name(std::string_view name) {
  if (!name.starts_with(temporary_start) || name.size() == temporary_start.size()) return false;
  name.remove_prefix(temporary_start.size());
  return std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void remove_stray_temporaries(const std::filesystem::path& folder) {
  const auto entries = list_folder(folder);
  if (!entries) return;
  for (const Entry& entry : *entries) {
    if (!entry.is_file || !is_temporary_name(entry.name)) continue;
    const std::filesystem::path path = folder / entry.name;
    struct stat status{};
    const bool old =
        ::lstat(path.c_str(), &status) == 0 && status.st_mtime + surely_left < std::time(nullptr);
    if (old) ::unlink(path.c_str());
  }
}

}  // namespace paravent::platform
