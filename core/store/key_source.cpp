#include "store/key_source.hpp"

#include <array>
#include <utility>

#include "platform/private_file.hpp"
#include "store/bytes.hpp"
#include "store/failures.hpp"
#include "store/keyring.hpp"

namespace paravent::store {
namespace {

using text::Result;

constexpr std::uint64_t most_key_file = 4096;
constexpr std::array<std::pair<std::string_view, KeySource>, 3> codes{{{"keyring", KeySource::Keyring},
                                                                       {"passphrase", KeySource::Passphrase},
                                                                       {"key-file", KeySource::KeyFile}}};

Result<std::optional<Key>> read_key_file(const Places& places) {
  auto bytes = platform::read_private_file(places.key_file(), most_key_file);
  if (!bytes) return bytes.failure();
  if (!*bytes) return std::optional<Key>();
  std::string_view hex = **bytes;
  while (!hex.empty() && hex.back() == '\n') hex.remove_suffix(1);
  auto raw = from_hex(hex);
  auto key = raw ? Key::from(*raw) : std::nullopt;
  if (raw) wipe(*raw);
  wipe(**bytes);
  if (!key) return failure(say::key_file_broken, places.key_file());
  return key;
}

Result<Key> make_key_file(const Places& places) {
  auto there = read_key_file(places);
  if (!there) return there.failure();
  if (*there) return std::move(**there);
  const auto folder = platform::make_private_folder(places.config);
  if (!folder) return folder.failure();
  Key key = Key::random();
  std::string hex = to_hex(key.bytes()) + '\n';
  const auto made = platform::make_file(places.key_file(), hex, true);
  wipe(hex);
  if (!made) return made.failure();
  if (*made) return key;
  // Another process was first: its key is the one.
  there = read_key_file(places);
  if (!there) return there.failure();
  if (!*there) return failure(say::key_file_gone, places.key_file());
  return std::move(**there);
}

}  // namespace

std::string_view code_of(KeySource source) {
  return codes[static_cast<std::size_t>(source)].first;
}

std::optional<KeySource> key_source_of(std::string_view code) {
  for (const auto& [known, source] : codes) {
    if (known == code) return source;
  }
  return std::nullopt;
}

Result<Key> make_source_key(KeySource source, const SourceDetails& details, const Places& places,
                            std::string_view passphrase) {
  switch (source) {
    case KeySource::Passphrase:
      return stretch(passphrase, details.stretching);
    case KeySource::Keyring: {
      Key key = Key::random();
      const auto kept = Keyring().keep(details.vault, key);
      if (!kept) return kept.failure();
      return key;
    }
    case KeySource::KeyFile:
      break;
  }
  return make_key_file(places);
}

Result<Key> find_source_key(KeySource source, const SourceDetails& details, const Places& places,
                            const std::optional<std::string>& passphrase) {
  switch (source) {
    case KeySource::Passphrase:
      if (!passphrase) return failure(say::passphrase_needed);
      return stretch(*passphrase, details.stretching);
    case KeySource::Keyring: {
      auto found = Keyring().find(details.vault);
      if (!found) return found.failure();
      if (!*found) return failure(say::key_gone);
      return std::move(**found);
    }
    case KeySource::KeyFile:
      break;
  }
  auto found = read_key_file(places);
  if (!found) return found.failure();
  if (!*found) return failure(say::key_file_gone, places.key_file());
  return std::move(**found);
}

KeySource usual_source() {
  return Keyring().is_there() ? KeySource::Keyring : KeySource::KeyFile;
}

}  // namespace paravent::store
