#include "lsp-server/save.hpp"

#include "lsp-server/twin.hpp"
#include "lsp-server/words.hpp"
#include "policy/policy.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

void twin_failed(const Draft& draft, Session& session, std::string_view why) {
  session.log.event(Log::Level::Error, "twin not written", {session.log.document(draft.uri())});
  session.tell(MessageType::Error, text::fill(words::twin_failed, draft.language(), {why}));
}

void keep_twin(Draft& draft, const Snapshot& snapshot, Session& session) {
  if (!draft.path() || is_twin(snapshot.text())) return;
  const SavedNote note{*draft.path(), snapshot.text(), snapshot.policy, snapshot.analysis.language};
  const auto written = write_twin(note, session.folder_keys);
  if (!written) {
    twin_failed(draft, session, in(written.failure(), draft.language()));
    return;
  }
  session.log.event(Log::Level::Info, "twin written", {session.log.document(draft.uri())});
}

}  // namespace

void after_save(Draft& draft, Session& session) {
  draft.read_policy();
  if (draft.policy_failure()) return;  // said by read_policy; what the save promises is not known
  const auto seen = draft.look();
  if (const auto* problem = std::get_if<Problem>(&seen)) {
    if (draft.policy().save == policy::SaveMode::Twin) twin_failed(draft, session, problem->message);
    return;
  }
  switch (draft.policy().save) {
    case policy::SaveMode::Warn:
      return;
    case policy::SaveMode::Twin:
      keep_twin(draft, std::get<Snapshot>(seen), session);
      return;
    case policy::SaveMode::InPlace:
    case policy::SaveMode::Strict:
      session.tell_once(MessageType::Warning, text::fill(words::mode_not_offered, draft.language(),
                                                         {policy::name_of(draft.policy().save)}));
  }
}

}  // namespace paravent::lsp
