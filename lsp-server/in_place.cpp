#include "lsp-server/in_place.hpp"

#include <algorithm>
#include <optional>

#include "lsp-server/twin.hpp"
#include "platform/files.hpp"
#include "text/decode.hpp"

namespace paravent::lsp {
namespace {

using Edits = std::vector<text::TextEdit>;

struct Replaced {
  Edits edits;
  std::size_t left = 0;
};

// The note as if a hint of it masked.
detect::Analysis with_hint(const detect::Analysis& analysis, const detect::Finding& hint) {
  detect::Analysis out = analysis;
  for (detect::Finding& finding : out.findings) {
    if (finding.range == hint.range && finding.category == hint.category) finding.hint = false;
  }
  return out;
}

text::Result<Replaced> replaced(Draft& draft, Session& session, Asked asked, const detect::Finding* hint) {
  if (draft.policy_failure()) return *draft.policy_failure();
  if (!draft.wants_aliases()) return Replaced{};
  const auto seen = draft.look();
  if (const auto* problem = std::get_if<Problem>(&seen)) {
    return text::Failure{problem->message, problem->message};
  }
  const auto& snapshot = std::get<Snapshot>(seen);
  Replaced out;
  if (is_twin(*draft.path(), snapshot.text())) return out;
  const auto line = asked == Asked::ByAutosave ? draft.line_being_typed() : std::nullopt;
  const auto promoted = hint == nullptr ? std::nullopt : std::optional(with_hint(snapshot.analysis, *hint));
  const detect::Analysis& analysis = promoted ? *promoted : snapshot.analysis;
  std::size_t to_replace = 0;
  for (const detect::Finding& finding : analysis.findings) {
    if (!is_replaced(finding, snapshot.policy)) continue;
    const bool stays = line && finding.range.begin <= line->end && line->begin <= finding.range.end;
    ++(stays ? out.left : to_replace);
  }
  // Most saves have nothing new to replace: they cost no look into the vault.
  if (to_replace == 0) return out;
  const auto allowed = session.aliases->may_write_in_place();
  draft.set_vault_is_ready(static_cast<bool>(allowed));
  if (!allowed) return allowed.failure();
  const policy::Policy policy = draft.policy_to_write();
  const detect::Context context = draft.own_context();
  const detect::Context read_with = draft.context();
  const ReadNote read{analysis, read_with, draft.known_in_vault().set_aside_stamp};
  auto edits = session.aliases->anonymise(
      {*draft.path(), snapshot.text(), policy, context, encoding_on_disk(draft), true, line, &read});
  if (!edits) return edits.failure();
  out.edits = edits->all();
  return out;
}

}  // namespace

text::Result<Edits> edits_in_place(Draft& draft, Session& session, Asked asked, const detect::Finding* hint) {
  auto done = replaced(draft, session, asked, hint);
  if (!done) {
    draft.set_in_place({0, done.failure()});
    return done.failure();
  }
  draft.set_in_place({done->left, std::nullopt});
  tell_news(session, draft.language());
  return std::move(done->edits);
}

text::FileEncoding encoding_on_disk(const Draft& draft) {
  if (!draft.path()) return text::FileEncoding::Utf8;
  const auto bytes = platform::read_file(*draft.path(), max_note_bytes);
  if (!bytes) return text::FileEncoding::Utf8;
  const auto decoded = text::decode_file(*bytes);
  return decoded ? decoded->encoding : text::FileEncoding::Utf8;
}

void tell_news(Session& session, text::Language language) {
  if (session.aliases == nullptr) return;
  if (const auto news = session.aliases->news()) session.tell(MessageType::Info, in(*news, language));
}

}  // namespace paravent::lsp
