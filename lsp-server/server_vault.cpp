// Requests and commands about what the vault keeps.
#include <nlohmann/json.hpp>

#include "lsp-server/exchange.hpp"
#include "lsp-server/features/mentions.hpp"
#include "lsp-server/features/workspace_edit.hpp"
#include "lsp-server/server_work.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

void answer(Reply& reply, const text::Result<std::string>& json, text::Language language) {
  if (json) {
    reply.result(*json);
  } else {
    reply.fail(ErrorCode::RequestFailed, in(json.failure(), language));
  }
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

text::Failure failure_of(const text::Wording& words) {
  return {std::string(words.fr), std::string(words.en)};
}

text::Result<Done> ignored(Session& session, const Draft& draft, const Snapshot& snapshot,
                           const IgnoreParams& params) {
  const text::ByteRange range = snapshot.bytes(params.range);
  for (const detect::Finding& finding : snapshot.analysis.findings) {
    if (finding.range != range) continue;
    const auto where = params.folder ? Aliases::Where::Folder : Aliases::Where::Note;
    return session.aliases->ignore(*draft.path(), where, finding.category, words_of(snapshot, finding));
  }
  return failure_of(words::nothing_there);
}

}  // namespace

// A command that changes the vault, and with it what the notes of the folder say.
template <class Params, class Change>
void Server::vault_command(Literal name, Change change) {
  binder_.command<Params>(name, [this, change = std::move(change)](Params& params, Reply reply) {
    Documents::Entry* entry = documents_.find(params.uri);
    const std::string uri = params.uri;
    on_snapshot(uri, std::move(reply),
                [this, entry, change, params = std::move(params)](Draft& draft, const Snapshot& snapshot,
                                                                  Reply& held) {
                  const text::Result<Done> done = session_.aliases == nullptr || !draft.path()
                                                      ? text::Result<Done>(failure_of(words::no_vault_here))
                                                      : change(params, draft, snapshot);
                  if (!done) return held.fail(ErrorCode::RequestFailed, in(done.failure(), draft.language()));
                  tell_news(session_, draft.language());
                  if (draft.read_folder()) show_again(*entry);
                  session_.vault_changed = true;  // the other open notes follow
                  held.result("null");
                });
  });
}

void Server::bind_vault() {
  const auto copy = feature<CopyParams>(
      [this](const CopyParams& params, Draft& draft, const Snapshot& snapshot, Reply& held) {
        answer(held, copied(draft, session_, snapshot, params.range, params.style), draft.language());
      });
  binder_.request<CopyParams>("paravent/copyAnonymised", copy);
  binder_.command<CopyParams>("paravent.copyAnonymised", copy);
  // What is pasted has nothing to do with what is found in the note.
  const auto restore = [this](const RestoreParams& params, Reply reply) {
    on_document(params.uri, std::move(reply), [this, params](Draft& draft, Reply& held) {
      answer(held, restored(draft, session_, params.text), draft.language());
    });
  };
  binder_.request<RestoreParams>("paravent/restore", restore);
  binder_.command<RestoreParams>("paravent.restore", restore);
  binder_.command<CommandTarget>(
      "paravent.undo",
      feature<CommandTarget>([this](const CommandTarget&, Draft& draft, const Snapshot& snapshot,
                                    Reply& held) { undo(draft, snapshot, held); }));
  vault_command<IgnoreParams>(
      "paravent.ignore", [this](const IgnoreParams& params, const Draft& draft, const Snapshot& snapshot) {
        return ignored(session_, draft, snapshot, params);
      });
  vault_command<MergeParams>("paravent.merge",
                             [this](const MergeParams& params, const Draft& draft, const Snapshot&) {
                               return session_.aliases->merge(*draft.path(), params.kept, params.other);
                             });
  vault_command<SplitParams>("paravent.split",
                             [this](const SplitParams& params, const Draft& draft, const Snapshot&) {
                               return session_.aliases->split(*draft.path(), params.alias, params.form);
                             });
}

void Server::undo(const Draft& draft, const Snapshot& snapshot, Reply& held) {
  if (!session_.client.apply_edit) return held.fail(ErrorCode::RequestFailed, say(words::cannot_apply));
  const auto back = undone(draft, session_, snapshot);
  if (!back) return held.fail(ErrorCode::RequestFailed, in(back.failure(), draft.language()));
  if (!back->leftovers.empty()) {
    session_.tell(MessageType::Warning,
                  text::fill(words::undo_leftovers, draft.language(), {listed(back->leftovers)}));
  }
  if (back->edits.empty()) {
    return held.fail(ErrorCode::RequestFailed, words::undo_nothing.in(draft.language()));
  }
  session_.outbox.call(
      "workspace/applyEdit",
      apply_edit_params(snapshot, words::undo_label.in(draft.language()), back->edits, session_.client),
      [](const Json*) {});
  held.result("null");
}

}  // namespace paravent::lsp
