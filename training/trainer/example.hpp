// What the tagger learns from: a run of neighbouring candidates of a note, each with the rows that speak for
// it and what it should be read as.
#pragma once

#include <cstdint>
#include <vector>

#include "annotated_note.hpp"
#include "detect/tagger_model.hpp"

namespace paravent::training {

struct Run {
  std::vector<detect::RowId> rows;    // of all words
  std::vector<std::uint32_t> begins;  // of each word in rows, and the end
  std::vector<detect::Joint> joints;
  std::vector<detect::NameTag> gold;
  std::size_t size() const { return gold.size(); }
};

// A note as both readings see it. The second stands on the first, which `model` makes.
struct Examples {
  std::vector<Run> first, second;
};
Examples examples_of(const AnnotatedNote& note, const detect::TaggerModel& model);

// Names that the second reading gives, hints included: the margin of each, and whether it touches a mark.
struct Margin {
  std::int32_t tenths = 0;
  bool right = false;
};
std::vector<Margin> margins_of(const AnnotatedNote& note, const detect::TaggerModel& model);

}  // namespace paravent::training
