// A key out of a passphrase: Argon2id, with a salt and costs that are kept beside what it opens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/key.hpp"
#include "text/result.hpp"

namespace paravent::store {

struct Stretching {
  std::string salt;  // 16 bytes
  std::uint64_t passes = 3;
  std::uint64_t memory = std::uint64_t{256} << 20U;  // bytes: libsodium's "moderate", under a second

  static Stretching fresh();
};

// Fails for an empty passphrase, for costs that no Paravent writes, and without the memory.
text::Result<Key> stretch(std::string_view passphrase, const Stretching& how);

}  // namespace paravent::store
