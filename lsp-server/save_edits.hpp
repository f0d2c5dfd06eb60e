// Formatting and edits on save exist only while a note is open whose mode changes notes (in-place, strict):
// an editor that is not told of them asks nothing on its save path. Clients that register nothing later are
// told in the answer to initialize (capabilities.hpp).
#pragma once

#include "lsp-server/capabilities.hpp"
#include "lsp-server/outbox.hpp"
#include "lsp-server/sync.hpp"

namespace paravent::lsp {

class SaveEdits {
 public:
  SaveEdits(Outbox& outbox, const ClientCapabilities& client) : outbox_(outbox), client_(client) {}
  // A note of such a mode is open from now on, or no longer. From any thread.
  void begin();
  void end();

 private:
  void send(bool begin);  // with lock_ held, so that the client gets begin and end in their order

  Outbox& outbox_;
  const ClientCapabilities& client_;
  Mutex lock_;
  unsigned notes_ = 0;  // guarded by lock_
};

}  // namespace paravent::lsp
