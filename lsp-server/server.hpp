// The protocol: lifecycle, what the client can do, which documents it has open. Work on a document is posted
// to its worker; nothing here computes.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lsp-server/binder.hpp"
#include "lsp-server/documents.hpp"
#include "lsp-server/features/closed_notes.hpp"
#include "lsp-server/features/params.hpp"
#include "lsp-server/features/replacements.hpp"
#include "lsp-server/folder_twins.hpp"
#include "lsp-server/in_place.hpp"
#include "lsp-server/outbox.hpp"
#include "lsp-server/reply.hpp"
#include "lsp-server/serve.hpp"
#include "lsp-server/session.hpp"
#include "lsp-server/settings.hpp"
#include "lsp-server/trace_log.hpp"
#include "lsp-server/worker.hpp"
#include "lsp-server/workspace_params.hpp"

namespace paravent::lsp {

class Server {
 public:
  Server(Transport& transport, const Options& options);
  // Ends all work that was begun.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Deals with one message. A host that has no thread to wait in feeds the server by this, without serve().
  void receive(std::string_view body);
  // A message was lost on the way: no draft can be trusted any more.
  void message_lost();

  bool ended() const { return state_ == State::Ended; }
  int exit_code() const { return clean_ ? 0 : 1; }

 private:
  enum class State { Fresh, Running, ShuttingDown, Ended };

  void bind_lifecycle();
  void bind_text_sync();
  void bind_features();
  void bind_people();
  void bind_renames();
  void bind_extensions();
  void bind_commands();
  void bind_client();
  void bind_saves();
  void bind_vault();

  void on_request(const std::string& method, const Json& id, const Json& params);
  void on_notification(const std::string& method, const Json& params);
  void on_response(const Json& message);
  void dispatch(const Binder::Request& request, const Json& params, Reply reply);
  bool refused(std::string_view method, std::string_view id);
  static bool takes_its_time(const Binder::Request& request, const Json& params);

  void initialize(const InitializeParams& params, Reply reply);
  void shutdown(Reply reply);
  void exit();
  void did_open(DidOpenParams params);
  void did_change(DidChangeParams params);
  void did_close(const DocumentParams& params);
  void did_save(const DocumentParams& params);

  // What the client tells of itself while it runs: settings, folders, files that changed.
  void initialized();
  void pull_settings(std::vector<std::string> uris);
  void settings_came(const std::string& uri, const Json* section);
  void set_settings(Documents::Entry& entry, const Settings& settings);
  Settings settings_of(const Json* section);
  void configuration_changed(const ConfigurationParams& params);
  void folders_changed(const FoldersChangeParams& params);
  void files_changed(const WatchedFilesParams& params);
  void reload_policies();
  // Every open note may be told other names by its folder.
  void read_folders();
  void read_folder(Documents::Entry& entry);
  bool save_edits_wanted() const;
  std::vector<std::string_view> offered_commands() const;

  void may_write(const MayWriteParams& params, Reply reply);
  void rename(const RenameParams& params, Reply reply);
  void undo(const Draft& draft, const Snapshot& snapshot, Reply& held);
  template <class Params, class Change>
  void vault_command(Literal name, Change change);
  // An error on the way of a save would make some clients ask no more: its reason is told after the save.
  enum class OnFailure : bool { Nothing, Tell };
  void edit_to_save(const std::string& uri, Asked asked, OnFailure then, Reply reply);
  void answer_with_edits(Draft& draft, Asked asked, OnFailure then, Reply& held);
  void wait_for_typing(Documents::Entry& entry);
  void typing_paused(Documents::Entry& entry);
  void execute(const ExecuteCommandParams& params, Reply reply);
  // A notification about a document that was not understood: its draft is no longer the client's text.
  void lose_document(const Json& params);

  // On the document's worker: a task was ended by an exception, and what it left of the draft is not known.
  void give_up(Documents::Entry& entry);

  // Runs work(draft, reply) on the worker of an open document.
  template <class Work>
  void on_document(const std::string& uri, Reply reply, Work work);
  // Runs work(draft, snapshot, reply) there, when the draft can be looked at.
  template <class Work>
  void on_snapshot(const std::string& uri, Reply reply, Work work);
  template <class Params>
  using Handler = std::function<void(Params&, Reply)>;
  // A handler that runs feature(params, draft, snapshot, reply) on the worker of params.uri.
  template <class Params, class Feature>
  Handler<Params> feature(Feature feature);
  void replace(const CommandTarget& target, Scope scope, Reply reply);
  // Runs then(LinkMending, reply) on a worker once the texts of all open notes are known.
  template <class Then>
  void mend_links(Reply reply, Then then);
  void rename_note(const std::string& uri, Reply reply);
  void anonymise_folder(const FolderParams& params, Reply reply);
  void cancel_progress(const ProgressParams& params);
  void workspace_diagnostics(const WorkspaceDiagnosticParams& params, Reply reply);
  // Hands work(draft), a change of its text, to a document's worker. What is shown of it follows as a task of
  // its own, so that a save need not wait for that.
  template <class Work>
  void take_in(Documents::Entry& entry, Work work);
  // Hands work(draft) there that may change what is shown without the text; it says so.
  template <class Work>
  void update(Documents::Entry& entry, Lane lane, Work work);
  // On the document's worker: what is shown of its text, or of what is known of it, is another now.
  void show_text(Documents::Entry& entry);
  void show_again(Documents::Entry& entry);
  std::string_view say(const text::Wording& wording) const { return wording.in(session_.language); }

  Options options_;
  Transport& transport_;
  std::shared_ptr<Log> sink_;
  Outbox outbox_;
  std::shared_ptr<TraceLog> log_;
  Session session_;
  Calls calls_;
  Binder binder_;
  State state_ = State::Fresh;
  bool clean_ = false;
  std::unique_ptr<Deadlines> deadlines_;
  Settings settings_;                           // of documents that have none of their own
  std::vector<std::filesystem::path> folders_;  // of the workspace; touched by the reader only
  Documents documents_;                         // workers use all of the above
  ClosedNotes closed_notes_;                    // lives on folders_worker_
  std::multimap<std::string, std::weak_ptr<FolderTwins>> folder_twins_;  // by progress token; the reader’s
  std::unique_ptr<Worker> folders_worker_;                               // for what is asked of whole folders
};

}  // namespace paravent::lsp
