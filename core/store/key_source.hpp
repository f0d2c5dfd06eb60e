// Where the key that opens the vault comes from. The header of the vault says which; no other is ever tried.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/key.hpp"
#include "store/passphrase.hpp"
#include "store/places.hpp"
#include "text/result.hpp"

namespace paravent::store {

enum class KeySource { Keyring, Passphrase, KeyFile };

std::string_view code_of(KeySource source);  // "keyring": in the header
std::optional<KeySource> key_source_of(std::string_view code);

// What a source needs besides itself.
struct SourceDetails {
  std::string vault;      // its id, by which the keyring knows the key
  Stretching stretching;  // of the passphrase
};

// The key for a vault that is being made, or gets another source. A key that is in the key file already is
// taken, not replaced: two processes that make the vault at once agree on it.
text::Result<Key> make_source_key(KeySource source, const SourceDetails& details, const Places& places,
                                  std::string_view passphrase);
// The key of a vault that is there. A failure when it is gone or cannot be had; never a new one.
text::Result<Key> find_source_key(KeySource source, const SourceDetails& details, const Places& places,
                                  const std::optional<std::string>& passphrase);

// The keyring where there is one, else a key file.
KeySource usual_source();

}  // namespace paravent::store
