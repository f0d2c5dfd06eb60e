// An open file of POSIX.
#pragma once

#include <unistd.h>

namespace paravent::platform {

// Closes a descriptor however the function is left.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  // Closing can report a write that failed late (a full disk on some file systems).
  bool close() {
    const int result = ::close(value_);
    value_ = -1;
    return result == 0;
  }

 private:
  int value_;
};

}  // namespace paravent::platform
