#include "lsp-server/folder_twins.hpp"

#include "detect/find.hpp"
#include "lsp-server/draft.hpp"
#include "lsp-server/json_writer.hpp"
#include "lsp-server/progress.hpp"
#include "lsp-server/twin.hpp"
#include "lsp-server/uri.hpp"
#include "lsp-server/words.hpp"
#include "platform/files.hpp"
#include "text/decode.hpp"
#include "text/wording.hpp"
#include "workspace/folder_names.hpp"
#include "workspace/notes.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::lsp {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> notes_of_client(const fs::path& path) {
  const bool is_folder = platform::list_folder(path).has_value();
  const workspace::ClientFolder folder = workspace::client_folder_of(is_folder ? path / "note.md" : path);
  return folder.is_root ? workspace::notes_below(folder.path).files : workspace::notes_in(folder.path);
}

enum class Made { Twin, Nothing };  // nothing: it is a twin itself

// As a save in twin mode does, from what lies on disk.
text::Result<Made> make_twin(const fs::path& path, workspace::FolderNames& names) {
  const auto bytes = platform::read_file(path, max_note_bytes);
  if (!bytes) return bytes.failure();
  const auto decoded = text::decode_file(*bytes);
  if (!decoded) return decoded.failure();
  if (is_twin(decoded->text)) return Made::Nothing;
  const auto folder = workspace::policy_for_places(workspace::places_of_note(path));
  if (!folder) return folder.failure();
  const policy::Policy policy = workspace::policy_for_note(folder->policy, decoded->text).policy;
  const std::string stem = path.stem().string();
  detect::Context context;
  context.file_stem = stem;
  context.known = {names.known_to(path)};
  const auto analysis = detect::find(decoded->text, policy, context);
  if (!analysis) return analysis.failure();
  const auto twin = write_twin({path, decoded->text, policy, analysis->language, context});
  if (!twin) return twin.failure();
  return Made::Twin;
}

}  // namespace

FolderTwins::FolderTwins(Session& session, fs::path path, std::string token, Reply reply)
    : session_(session), path_(std::move(path)), token_(std::move(token)), reply_(std::move(reply)) {}

void FolderTwins::run() {
  if (is_over()) return answer();
  write_all(notes_of_client(path_));
  session_.tell(failed_.empty() ? MessageType::Info : MessageType::Warning, message());
  answer();
}

void FolderTwins::write_all(const std::vector<fs::path>& notes) {
  Progress progress(session_, token_, words::writing_twins);
  workspace::FolderNames names(workspace::FolderNames::Read::Once);
  for (std::size_t i = 0; i < notes.size() && !is_over(); ++i) {
    progress.report(i, notes.size());
    const auto made = make_twin(notes[i], names);
    if (!made) {
      failed_.push_back({notes[i], made.failure()});
    } else if (*made == Made::Twin) {
      ++written_;
    }
    if (!made || *made == Made::Twin) ++notes_;
  }
}

std::string FolderTwins::message() const {
  const std::string written = std::to_string(written_);
  if (is_over()) return text::fill(words::twins_cancelled, session_.language, {written});
  if (failed_.empty()) return text::fill(words::twins_written, session_.language, {written});
  return text::fill(words::twins_failed, session_.language,
                    {written, std::to_string(failed_.size()), in(failed_.front().why, session_.language)});
}

void FolderTwins::answer() {
  JsonWriter json;
  json.begin_object().key("notes").integer(static_cast<std::int64_t>(notes_));
  json.key("written").integer(static_cast<std::int64_t>(written_)).key("cancelled").boolean(is_over());
  json.key("failures").begin_array();
  for (const Failed& failed : failed_) {
    json.begin_object().key("uri").string(uri_of_path(failed.note)).key("message");
    json.string(in(failed.why, session_.language)).end_object();
  }
  json.end_array().end_object();
  reply_.result(json.take());
}

}  // namespace paravent::lsp
