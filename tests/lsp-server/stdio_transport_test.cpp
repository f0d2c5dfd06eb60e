#include "lsp-server/stdio_transport.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>

#include "lsp-server/pieces.hpp"
#include "lsp-server/serve.hpp"

namespace paravent::lsp {
namespace {

using test::frame;

class Pipes : public testing::Test {
 protected:
  Pipes() {
    EXPECT_EQ(::pipe(to_server_.data()), 0);
    EXPECT_EQ(::pipe(from_server_.data()), 0);
  }
  ~Pipes() override {
    for (const int end : {to_server_[0], from_server_[0], from_server_[1]}) ::close(end);
    if (open_) ::close(to_server_[1]);
  }
  void say(std::string_view bytes) { ASSERT_TRUE(platform::write_all(to_server_[1], bytes)); }
  void hang_up() {
    ::close(to_server_[1]);
    open_ = false;
  }
  PipeTransport transport() { return PipeTransport({to_server_[0], from_server_[1]}); }

  std::array<int, 2> to_server_{};
  std::array<int, 2> from_server_{};
  bool open_ = true;
};

TEST_F(Pipes, CarryMessagesBothWays) {
  PipeTransport server = transport();
  say(frame("{\"a\":1}"));
  EXPECT_EQ(server.read().body, "{\"a\":1}");
  const std::array<std::string_view, 3> body{"{\"b\"", "", ":2}"};
  EXPECT_TRUE(server.write(body));
  std::array<char, 100> bytes{};
  const std::size_t got = platform::read_some(from_server_[0], bytes.data(), bytes.size());
  EXPECT_EQ(std::string_view(bytes.data(), got), "Content-Length: 7\r\n\r\n{\"b\":2}");
}

TEST_F(Pipes, SayThatTheClientHasClosed) {
  PipeTransport server = transport();
  say(frame("{}"));
  hang_up();
  EXPECT_EQ(server.read().kind, Incoming::Kind::Message);
  EXPECT_EQ(server.read().kind, Incoming::Kind::End);
}

TEST_F(Pipes, SayThatAMessageWasCutOff) {
  PipeTransport server = transport();
  say("Content-Length: 100\r\n\r\n{\"half\":");
  hang_up();
  EXPECT_EQ(server.read().kind, Incoming::Kind::Broken);
}

// In a process of its own, since it takes standard input and output away from it.
TEST_F(Pipes, WhatALibraryPrintsNeverReachesTheClient) {
  std::fflush(stdout);  // what this process has to say is not said twice
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::dup2(to_server_[0], STDIN_FILENO);
    ::dup2(from_server_[1], STDOUT_FILENO);
    const auto server = take_stdio();
    std::puts("a library says hello");
    std::fflush(stdout);
    Options options;
    options.threads = false;
    ::_exit(server == nullptr ? 99 : serve(*server, options));
  }
  say(frame(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})"));
  say(frame(R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})") +
      frame(R"({"jsonrpc":"2.0","method":"exit"})"));
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  std::array<char, 1U << 14U> bytes{};
  const std::size_t got = platform::read_some(from_server_[0], bytes.data(), bytes.size());
  const std::string_view answers(bytes.data(), got);
  EXPECT_EQ(answers.substr(0, 15), "Content-Length:");
  EXPECT_EQ(answers.find("hello"), std::string_view::npos);
}

}  // namespace
}  // namespace paravent::lsp
