#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>
#ifndef __wasi__
#include <fcntl.h>

#include <csignal>
#endif

#include "platform/process_watch.hpp"
#include "platform/stdio.hpp"

namespace paravent::platform {
namespace {

constexpr std::size_t most_pieces = 16;  // that one system call takes everywhere (POSIX)

}  // namespace

#ifdef __wasi__
// WASI cannot duplicate descriptors and has no signals; its host sees to both.
ProtocolPipes take_standard_pipes() {
  return {STDIN_FILENO, STDOUT_FILENO};
}
#else
namespace {

// A copy that programs we start do not inherit.
int private_copy(int descriptor) {
  return ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
}

// The diagnostics of a long note are more than a pipe takes by default: for each piece of them the client and
// we would wait for each other. What is no pipe, or may not be wider, stays as it is.
void widen([[maybe_unused]] int pipe) {
#ifdef F_SETPIPE_SZ
  constexpr int enough = 1 << 20;
  ::fcntl(pipe, F_SETPIPE_SZ, enough);
#endif
}

}  // namespace

ProtocolPipes take_standard_pipes() {
  std::signal(SIGPIPE, SIG_IGN);
  const ProtocolPipes pipes{private_copy(STDIN_FILENO), private_copy(STDOUT_FILENO)};
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const bool taken = pipes.in >= 0 && pipes.out >= 0 && nothing >= 0 && ::dup2(nothing, STDIN_FILENO) >= 0 &&
                     ::dup2(STDERR_FILENO, STDOUT_FILENO) >= 0;
  if (nothing >= 0) ::close(nothing);
  if (taken) {
    widen(pipes.out);
    return pipes;
  }
  if (pipes.in >= 0) ::close(pipes.in);
  if (pipes.out >= 0) ::close(pipes.out);
  return {};
}
#endif

std::size_t read_some(int descriptor, char* into, std::size_t size, int process) {
  for (;;) {
    if (process >= 0 && !wait_for_input(descriptor, process)) return 0;
    const ssize_t got = ::read(descriptor, into, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return 0;
  }
}

bool write_all(int descriptor, std::span<const std::string_view> pieces) {
  std::vector<iovec> left;
  for (const std::string_view piece : pieces) {
    // The system reads what a const pointer shows; its own type has none.
    if (!piece.empty()) left.push_back({const_cast<char*>(piece.data()), piece.size()});
  }
  std::size_t first = 0;
  while (first < left.size()) {
    const std::size_t count = std::min<std::size_t>(left.size() - first, most_pieces);
    const ssize_t put = ::writev(descriptor, &left[first], static_cast<int>(count));
    if (put < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    auto written = static_cast<std::size_t>(put);
    while (first < left.size() && written >= left[first].iov_len) written -= left[first++].iov_len;
    if (first == left.size()) break;
    left[first].iov_base = static_cast<char*>(left[first].iov_base) + written;
    left[first].iov_len -= written;
  }
  return true;
}

}  // namespace paravent::platform
