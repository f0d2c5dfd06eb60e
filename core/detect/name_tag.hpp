// What a word can be: outside of all names, or the first, an inner, the last or the only word of a name of
// one kind (BILOU).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace paravent::detect {

// An author is a public one who is cited: a name that stays readable.
enum class Label : std::uint8_t { Outside, Person, Org, Loc, Project, Author };
inline constexpr std::size_t label_count = 6;

enum class WordOf : std::uint8_t { Begin, Inside, Last, Unit };

using NameTag = std::uint8_t;  // 0: outside; else four for each label, in the order of WordOf
inline constexpr NameTag outside = 0;
inline constexpr std::size_t tag_count = 1 + 4 * (label_count - 1);

constexpr NameTag tag_of(Label label, WordOf place) {
  return static_cast<NameTag>(1 + 4 * (static_cast<int>(label) - 1) + static_cast<int>(place));
}
constexpr Label label_of(NameTag tag) {
  return tag == outside ? Label::Outside : static_cast<Label>(1 + (tag - 1) / 4);
}
constexpr WordOf place_of(NameTag tag) {  // of a tag that is not outside
  return static_cast<WordOf>((tag - 1) % 4);
}
// No name goes on behind it.
constexpr bool is_closed(NameTag tag) {
  return tag == outside || place_of(tag) == WordOf::Last || place_of(tag) == WordOf::Unit;
}
// No name goes on into it.
constexpr bool opens(NameTag tag) {
  return tag == outside || place_of(tag) == WordOf::Begin || place_of(tag) == WordOf::Unit;
}

// What speaks for each tag but outside, which is 0: of one word, or of one of its features.
using Emission = std::array<std::int16_t, tag_count - 1>;

}  // namespace paravent::detect
