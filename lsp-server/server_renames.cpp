// Files that are renamed, by the user or by us: every link to them follows.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "lsp-server/features/note_name.hpp"
#include "lsp-server/link_mending.hpp"
#include "lsp-server/server_work.hpp"
#include "lsp-server/uri.hpp"
#include "text/wording.hpp"

namespace paravent::lsp {
namespace {

// What the note's own worker says of its renaming.
struct NoteRename {
  std::string uri;
  std::optional<workspace::FileMove> move;
  std::vector<PlacedEdit> title;
  std::int64_t version = 0;
  std::optional<Problem> problem;
};

void propose(NoteRename& rename, Draft& draft, const ClientCapabilities& client) {
  const auto seen = draft.look();
  if (const auto* problem = std::get_if<Problem>(&seen)) {
    rename.problem = *problem;
    return;
  }
  const auto& snapshot = std::get<Snapshot>(seen);
  if (!draft.path() || !draft.name_tells(snapshot)) {
    rename.problem = {ErrorCode::RequestFailed, std::string(words::name_tells_nothing.in(snapshot.language))};
    return;
  }
  const auto path = proposed_path(*draft.path(), snapshot);
  if (!path) {
    rename.problem = {ErrorCode::RequestFailed, std::string(in(path.failure(), snapshot.language))};
    return;
  }
  rename.move = {*draft.path(), *path};
  rename.version = draft.version();
  if (client.change_annotations) {
    rename.title = title_edits(draft.path()->stem().string(), path->stem().string(), snapshot);
  }
}

// The title goes with the links that the note has to itself.
void add_title(std::vector<EditedNote>& notes, const NoteRename& rename) {
  if (rename.title.empty()) return;
  auto own = std::find_if(notes.begin(), notes.end(),
                          [&](const EditedNote& note) { return note.uri == rename.uri; });
  if (own == notes.end()) {
    own = notes.insert(notes.end(), EditedNote{rename.uri, rename.version, {}});
  }
  own->edits.insert(own->edits.end(), rename.title.begin(), rename.title.end());
  std::sort(own->edits.begin(), own->edits.end(), comes_before);
}

}  // namespace

template <class Then>
void Server::mend_links(Reply reply, Then then) {
  auto mending = std::make_shared<LinkMending>(session_, std::move(reply), std::move(then));
  documents_.for_each_open([&](Documents::Entry& entry) {
    entry.worker->post(Task([&entry, mending] {
      if (!mending->settled()) mending->add(entry.draft);
    }));
  });
  // The reader lets go here: it never does the work.
  folders_worker_->post(Task([held = std::move(mending)] {}));
}

void Server::bind_renames() {
  binder_.request<RenameFilesParams>(
      "workspace/willRenameFiles", [this](const RenameFilesParams& params, Reply reply) {
        mend_links(std::move(reply), [this, moves = params.moves](const LinkMending& mending, Reply& held) {
          const WorkspaceEdit edit{mending.mended(moves), std::nullopt};
          if (edit.notes.empty()) return held.result("null");
          JsonWriter json;
          write_workspace_edit(json, edit, session_.client, session_.language);
          held.result(json.take());
        });
      });
  binder_.command<DocumentCommandParams>("paravent.renameNote",
                                         [this](const DocumentCommandParams& params, Reply reply) {
                                           rename_note(params.uri, std::move(reply));
                                         });
}

void Server::rename_note(const std::string& uri, Reply reply) {
  Documents::Entry* entry = documents_.find(uri);
  if (!session_.client.can_rename_files() || entry == nullptr) {
    reply.fail(entry == nullptr ? ErrorCode::InvalidParams : ErrorCode::RequestFailed,
               say(entry == nullptr ? words::not_open : words::cannot_rename_files));
    return;
  }
  const auto rename = std::make_shared<NoteRename>();
  rename->uri = uri;
  rename->problem = {ErrorCode::RequestFailed, std::string(say(words::no_answer))};
  entry->worker->post(Task([this, entry, rename] {
    rename->problem.reset();
    propose(*rename, entry->draft, session_.client);
  }));
  // Behind that task on the note's own worker, and so after it.
  mend_links(std::move(reply), [this, rename](const LinkMending& mending, Reply& held) {
    if (rename->problem) return held.fail(rename->problem->code, rename->problem->message);
    WorkspaceEdit edit{mending.mended({*rename->move}),
                       FileRename{rename->uri, uri_of_path(rename->move->to)}};
    add_title(edit.notes, *rename);
    const std::string label =
        text::fill(words::rename_note, session_.language, {rename->move->to.filename().string()});
    session_.outbox.call("workspace/applyEdit",
                         apply_edit_params(edit, label, session_.client, session_.language),
                         [](const Json*) {});
    held.result("null");
  });
}

}  // namespace paravent::lsp
