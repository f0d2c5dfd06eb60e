// Builds the static hashes of knowledge/format.hpp.
#pragma once

#include <cstdint>
#include <vector>

namespace paravent::data {

struct Displacement {
  std::uint32_t slots = 0;
  std::vector<std::uint16_t> pilots;       // one a bucket
  std::vector<std::uint32_t> slot_of_key;  // in the order of the hashes given
};

// Hashes must all differ (two equal ones end the program). Equal input, equal output. About 2 % of slots stay
// empty.
Displacement displace(const std::vector<std::uint64_t>& hashes);

}  // namespace paravent::data
