// How the server hands work to a document: included where requests are bound.
#pragma once

#include <utility>

#include "lsp-server/server.hpp"
#include "lsp-server/words.hpp"

namespace paravent::lsp {

template <class Work>
void Server::on_document(const std::string& uri, Reply reply, Work work) {
  Documents::Entry* entry = documents_.find(uri);
  if (entry == nullptr) {
    reply.fail(ErrorCode::InvalidParams, say(words::not_open));
    return;
  }
  entry->worker->post(Task([entry, held = std::move(reply), work = std::move(work)]() mutable {
    if (held.settled()) return;  // cancelled while it waited
    work(entry->draft, held);
  }));
}

template <class Work>
void Server::on_snapshot(const std::string& uri, Reply reply, Work work) {
  on_document(uri, std::move(reply), [work = std::move(work)](Draft& draft, Reply& held) {
    const auto seen = draft.look();
    if (const auto* problem = std::get_if<Problem>(&seen)) {
      held.fail(problem->code, problem->message);
    } else {
      work(draft, std::get<Snapshot>(seen), held);
    }
  });
}

template <class Params, class Feature>
Server::Handler<Params> Server::feature(Feature feature) {
  return [this, feature = std::move(feature)](Params& params, Reply reply) {
    const std::string uri = params.uri;
    on_snapshot(uri, std::move(reply),
                [feature, params = std::move(params)](Draft& draft, const Snapshot& snapshot, Reply& held) {
                  feature(params, draft, snapshot, held);
                });
  };
}

template <class Work>
void Server::take_in(Documents::Entry& entry, Work work) {
  // Waits until its task goes, however that ends.
  struct Waiting {
    explicit Waiting(Documents::Entry& of) : entry(&of) { ++of.changes_waiting; }
    ~Waiting() { --entry->changes_waiting; }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
    Documents::Entry* entry;
  };
  entry.worker->post(Task([&entry, waiting = std::make_unique<Waiting>(entry),
                           work = std::move(work)]() mutable { work(entry.draft); }),
                     Lane::Text);
  entry.worker->post(Task([this, &entry] { show_text(entry); }));
}

template <class Work>
void Server::update(Documents::Entry& entry, Lane lane, Work work) {
  const auto changed = std::make_shared<bool>(false);  // both tasks run on the one worker
  entry.worker->post(
      Task([&entry, changed, work = std::move(work)]() mutable { *changed = work(entry.draft); }), lane);
  entry.worker->post(Task([this, &entry, changed] {
    if (*changed) show_again(entry);
  }));
}

}  // namespace paravent::lsp
