#include "lsp-server/twin.hpp"

#include <optional>

#include "anonymise/plan.hpp"
#include "lsp-server/words.hpp"
#include "markdown/front_matter.hpp"
#include "platform/files.hpp"
#include "text/wording.hpp"
#include "workspace/twin_header.hpp"

namespace paravent::lsp {
namespace {

namespace fs = std::filesystem;
using text::Failure;
using text::Language;
using text::Result;

constexpr std::uint64_t max_key_file = 4096;
constexpr std::uint64_t max_twin_bytes = 128U << 20U;
constexpr std::string_view name_start = "partage-";
constexpr unsigned name_digits = 8;
constexpr std::string_view name_end = ".md";

Failure failure(const text::Wording& wording, std::string_view argument) {
  return {text::fill(wording, Language::French, {argument}),
          text::fill(wording, Language::English, {argument})};
}

std::optional<std::uint64_t> read_hexadecimal(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value << 4U | digit;
  }
  return value;
}

// The line `key = "…32 digits…"` of a key file.
std::optional<HashKey> read_key(std::string_view file) {
  constexpr std::string_view before = "key = \"";
  const std::size_t at = file.find(before);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = file.substr(at + before.size());
  if (rest.size() < 33 || rest[32] != '"') return std::nullopt;
  const auto high = read_hexadecimal(rest.substr(0, 16));
  const auto low = read_hexadecimal(rest.substr(16, 16));
  if (!high || !low) return std::nullopt;
  return HashKey{*low, *high};
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

Result<HashKey> FolderKeys::key_of(const fs::path& folder, Language language) {
  const fs::path path = folder / ".paravent";
  const Guard guard(lock_);
  if (!platform::exists(path)) {
    const std::string digits = hexadecimal(platform::random_64()) + hexadecimal(platform::random_64());
    const std::string file =
        "# " + text::fill(words::folder_key_comment, language, {}) + "\nkey = \"" + digits + "\"\n";
    const auto made = platform::make_file(path, file, true);
    if (!made) return made.failure();
  }
  // Read back even when it was just made: another program may have been faster, and its key holds.
  const auto file = platform::read_file(path, max_key_file);
  if (!file) return file.failure();
  const auto key = read_key(*file);
  if (!key) return failure(words::folder_key_broken, path.string());
  return *key;
}

Result<fs::path> write_twin(const SavedNote& note, FolderKeys& keys) {
  const auto key = keys.key_of(note.path.parent_path(), note.language);
  if (!key) return key.failure();
  const fs::path path = note.path.parent_path() / twin_name(*key, note.path.filename().string());
  if (!may_replace(path)) return failure(words::not_a_twin, path.string());

  const auto masked = anonymise::anonymise(note.text, note.policy, note.context);
  if (!masked) return masked.failure();
  const Twin twin = with_header(masked->text, hash_letters(keyed_hash(*key, note.text)), note.language);
  if (!keeps_its_promise(twin, note.policy, note.context)) return failure(words::twin_leaks, {});

  const auto written = platform::replace_file(path, twin.text, false, note.path);
  if (!written) return written.failure();
  const auto back = platform::read_file(path, max_twin_bytes);
  if (!back || *back != twin.text) return failure(words::twin_altered, path.string());
  return path;
}

std::optional<HashKey> FolderKeys::known_key_of(const fs::path& folder) const {
  const fs::path path = folder / ".paravent";
  if (!platform::is_file(path)) return std::nullopt;
  const auto file = platform::read_file(path, max_key_file);
  return file ? read_key(*file) : std::nullopt;
}

std::optional<fs::path> twin_of(const fs::path& note, FolderKeys& keys) {
  const auto key = keys.known_key_of(note.parent_path());
  if (!key) return std::nullopt;
  fs::path path = note.parent_path() / twin_name(*key, note.filename().string());
  if (!platform::is_file(path)) return std::nullopt;
  return path;
}

std::optional<fs::path> stale_twin(const fs::path& note, std::string_view text, FolderKeys& keys) {
  const auto key = keys.known_key_of(note.parent_path());
  auto path = twin_of(note, keys);
  if (!key || !path) return std::nullopt;
  const auto twin = platform::read_file(*path, max_twin_bytes);
  if (!twin || !is_twin(*twin)) return std::nullopt;
  constexpr std::string_view mark = "paravent:twin ";
  const std::string_view header = std::string_view(*twin).substr(twin->find(mark));
  const std::string hash = hash_letters(keyed_hash(*key, text));
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

std::string twin_name(HashKey key, std::string_view note_name) {
  std::string name(name_start);
  name += hexadecimal(keyed_hash(key, note_name) >> 32U, name_digits);
  return name.append(name_end);
}

}  // namespace paravent::lsp
