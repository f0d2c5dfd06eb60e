// The language server in its single-threaded mode, fed message by message by a host (Obsidian, a browser,
// node).
#include <cstdint>
#include <memory>
#include <string>

#include "lsp-server/framing.hpp"
#include "lsp-server/server.hpp"
#include "lsp-server/transport.hpp"
#include "wasm/export.hpp"

namespace {

using paravent::lsp::Incoming;

// What the server says waits here until the host takes it, framed as on a wire.
class HostTransport : public paravent::lsp::Transport {
 public:
  Incoming read() override { return {}; }  // the host feeds the server itself
  bool write(paravent::lsp::Pieces body) override {
    said_ += paravent::lsp::frame_header(paravent::lsp::size_of(body));
    for (const std::string_view piece : body) said_ += piece;
    return true;
  }
  std::string take() { return std::move(said_); }

 private:
  std::string said_;
};

HostTransport transport;
std::unique_ptr<paravent::lsp::Server> server;
std::string taken;  // lives until the next call

}  // namespace

PARAVENT_EXPORT(paravent_server_start) void paravent_server_start() {
  paravent::lsp::Options options;
  options.threads = false;
  server = std::make_unique<paravent::lsp::Server>(transport, options);
}

// Deals with one message (its body, without header); returns how many bytes the server has said since.
PARAVENT_EXPORT(paravent_server_receive)
std::uint32_t paravent_server_receive(const char* body, std::uint32_t size) {
  taken.clear();
  if (server) server->receive({body, size});
  taken = transport.take();
  return static_cast<std::uint32_t>(taken.size());
}

PARAVENT_EXPORT(paravent_server_said) const char* paravent_server_said() {
  return taken.data();
}
