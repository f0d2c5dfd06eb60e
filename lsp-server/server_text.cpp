// Documents of the server: opened, changed, saved, closed.
#include <nlohmann/json.hpp>

#include "lsp-server/save.hpp"
#include "lsp-server/server_work.hpp"
#include "lsp-server/words.hpp"

namespace paravent::lsp {

void Server::bind_text_sync() {
  binder_.notification<DidOpenParams>("textDocument/didOpen",
                                      [this](DidOpenParams& params) { did_open(std::move(params)); });
  binder_.notification<DidChangeParams>("textDocument/didChange",
                                        [this](DidChangeParams& params) { did_change(std::move(params)); });
  binder_.notification<DocumentParams>("textDocument/didClose",
                                       [this](const DocumentParams& params) { did_close(params); });
}

// Diagnostics are pushed for the newest text only: those of a text that is already gone would come late and
// be wrong.
void Server::show_text(Documents::Entry& entry) {
  if (entry.changes_waiting > 0 || session_.ending) return;
  if (!session_.client.pull_diagnostics) entry.draft.publish();
  if (const auto delay = entry.draft.hiding()) {
    entry.worker->set_alarm(*delay, [this, &entry] { typing_paused(entry); });
  }
}

void Server::show_again(Documents::Entry& entry) {
  if (session_.ending) return;
  if (!session_.client.pull_diagnostics && entry.changes_waiting == 0) entry.draft.publish();
  session_.refresh_everything();
}

void Server::did_open(DidOpenParams params) {
  Documents::Entry& entry = documents_.open(params.uri);
  log_->event(Log::Level::Info, "open",
              {log_->document(params.uri), {"bytes", static_cast<std::int64_t>(params.text.size())}});
  take_in(entry, [this, text = std::move(params.text), version = params.version,
                  settings = settings_](Draft& draft) mutable {
    draft.set_settings(settings);
    draft.open(std::move(text), version);
    check_twin(draft, session_);
  });
  read_folder(entry);  // behind what the note says by itself
  if (session_.client.configuration) pull_settings({params.uri});
}

void Server::did_change(DidChangeParams params) {
  Documents::Entry* entry = documents_.find(params.uri);
  if (entry == nullptr) return;
  take_in(*entry, [change = std::move(params)](Draft& draft) { draft.change(change); });
}

void Server::did_close(const DocumentParams& params) {
  Documents::Entry* entry = documents_.find(params.uri);
  if (entry == nullptr) return;
  log_->event(Log::Level::Info, "close", {log_->document(params.uri)});
  entry->worker->post(Task([entry] { entry->draft.close(); }), Lane::Text);
  documents_.close(*entry);
}

void Server::give_up(Documents::Entry& entry) {
  entry.draft.give_up();
  show_again(entry);
  log_->event(Log::Level::Error, "a task was ended by an exception", {log_->document(entry.draft.uri())});
}

void Server::lose_document(const Json& params) {
  const std::string* uri = document_of(params);
  Documents::Entry* entry = uri == nullptr ? nullptr : documents_.find(*uri);
  if (entry == nullptr) return;
  take_in(*entry, [](Draft& draft) { draft.lose(true); });
}

void Server::message_lost() {
  log_->event(Log::Level::Error, "message lost");
  outbox_.respond_error("null", ErrorCode::ParseError, say(words::not_json));
  bool any = false;
  documents_.for_each_open([&](Documents::Entry& entry) {
    any = true;
    take_in(entry, [](Draft& draft) { draft.lose(false); });
  });
  if (any) session_.tell(MessageType::Error, say(words::lost_message));
}

}  // namespace paravent::lsp
