// The base protocol of LSP: header lines, a blank line, a body of Content-Length bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lsp-server/transport.hpp"

namespace paravent::lsp {

// Turns bytes, in pieces of any size, into messages.
// A header may use \n instead of \r\n, any case, and further fields. A message above `max_body` is skipped
// and reported as malformed; a length above `max_skip`, or a header that does not end, breaks the connection:
// there is no next message to wait for.
class FrameReader {
 public:
  static constexpr std::uint64_t max_body = 64U << 20U;
  static constexpr std::uint64_t max_skip = 1U << 30U;
  static constexpr std::size_t max_header = 8192;

  void feed(std::string_view bytes);
  // The next message; nothing until more bytes have come. After Broken it stays broken. Never gives End.
  std::optional<Incoming> next();
  // True between messages: an end of input here cuts nothing.
  bool between_messages() const { return pending().empty() && !in_body_ && skip_ == 0; }

 private:
  std::string_view pending() const { return std::string_view(buffer_).substr(begin_); }
  void consume(std::size_t bytes);
  bool read_header(Incoming& problem);
  bool skip_body();

  std::string buffer_;
  std::size_t begin_ = 0;                // consumed so far
  std::size_t scanned_ = 0;              // of pending(): no line end before
  std::size_t header_bytes_ = 0;         // of the header being read
  std::optional<std::uint64_t> length_;  // given by that header
  bool bad_length_ = false;
  bool in_body_ = false;
  std::uint64_t skip_ = 0;  // bytes left of a body that is too large
  bool broken_ = false;
};

// What is sent before a body of so many bytes.
std::string frame_header(std::size_t size);

}  // namespace paravent::lsp
