// What a fuzz target holds to be true. A breach ends the program, and libFuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace paravent::fuzz {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: does not hold: %s\n", what);
  std::abort();
}

inline constexpr std::size_t max_input = 64U << 10U;

}  // namespace paravent::fuzz
