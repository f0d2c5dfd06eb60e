#include "lsp-server/failing_memory.hpp"

#include <atomic>
#include <cstdlib>
#include <limits>
#include <new>

namespace {

std::atomic<std::size_t> too_much = std::numeric_limits<std::size_t>::max();

void* allocated(std::size_t bytes) noexcept {
  return bytes >= too_much.load() ? nullptr : std::malloc(bytes == 0 ? 1 : bytes);
}

void* allocated_or_thrown(std::size_t bytes) {
  void* const memory = allocated(bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

// All that take no alignment: a sanitizer compares how memory was taken with how it is given back.
void* operator new(std::size_t bytes) {
  return allocated_or_thrown(bytes);
}
void* operator new[](std::size_t bytes) {
  return allocated_or_thrown(bytes);
}
void* operator new(std::size_t bytes, const std::nothrow_t& /*tag*/) noexcept {
  return allocated(bytes);
}
void* operator new[](std::size_t bytes, const std::nothrow_t& /*tag*/) noexcept {
  return allocated(bytes);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t /*bytes*/) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t /*bytes*/) noexcept {
  std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t& /*tag*/) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, const std::nothrow_t& /*tag*/) noexcept {
  std::free(memory);
}

namespace paravent::lsp::test {

NoMemoryFor::NoMemoryFor(std::size_t bytes) {
  too_much = bytes;
}
NoMemoryFor::~NoMemoryFor() {
  too_much = std::numeric_limits<std::size_t>::max();
}

}  // namespace paravent::lsp::test
