// Messages over the standard input and output of this process.
#pragma once

#include <array>
#include <memory>

#include "lsp-server/framing.hpp"
#include "lsp-server/transport.hpp"
#include "platform/stdio.hpp"

namespace paravent::lsp {

class PipeTransport : public Transport {
 public:
  explicit PipeTransport(platform::ProtocolPipes pipes) : pipes_(pipes) {}
  ~PipeTransport() override;
  PipeTransport(const PipeTransport&) = delete;
  PipeTransport& operator=(const PipeTransport&) = delete;
  Incoming read() override;
  bool write(Pieces body) override;
  void client_process(std::int64_t id) override;

 private:
  platform::ProtocolPipes pipes_;
  int client_ = -1;  // the client's process, where it can be watched
  FrameReader frames_;
  std::array<char, 1U << 16U> chunk_{};
};

// Once a process, before anything is printed: from then on standard output belongs to the protocol alone.
// Nothing when the pipes cannot be taken.
std::unique_ptr<Transport> take_stdio();

}  // namespace paravent::lsp
