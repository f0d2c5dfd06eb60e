// What a character between two words says of how they hang together.
#pragma once

#include "detect/token.hpp"

namespace paravent::detect {

constexpr bool is_sentence_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == U'…';
}

constexpr bool is_apostrophe(char32_t c) {
  return c == '\'' || c == U'’' || c == U'ʼ';
}

constexpr bool is_hyphen(char32_t c) {
  return c == '-' || c == U'\u2010' || c == U'\u2011';
}

// The gap a character makes, whatever stands around it.
Gap gap_of(char32_t c);

}  // namespace paravent::detect
