// What a transport is given, as one string.
#pragma once

#include <string>
#include <string_view>

#include "lsp-server/framing.hpp"
#include "lsp-server/transport.hpp"

namespace paravent::lsp::test {

inline std::string joined(Pieces pieces) {
  std::string out;
  out.reserve(size_of(pieces));
  for (const std::string_view piece : pieces) out += piece;
  return out;
}

// A body as it is sent.
inline std::string frame(std::string_view body) {
  return frame_header(body.size()) + std::string(body);
}

}  // namespace paravent::lsp::test
