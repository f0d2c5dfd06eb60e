#include "lsp-server/features/closed_notes.hpp"

#include <utility>

#include "detect/find.hpp"
#include "lsp-server/draft.hpp"
#include "lsp-server/features/diagnostic_list.hpp"
#include "lsp-server/features/diagnostics.hpp"
#include "lsp-server/front_matter.hpp"
#include "lsp-server/words.hpp"
#include "platform/files.hpp"
#include "text/decode.hpp"
#include "text/wording.hpp"
#include "workspace/keyed_hash.hpp"
#include "workspace/policy_files.hpp"

namespace paravent::lsp {

// Like an open note's: with a folder's policy file that cannot be used, the user's own part still holds.
const policy::Policy& ClosedNotes::policy_of(const std::filesystem::path& note) {
  const workspace::Places places = workspace::places_of_note(note);
  const auto [entry, first] = policies_.try_emplace(places);
  if (first) {
    auto read = workspace::policy_for_places(places);
    if (!read) read = workspace::user_policy();
    if (read) entry->second = read->policy;
  }
  return entry->second;
}

std::string ClosedNotes::items_of(std::string_view bytes, const std::filesystem::path& path,
                                  const std::string& uri, const policy::Policy& folder_policy,
                                  detect::NamesFrom folder) const {
  text::Language language = session_.language;
  const auto unchecked = [&](const text::Failure& failure) {
    return unchecked_items(text::fill(words::not_checked, language, {in(failure, language)}));
  };
  auto decoded = text::decode_file(bytes);
  if (!decoded) return unchecked(decoded.failure());
  const text::Document document(std::move(decoded->text), 0);
  const std::string_view front_matter = document.text().substr(0, front_matter_size(document.text()));
  const policy::Policy policy = policy::overlay_front_matter(folder_policy, front_matter).policy;
  if (!session_.language_forced) language = policy.language.value_or(session_.language);
  const std::string stem = path.stem().string();
  detect::Context context;
  context.file_stem = stem;
  context.known = {std::move(folder)};
  const auto analysis = detect::find(document.text(), policy, context);
  if (!analysis) return unchecked(analysis.failure());
  return DiagnosticList().write({uri, document, *analysis, policy, session_.encoding, language,
                                 Display{session_.hints, false, false, std::nullopt}},
                                session_.client.related_information);
}

std::string ClosedNotes::report(const std::filesystem::path& path, const std::string& uri,
                                std::string_view previous) {
  const auto bytes = platform::read_file(path, max_note_bytes);
  if (!bytes) {
    known_.erase(uri);
    const std::string items = unchecked_items(
        text::fill(words::not_checked, session_.language, {in(bytes.failure(), session_.language)}));
    return workspace_report(uri, nullptr, items, result_id_of(items));
  }
  const policy::Policy& policy = policy_of(path);
  const std::uint64_t hash = workspace::keyed_hash({}, *bytes);
  Known& known = known_[uri];
  std::vector<detect::KnownName> folder = folder_names_.told_to(path);
  const bool same = !previous.empty() && known.bytes_hash == hash && known.policy == policy &&
                    known.folder == folder && known.hints == session_.hints;
  if (same && known.result_id == previous) return workspace_unchanged_report(uri, nullptr, previous);
  const std::string items = items_of(*bytes, path, uri, policy, folder_names_.known_to(path));
  known = {hash, policy, std::move(folder), session_.hints, result_id_of(items)};
  if (known.result_id == previous) return workspace_unchanged_report(uri, nullptr, previous);
  return workspace_report(uri, nullptr, items, known.result_id);
}

}  // namespace paravent::lsp
