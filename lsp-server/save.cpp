#include "lsp-server/save.hpp"

#include <algorithm>

#include "detect/find.hpp"
#include "lsp-server/json_writer.hpp"
#include "lsp-server/twin.hpp"
#include "lsp-server/words.hpp"
#include "platform/files.hpp"
#include "policy/policy.hpp"
#include "text/decode.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

using policy::SaveMode;

std::size_t masked_in(const detect::Analysis& analysis, const policy::Policy& policy) {
  return static_cast<std::size_t>(
      std::count_if(analysis.findings.begin(), analysis.findings.end(),
                    [&](const detect::Finding& finding) { return is_replaced(finding, policy); }));
}

// A promise that was not kept.
void broken_promise(Draft& draft, Session& session, Literal what, std::string message) {
  session.log.event(Log::Level::Error, what, {session.log.document(draft.uri())});
  session.tell(MessageType::Error, message);
  draft.set_save_remark(SaveRemark{true, std::move(message)});
}

void twin_failed(Draft& draft, Session& session, std::string_view why) {
  broken_promise(draft, session, "twin not written", text::fill(words::twin_failed, draft.language(), {why}));
}

// A warning at the start of the note, and once in a message.
void warn(Draft& draft, Session& session, std::string message) {
  session.tell_once(MessageType::Warning, message);
  draft.set_save_remark(SaveRemark{false, std::move(message)});
}

void keep_twin(Draft& draft, const Snapshot& snapshot, Session& session) {
  if (!draft.path() || is_twin(*draft.path(), snapshot.text())) return;
  if (is_twin(snapshot.text())) {
    warn(draft, session,
         text::fill(words::marked_as_twin, draft.language(), {draft.path()->filename().string()}));
    return;
  }
  const detect::Context context = draft.context();
  const SavedNote note{*draft.path(), snapshot.text(), snapshot.policy, snapshot.analysis.language, context};
  const auto written = write_twin(note);
  if (!written) {
    twin_failed(draft, session, in(written.failure(), draft.language()));
    return;
  }
  session.log.event(Log::Level::Info, "twin written", {session.log.document(draft.uri())});
}

// The number of passages to mask in the file as it lies on disk; a message when that is not known.
text::Result<std::size_t> masked_on_disk(Draft& draft) {
  const auto bytes = platform::read_file(*draft.path(), max_note_bytes);
  if (!bytes) return bytes.failure();
  const auto disk = text::decode_file(*bytes);
  if (!disk) return disk.failure();
  if (is_twin(*draft.path(), disk->text)) return std::size_t{0};
  if (disk->text == draft.document().text()) {
    const auto seen = draft.look();
    if (const auto* snapshot = std::get_if<Snapshot>(&seen))
      return masked_in(snapshot->analysis, draft.policy());
    const std::string& why = std::get<Problem>(seen).message;
    return text::Failure{why, why};
  }
  const auto analysis = detect::find(disk->text, draft.policy(), draft.context());
  if (!analysis) return analysis.failure();
  return masked_in(*analysis, draft.policy());
}

std::string counted(const words::Counted& wording, std::size_t count, text::Language language) {
  return count == 1 ? std::string(wording.one.in(language))
                    : text::fill(wording.many, language, {std::to_string(count)});
}

// What was put into words, and what kept the save from it.
std::string with_reason(std::string message, const Draft& draft) {
  if (!draft.in_place().failure) return message;
  return message.append(" ").append(in(*draft.in_place().failure, draft.language()));
}

// What lies on disk is what a save in place or a strict one promised to keep off it, but for the line that an
// autosave has left for a moment.
void check_disk(Draft& draft, Session& session) {
  if (!draft.path()) return;
  const bool strict = draft.policy().save == SaveMode::Strict;
  const auto count = masked_on_disk(draft);
  if (!count) {
    broken_promise(draft, session, "saved file not checked",
                   text::fill(strict ? words::disk_not_checked : words::disk_not_checked_in_place,
                              draft.language(), {in(count.failure(), draft.language())}));
  } else if (*count > draft.in_place().left) {
    broken_promise(
        draft, session, "personal data on disk",
        with_reason(counted(strict ? words::on_disk : words::on_disk_in_place, *count, draft.language()),
                    draft));
  }
}

// A mode that makes no twin leaves an old one behind.
void mention_stale_twin(Draft& draft, Session& session) {
  if (!draft.path() || !draft.has_text() || is_twin(*draft.path(), draft.document().text())) return;
  const auto twin = stale_twin(*draft.path(), draft.document().text());
  if (!twin) return;
  warn(draft, session, text::fill(words::twin_stale, draft.language(), {twin->filename().string()}));
}

std::string answer(bool allowed, bool strict, std::size_t count, std::string_view message) {
  JsonWriter json;
  json.begin_object().key("allowed").boolean(allowed).key("strict").boolean(strict);
  json.key("count").integer(static_cast<std::int64_t>(count));
  json.key("message").string(message).end_object();
  return json.take();
}

}  // namespace

void after_save(Draft& draft, Session& session) {
  draft.read_policy();
  draft.set_save_remark(std::nullopt);
  if (draft.policy_failure()) {
    // Said by read_policy; what the save promises is not known.
    draft.set_save_remark(SaveRemark{true, text::fill(words::policy_broken, draft.language(),
                                                      {in(*draft.policy_failure(), draft.language())})});
    return;
  }
  switch (draft.policy().save) {
    case SaveMode::Warn:
      mention_stale_twin(draft, session);
      return;
    case SaveMode::Twin: {
      const auto seen = draft.look();
      if (const auto* problem = std::get_if<Problem>(&seen)) {
        twin_failed(draft, session, problem->message);
      } else {
        keep_twin(draft, std::get<Snapshot>(seen), session);
      }
      return;
    }
    case SaveMode::InPlace:
      if (session.aliases == nullptr) {
        session.tell_once(MessageType::Warning,
                          std::string(words::in_place_without_vault.in(draft.language())));
        mention_stale_twin(draft, session);
        return;
      }
      check_disk(draft, session);
      return;
    case SaveMode::Strict:
      check_disk(draft, session);
      return;
  }
}

void check_twin(Draft& draft, Session& session) {
  if (draft.policy().save == SaveMode::Twin && !draft.policy_failure()) mention_stale_twin(draft, session);
}

std::string may_write(Draft& draft, std::optional<std::int64_t> version) {
  const text::Language language = draft.language();
  if (draft.policy_failure()) {
    return answer(false, true, 0,
                  text::fill(words::write_unknown, language, {in(*draft.policy_failure(), language)}));
  }
  if (draft.policy().save != SaveMode::Strict) {
    // Only what is known already: this mode does not hold a save up.
    const detect::Analysis* known = draft.known_analysis();
    return answer(true, false, known == nullptr ? 0 : masked_in(*known, draft.policy()), {});
  }
  const auto seen = draft.look();
  if (const auto* problem = std::get_if<Problem>(&seen)) {
    return answer(false, true, 0, text::fill(words::write_unknown, language, {problem->message}));
  }
  const auto& snapshot = std::get<Snapshot>(seen);
  if (version && *version != snapshot.version()) {
    return answer(false, true, 0,
                  text::fill(words::write_unknown, language, {words::changed_since.in(language)}));
  }
  const bool twin = draft.path() && is_twin(*draft.path(), snapshot.text());
  const std::size_t count = twin ? 0 : masked_in(snapshot.analysis, draft.policy());
  if (count <= draft.in_place().left) return answer(true, true, 0, {});
  return answer(false, true, count, with_reason(counted(words::write_refused, count, language), draft));
}

std::string may_not_write(std::string_view message) {
  return answer(false, true, 0, message);
}

}  // namespace paravent::lsp
