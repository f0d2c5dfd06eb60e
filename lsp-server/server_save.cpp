// What an editor asks and tells while it saves. Nothing here waits for what was asked before: a save that
// takes long makes a user turn the tool off, and one that takes too long goes through unchecked.
#include <nlohmann/json.hpp>

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
  // The modes that change a note when it is saved need the vault; until then there is nothing to change, and
  // that is known without asking the worker.
  binder_.request<WillSaveParams>("textDocument/willSaveWaitUntil",
                                  [](const WillSaveParams&, Reply reply) { reply.result("[]"); });
  binder_.request<DocumentParams>("textDocument/formatting",
                                  [](const DocumentParams&, Reply reply) { reply.result("[]"); });
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
