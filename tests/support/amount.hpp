// How much of what takes long a test does: all of it, but under a sanitizer, which takes ten times as long,
// an eighth. Still enough that what is quadratic runs for hours.
#pragma once

#include <cstddef>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define PARAVENT_SANITIZED
#endif
#endif

namespace paravent::testing_support {

constexpr std::size_t amount(std::size_t full) {
#ifdef PARAVENT_SANITIZED
  return full / 8;
#else
  return full;
#endif
}

}  // namespace paravent::testing_support
