#include "lsp-server/save_edits.hpp"

#include "lsp-server/json_writer.hpp"

namespace paravent::lsp {

void SaveEdits::begin() {
  const Guard guard(lock_);
  if (notes_++ == 0) send(true);
}

void SaveEdits::end() {
  const Guard guard(lock_);
  if (notes_ == 0) return;
  --notes_;
  if (notes_ == 0) send(false);
}

void SaveEdits::send(bool begin) {
  JsonWriter params;
  // "unregisterations" is the specification's own spelling.
  params.begin_object().key(begin ? "registrations" : "unregisterations").begin_array();
  bool any = false;
  const auto add = [&](const char* id, const char* method) {
    any = true;
    params.begin_object().key("id").string(id).key("method").string(method);
    if (begin) params.key("registerOptions").begin_object().key("documentSelector").null().end_object();
    params.end_object();
  };
  if (client_.will_save_wait_until && client_.register_will_save) {
    add("paravent.willSaveWaitUntil", "textDocument/willSaveWaitUntil");
  }
  if (client_.formatting && client_.register_formatting)
    add("paravent.formatting", "textDocument/formatting");
  if (!any) return;
  params.end_array().end_object();
  if (begin) {
    outbox_.call("client/registerCapability", params.take(), [](const Json*) {});
  } else {
    outbox_.call("client/unregisterCapability", params.take(), [](const Json*) {});
  }
}

}  // namespace paravent::lsp
