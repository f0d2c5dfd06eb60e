// Requests about the people of a note, and our own requests with their executeCommand twins.
#include <nlohmann/json.hpp>

#include "lsp-server/features/code_lens.hpp"
#include "lsp-server/features/extensions.hpp"
#include "lsp-server/features/inlay_hint.hpp"
#include "lsp-server/features/people.hpp"
#include "lsp-server/features/rename.hpp"
#include "lsp-server/features/risk.hpp"
#include "lsp-server/server_work.hpp"

namespace paravent::lsp {
namespace {

void fail(Reply& reply, const text::Failure& failure, text::Language language) {
  reply.fail(ErrorCode::RequestFailed, in(failure, language));
}

}  // namespace

void Server::bind_people() {
  binder_.request<PositionParams>(
      "textDocument/documentHighlight",
      feature<PositionParams>([](const PositionParams& params, Draft&, const Snapshot& snapshot,
                                 Reply& held) { held.result(highlights(snapshot, params.position)); }));
  binder_.request<ReferenceParams>(
      "textDocument/references",
      feature<ReferenceParams>([](const ReferenceParams& params, Draft&, const Snapshot& snapshot,
                                  Reply& held) { held.result(references(snapshot, params)); }));
  binder_.request<DocumentParams>(
      "textDocument/documentSymbol",
      feature<DocumentParams>([this](const DocumentParams&, Draft&, const Snapshot& snapshot, Reply& held) {
        held.result(symbols(snapshot, session_.client));
      }));
  binder_.request<DocumentParams>(
      "textDocument/codeLens",
      feature<DocumentParams>([](const DocumentParams&, Draft& draft, const Snapshot& snapshot, Reply& held) {
        held.result(code_lenses(snapshot, draft.risks(snapshot)));
      }));
  binder_.request<RangeParams>(
      "textDocument/inlayHint", feature<RangeParams>([](const RangeParams& params, Draft& draft,
                                                        const Snapshot& snapshot, Reply& held) {
        // In a note that is rewritten in place what needs an eye is who stands behind an alias.
        if (draft.is_in_place() && snapshot.display.real_names) {
          return held.result(
              real_name_hints(snapshot, draft.known_in_vault().to_restore, snapshot.bytes(params.range)));
        }
        const anonymise::Plan* plan = snapshot.display.inlay_hints ? draft.plan() : nullptr;
        held.result(plan == nullptr ? "[]" : inlay_hints(snapshot, *plan, snapshot.bytes(params.range)));
      }));
  binder_.request<PositionParams>(
      "textDocument/prepareRename", feature<PositionParams>([](const PositionParams& params, Draft& draft,
                                                               const Snapshot& snapshot, Reply& held) {
        const auto prepared = prepare_rename(snapshot, draft.known_in_vault(), params.position);
        if (prepared) {
          held.result(*prepared);
        } else {
          fail(held, prepared.failure(), snapshot.language);
        }
      }));
  binder_.request<RenameParams>("textDocument/rename", [this](const RenameParams& params, Reply reply) {
    rename(params, std::move(reply));
  });
}

void Server::bind_extensions() {
  const auto preview_note = feature<PreviewParams>(
      [](const PreviewParams& params, Draft& draft, const Snapshot& snapshot, Reply& held) {
        const auto anonymised = draft.anonymised(params.style);
        if (anonymised) {
          held.result(preview(snapshot, *anonymised, params.style.value_or(draft.policy_to_write().style)));
        } else {
          fail(held, anonymised.failure(), snapshot.language);
        }
      });
  binder_.request<PreviewParams>("paravent/preview", preview_note);
  binder_.command<PreviewParams>("paravent.preview", preview_note);
  const auto list_findings = feature<FindingsParams>(
      [](const FindingsParams& params, Draft& draft, const Snapshot& snapshot, Reply& held) {
        held.result(findings_page(snapshot, draft.replacements(), params));
      });
  binder_.request<FindingsParams>("paravent/findings", list_findings);
  binder_.command<FindingsParams>("paravent.findings", list_findings);
  const auto tell_risk =
      feature<RiskParams>([this](const RiskParams& params, Draft&, const Snapshot& snapshot, Reply& held) {
        const RiskPage page = risk_page(snapshot);
        if (params.show) session_.tell(MessageType::Info, page.message);
        held.result(page.json);
      });
  binder_.request<RiskParams>("paravent/risk", tell_risk);
  binder_.command<RiskParams>("paravent.risk", tell_risk);
  binder_.request<WorkspaceDiagnosticParams>("workspace/diagnostic",
                                             [this](const WorkspaceDiagnosticParams& params, Reply reply) {
                                               workspace_diagnostics(params, std::move(reply));
                                             });
}

}  // namespace paravent::lsp
