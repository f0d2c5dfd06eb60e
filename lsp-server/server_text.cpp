// Documents of the server: opened, changed, saved, closed.
#include <nlohmann/json.hpp>

#include "lsp-server/save.hpp"
#include "lsp-server/server.hpp"
#include "lsp-server/words.hpp"

namespace paravent::lsp {

void Server::bind_text_sync() {
  binder_.notification<DidOpenParams>("textDocument/didOpen",
                                      [this](DidOpenParams& params) { did_open(std::move(params)); });
  binder_.notification<DidChangeParams>("textDocument/didChange",
                                        [this](DidChangeParams& params) { did_change(std::move(params)); });
  binder_.notification<DocumentParams>("textDocument/didClose",
                                       [this](const DocumentParams& params) { did_close(params); });
  binder_.notification<DocumentParams>("textDocument/didSave",
                                       [this](const DocumentParams& params) { did_save(params); });
}

// A text was taken in by its worker. Diagnostics are pushed for the newest one only: those of a text that is
// already gone would come late and be wrong.
void Server::text_taken_in(Documents::Entry& entry) {
  if (--entry.changes_waiting > 0 || session_.client.pull_diagnostics || session_.ending) return;
  entry.draft.publish();
}

void Server::did_open(DidOpenParams params) {
  Documents::Entry& entry = documents_.open(params.uri);
  log_->event(Log::Level::Info, "open",
              {log_->document(params.uri), {"bytes", static_cast<std::int64_t>(params.text.size())}});
  ++entry.changes_waiting;
  entry.worker->post(Task([this, &entry, text = std::move(params.text), version = params.version]() mutable {
    entry.draft.open(std::move(text), version);
    text_taken_in(entry);
  }));
}

void Server::did_change(DidChangeParams params) {
  Documents::Entry* entry = documents_.find(params.uri);
  if (entry == nullptr) return;
  ++entry->changes_waiting;
  entry->worker->post(Task([this, entry, change = std::move(params)] {
    entry->draft.change(change);
    text_taken_in(*entry);
  }));
}

void Server::did_close(const DocumentParams& params) {
  Documents::Entry* entry = documents_.find(params.uri);
  if (entry == nullptr) return;
  log_->event(Log::Level::Info, "close", {log_->document(params.uri)});
  documents_.close(*entry);
  entry->worker->post(Task([entry] { entry->draft.close(); }));
}

void Server::did_save(const DocumentParams& params) {
  Documents::Entry* entry = documents_.find(params.uri);
  if (entry == nullptr) return;
  entry->worker->post(Task([this, entry] {
    const policy::Policy before = entry->draft.policy();
    after_save(entry->draft, session_);
    if (entry->draft.policy() == before || session_.ending) return;
    // The policy files have changed, and with them what is to be shown.
    if (!session_.client.pull_diagnostics) {
      if (entry->changes_waiting == 0) entry->draft.publish();
    } else if (session_.client.refresh_diagnostics) {
      session_.outbox.call("workspace/diagnostic/refresh", "null", [](const Json*) {});
    }
  }));
}

void Server::lose_document(const Json& params) {
  const std::string* uri = document_of(params);
  Documents::Entry* entry = uri == nullptr ? nullptr : documents_.find(*uri);
  if (entry == nullptr) return;
  ++entry->changes_waiting;
  entry->worker->post(Task([this, entry] {
    entry->draft.lose(true);
    text_taken_in(*entry);
  }));
}

void Server::message_lost() {
  log_->event(Log::Level::Error, "message lost");
  outbox_.respond_error("null", ErrorCode::ParseError, say(words::not_json));
  bool any = false;
  documents_.for_each_open([&](Documents::Entry& entry) {
    any = true;
    ++entry.changes_waiting;
    entry.worker->post(Task([this, &entry] {
      entry.draft.lose(false);
      text_taken_in(entry);
    }));
  });
  if (any) session_.tell(MessageType::Error, say(words::lost_message));
}

}  // namespace paravent::lsp
