#include "workspace/folder_key.hpp"

#include <string_view>

#include "platform/files.hpp"
#include "text/wording.hpp"

namespace paravent::workspace {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t max_key_file = 4096;

constexpr text::Wording comment{
    "Fait par Paravent. Ce numéro, tiré au hasard, dit au coffre de quel dossier il s’agit, et donne leur "
    "nom "
    "aux copies à partager. Gardez-le avec vos notes, ne le partagez pas.",
    "Made by Paravent. This number, drawn at random, tells the vault which folder this is, and gives copies "
    "to "
    "share their names. Keep it with your notes, do not share it."};
constexpr text::Wording broken{
    "{0} est abîmé. Remettez ce fichier depuis une copie de vos notes. Sans copie, supprimez-le : Paravent "
    "en "
    "fera un autre, les copies à partager changeront de nom, et les alias de ce dossier ne mèneront plus aux "
    "noms.",
    "{0} is damaged. Put this file back from a copy of your notes. Without a copy, delete it: Paravent will "
    "make another, the copies to share will change their names, and the aliases of this folder will no "
    "longer "
    "lead to the names."};

fs::path key_file(const fs::path& folder) {
  return folder / ".paravent";
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

}  // namespace

text::Result<HashKey> folder_key(const fs::path& folder, text::Language language) {
  const fs::path path = key_file(folder);
  if (!platform::exists(path)) {
    const std::string digits = hexadecimal(platform::random_64()) + hexadecimal(platform::random_64());
    const std::string file = std::string("# ").append(comment.in(language)) + "\nkey = \"" + digits + "\"\n";
    const auto made = platform::make_file(path, file, true);
    if (!made) return made.failure();
  }
  // Read back even when it was just made: another program may have been faster, and its key holds.
  const auto file = platform::read_file(path, max_key_file);
  if (!file) return file.failure();
  const auto key = read_key(*file);
  if (!key) {
    const std::string name = path.string();
    return text::Failure{text::fill(broken, text::Language::French, {name}),
                         text::fill(broken, text::Language::English, {name})};
  }
  return *key;
}

std::optional<HashKey> known_folder_key(const fs::path& folder) {
  const fs::path path = key_file(folder);
  if (!platform::is_file(path)) return std::nullopt;
  const auto file = platform::read_file(path, max_key_file);
  return file ? read_key(*file) : std::nullopt;
}

std::string client_id(const HashKey& key) {
  return hexadecimal(keyed_hash(key, "paravent client folder, first half")) +
         hexadecimal(keyed_hash(key, "paravent client folder, second half"));
}

}  // namespace paravent::workspace
