// A progress bar on stderr, drawn only when a person looks at a terminal and there is more than one file.
#pragma once

#include <cstddef>

namespace paravent::cli {

class Progress {
 public:
  explicit Progress(std::size_t total);
  ~Progress();  // wipes the bar, so that nothing of it stays between the lines of the result
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void advance();
  void wipe();

 private:
  std::size_t total_;
  std::size_t done_ = 0;
  std::size_t drawn_ = 0;  // filled cells on screen
  bool shown_;
};

}  // namespace paravent::cli
