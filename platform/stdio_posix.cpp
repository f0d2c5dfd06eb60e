#include <unistd.h>

#include <cerrno>
#ifndef __wasi__
#include <fcntl.h>

#include <csignal>
#endif

#include "platform/process_watch.hpp"
#include "platform/stdio.hpp"

namespace paravent::platform {

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

}  // namespace

ProtocolPipes take_standard_pipes() {
  std::signal(SIGPIPE, SIG_IGN);
  const ProtocolPipes pipes{private_copy(STDIN_FILENO), private_copy(STDOUT_FILENO)};
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const bool taken = pipes.in >= 0 && pipes.out >= 0 && nothing >= 0 && ::dup2(nothing, STDIN_FILENO) >= 0 &&
                     ::dup2(STDERR_FILENO, STDOUT_FILENO) >= 0;
  if (nothing >= 0) ::close(nothing);
  if (taken) return pipes;
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

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

}  // namespace paravent::platform
