#include "platform/terminal.hpp"

#include <termios.h>
#include <unistd.h>

#include <csignal>

#include "platform/stdio.hpp"

namespace paravent::platform {
namespace {

constexpr std::size_t longest_secret = 4096;

// Keystrokes are not shown while this lives. Signals wait meanwhile: the terminal must show keystrokes again
// before the program ends.
class Hidden {
 public:
  Hidden() {
    sigset_t all;
    ::sigemptyset(&all);
    for (const int signal : {SIGINT, SIGTERM, SIGTSTP, SIGQUIT, SIGHUP}) ::sigaddset(&all, signal);
    ::sigprocmask(SIG_BLOCK, &all, &signals_);
    hidden_ = ::tcgetattr(STDIN_FILENO, &shown_) == 0;
    termios now = shown_;
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    hidden_ = hidden_ && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &now) == 0;
  }
  ~Hidden() {
    if (hidden_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown_);
    ::sigprocmask(SIG_SETMASK, &signals_, nullptr);
  }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;
  bool is_hidden() const { return hidden_; }

 private:
  termios shown_{};
  sigset_t signals_{};
  bool hidden_ = false;
};

}  // namespace

std::optional<std::string> secret_from(int descriptor) {
  std::string out;
  char c = 0;
  bool any = false;
  while (out.size() < longest_secret && read_some(descriptor, &c, 1) == 1) {
    any = true;
    if (c == '\n') break;
    out += c;
  }
  if (!out.empty() && out.back() == '\r') out.pop_back();
  return any ? std::optional(out) : std::nullopt;
}

std::optional<std::string> ask_secret(std::string_view question) {
  if (::isatty(STDIN_FILENO) == 0) return std::nullopt;
  const Hidden hidden;
  if (!hidden.is_hidden()) return std::nullopt;
  write_all(STDERR_FILENO, question);
  auto out = secret_from(STDIN_FILENO);
  write_all(STDERR_FILENO, "\n");
  return out;
}

}  // namespace paravent::platform
