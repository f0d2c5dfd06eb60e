#include "platform/process_watch.hpp"

#ifdef __linux__
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#endif

namespace paravent::platform {

#ifdef __linux__
int open_process(std::int64_t id) {
  const auto process = static_cast<pid_t>(id);
  if (id <= 0 || process != id) return -1;
  // The C library has no function for it before glibc 2.36. The handle is closed in programs that we start.
  return static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
}

void close_process(int handle) {
  if (handle >= 0) ::close(handle);
}

bool wait_for_input(int descriptor, int process) {
  std::array<pollfd, 2> watched{pollfd{descriptor, POLLIN, 0}, pollfd{process, POLLIN, 0}};
  for (;;) {
    if (::poll(watched.data(), watched.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return true;
    }
    if (watched[0].revents != 0) return true;
    if (watched[1].revents != 0) return false;
  }
}
#else
int open_process(std::int64_t /*id*/) {
  return -1;
}
void close_process(int /*handle*/) {}
bool wait_for_input(int /*descriptor*/, int /*process*/) {
  return true;
}
#endif

}  // namespace paravent::platform
