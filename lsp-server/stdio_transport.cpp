#include "lsp-server/stdio_transport.hpp"

#include "platform/process_watch.hpp"

namespace paravent::lsp {

Incoming PipeTransport::read() {
  for (;;) {
    if (auto message = frames_.next()) return std::move(*message);
    const std::size_t got = platform::read_some(pipes_.in, chunk_.data(), chunk_.size(), client_);
    if (got == 0) {
      return {frames_.between_messages() ? Incoming::Kind::End : Incoming::Kind::Broken, {}};
    }
    frames_.feed({chunk_.data(), got});
  }
}

PipeTransport::~PipeTransport() {
  platform::close_process(client_);
}

void PipeTransport::client_process(std::int64_t id) {
  platform::close_process(client_);
  client_ = platform::open_process(id);
}

bool PipeTransport::write(std::string_view body) {
  return platform::write_all(pipes_.out, frame(body));
}

std::unique_ptr<Transport> take_stdio() {
  const platform::ProtocolPipes pipes = platform::take_standard_pipes();
  if (pipes.out < 0) return nullptr;
  return std::make_unique<PipeTransport>(pipes);
}

}  // namespace paravent::lsp
