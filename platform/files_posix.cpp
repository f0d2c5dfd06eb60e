#include "platform/files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>

#include "platform/descriptor_posix.hpp"
#include "platform/errors.hpp"
#include "platform/stdio.hpp"
#include "platform/temporaries.hpp"

namespace paravent::platform {
namespace {

using text::Failure;
using text::Result;

// The last modification and size: two equal stamps around a read mean that one version was read.
struct Stamp {
  timespec changed{};
  off_t size = 0;
  bool operator==(const Stamp& other) const {
    return changed.tv_sec == other.changed.tv_sec && changed.tv_nsec == other.changed.tv_nsec &&
           size == other.size;
  }
};

std::optional<Stamp> stamp_of(int descriptor) {
  struct stat status{};
  if (::fstat(descriptor, &status) != 0) return std::nullopt;
  return Stamp{status.st_mtim, status.st_size};
}

Failure too_large(const std::string& name, std::uint64_t max_bytes) {
  const std::string limit = std::to_string(max_bytes >> 20U);
  return {name + " : plus de " + limit +
              " Mo. Paravent ne lit pas d’aussi gros fichiers : coupez-le en plusieurs.",
          name + ": larger than " + limit + " MB. Paravent does not read files that large: split it."};
}

// Everything a descriptor gives, up to a limit; false in `ok` with errno set on an error.
std::string read_all(int descriptor, std::uint64_t max_bytes, bool& ok, bool& above) {
  std::string out;
  std::array<char, 1U << 16U> chunk;
  ok = true;
  above = false;
  for (;;) {
    const ssize_t got = ::read(descriptor, chunk.data(), chunk.size());
    if (got == 0) return out;
    if (got < 0) {
      if (errno == EINTR) continue;
      ok = false;
      return out;
    }
    out.append(chunk.data(), static_cast<std::size_t>(got));
    if (out.size() > max_bytes) {
      above = true;
      return out;
    }
  }
}

Result<std::string> read_once(const std::filesystem::path& path, std::uint64_t max_bytes, bool& changed) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return file_failure(path, errno, reading);
  struct stat status{};
  if (::fstat(file.get(), &status) != 0) return file_failure(path, errno, reading);
  if (S_ISDIR(status.st_mode)) return file_failure(path, EISDIR, reading);
  if (!S_ISREG(status.st_mode)) {
    return Failure{path.string() + " : ce n’est pas un fichier ordinaire.",
                   path.string() + ": not a regular file."};
  }
  if (static_cast<std::uint64_t>(status.st_size) > max_bytes) return too_large(path.string(), max_bytes);
  const auto before = stamp_of(file.get());
  bool ok = false;
  bool above = false;
  std::string bytes = read_all(file.get(), max_bytes, ok, above);
  if (!ok) return file_failure(path, errno, reading);
  if (above) return too_large(path.string(), max_bytes);
  const auto after = stamp_of(file.get());
  changed = !before || !after || !(*before == *after) || static_cast<off_t>(bytes.size()) != after->size;
  return bytes;
}

// The mode a file is to have; nothing: what open() gives to a new file, with the umask of that moment.
// (Asking for the umask would mean setting it, for every thread.)
#ifdef __wasi__
// WASI has neither modes nor links to resolve; its host decides both.
std::optional<mode_t> mode_for(const std::filesystem::path&, bool, const std::filesystem::path&) {
  return std::nullopt;
}
bool set_mode(int, mode_t) {
  return true;
}
std::filesystem::path behind_link(const std::filesystem::path& path) {
  return path;
}
#else
std::optional<mode_t> mode_for(const std::filesystem::path& path, bool secret,
                               const std::filesystem::path& like) {
  struct stat status{};
  if (!like.empty() && ::stat(like.c_str(), &status) == 0) return status.st_mode & 0777U;
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
  if (secret) return 0600;
  return std::nullopt;
}
bool set_mode(int descriptor, mode_t mode) {
  return ::fchmod(descriptor, mode) == 0;
}
// What a link points to is replaced, not the link.
std::filesystem::path behind_link(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_symlink(path, ignored)) return path;
  const std::filesystem::path real = std::filesystem::canonical(path, ignored);
  return real.empty() ? path : real;
}
#endif

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

// A file that is being written beside the one it will become. Gone when it goes out of scope, unless kept.
class Temporary {
 public:
  explicit Temporary(const std::filesystem::path& folder)
      : name_((folder / (std::string(temporary_start) + std::to_string(random_64()))).string()) {}
  ~Temporary() {
    if (!made_) return;
    const int error = errno;  // the caller still has to tell why it gave up
    ::unlink(name_.c_str());
    remove_temporary(slot_);
    errno = error;
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  // On disk with these bytes and that mode; false with errno set.
  bool write(std::string_view bytes, std::optional<mode_t> mode) {
    Descriptor file(::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ? 0600 : 0644));
    if (file.get() < 0) return false;
    made_ = true;
    slot_ = add_temporary(name_.c_str());
    return write_all(file.get(), bytes) && (!mode || set_mode(file.get(), *mode)) &&
           ::fsync(file.get()) == 0 && file.close();
  }
  // It has its final name now.
  void keep() {
    remove_temporary(slot_);
    made_ = false;
  }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::size_t slot_ = 0;
  bool made_ = false;
};

// A rename lasts only when the folder that holds the name is on disk too.
void sync_folder(const std::filesystem::path& folder) {
  const Descriptor open(::open(folder.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY));
  if (open.get() >= 0) ::fsync(open.get());
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
  // An editor that saves while we read is common, and done in a moment: look again, then say so.
  for (int attempt = 0; attempt < 3; ++attempt) {
    bool changed = false;
    Result<std::string> bytes = read_once(path, max_bytes, changed);
    if (!bytes || !changed) return bytes;
  }
  return Failure{
      path.string() + " : ce fichier change pendant sa lecture. Recommencez quand il est enregistré.",
      path.string() + ": the file changes while it is read. Try again once it is saved."};
}

Result<std::string> read_standard_input(std::uint64_t max_bytes) {
  bool ok = false;
  bool above = false;
  std::string bytes = read_all(STDIN_FILENO, max_bytes, ok, above);
  if (!ok) return file_failure("-", errno, reading);
  if (above) return too_large("-", max_bytes);
  return bytes;
}

Result<Done> replace_file(const std::filesystem::path& path, std::string_view bytes, bool secret,
                          const std::filesystem::path& like) {
  const std::filesystem::path target = behind_link(path);
  Temporary whole(folder_of(target));
  if (!whole.write(bytes, mode_for(target, secret, like)) ||
      ::rename(whole.name().c_str(), target.c_str()) != 0) {
    return file_failure(path, errno, writing);
  }
  whole.keep();
  sync_folder(folder_of(target));
  return Done{};
}

Result<bool> make_file(const std::filesystem::path& path, std::string_view bytes, bool secret,
                       const std::filesystem::path& like) {
  Temporary whole(folder_of(path));
  if (!whole.write(bytes, mode_for(path, secret, like))) return file_failure(path, errno, writing);
  // A link never replaces what is there: of two processes, one makes the file and the other is told so.
  if (::link(whole.name().c_str(), path.c_str()) == 0) {
    sync_folder(folder_of(path));
    return true;
  }
  if (errno == EEXIST) return false;
  // Some disks (FAT, some network drives) and hosts know no links: the name is taken first, then filled.
  const Descriptor taken(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (taken.get() < 0 && errno == EEXIST) return false;
  if (taken.get() < 0) return file_failure(path, errno, writing);
  if (::rename(whole.name().c_str(), path.c_str()) != 0) {
    const int error = errno;
    ::unlink(path.c_str());
    return file_failure(path, error, writing);
  }
  whole.keep();
  sync_folder(folder_of(path));
  return true;
}

Result<std::optional<std::string>> read_file_if_there(const std::filesystem::path& path,
                                                      std::uint64_t max_bytes) {
  struct stat status{};
  if (::lstat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return std::optional<std::string>();
#ifdef __wasi__
    // A folder that the host does not show holds nothing for us.
    if (errno == ENOTCAPABLE) return std::optional<std::string>();
#endif
    return file_failure(path, errno, reading);
  }
  auto bytes = read_file(path, max_bytes);
  if (!bytes) return bytes.failure();
  return std::optional<std::string>(std::move(*bytes));
}

bool is_file(const std::filesystem::path& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool exists(const std::filesystem::path& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0;
}

std::optional<std::vector<Entry>> list_folder(const std::filesystem::path& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()),
                                                 [](DIR* d) { return ::closedir(d); });
  if (!open) return std::nullopt;
  std::vector<Entry> out;
  errno = 0;
  while (const dirent* entry = ::readdir(open.get())) {
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat status{};
    if (::lstat((folder / name).c_str(), &status) == 0) {
      out.push_back({name, S_ISDIR(status.st_mode), S_ISREG(status.st_mode)});
    }
    errno = 0;
  }
  if (errno != 0) return std::nullopt;
  return out;
}

std::filesystem::path whole_path(const std::filesystem::path& path) {
  if (path.is_absolute()) return path.lexically_normal();
  const std::unique_ptr<char, void (*)(void*)> here(::getcwd(nullptr, 0), std::free);
  return ((here ? std::filesystem::path(here.get()) : std::filesystem::path("/")) / path).lexically_normal();
}

std::optional<std::filesystem::path> real_path(const std::filesystem::path& path) {
#ifdef __wasi__
  static_cast<void>(path);
  return std::nullopt;
#else
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  if (!real) return std::nullopt;
  return std::filesystem::path(real.get());
#endif
}

bool same_file(const std::filesystem::path& a, const std::filesystem::path& b) {
  struct stat first{};
  struct stat second{};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

bool may_write(const std::filesystem::path& path) {
  return ::access(path.c_str(), W_OK) == 0;
}

std::uint64_t names_of_file(const std::filesystem::path& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_nlink) : 0;
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::string(value);
}

std::filesystem::path user_config_folder() {
  if (const auto config = environment("XDG_CONFIG_HOME")) return std::filesystem::path(*config) / "paravent";
  if (const auto home = environment("HOME")) return std::filesystem::path(*home) / ".config" / "paravent";
  return {};
}

std::filesystem::path user_data_folder() {
  if (const auto data = environment("XDG_DATA_HOME")) return std::filesystem::path(*data) / "paravent";
  if (const auto home = environment("HOME")) {
    return std::filesystem::path(*home) / ".local" / "share" / "paravent";
  }
  return {};
}

std::string system_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto value = environment(name)) return *value;
  }
  return "";
}

std::uint64_t random_64() {
  std::uint64_t value = 0;
  // getentropy fails only for sizes above 256 bytes or on kernels without it; then there is nothing safe to
  // fall back to.
  if (::getentropy(&value, sizeof value) != 0) std::abort();
  return value;
}

}  // namespace paravent::platform
