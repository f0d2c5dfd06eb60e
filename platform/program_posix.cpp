#include "platform/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <thread>

#include "platform/files.hpp"

#ifdef __APPLE__
extern char** environ;  // no header there declares it
#endif

namespace paravent::platform {
namespace {

constexpr std::size_t most_output = 1U << 16U;
constexpr std::chrono::milliseconds step{5};

struct Pipe {
  int read = -1;
  int write = -1;

  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe(ends.data()) != 0) return;
    read = ends[0];
    write = ends[1];
    ::fcntl(read, F_SETFD, FD_CLOEXEC);
    ::fcntl(write, F_SETFD, FD_CLOEXEC);
  }
  ~Pipe() {
    close_end(read);
    close_end(write);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  bool open() const { return read >= 0; }
  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

// The environment with English messages.
std::vector<std::string> english_environment() {
  std::vector<std::string> out;
  for (const char* const* entry = environ; *entry != nullptr; ++entry) {
    if (std::strncmp(*entry, "LC_ALL=", 7) != 0 && std::strncmp(*entry, "LANGUAGE=", 9) != 0)
      out.emplace_back(*entry);
  }
  out.emplace_back("LC_ALL=C");
  return out;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> out;
  out.reserve(strings.size() + 1);
  for (std::string& one : strings) out.push_back(one.data());
  out.push_back(nullptr);
  return out;
}

pid_t start(std::vector<std::string> arguments, const Pipe& in, const Pipe& out, const Pipe& err) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&actions, in.read, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out.write, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.write, STDERR_FILENO);
  // A group of its own: what it starts is ended with it.
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  std::vector<std::string> environment = english_environment();
  pid_t child = -1;
  const int error = ::posix_spawnp(&child, arguments[0].c_str(), &actions, &attributes,
                                   pointers_to(arguments).data(), pointers_to(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  return error == 0 ? child : -1;
}

// Takes what is there; false when the other end is closed.
bool drain(int descriptor, std::string& into) {
  std::array<char, 4096> chunk;
  const ssize_t got = ::read(descriptor, chunk.data(), chunk.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (into.size() < most_output) into.append(chunk.data(), static_cast<std::size_t>(got));
  return got > 0;
}

// Feeds and reads until both outputs are closed; false when time ran out.
bool converse(Pipe& in, Pipe& out, Pipe& err, std::string_view input, Ended& ended,
              const Deadline& deadline) {
  ::fcntl(in.write, F_SETFL, O_NONBLOCK);
  while (out.read >= 0 || err.read >= 0) {
    if (input.empty()) Pipe::close_end(in.write);
    std::array<pollfd, 3> watched{pollfd{out.read, POLLIN, 0}, pollfd{err.read, POLLIN, 0},
                                  pollfd{in.write, POLLOUT, 0}};
    const auto left = deadline.left().count();
    if (left == 0) return false;
    if (::poll(watched.data(), watched.size(), static_cast<int>(left)) < 0 && errno != EINTR) return false;
    if (watched[0].revents != 0 && !drain(out.read, ended.out)) Pipe::close_end(out.read);
    if (watched[1].revents != 0 && !drain(err.read, ended.err)) Pipe::close_end(err.read);
    if (watched[2].revents != 0) {
      const ssize_t put = ::write(in.write, input.data(), input.size());
      // A program that does not read to the end has closed its side.
      if (put >= 0)
        input.remove_prefix(static_cast<std::size_t>(put));
      else if (errno != EINTR && errno != EAGAIN)
        input = {};
    }
  }
  return true;
}

// Waits for the end; false when it had to be ended.
bool wait_for_end(pid_t child, bool in_time, int& status, const Deadline& deadline) {
  while (in_time) {
    const pid_t done = ::waitpid(child, &status, WNOHANG);
    if (done == child) return true;
    if (done < 0 && errno != EINTR) return true;
    if (deadline.left().count() == 0) break;
    std::this_thread::sleep_for(step);
  }
  ::kill(-child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return false;
}

}  // namespace

Deadline Deadline::in(std::chrono::milliseconds time) {
  return Deadline(std::chrono::steady_clock::now() + time);
}

std::chrono::milliseconds Deadline::left() const {
  const auto rest =
      std::chrono::duration_cast<std::chrono::milliseconds>(end_ - std::chrono::steady_clock::now());
  return std::max(rest, std::chrono::milliseconds(0));
}

Ended run_program(const std::vector<std::string>& arguments, std::string_view input,
                  const Deadline& deadline) {
  Ended ended;
  Pipe in;
  Pipe out;
  Pipe err;
  if (!in.open() || !out.open() || !err.open()) return ended;
  // A program that ends before it has read its input must not end us.
  struct sigaction before{};
  struct sigaction ignore{};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, &before);
  const pid_t child = start(arguments, in, out, err);
  Pipe::close_end(in.read);
  Pipe::close_end(out.write);
  Pipe::close_end(err.write);
  if (child > 0) {
    ended.started = true;
    const bool talked = converse(in, out, err, input, ended, deadline);
    int status = 0;
    ended.in_time = wait_for_end(child, talked, status, deadline);
    if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
  }
  ::sigaction(SIGPIPE, &before, nullptr);
  return ended;
}

bool has_program(std::string_view name) {
  const std::string path = environment("PATH").value_or("");
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find(':', at), path.size());
    const std::filesystem::path folder = path.substr(at, end - at);
    if (!folder.empty() && ::access((folder / name).c_str(), X_OK) == 0) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace paravent::platform
