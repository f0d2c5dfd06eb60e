#include "store/seal.hpp"

#include <sodium.h>

#include <cstdlib>

#include "store/bytes.hpp"

namespace paravent::store {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t id_size = 16;
static_assert(key_size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string seal(const Key& key, std::string_view plain, std::string_view associated) {
  std::string out(nonce_size + plain.size() + tag_size, '\0');
  randombytes_buf(out.data(), nonce_size);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(out) + nonce_size, nullptr, bytes_of(plain),
                                             plain.size(), bytes_of(associated), associated.size(), nullptr,
                                             bytes_of(out), key.data());
  return out;
}

std::optional<std::string> open_sealed(const Key& key, std::string_view sealed, std::string_view associated) {
  if (sealed.size() < nonce_size + tag_size) return std::nullopt;
  std::string out(sealed.size() - nonce_size - tag_size, '\0');
  const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes_of(out), nullptr, nullptr, bytes_of(sealed) + nonce_size, sealed.size() - nonce_size,
      bytes_of(associated), associated.size(), bytes_of(sealed), key.data());
  if (opened != 0) return std::nullopt;
  return out;
}

std::string wrap(const Key& by, const Key& key, std::string_view associated) {
  return seal(by, key.bytes(), associated);
}

std::optional<Key> unwrap(const Key& by, std::string_view wrapped, std::string_view associated) {
  auto plain = open_sealed(by, wrapped, associated);
  if (!plain) return std::nullopt;
  auto key = Key::from(*plain);
  wipe(*plain);
  return key;
}

std::string keyed_hash(const Key& key, std::initializer_list<std::string_view> parts) {
  const std::string message = joined(parts);
  std::string out(crypto_generichash_BYTES, '\0');
  crypto_generichash(bytes_of(out), out.size(), bytes_of(std::string_view(message)), message.size(),
                     key.data(), key_size);
  return out;
}

std::string random_bytes(std::size_t count) {
  std::string out(count, '\0');
  if (sodium_init() < 0) std::abort();  // without a generator there is nothing safe to give
  randombytes_buf(out.data(), out.size());
  return out;
}

std::string random_id() {
  return to_hex(random_bytes(id_size));
}

}  // namespace paravent::store
