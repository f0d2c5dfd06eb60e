// How messages come and go. A transport knows framing and nothing of what it carries.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace paravent::lsp {

// What a read gave.
struct Incoming {
  enum class Kind {
    Message,    // `body` is one message
    Malformed,  // a message was lost (bad header, too large); the next one may be whole
    End,        // the client has closed its side
    Broken,     // what comes is not the protocol; nothing more can be read
  };
  Kind kind = Kind::End;
  std::string body;
};

// One text in pieces that follow each other: what is large is sent without being copied together.
using Pieces = std::span<const std::string_view>;

inline std::size_t size_of(Pieces pieces) {
  std::size_t size = 0;
  for (const std::string_view piece : pieces) size += piece.size();
  return size;
}

class Transport {
 public:
  virtual ~Transport() = default;
  // Waits for the next message. Called by one thread.
  virtual Incoming read() = 0;
  // Sends one message whole; false when the client is gone. Calls are serialised by the caller.
  virtual bool write(Pieces body) = 0;
  // The client says which process it is. A transport that can tell ends its input when that process is gone:
  // a pipe may stay open in other hands.
  virtual void client_process(std::int64_t /*id*/) {}
};

}  // namespace paravent::lsp
