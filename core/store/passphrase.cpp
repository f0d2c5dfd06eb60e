#include "store/passphrase.hpp"

#include <sodium.h>

#include "store/failures.hpp"
#include "store/seal.hpp"

namespace paravent::store {
namespace {

// A file from elsewhere must not make us work for hours or ask for all the memory.
constexpr std::uint64_t most_passes = 20;
constexpr std::uint64_t most_memory = std::uint64_t{1} << 30U;

}  // namespace

Stretching Stretching::fresh() {
  Stretching out;
  out.salt = random_bytes(crypto_pwhash_SALTBYTES);
  return out;
}

text::Result<Key> stretch(std::string_view passphrase, const Stretching& how) {
  if (passphrase.empty()) return failure(say::empty_passphrase);
  if (how.salt.size() != crypto_pwhash_SALTBYTES || how.passes < crypto_pwhash_argon2id_OPSLIMIT_MIN ||
      how.passes > most_passes || how.memory < crypto_pwhash_argon2id_MEMLIMIT_MIN ||
      how.memory > most_memory) {
    return failure(say::wrong_key);
  }
  std::string bytes(key_size, '\0');
  const int done = crypto_pwhash(reinterpret_cast<unsigned char*>(bytes.data()), key_size, passphrase.data(),
                                 passphrase.size(), reinterpret_cast<const unsigned char*>(how.salt.data()),
                                 how.passes, how.memory, crypto_pwhash_ALG_ARGON2ID13);
  if (done != 0) return failure(say::too_little_memory);
  auto key = Key::from(bytes);
  wipe(bytes);
  return std::move(*key);
}

}  // namespace paravent::store
