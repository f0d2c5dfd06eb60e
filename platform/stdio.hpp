// Standard input and output as the two ends of a protocol that nothing else may write to.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace paravent::platform {

// Descriptors of this process.
struct ProtocolPipes {
  int in = -1;
  int out = -1;
};

// Takes standard input and output away from the rest of the program: what a library prints to standard
// output goes to standard error from now on, and standard input is empty. {-1, -1} when that fails. Once a
// process. A reader that has gone no longer ends the process: write_all says so.
ProtocolPipes take_standard_pipes();

// Waits for bytes; 0 at the end of input, on an error, or when a process of process_watch.hpp has ended and
// nothing is left to read.
std::size_t read_some(int descriptor, char* into, std::size_t size, int process = -1);
// Writes pieces one behind the other. False when the other end is gone.
bool write_all(int descriptor, std::span<const std::string_view> pieces);
inline bool write_all(int descriptor, std::string_view bytes) {
  return write_all(descriptor, std::span<const std::string_view>(&bytes, 1));
}

}  // namespace paravent::platform
