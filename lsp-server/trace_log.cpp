#include "lsp-server/trace_log.hpp"

#include "lsp-server/json_writer.hpp"

namespace paravent::lsp {

void TraceLog::line(Level level, std::string_view text) {
  pass_on(log_, level, text);
  const Trace trace = trace_;
  if (trace == Trace::Off || (trace == Trace::Messages && level == Level::Debug)) return;
  JsonWriter params;
  params.begin_object().key("message").string(text).end_object();
  outbox_.notify("$/logTrace", params.take());
}

}  // namespace paravent::lsp
