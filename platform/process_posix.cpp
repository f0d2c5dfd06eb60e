// What the process itself asks of POSIX: signals, limits, terminals.
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>

#include "platform/files.hpp"
#include "platform/temporaries.hpp"

namespace paravent::platform {
namespace {

// A signal handler may only read the names: the table is fixed and lock-free.
constexpr std::size_t slots = 8;
std::array<std::atomic<const char*>, slots> temporaries{};

extern "C" void remove_temporaries_and_end(int signal) {
  for (const auto& name : temporaries) {
    if (const char* path = name.load()) ::unlink(path);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

std::size_t add_temporary(const char* name) {
  for (std::size_t i = 0; i < slots; ++i) {
    const char* empty = nullptr;
    if (temporaries[i].compare_exchange_strong(empty, name)) return i;
  }
  return slots;
}

void remove_temporary(std::size_t slot) {
  if (slot < slots) temporaries[slot].store(nullptr);
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

void forbid_core_dumps() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
  ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

void remove_temporaries_when_interrupted() {
  std::signal(SIGINT, remove_temporaries_and_end);
  std::signal(SIGTERM, remove_temporaries_and_end);
  // A closed pipe or a size limit then fails the write, which is reported, instead of ending the program in
  // its middle.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace paravent::platform
