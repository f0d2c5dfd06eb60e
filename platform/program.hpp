// Running another program of the machine, never longer than a deadline.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paravent::platform {

// A moment after which waiting ends; several steps may share one.
class Deadline {
 public:
  static Deadline in(std::chrono::milliseconds time);
  std::chrono::milliseconds left() const;  // never below zero

 private:
  explicit Deadline(std::chrono::steady_clock::time_point end) : end_(end) {}
  std::chrono::steady_clock::time_point end_;
};

struct Ended {
  bool started = false;  // the program was found and ran
  bool in_time = false;  // else it was ended by us
  int code = -1;         // its exit code, -1 when a signal ended it
  std::string out;
  std::string err;
};

// Runs a program of PATH with these arguments, gives it `input` and takes what it prints (64 kB of each at
// most). Messages are asked for in English, whatever the locale. Nothing secret belongs in the arguments:
// others can see them.
Ended run_program(const std::vector<std::string>& arguments, std::string_view input,
                  const Deadline& deadline);

// A program of that name stands in a folder of PATH.
bool has_program(std::string_view name);

}  // namespace paravent::platform
