// What may stand inside a word without parting it: invisible characters, marks of emphasis, tags of HTML that
// only change how letters look.
#pragma once

#include <cstdint>
#include <string_view>

#include "detect/region_cursor.hpp"
#include "text/unicode.hpp"

namespace paravent::detect {

// What a tag of HTML does to the words around it.
enum class TagEffect : std::uint8_t { Other, Format, LineBreak };
TagEffect effect_of(std::string_view tag);

// Whether such a thing may begin with that byte: most ends of words are none, and cost no more.
constexpr bool may_be_joint(char c) {
  return c == '*' || c == '<' || c == '~' || c == '=' || c == '&' || static_cast<unsigned char>(c) >= 0x80;
}
// The end of such things from `at` on; `at` if there are none. `regions` has passed the word before.
std::uint32_t behind_joints(std::string_view text, std::uint32_t at, const RegionCursor& regions);

}  // namespace paravent::detect
