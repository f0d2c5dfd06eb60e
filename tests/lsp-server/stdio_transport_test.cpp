#include "lsp-server/stdio_transport.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <string>

namespace paravent::lsp {
namespace {

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
  EXPECT_TRUE(server.write("{\"b\":2}"));
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

}  // namespace
}  // namespace paravent::lsp
