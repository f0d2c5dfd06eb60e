// textDocument/rename: within the note, or, where the vault knows who is meant, over all notes of the client
// folder, open or closed.
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "lsp-server/features/rename.hpp"
#include "lsp-server/features/vault_actions.hpp"
#include "lsp-server/features/workspace_edit.hpp"
#include "lsp-server/guarded.hpp"
#include "lsp-server/server_work.hpp"
#include "lsp-server/uri.hpp"
#include "platform/files.hpp"
#include "text/decode.hpp"
#include "workspace/folder_names.hpp"
#include "workspace/notes.hpp"

namespace paravent::lsp {
namespace {

namespace fs = std::filesystem;

void fail(Reply& reply, const text::Failure& failure, text::Language language) {
  reply.fail(ErrorCode::RequestFailed, in(failure, language));
}

// Gathers the texts of a folder's notes. The last one to let go renames and answers: then every text is
// there.
class Renaming {
 public:
  Renaming(Session& session, fs::path note, Reply reply)
      : session_(session), note_(std::move(note)), reply_(std::move(reply)) {}
  ~Renaming() {
    completes([this] { finish(); });
  }
  Renaming(const Renaming&) = delete;
  Renaming& operator=(const Renaming&) = delete;

  bool settled() {
    const Guard guard(lock_);
    return reply_.settled() || session_.ending;
  }
  // Answers now, without the other notes.
  template <class Answer>
  void settle(Answer answer) {
    const Guard guard(lock_);
    answer(reply_);
  }

  void set_target(FolderRename target, text::Language language) {
    const Guard guard(lock_);
    target_ = std::move(target);
    language_ = language;
  }
  // No version: the note is closed.
  void add(const std::string& uri, std::optional<std::int64_t> version, std::string_view text, bool target) {
    const Guard guard(lock_);
    notes_.push_back({uri, version, std::string(text), target});
  }

 private:
  struct Note {
    std::string uri;
    std::optional<std::int64_t> version;
    std::string text;
    bool is_target = false;
  };

  void finish() {
    if (reply_.settled() || !target_) return;
    for (const Note& note : notes_) {
      if (stands_already(*target_, note.text)) {
        return reply_.fail(ErrorCode::RequestFailed, words::rename_taken.in(language_));
      }
    }
    // A name may go only where it surely comes back.
    if (target_->who.alias.empty()) {
      const auto allowed = session_.aliases->may_write_in_place();
      if (!allowed) return fail(reply_, allowed.failure(), language_);
    }
    const auto old = session_.aliases->rename(note_, target_->who, target_->alias);
    if (!old) return fail(reply_, old.failure(), language_);
    session_.vault_changed = true;
    WorkspaceEdit all;
    for (const Note& note : notes_) add_edits(all, note, *old);
    JsonWriter json;
    write_workspace_edit(json, all, session_.client, language_);
    reply_.result(json.take());
  }

  void add_edits(WorkspaceEdit& all, const Note& note, const std::vector<std::string>& old) const {
    std::vector<text::TextEdit> edits = with_other_alias(*target_, note.text, old);
    if (note.is_target) edits.insert(edits.end(), target_->names.begin(), target_->names.end());
    const auto sorted = text::TextEdits::make(std::move(edits), note.text.size());
    if (!sorted || sorted->empty()) return;
    all.notes.push_back(
        edited_note(note.uri, note.version, text::Document(note.text, 0), sorted->all(), session_.encoding));
  }

  Session& session_;
  fs::path note_;
  Mutex lock_;
  Reply reply_;  // these four are guarded by lock_, until the last one lets go
  std::optional<FolderRename> target_;
  text::Language language_ = text::Language::French;
  std::vector<Note> notes_;
};

void add_closed(Renaming& renaming, const workspace::ClientFolder& folder, const std::set<fs::path>& open) {
  const std::vector<fs::path> files =
      folder.is_root ? workspace::notes_below(folder.path).files : workspace::notes_in(folder.path);
  for (const fs::path& file : files) {
    if (renaming.settled()) return;
    if (open.contains(file)) continue;
    const auto bytes = platform::read_file(file, max_note_bytes);
    if (!bytes) continue;
    if (const auto decoded = text::decode_file(*bytes)) {
      renaming.add(uri_of_path(file), std::nullopt, decoded->text, false);
    }
  }
}

// The vault is asked where the note is rewritten in place, and for an alias that it knows.
bool concerns_the_vault(const Draft& draft, const FolderRename& target) {
  return draft.is_in_place() || bearer_of_alias(draft.known_in_vault(), target.who.alias) != nullptr;
}

void rename_in_note(const Snapshot& snapshot, const RenameParams& params, const Session& session,
                    Reply& reply) {
  const auto edits = rename(snapshot, params);
  if (!edits) return fail(reply, edits.failure(), snapshot.language);
  JsonWriter json;
  write_workspace_edit(json, snapshot, *edits, session.client);
  reply.result(json.take());
}

}  // namespace

void Server::rename(const RenameParams& params, Reply reply) {
  const auto path = path_of_uri(params.uri);
  if (session_.aliases == nullptr || !path) {
    return on_snapshot(params.uri, std::move(reply),
                       [this, params](Draft&, const Snapshot& snapshot, Reply& held) {
                         rename_in_note(snapshot, params, session_, held);
                       });
  }
  Documents::Entry* asked = documents_.find(params.uri);
  if (asked == nullptr) return reply.fail(ErrorCode::InvalidParams, say(words::not_open));
  const workspace::ClientFolder folder = workspace::client_folder_of(*path);
  const auto renaming = std::make_shared<Renaming>(session_, *path, std::move(reply));
  std::set<fs::path> open;
  documents_.for_each_open([&](Documents::Entry& entry) {
    const auto& note = entry.draft.path();
    if (!note || workspace::client_folder_of(*note).path != folder.path) return;
    open.insert(*note);
    entry.worker->post(Task([this, &entry, renaming, params, is_target = &entry == asked] {
      if (renaming->settled()) return;
      const auto seen = entry.draft.look();
      const auto* snapshot = std::get_if<Snapshot>(&seen);
      if (snapshot != nullptr) {
        renaming->add(entry.draft.uri(), snapshot->version(), snapshot->text(), is_target);
      }
      if (!is_target) return;
      if (snapshot == nullptr) {
        const auto& problem = std::get<Problem>(seen);
        return renaming->settle([&](Reply& held) { held.fail(problem.code, problem.message); });
      }
      const KnownInVault& known = entry.draft.known_in_vault();
      auto target = folder_rename(*snapshot, known, params);
      const bool concerned = target && concerns_the_vault(entry.draft, *target);
      if (concerned) target = checked(*target, *snapshot, known, entry.draft.policy_to_write().style);
      if (!target) {
        renaming->settle([&](Reply& held) { fail(held, target.failure(), snapshot->language); });
      } else if (concerned) {
        renaming->set_target(std::move(*target), snapshot->language);
      } else {
        renaming->settle([&](Reply& held) { rename_in_note(*snapshot, params, session_, held); });
      }
    }));
  });
  folders_worker_->post(
      Task([renaming, folder, open = std::move(open)] { add_closed(*renaming, folder, open); }));
}

}  // namespace paravent::lsp
