// A machine short of memory: this test program has its own operator new, which can be told to fail.
#pragma once

#include <cstddef>

namespace paravent::lsp::test {

// While it lives, no allocation of so many bytes or more succeeds, on any thread.
class NoMemoryFor {
 public:
  explicit NoMemoryFor(std::size_t bytes);
  ~NoMemoryFor();
  NoMemoryFor(const NoMemoryFor&) = delete;
  NoMemoryFor& operator=(const NoMemoryFor&) = delete;
};

}  // namespace paravent::lsp::test
