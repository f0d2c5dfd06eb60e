// $/setTrace: the client gets the lines of the log. They hold names fixed at compile time and numbers alone
// (log.hpp), so no text of a note can reach a trace.
#pragma once

#include <atomic>

#include "lsp-server/log.hpp"
#include "lsp-server/outbox.hpp"
#include "lsp-server/workspace_params.hpp"

namespace paravent::lsp {

class TraceLog : public Log {
 public:
  TraceLog(Log& log, Outbox& outbox) : log_(log), outbox_(outbox) {}
  void set(Trace trace) { trace_ = trace; }

 private:
  void line(Level level, std::string_view text) override;

  Log& log_;
  Outbox& outbox_;
  std::atomic<Trace> trace_ = Trace::Off;
};

}  // namespace paravent::lsp
