// Requests about a document: each looks at its draft on the draft's worker and hands a snapshot to a feature.
#include <nlohmann/json.hpp>

#include "lsp-server/features/code_action.hpp"
#include "lsp-server/features/diagnostics.hpp"
#include "lsp-server/features/hover.hpp"
#include "lsp-server/features/workspace_edit.hpp"
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

void Server::bind_features() {
  binder_.request<HoverParams>("textDocument/hover", [this](const HoverParams& params, Reply reply) {
    on_snapshot(params.uri, std::move(reply), [this, params](Draft&, const Snapshot& snapshot, Reply& held) {
      held.result(hover(snapshot, params.position, session_.client.hover_markdown));
    });
  });
  binder_.request<CodeActionParams>("textDocument/codeAction", [this](const CodeActionParams& params,
                                                                      Reply reply) {
    on_snapshot(
        params.uri, std::move(reply), [this, params](Draft& draft, const Snapshot& snapshot, Reply& held) {
          const anonymise::Plan* plan = draft.plan();
          held.result(plan == nullptr ? "[]" : code_actions(snapshot, *plan, params, session_.client));
        });
  });
  binder_.request<DiagnosticParams>("textDocument/diagnostic", [this](const DiagnosticParams& params,
                                                                      Reply reply) {
    // A draft that cannot be checked gets a report too: one error that says so. After an error answer an
    // editor would go on showing what was found before.
    on_document(params.uri, std::move(reply), [params](Draft& draft, Reply& held) {
      const std::string id = draft.result_id();
      held.result(id == params.previous_result_id ? unchanged_report(id) : full_report(draft.items(), id));
    });
  });
}

void Server::bind_commands() {
  binder_.request<ExecuteCommandParams>(
      "workspace/executeCommand",
      [this](const ExecuteCommandParams& params, Reply reply) { execute(params, std::move(reply)); });
  binder_.command<CommandTarget>("paravent.replace", [this](const CommandTarget& target, Reply reply) {
    replace(target, Scope::This, std::move(reply));
  });
  binder_.command<CommandTarget>("paravent.replaceAll", [this](const CommandTarget& target, Reply reply) {
    replace(target, Scope::All, std::move(reply));
  });
  binder_.command<CommandTarget>("paravent.anonymise", [this](const CommandTarget& target, Reply reply) {
    replace(target, Scope::Everything, std::move(reply));
  });
}

void Server::execute(const ExecuteCommandParams& params, Reply reply) {
  const Binder::Request* command = binder_.find_command(params.command);
  if (command == nullptr) {
    reply.fail(ErrorCode::InvalidParams, say(words::unknown_command));
    return;
  }
  const bool has_argument =
      params.arguments != nullptr && params.arguments->is_array() && !params.arguments->empty();
  dispatch(*command, has_argument ? params.arguments->front() : Json(), std::move(reply));
}

void Server::replace(const CommandTarget& target, Scope scope, Reply reply) {
  if (!session_.client.apply_edit) {
    reply.fail(ErrorCode::RequestFailed, say(words::cannot_apply));
    return;
  }
  on_snapshot(
      target.uri, std::move(reply),
      [this, target, scope](Draft& draft, const Snapshot& snapshot, Reply& held) {
        if (target.version && *target.version != snapshot.version()) {
          held.fail(ErrorCode::ContentModified, words::changed_since.in(snapshot.language));
          return;
        }
        const anonymise::Plan* plan = draft.plan();
        std::string label = title_of_everything(snapshot);
        std::vector<text::TextEdit> edits;
        if (plan != nullptr && scope == Scope::Everything) {
          edits = plan->edits.all();
        } else if (plan != nullptr && target.range) {
          const auto findings = replaceable_at(snapshot, snapshot.bytes(*target.range), 1);
          if (!findings.empty()) {
            const detect::Finding& finding = *findings.front();
            const bool all = scope == Scope::All;
            label = all ? title_of_all(snapshot, finding) : title_of_this(snapshot, finding);
            edits = all ? edits_of_all(snapshot, *plan, finding) : edits_of_this(snapshot, *plan, finding);
          }
        }
        if (edits.empty()) {
          held.fail(ErrorCode::RequestFailed, words::nothing_there.in(snapshot.language));
          return;
        }
        session_.outbox.call("workspace/applyEdit",
                             apply_edit_params(snapshot, label, edits, session_.client.document_changes),
                             [](const Json*) {});
        held.result("null");
      });
}

}  // namespace paravent::lsp
