#include "workspace/keyed_hash.hpp"

#include <bit>

namespace paravent::workspace {
namespace {

struct State {
  std::uint64_t v0, v1, v2, v3;

  void round() {
    v0 += v1;
    v1 = std::rotl(v1, 13) ^ v0;
    v0 = std::rotl(v0, 32);
    v2 += v3;
    v3 = std::rotl(v3, 16) ^ v2;
    v0 += v3;
    v3 = std::rotl(v3, 21) ^ v0;
    v2 += v1;
    v1 = std::rotl(v1, 17) ^ v2;
    v2 = std::rotl(v2, 32);
  }
  void take(std::uint64_t word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }
};

// Little-endian whatever the machine, so that a name is the same everywhere.
std::uint64_t word_at(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < count; ++i) {
    word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return word;
}

}  // namespace

std::uint64_t keyed_hash(HashKey key, std::string_view bytes) {
  State state{key.low ^ 0x736f6d6570736575ULL, key.high ^ 0x646f72616e646f6dULL,
              key.low ^ 0x6c7967656e657261ULL, key.high ^ 0x7465646279746573ULL};
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) state.take(word_at(bytes, at, 8));
  state.take(word_at(bytes, at, bytes.size() - at) | static_cast<std::uint64_t>(bytes.size() & 0xFFU) << 56U);
  state.v2 ^= 0xFFU;
  for (int i = 0; i < 4; ++i) state.round();
  return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

std::string hexadecimal(std::uint64_t value, unsigned digits) {
  std::string out(digits, '0');
  for (unsigned i = 0; i < digits; ++i) {
    out[digits - 1 - i] = "0123456789abcdef"[(value >> (4 * i)) & 0xFU];
  }
  return out;
}

std::string hash_letters(std::uint64_t value) {
  std::string out(16, 'a');
  for (unsigned i = 0; i < 16; ++i) {
    out[15 - i] = "abcdefghijklmnop"[(value >> (4 * i)) & 0xFU];
  }
  return out;
}

}  // namespace paravent::workspace
