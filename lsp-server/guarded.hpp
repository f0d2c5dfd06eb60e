// Where an exception ends: what a library throws (out of memory, mostly) must not end the server, which holds
// other notes.
#pragma once

namespace paravent::lsp {

// False when an exception ended `f`. Where there are none (WebAssembly), the host sees the trap.
template <class F>
bool completes(F&& f) noexcept {
#ifdef __cpp_exceptions
  try {
    f();
    return true;
  } catch (...) {
    return false;  // what it says may hold text of a note: nobody reads it
  }
#else
  f();
  return true;
#endif
}

}  // namespace paravent::lsp
