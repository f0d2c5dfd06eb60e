#include "platform/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "platform/stdio.hpp"
#include "platform/temporaries.hpp"

namespace paravent::platform {
namespace {

using text::Failure;
using text::Result;

// Closes a descriptor however the function is left.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  // Closing can report a write that failed late (a full disk on some file systems).
  bool close() {
    const int result = ::close(value_);
    value_ = -1;
    return result == 0;
  }

 private:
  int value_;
};

// A failure that names the file and, from errno, what to do.
Failure file_failure(const std::filesystem::path& path, int error, const char* doing_fr,
                     const char* doing_en) {
  const std::string name = path.string();
  const auto with = [&](const char* fr, const char* en) {
    return Failure{name + " : " + doing_fr + " : " + fr, name + ": " + doing_en + ": " + en};
  };
  switch (error) {
    case ENOENT:
      return with("ce fichier ou ce dossier n’existe pas. Vérifiez son nom.",
                  "no such file or folder. Check its name.");
    case EACCES:
    case EPERM:
    case EROFS:
      return with("vous n’en avez pas le droit. Changez les droits du fichier ou du dossier.",
                  "you have no right to. Change the permissions of the file or folder.");
    case ENOSPC:
    case EDQUOT:
      return with("le disque est plein. Libérez de la place, puis recommencez.",
                  "the disk is full. Free some space, then try again.");
    case EISDIR:
      return with("c’est un dossier, pas un fichier.", "it is a folder, not a file.");
    case ENAMETOOLONG:
      return with("le nom est trop long. Raccourcissez-le.", "the name is too long. Shorten it.");
    default:
      return with(std::strerror(error), std::strerror(error));
  }
}

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
  constexpr const char* doing_fr = "lecture impossible";
  constexpr const char* doing_en = "cannot be read";
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return file_failure(path, errno, doing_fr, doing_en);
  struct stat status{};
  if (::fstat(file.get(), &status) != 0) return file_failure(path, errno, doing_fr, doing_en);
  if (S_ISDIR(status.st_mode)) return file_failure(path, EISDIR, doing_fr, doing_en);
  if (!S_ISREG(status.st_mode)) {
    return Failure{path.string() + " : ce n’est pas un fichier ordinaire.",
                   path.string() + ": not a regular file."};
  }
  if (static_cast<std::uint64_t>(status.st_size) > max_bytes) return too_large(path.string(), max_bytes);
  const auto before = stamp_of(file.get());
  bool ok = false;
  bool above = false;
  std::string bytes = read_all(file.get(), max_bytes, ok, above);
  if (!ok) return file_failure(path, errno, doing_fr, doing_en);
  if (above) return too_large(path.string(), max_bytes);
  const auto after = stamp_of(file.get());
  changed = !before || !after || !(*before == *after) || static_cast<off_t>(bytes.size()) != after->size;
  return bytes;
}

#ifdef __wasi__
// WASI has neither modes nor links to resolve; its host decides both.
mode_t mode_for(const std::filesystem::path&, bool) {
  return 0600;
}
bool set_mode(int, mode_t) {
  return true;
}
std::filesystem::path behind_link(const std::filesystem::path& path) {
  return path;
}
#else
mode_t mode_for(const std::filesystem::path& path, bool secret) {
  struct stat status{};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
  if (secret) return 0600;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0644U & ~mask;
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
  if (!ok) return file_failure("-", errno, "lecture impossible", "cannot be read");
  if (above) return too_large("-", max_bytes);
  return bytes;
}

Result<Done> replace_file(const std::filesystem::path& path, std::string_view bytes, bool secret) {
  constexpr const char* doing_fr = "écriture impossible";
  constexpr const char* doing_en = "cannot be written";
  const std::filesystem::path target = behind_link(path);
  const std::filesystem::path folder =
      target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
  const mode_t mode = mode_for(target, secret);

  const std::string temporary = (folder / (".paravent-" + std::to_string(random_64()))).string();
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (file.get() < 0) return file_failure(path, errno, doing_fr, doing_en);
  const std::size_t slot = add_temporary(temporary.c_str());
  const auto give_up = [&](int error) {
    ::unlink(temporary.c_str());
    remove_temporary(slot);
    return file_failure(path, error, doing_fr, doing_en);
  };
  if (!write_all(file.get(), bytes) || !set_mode(file.get(), mode) || ::fsync(file.get()) != 0 ||
      !file.close()) {
    return give_up(errno);
  }
  if (::rename(temporary.c_str(), target.c_str()) != 0) return give_up(errno);
  remove_temporary(slot);
  sync_folder(folder);
  return Done{};
}

bool is_file(const std::filesystem::path& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool exists(const std::filesystem::path& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0;
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
