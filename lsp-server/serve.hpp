// The entry of the server: what plugins/cli calls for `paravent lsp`, and tests over a transport in memory.
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "lsp-server/aliases.hpp"
#include "lsp-server/log.hpp"
#include "lsp-server/transport.hpp"
#include "text/language.hpp"
#include "text/line_index.hpp"

namespace paravent::lsp {

struct Options {
  bool threads = true;                     // false: every message is dealt with before the next one is read
  std::optional<text::Language> language;  // instead of the client's locale
  std::optional<text::PositionEncoding> encoding;  // instead of a negotiated one
  std::shared_ptr<Log> log;                        // none: nothing is logged
  std::shared_ptr<Aliases> aliases;                // none: no note is written with aliases
  std::chrono::milliseconds deadline{10'000};      // for a request; threaded mode only
  std::chrono::milliseconds save_deadline{300};    // for what an editor asks while it saves; the same
  std::chrono::milliseconds caret_delay{2'000};  // how long the word being typed is not underlined; 0: never
};

// Serves one client until it says exit or goes. The exit code: 0 after a shutdown, 1 without one.
int serve(Transport& transport, const Options& options);

}  // namespace paravent::lsp
