#include "store/keyring.hpp"

#include <chrono>
#include <string>

#include "store/bytes.hpp"
#include "store/failures.hpp"

namespace paravent::store {
namespace {

constexpr std::chrono::milliseconds patience{2000};

// What libsecret says, in English, when no service answers on the bus.
bool says_no_service(std::string_view message) {
  for (const std::string_view sign : {"was not provided by any .service files", "autolaunch D-Bus",
                                      "Could not connect", "Cannot spawn a message bus"}) {
    if (message.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

bool has_session_bus() {
  if (platform::environment("DBUS_SESSION_BUS_ADDRESS")) return true;
  const auto runtime = platform::environment("XDG_RUNTIME_DIR");
  return runtime && platform::exists(std::filesystem::path(*runtime) / "bus");
}

platform::Ended ask(const char* verb, std::string_view vault, const platform::Deadline& deadline) {
  return platform::run_program({"secret-tool", verb, "application", "paravent", "vault", std::string(vault)},
                               "", deadline);
}

}  // namespace

Keyring::Keyring() : deadline_(platform::Deadline::in(patience)) {}

bool Keyring::is_there() {
  if (!has_session_bus() || !platform::has_program("secret-tool")) return false;
  const platform::Ended ended = ask("lookup", "none", deadline_);
  return ended.started && !(ended.in_time && says_no_service(ended.err));
}

text::Result<std::optional<Key>> Keyring::find(std::string_view vault) {
  if (!has_session_bus() || !platform::has_program("secret-tool")) return failure(say::no_keyring);
  platform::Ended ended = ask("lookup", vault, deadline_);
  if (!ended.started || says_no_service(ended.err)) return failure(say::no_keyring);
  // "Not found" is exit code 1 without a word; with words, the keyring could not be opened.
  if (!ended.in_time || (ended.code != 0 && !ended.err.empty())) return failure(say::keyring_locked);
  if (ended.code != 0) {
    // A lookup says the same of what is not there and of what is locked; a search lists what is locked, too.
    const platform::Ended listed = ask("search", vault, deadline_);
    if (!listed.in_time || !listed.out.empty()) return failure(say::keyring_locked);
    return std::optional<Key>();
  }
  std::string_view hex = ended.out;
  while (!hex.empty() && hex.back() == '\n') hex.remove_suffix(1);
  auto bytes = from_hex(hex);
  auto key = bytes ? Key::from(*bytes) : std::nullopt;
  wipe(ended.out);
  if (bytes) wipe(*bytes);
  if (!key) return failure(say::wrong_key);
  return key;
}

text::Result<Done> Keyring::keep(std::string_view vault, const Key& key) {
  std::string hex = to_hex(key.bytes());
  const platform::Ended ended = platform::run_program(
      {"secret-tool", "store", "--label=Paravent", "application", "paravent", "vault", std::string(vault)},
      hex, deadline_);
  wipe(hex);
  if (!ended.started || !ended.in_time) return failure(say::keyring_locked);
  if (ended.code != 0) return failure(say::keyring_refused);
  return Done{};
}

}  // namespace paravent::store
