#include "lsp-server/twin.hpp"

#include <optional>

#include "anonymise/plan.hpp"
#include "lsp-server/words.hpp"
#include "markdown/front_matter.hpp"
#include "platform/files.hpp"
#include "text/wording.hpp"
#include "workspace/folder_key.hpp"
#include "workspace/twin_header.hpp"

namespace paravent::lsp {
namespace {

namespace fs = std::filesystem;
using text::Failure;
using text::Language;
using text::Result;

constexpr std::uint64_t max_twin_bytes = 128U << 20U;
constexpr std::string_view name_start = "partage-";
constexpr unsigned name_digits = 8;
constexpr std::string_view name_end = ".md";

Failure failure(const text::Wording& wording, std::string_view argument) {
  return {text::fill(wording, Language::French, {argument}),
          text::fill(wording, Language::English, {argument})};
}

std::string_view line_end_of(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

// The masked text with the comment that says what it is: first, or behind the front matter.
struct Twin {
  std::string text;
  text::ByteRange header;
};

Twin with_header(const std::string& masked, const std::string& hash, Language language) {
  const std::string_view line_end = line_end_of(masked);
  std::string header = "<!-- " + text::fill(words::twin_header, language, {hash}) + " -->";
  header.append(line_end).append(line_end);
  const std::size_t at = markdown::front_matter_size(masked);
  Twin twin{masked, {}};
  if (at > 0 && masked[at - 1] != '\n') header.insert(0, line_end);
  twin.text.insert(at, header);
  twin.header = text::range(at, at + header.size());
  return twin;
}

// Finds nothing to mask in the text that will be written, but for the header, which is ours.
bool keeps_its_promise(const Twin& twin, const policy::Policy& policy, const detect::Context& context) {
  const auto analysis = detect::find(twin.text, policy, context);
  if (!analysis) return false;
  for (const detect::Finding& finding : analysis->findings) {
    const bool masks = !finding.hint && policy::is_masked(finding.category);
    if (masks && !twin.header.contains(finding.range)) return false;
  }
  return true;
}

// A file of that name that is not ours is never replaced.
bool may_replace(const fs::path& path) {
  if (!platform::exists(path)) return true;
  const auto old = platform::read_file(path, max_twin_bytes);
  return old && is_twin(*old);
}

}  // namespace

Result<fs::path> write_twin(const SavedNote& note) {
  const auto key = workspace::folder_key(note.path.parent_path(), note.language);
  if (!key) return key.failure();
  const fs::path path = note.path.parent_path() / twin_name(*key, note.path.filename().string());
  if (!may_replace(path)) return failure(words::not_a_twin, path.string());

  const auto masked = anonymise::anonymise(note.text, note.policy, note.context);
  if (!masked) return masked.failure();
  const Twin twin = with_header(masked->text, workspace::hash_letters(workspace::keyed_hash(*key, note.text)),
                                note.language);
  if (!keeps_its_promise(twin, note.policy, note.context)) return failure(words::twin_leaks, {});

  const auto written = platform::replace_file(path, twin.text, false, note.path);
  if (!written) return written.failure();
  const auto back = platform::read_file(path, max_twin_bytes);
  if (!back || *back != twin.text) return failure(words::twin_altered, path.string());
  return path;
}

std::optional<fs::path> twin_of(const fs::path& note) {
  const auto key = workspace::known_folder_key(note.parent_path());
  if (!key) return std::nullopt;
  fs::path path = note.parent_path() / twin_name(*key, note.filename().string());
  if (!platform::is_file(path)) return std::nullopt;
  return path;
}

std::optional<fs::path> stale_twin(const fs::path& note, std::string_view text) {
  const auto key = workspace::known_folder_key(note.parent_path());
  auto path = twin_of(note);
  if (!key || !path) return std::nullopt;
  const auto twin = platform::read_file(*path, max_twin_bytes);
  if (!twin || !is_twin(*twin)) return std::nullopt;
  constexpr std::string_view mark = "paravent:twin ";
  const std::string_view header = std::string_view(*twin).substr(twin->find(mark));
  const std::string hash = workspace::hash_letters(workspace::keyed_hash(*key, text));
  if (header.substr(mark.size(), hash.size()) == hash) return std::nullopt;
  return path;
}

bool is_twin(std::string_view text) {
  return workspace::is_twin(text);
}

bool is_twin(const fs::path& file, std::string_view text) {
  const std::string name = file.filename().string();
  const bool digits =
      name.size() == name_start.size() + name_digits + name_end.size() &&
      name.find_first_not_of("0123456789abcdef", name_start.size()) == name_start.size() + name_digits;
  return digits && name.starts_with(name_start) && name.ends_with(name_end) && is_twin(text);
}

std::string twin_name(workspace::HashKey key, std::string_view note_name) {
  std::string name(name_start);
  name += workspace::hexadecimal(workspace::keyed_hash(key, note_name) >> 32U, name_digits);
  return name.append(name_end);
}

}  // namespace paravent::lsp
