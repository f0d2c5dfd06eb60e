#include "platform/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "platform/descriptor_posix.hpp"
#include "platform/errors.hpp"

namespace paravent::platform {
namespace {

using text::Failure;
using text::Result;

Failure refused(const std::filesystem::path& path, std::string_view fr, std::string_view en) {
  return {path.string().append(" : ").append(fr), path.string().append(": ").append(en)};
}

std::optional<Failure> fault_of(const std::filesystem::path& path, const struct stat& status) {
  if (!S_ISREG(status.st_mode)) {
    return refused(path, "ce n’est pas un fichier ordinaire. Retirez-le de là.",
                   "not a regular file. Take it away from there.");
  }
  if (status.st_uid != ::geteuid()) {
    return refused(path,
                   "ce fichier secret appartient à quelqu’un d’autre. Rendez-le à votre compte (chown).",
                   "this secret file belongs to somebody else. Give it to your account (chown).");
  }
  if ((status.st_mode & 077U) != 0) {
    return refused(path, "d’autres peuvent lire ce fichier secret. Fermez-le avec chmod 600.",
                   "others can read this secret file. Close it with chmod 600.");
  }
  return std::nullopt;
}

bool sync(const std::filesystem::path& path, int flags) {
  const Descriptor open(::open(path.c_str(), flags | O_CLOEXEC));
  return open.get() >= 0 && ::fsync(open.get()) == 0;
}

}  // namespace

Result<Done> make_private_folder(const std::filesystem::path& folder) {
  std::filesystem::path made;
  for (const std::filesystem::path& part : folder) {
    made /= part;
    if (::mkdir(made.c_str(), 0700) == 0 || errno == EEXIST) continue;
    struct stat status{};
    const int error = errno;
    // Some systems refuse to make "/" or a mount point with another error than EEXIST.
    if (::stat(made.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
      return file_failure(made, error, writing);
  }
  struct stat status{};
  if (::stat(folder.c_str(), &status) != 0) return file_failure(folder, errno, writing);
  if (!S_ISDIR(status.st_mode)) return file_failure(folder, ENOTDIR, writing);
  return Done{};
}

Result<std::optional<std::string>> read_private_file(const std::filesystem::path& path,
                                                     std::uint64_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (file.get() < 0) {
    if (errno == ENOENT) return std::optional<std::string>();
    if (errno == ELOOP) {
      return refused(path, "ce fichier secret est un lien. Mettez le fichier lui-même à sa place.",
                     "this secret file is a link. Put the file itself in its place.");
    }
    return file_failure(path, errno, reading);
  }
  struct stat status{};
  if (::fstat(file.get(), &status) != 0) return file_failure(path, errno, reading);
  if (auto fault = fault_of(path, status)) return *fault;
  std::string out;
  std::array<char, 4096> chunk;
  for (;;) {
    const ssize_t got = ::read(file.get(), chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return file_failure(path, errno, reading);
    if (got == 0) return std::optional<std::string>(std::move(out));
    out.append(chunk.data(), static_cast<std::size_t>(got));
    if (out.size() > max_bytes) return file_failure(path, EFBIG, reading);
  }
}

Result<Done> make_private_and_sync(const std::filesystem::path& path) {
  if (::chmod(path.c_str(), 0600) != 0 || !sync(path, O_RDONLY)) return file_failure(path, errno, writing);
  return Done{};
}

Result<Done> move_over(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return file_failure(to, errno, writing);
  if (!sync(to.parent_path(), O_RDONLY | O_DIRECTORY)) return file_failure(to, errno, writing);
  return Done{};
}

bool remove_file(const std::filesystem::path& path) {
  return ::unlink(path.c_str()) == 0 || errno == ENOENT;
}

}  // namespace paravent::platform
