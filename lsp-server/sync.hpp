// The lock that state shared between threads is guarded by; nothing where there are no threads.
#pragma once

#ifdef PARAVENT_SINGLE_THREADED
namespace paravent::lsp {
struct Mutex {};
struct Guard {
  explicit Guard(Mutex&) {}
  ~Guard() {}  // not trivial, so that an unused one is not reported
};
}  // namespace paravent::lsp
#else
#include <mutex>
namespace paravent::lsp {
using Mutex = std::mutex;
using Guard = std::lock_guard<std::mutex>;
}  // namespace paravent::lsp
#endif
