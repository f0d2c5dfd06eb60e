#include "lsp-server/stdio_transport.hpp"

#include <string>
#include <vector>

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

bool PipeTransport::write(Pieces body) {
  const std::string header = frame_header(size_of(body));
  std::vector<std::string_view> pieces{header};
  pieces.insert(pieces.end(), body.begin(), body.end());
  return platform::write_all(pipes_.out, pieces);
}

std::unique_ptr<Transport> take_stdio() {
  const platform::ProtocolPipes pipes = platform::take_standard_pipes();
  if (pipes.out < 0) return nullptr;
  return std::make_unique<PipeTransport>(pipes);
}

}  // namespace paravent::lsp
