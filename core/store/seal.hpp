// What is written is sealed: XChaCha20-Poly1305 with a fresh nonce in front, and bound to where it belongs by
// associated data. What must be found again without being read is a keyed hash (BLAKE2b).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "store/key.hpp"

namespace paravent::store {

std::string seal(const Key& key, std::string_view plain, std::string_view associated);
// Nothing for another key, other associated data, or bytes that were changed.
std::optional<std::string> open_sealed(const Key& key, std::string_view sealed, std::string_view associated);

// A key under another key.
std::string wrap(const Key& by, const Key& key, std::string_view associated);
std::optional<Key> unwrap(const Key& by, std::string_view wrapped, std::string_view associated);

// 32 bytes; the first part says what for, so that one hash never answers for another.
std::string keyed_hash(const Key& key, std::initializer_list<std::string_view> parts);

// 128 random bits in hexadecimal: an id that says nothing.
std::string random_id();
std::string random_bytes(std::size_t count);

}  // namespace paravent::store
