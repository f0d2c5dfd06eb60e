// Noticing that another process has ended, without asking again and again.
#pragma once

#include <cstdint>

namespace paravent::platform {

// A handle to a process of this machine; -1 where there is no such process or the system cannot watch one
// (Linux can).
int open_process(std::int64_t id);
void close_process(int handle);

// Waits until a descriptor has something to read (or has ended). False when the process has ended first.
bool wait_for_input(int descriptor, int process);

}  // namespace paravent::platform
