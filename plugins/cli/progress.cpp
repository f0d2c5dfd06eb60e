#include "cli/progress.hpp"

#include <cstdio>
#include <string>

#include "platform/files.hpp"

namespace paravent::cli {
namespace {

constexpr std::size_t cells = 30;
constexpr int error_descriptor = 2;

}  // namespace

Progress::Progress(std::size_t total)
    : total_(total), shown_(total > 1 && platform::is_terminal(error_descriptor)) {}

Progress::~Progress() {
  wipe();
}

void Progress::advance() {
  ++done_;
  if (!shown_) return;
  const std::size_t filled = done_ * cells / total_;
  if (filled == drawn_) return;
  drawn_ = filled;
  std::string bar = "\r[" + std::string(filled, '#') + std::string(cells - filled, ' ') + "] ";
  bar += std::to_string(done_) + "/" + std::to_string(total_);
  std::fwrite(bar.data(), 1, bar.size(), stderr);
}

void Progress::wipe() {
  if (!shown_ || drawn_ == 0) return;
  drawn_ = 0;
  std::fputs("\r\x1b[K", stderr);
}

}  // namespace paravent::cli
