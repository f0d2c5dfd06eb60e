// Asking the client to ask again: workspace/diagnostic/refresh and its like. While one request waits for its
// answer the next ones become one more, so a burst of changes costs two messages.
#pragma once

#include "lsp-server/log.hpp"
#include "lsp-server/outbox.hpp"
#include "lsp-server/sync.hpp"

namespace paravent::lsp {

class Refresh {
 public:
  Refresh(Outbox& outbox, Literal method) : outbox_(outbox), method_(method) {}
  // From any thread.
  void ask();

 private:
  void answered();

  Outbox& outbox_;
  Literal method_;
  Mutex lock_;
  bool waiting_ = false;  // guarded by lock_
  bool again_ = false;    // guarded by lock_
};

}  // namespace paravent::lsp
