// Random notes and random edits of them, for the property tests. The same seed gives the same note
// everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/text_edit.hpp"

namespace paravent::markdown::testing {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::size_t below(std::size_t n) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::size_t>(state_ >> 11U) % n;
  }
  template <class T>
  const T& pick(const std::vector<T>& all) {
    return all[below(all.size())];
  }

 private:
  std::uint64_t state_;
};

using Vocabulary = std::vector<std::string_view>;

// A note of lines of the vocabulary.
inline std::string random_note(Random& random, const Vocabulary& lines, std::size_t count,
                               std::string_view line_end = "\n") {
  std::string note;
  for (std::size_t i = 0; i < count; ++i) {
    note += random.pick(lines);
    note += line_end;
  }
  return note;
}

inline std::string apply(const text::TextEdit& edit, std::string note) {
  note.replace(edit.range.begin.value, edit.range.size(), edit.replacement);
  return note;
}

}  // namespace paravent::markdown::testing
