// What is asked of whole folders. workspace/diagnostic: the open notes by their workers, those that lie
// closed in the folders by one of its own.
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "lsp-server/features/diagnostics.hpp"
#include "lsp-server/guarded.hpp"
#include "lsp-server/progress.hpp"
#include "lsp-server/server_work.hpp"
#include "lsp-server/uri.hpp"
#include "platform/files.hpp"
#include "workspace/notes.hpp"

namespace paravent::lsp {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t a_batch = 20;  // reports in one partial result

// Gathers the reports of all workers. The last one to let go sends the answer.
class Gathering {
 public:
  Gathering(Session& session, WorkspaceDiagnosticParams params, Reply reply)
      : session_(session),
        params_(std::move(params)),
        reply_(std::move(reply)),
        progress_(std::in_place, session, params_.progress_token, words::checking_folder) {}
  ~Gathering() {
    completes([this] {
      progress_.reset();
      if (!params_.partial_token.empty() && !reports_.empty()) send_part();
      reply_.result(items());
    });
  }
  Gathering(const Gathering&) = delete;
  Gathering& operator=(const Gathering&) = delete;

  bool settled() const { return reply_.settled() || session_.ending; }

  // The result that the client holds of a note; empty when it holds none.
  std::string_view previous(const std::string& uri) const {
    const auto found = params_.previous.find(uri);
    return found == params_.previous.end() ? std::string_view() : std::string_view(found->second);
  }
  const std::map<std::string, std::string, std::less<>>& all_previous() const { return params_.previous; }

  void add(const std::string& report) {
    const Guard guard(lock_);
    if (!reports_.empty()) reports_ += ',';
    reports_ += report;
    if (++count_ % a_batch == 0 && !params_.partial_token.empty()) send_part();
  }
  void report_progress(std::size_t done, std::size_t all) { progress_->report(done, all); }

 private:
  std::string items() const { return "{\"items\":[" + reports_ + "]}"; }
  void send_part() {
    send_progress(session_, params_.partial_token, items());
    reports_.clear();
  }

  Session& session_;
  WorkspaceDiagnosticParams params_;
  Reply reply_;
  std::optional<Progress> progress_;
  Mutex lock_;
  std::string reports_;  // guarded by lock_; separated by commas
  std::size_t count_ = 0;
};

// The open notes. Clients may write a URI in another way than we do, so paths are compared too.
struct Open {
  std::set<std::string, std::less<>> uris;
  std::set<fs::path> paths;
};

// A home or a whole disk is no folder of notes: reading it would take minutes, and nobody asked for that.
bool is_too_wide(const fs::path& folder) {
  if (folder == folder.root_path()) return true;
  const auto home = platform::environment("HOME");
  return home && (fs::path(*home) / "").lexically_normal() == (folder / "").lexically_normal();
}

std::vector<fs::path> notes_of(const std::vector<fs::path>& folders) {
  std::set<fs::path> out;  // folders may lie in each other
  for (const fs::path& folder : folders) {
    if (is_too_wide(folder)) continue;
    for (fs::path& file : workspace::notes_below(folder).files) out.insert(std::move(file));
  }
  return {out.begin(), out.end()};
}

// Notes that the client knows of and that are gone: their diagnostics must go too.
void report_gone(Gathering& gathering, const Open& open) {
  for (const auto& [uri, id] : gathering.all_previous()) {
    const auto path = path_of_uri(uri);
    if (open.uris.contains(uri) || (path && platform::exists(*path))) continue;
    gathering.add(workspace_report(uri, nullptr, "[]", result_id_of("[]")));
  }
}

void report_closed(Gathering& gathering, ClosedNotes& notes, const std::vector<fs::path>& folders,
                   const Open& open, std::chrono::milliseconds limit) {
  const auto begun = std::chrono::steady_clock::now();
  const std::vector<fs::path> files = notes_of(folders);
  notes.begin_round();
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (gathering.settled()) return;  // cancelled
    // What was done is worth more than an error; the rest comes with the next round, which finds this done.
    if (std::chrono::steady_clock::now() - begun > limit) return;
    if (open.paths.contains(files[i])) continue;
    const std::string uri = uri_of_path(files[i]);
    gathering.add(notes.report(files[i], uri, gathering.previous(uri)));
    if (i % a_batch == 0) gathering.report_progress(i, files.size());
  }
  report_gone(gathering, open);
}

}  // namespace

void Server::workspace_diagnostics(const WorkspaceDiagnosticParams& params, Reply reply) {
  const auto gathering = std::make_shared<Gathering>(session_, params, std::move(reply));
  Open open;
  documents_.for_each_open([&](Documents::Entry& entry) {
    open.uris.insert(entry.draft.uri());
    if (entry.draft.path()) open.paths.insert(*entry.draft.path());
    entry.worker->post(Task([&entry, gathering] {
      if (gathering->settled()) return;
      const std::string& uri = entry.draft.uri();
      const std::string id = entry.draft.result_id();
      const auto version = entry.draft.version();
      gathering->add(id == gathering->previous(uri)
                         ? workspace_unchanged_report(uri, &version, id)
                         : workspace_report(uri, &version, entry.draft.items(), id));
    }));
  });
  const auto limit = options_.deadline / 2;
  folders_worker_->post(Task([this, gathering, open = std::move(open), folders = folders_, limit] {
    report_closed(*gathering, closed_notes_, folders, open, limit);
  }));
}

// Behind one another: two at once would write the same twins.
void Server::anonymise_folder(const FolderParams& params, Reply reply) {
  auto path = path_of_uri(params.uri);
  if (!path) {
    reply.fail(ErrorCode::InvalidParams, say(words::no_folder_there));
    return;
  }
  const auto twins =
      std::make_shared<FolderTwins>(session_, *std::move(path), params.progress_token, std::move(reply));
  std::erase_if(folder_twins_, [](const auto& one) { return one.second.expired(); });
  folder_twins_.emplace(params.progress_token, twins);
  folders_worker_->post(Task([twins] { twins->run(); }));
}

void Server::cancel_progress(const ProgressParams& params) {
  const auto [first, last] = folder_twins_.equal_range(params.token);
  for (auto one = first; one != last; ++one) {
    if (const auto twins = one->second.lock()) twins->cancel();
  }
}

}  // namespace paravent::lsp
