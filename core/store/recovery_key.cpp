#include "store/recovery_key.hpp"

#include <cstdint>

namespace paravent::store {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t checksum_size = 3;  // 24 bits: 280 bits in all, 56 letters without a rest
constexpr std::size_t letters = (key_size + checksum_size) * 8 / 5;
constexpr std::size_t group = 4;

std::string checksum_of(const Key& key) {
  return std::string(key.derive("recovery key checksum").bytes().substr(0, checksum_size));
}

// What was written by hand: small letters and look-alikes are put right. npos for what is no letter of ours.
std::size_t value_of(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'I' || c == 'L') c = '1';
  if (c == 'O') c = '0';
  return alphabet.find(c);
}

}  // namespace

std::string spell(const Key& key) {
  std::string bytes = std::string(key.bytes()) + checksum_of(key);
  std::string out;
  std::uint32_t bits = 0;
  unsigned count = 0;
  std::size_t written = 0;
  for (const char c : bytes) {
    bits = (bits << 8U | static_cast<unsigned char>(c)) & 0xFFFU;
    for (count += 8; count >= 5; count -= 5) {
      if (written != 0 && written % group == 0) out += '-';
      out += alphabet[bits >> (count - 5) & 0x1FU];
      ++written;
    }
  }
  wipe(bytes);
  return out;
}

std::optional<Key> read_spelled(std::string_view spelled) {
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  std::size_t read = 0;
  for (const char c : spelled) {
    if (c == '-' || c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    const std::size_t value = value_of(c);
    if (value == std::string_view::npos || ++read > letters) return std::nullopt;
    bits = (bits << 5U | static_cast<std::uint32_t>(value)) & 0xFFFU;
    count += 5;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFFU);
  }
  if (read != letters) return std::nullopt;
  auto key = Key::from(std::string_view(bytes).substr(0, key_size));
  const bool fits = key && checksum_of(*key) == std::string_view(bytes).substr(key_size);
  wipe(bytes);
  if (!fits) return std::nullopt;
  return key;
}

}  // namespace paravent::store
