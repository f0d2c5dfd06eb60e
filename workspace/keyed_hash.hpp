// SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash, so that who does not hold the key cannot try
// names against it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace paravent::workspace {

struct HashKey {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  bool operator==(const HashKey&) const = default;
};

std::uint64_t keyed_hash(HashKey key, std::string_view bytes);

// Lower-case hexadecimal digits, with leading zeros; the last `digits` of them.
std::string hexadecimal(std::uint64_t value, unsigned digits = 16);
// The same with the letters a to p: in a text that is checked, digits could look like a number to mask.
std::string hash_letters(std::uint64_t value);

}  // namespace paravent::workspace
