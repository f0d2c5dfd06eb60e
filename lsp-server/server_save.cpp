// What an editor asks and tells while it saves. Nothing here waits for what was asked before: a save that
// takes long makes a user turn the tool off, and one that takes too long goes through unchecked.
#include <nlohmann/json.hpp>

#include "lsp-server/features/workspace_edit.hpp"
#include "lsp-server/in_place.hpp"
#include "lsp-server/save.hpp"
#include "lsp-server/server_work.hpp"
#include "lsp-server/uri.hpp"
#include "text/wording.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::lsp {

void Server::bind_saves() {
  binder_.notification<DocumentParams>("textDocument/didSave",
                                       [this](const DocumentParams& params) { did_save(params); });
  const auto handler = [this](const MayWriteParams& params, Reply reply) {
    may_write(params, std::move(reply));
  };
  binder_.request<MayWriteParams>("paravent/mayWrite", handler);
  binder_.limit("paravent/mayWrite", {options_.save_deadline, [this] {
                                        return may_not_write(text::fill(
                                            words::write_unknown, session_.language, {say(words::too_slow)}));
                                      }});
  binder_.command<MayWriteParams>("paravent.mayWrite", handler);
  binder_.request<WillSaveParams>("textDocument/willSaveWaitUntil", [this](const WillSaveParams& params,
                                                                           Reply reply) {
    const bool user = params.reason == SaveReason::Manual;
    edit_to_save(params.uri, user ? Asked::ByUser : Asked::ByAutosave, OnFailure::Nothing, std::move(reply));
  });
  // Without an answer the note is saved as it is: what lies on disk then is told after the save.
  binder_.limit("textDocument/willSaveWaitUntil", {options_.save_deadline, [] { return std::string("[]"); }});
  binder_.request<DocumentParams>(
      "textDocument/formatting", [this](const DocumentParams& params, Reply reply) {
        edit_to_save(params.uri, Asked::ByUser, OnFailure::Tell, std::move(reply));
      });
}

void Server::edit_to_save(const std::string& uri, Asked asked, OnFailure then, Reply reply) {
  Documents::Entry* entry = documents_.find(uri);
  if (entry == nullptr) return reply.result("[]");
  entry->worker->post(Task([this, entry, asked, then, held = std::move(reply)]() mutable {
                        if (held.settled()) return;
                        answer_with_edits(entry->draft, asked, then, held);
                        if (entry->draft.in_place().left > 0) wait_for_typing(*entry);
                      }),
                      Lane::Save);
}

void Server::answer_with_edits(Draft& draft, Asked asked, OnFailure then, Reply& held) {
  const auto edits = edits_in_place(draft, session_, asked);
  if (!edits && then == OnFailure::Tell) {
    return held.fail(ErrorCode::RequestFailed, in(edits.failure(), draft.language()));
  }
  if (!edits || edits->empty()) return held.result("[]");
  const auto seen = draft.look();
  JsonWriter json;
  write_text_edits(json, std::get<Snapshot>(seen), *edits);
  held.result(json.take());
}

// On the document's worker: what was left because somebody was typing there is looked at again.
void Server::wait_for_typing(Documents::Entry& entry) {
  entry.worker->set_alarm(session_.caret_delay, [this, &entry] { typing_paused(entry); });
}

void Server::typing_paused(Documents::Entry& entry) {
  if (session_.ending) return;
  if (entry.draft.reveal()) show_again(entry);
  if (entry.draft.in_place().left == 0 || !session_.client.apply_edit) return;
  const auto edits = edits_in_place(entry.draft, session_, Asked::ByAutosave);
  const auto seen = entry.draft.look();
  const auto* snapshot = std::get_if<Snapshot>(&seen);
  if (!edits || snapshot == nullptr || edits->empty()) return;
  session_.outbox.call(
      "workspace/applyEdit",
      apply_edit_params(*snapshot, words::put_aliases.in(snapshot->language), *edits, session_.client),
      [](const Json*) {});
}

void Server::did_save(const DocumentParams& params) {
  const auto path = path_of_uri(params.uri);
  if (path && workspace::is_policy_file(*path)) reload_policies();
  Documents::Entry* entry = documents_.find(params.uri);
  if (entry == nullptr) return;
  update(*entry, Lane::Save, [this](Draft& draft) {
    const policy::Policy policy = draft.policy();
    const auto remark = draft.save_remark();
    after_save(draft, session_);
    return draft.policy() != policy || draft.save_remark() != remark;
  });
  // A whole note is read for it: never in the way of a save.
  entry->worker->post(Task([this, entry] {
    if (entry->draft.assess_risks()) show_again(*entry);
  }));
  read_folders();
}

void Server::may_write(const MayWriteParams& params, Reply reply) {
  Documents::Entry* entry = documents_.find(params.uri);
  if (entry == nullptr) {
    reply.fail(ErrorCode::InvalidParams, say(words::not_open));
    return;
  }
  entry->worker->post(Task([entry, version = params.version, held = std::move(reply)]() mutable {
                        if (!held.settled()) held.result(lsp::may_write(entry->draft, version));
                      }),
                      Lane::Save);
}

}  // namespace paravent::lsp
