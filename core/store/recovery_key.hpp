// The recovery key as a person can write it down: 14 groups of four letters and digits, with a checksum.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/key.hpp"

namespace paravent::store {

// "7K2M-0QXD-…": base32 in Crockford's alphabet, which has no I, L, O or U.
std::string spell(const Key& key);
// Case, blanks and dashes do not count; I and L are read as 1, O as 0. Nothing when the checksum does not
// fit.
std::optional<Key> read_spelled(std::string_view spelled);

}  // namespace paravent::store
