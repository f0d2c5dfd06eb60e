// Requests about a document: each looks at its draft on the draft's worker and hands a snapshot to a feature.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "lsp-server/features/code_action.hpp"
#include "lsp-server/features/diagnostics.hpp"
#include "lsp-server/features/hover.hpp"
#include "lsp-server/features/unsure.hpp"
#include "lsp-server/features/workspace_edit.hpp"
#include "lsp-server/in_place.hpp"
#include "lsp-server/server_work.hpp"

namespace paravent::lsp {
namespace {

// Edits with what they are called.
struct Choice {
  std::string title;
  std::vector<text::TextEdit> edits;
  std::vector<text::TextEdit> unsure;  // to be asked about
};

// The finding that a range was made for; else the first that the range touches.
const detect::Finding* finding_of(const Snapshot& snapshot, const text::ByteRange& range) {
  const detect::Finding* first = nullptr;
  for (const detect::Finding* finding : replaceable_at(snapshot, range, snapshot.analysis.findings.size())) {
    if (finding->range == range) return finding;
    if (first == nullptr) first = finding;
  }
  return first;
}

using Edits = std::vector<text::TextEdit>;

struct Everything {
  Edits edits;
  std::vector<anonymise::Alias> aliases;  // new ones and those of the vault
};

std::vector<anonymise::Alias> with_known(const Draft& draft, std::vector<anonymise::Alias> aliases) {
  const auto& known = draft.aliases_to_write();
  aliases.insert(aliases.end(), known.begin(), known.end());
  return aliases;
}

// In a note that is rewritten in place only aliases that the vault has may come into the text.
text::Result<Everything> edits_of_everything(Draft& draft, Session& session) {
  if (draft.is_in_place()) {
    auto edits = edits_in_place(draft, session, Asked::ByUser);
    if (!edits) return edits.failure();
    return Everything{std::move(*edits), {}};
  }
  const auto whole = draft.anonymised();
  if (!whole) return whole.failure();
  return Everything{whole->edits.all(), with_known(draft, whole->aliases)};
}

// The edits of everything, in a range where one is given.
std::variant<Choice, Problem> choose_everything(Draft& draft, Session& session, const Snapshot& snapshot,
                                                const std::optional<text::PositionRange>& range) {
  const auto whole = edits_of_everything(draft, session);
  if (!whole) {
    return Problem{ErrorCode::RequestFailed, std::string(in(whole.failure(), snapshot.language))};
  }
  const Edits& edits = whole->edits;
  Choice out{title_of_everything(snapshot), edits,
             draft.is_in_place() ? Edits() : unsure_edits(snapshot, edits, whole->aliases, 0)};
  if (range) {
    out.edits = edits_in(out.edits, snapshot.bytes(*range));
    out.unsure = edits_in(out.unsure, snapshot.bytes(*range));
  }
  return out;
}

// The plan with a finding's edits, where the vault has every alias in it: else they would not come back.
text::Result<anonymise::Plan> durable_plan(Draft& draft, Session& session, const Snapshot& snapshot,
                                           const detect::Finding& finding) {
  auto whole = edits_in_place(draft, session, Asked::ByUser, masks(finding) ? nullptr : &finding);
  if (!whole) return whole.failure();
  anonymise::Plan out;
  if (auto edits = text::TextEdits::make(*std::move(whole), snapshot.text().size())) {
    out.edits = *std::move(edits);
  }
  return out;
}

std::variant<Choice, Problem> choose_finding(Draft& draft, Session& session, const Snapshot& snapshot,
                                             Scope scope, const detect::Finding& finding) {
  Plans plans(
      snapshot, [&draft] { return draft.plan(); }, draft.policy_to_write().style, draft.aliases_to_write());
  std::optional<anonymise::Plan> durable;
  if (draft.is_in_place()) {
    auto made = durable_plan(draft, session, snapshot, finding);
    if (!made) return Problem{ErrorCode::RequestFailed, std::string(in(made.failure(), snapshot.language))};
    durable = *std::move(made);
    if (!masks(finding)) session.vault_changed = true;  // whoever has an alias is found in other notes, too
  }
  const anonymise::Plan* own = durable ? &*durable : plans.of(finding);
  if (own == nullptr) return Choice{};
  const bool all = scope == Scope::All;
  auto edits = all ? edits_of_all(snapshot, *own, finding) : edits_of_this(snapshot, *own, finding);
  std::string title = all ? title_of_all(snapshot, finding, edits) : title_of_this(snapshot, edits);
  auto unsure = all && finding.entity != 0 && !durable
                    ? unsure_edits(snapshot, edits, with_known(draft, own->new_aliases), finding.entity)
                    : Edits();
  return Choice{std::move(title), std::move(edits), std::move(unsure)};
}

// The edits for what was asked, in the version it was asked for.
std::variant<Choice, Problem> choose(Draft& draft, Session& session, const Snapshot& snapshot, Scope scope,
                                     std::optional<std::int64_t> version,
                                     const std::optional<text::PositionRange>& range) {
  Problem nothing{ErrorCode::RequestFailed, std::string(words::nothing_there.in(snapshot.language))};
  if (version && *version != snapshot.version()) {
    return Problem{ErrorCode::ContentModified, std::string(words::changed_since.in(snapshot.language))};
  }
  std::variant<Choice, Problem> out = nothing;
  if (scope == Scope::Everything) {
    out = choose_everything(draft, session, snapshot, range);
  } else if (range) {
    const detect::Finding* finding = finding_of(snapshot, snapshot.bytes(*range));
    if (finding == nullptr) return out;
    out = choose_finding(draft, session, snapshot, scope, *finding);
  }
  const Choice* choice = std::get_if<Choice>(&out);
  if (choice != nullptr && choice->edits.empty()) return nothing;
  return out;
}

constexpr std::array<std::string_view, 5> editing_commands{
    "paravent.replace", "paravent.replaceAll", "paravent.anonymise", "paravent.renameNote", "paravent.undo"};
constexpr std::array<std::string_view, 5> vault_commands{
    "paravent.restore", "paravent.undo", "paravent.ignore", "paravent.merge", "paravent.split"};

template <std::size_t N>
void leave_out(std::vector<std::string_view>& names, const std::array<std::string_view, N>& commands) {
  std::erase_if(names, [&](std::string_view name) {
    return std::find(commands.begin(), commands.end(), name) != commands.end();
  });
}

}  // namespace

// A command that edits is none where the client takes no edits, nor one about a vault where there is none.
std::vector<std::string_view> Server::offered_commands() const {
  std::vector<std::string_view> names = binder_.command_names();
  if (!session_.client.apply_edit) leave_out(names, editing_commands);
  if (session_.aliases == nullptr) leave_out(names, vault_commands);
  return names;
}

void Server::bind_features() {
  binder_.request<HoverParams>(
      "textDocument/hover", feature<HoverParams>([this](const HoverParams& params, Draft& draft,
                                                        const Snapshot& snapshot, Reply& held) {
        const auto weigh = [&draft](const detect::Finding& finding) { return draft.weigh(finding); };
        held.result(hover(
            snapshot, [&draft] { return draft.plan(); }, weigh, params.position,
            session_.client.hover_markdown));
      }));
  binder_.request<CodeActionParams>(
      "textDocument/codeAction",
      feature<CodeActionParams>(
          [this](const CodeActionParams& params, Draft& draft, const Snapshot& snapshot, Reply& held) {
            Computed computed{[&draft] { return draft.plan(); },
                              [&]() -> text::Result<Edits> {
                                auto whole = edits_of_everything(draft, session_);
                                if (!whole) return whole.failure();
                                return std::move(whole->edits);
                              },
                              draft.is_in_place(),
                              draft.policy_to_write().style,
                              draft.aliases_to_write(),
                              nullptr,
                              [&draft, &snapshot] { return draft.name_tells(snapshot); }};
            if (session_.aliases != nullptr && draft.path()) {
              computed.commands = [&](const text::ByteRange& range) {
                return vault_actions(snapshot, draft.known_in_vault(), range);
              };
            }
            held.result(code_actions(snapshot, computed, params, session_.client));
          }));
  binder_.request<ResolveParams>(
      "codeAction/resolve", feature<ResolveParams>([this](const ResolveParams& params, Draft& draft,
                                                          const Snapshot& snapshot, Reply& held) {
        const auto choice = choose(draft, session_, snapshot, params.scope, params.version, params.range);
        if (const auto* problem = std::get_if<Problem>(&choice)) {
          held.fail(problem->code, problem->message);
        } else {
          const auto& [title, edits, unsure] = std::get<Choice>(choice);
          held.result(resolved_action(snapshot, params, edits, session_.client, unsure));
        }
      }));
  binder_.request<DiagnosticParams>(
      "textDocument/diagnostic", [this](const DiagnosticParams& params, Reply reply) {
        // A draft that cannot be checked gets a report too: one error that says so. After an error answer an
        // editor would go on showing what was found before.
        on_document(params.uri, std::move(reply), [params](Draft& draft, Reply& held) {
          const std::string id = draft.result_id();
          if (id == params.previous_result_id) return held.result(unchanged_report(id));
          const std::string head = full_report_head(id);
          const std::array<std::string_view, 3> report{head, draft.items(), "}"};
          held.result(report);
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
  binder_.command<FolderParams>("paravent.anonymiseFolder", [this](const FolderParams& params, Reply reply) {
    anonymise_folder(params, std::move(reply));
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
  Json argument = has_argument ? params.arguments->front() : Json();
  // The token of the request is that of its command.
  if (argument.is_object() && params.token != nullptr) argument["workDoneToken"] = *params.token;
  dispatch(*command, argument, std::move(reply));
}

void Server::replace(const CommandTarget& target, Scope scope, Reply reply) {
  if (!session_.client.apply_edit) {
    reply.fail(ErrorCode::RequestFailed, say(words::cannot_apply));
    return;
  }
  on_snapshot(target.uri, std::move(reply),
              [this, target, scope](Draft& draft, const Snapshot& snapshot, Reply& held) {
                const auto choice = choose(draft, session_, snapshot, scope, target.version, target.range);
                if (const auto* problem = std::get_if<Problem>(&choice)) {
                  held.fail(problem->code, problem->message);
                  return;
                }
                const auto& [title, edits, unsure] = std::get<Choice>(choice);
                session_.outbox.call("workspace/applyEdit",
                                     apply_edit_params(snapshot, title, edits, session_.client, unsure),
                                     [](const Json*) {});
                held.result("null");
              });
}

}  // namespace paravent::lsp
