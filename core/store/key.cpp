#include "store/key.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>

namespace paravent::store {
namespace {

// Sodium picks its generator and its fastest code once; without a generator there is nothing safe to do.
void start_sodium() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) std::abort();
}

}  // namespace

void Key::Wipe::operator()(Bytes* bytes) const {
  sodium_munlock(bytes->data(), bytes->size());  // wipes as well, locked or not
  delete bytes;
}

Key::Key() : bytes_(new Bytes{}) {
  start_sodium();
  // Fails where the limit of locked memory is small: the key may then reach swap, and is still wiped.
  if (sodium_mlock(bytes_->data(), bytes_->size()) != 0) return;
}

Key Key::random() {
  Key out;
  randombytes_buf(out.bytes_->data(), key_size);
  return out;
}

std::optional<Key> Key::from(std::string_view bytes) {
  if (bytes.size() != key_size) return std::nullopt;
  Key out;
  std::copy(bytes.begin(), bytes.end(), out.bytes_->begin());
  return out;
}

Key Key::derive(std::string_view purpose) const {
  Key out;
  crypto_generichash(out.bytes_->data(), key_size, reinterpret_cast<const unsigned char*>(purpose.data()),
                     purpose.size(), data(), key_size);
  return out;
}

std::string_view Key::bytes() const {
  return {reinterpret_cast<const char*>(data()), key_size};
}

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

}  // namespace paravent::store
