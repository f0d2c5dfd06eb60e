// From emissions to spans: the best sequence of labels of each run of candidate words (Viterbi), integers
// only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "detect/feature.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// A candidate word with what speaks for each label.
struct Candidate {
  std::uint32_t token = 0;
  Scores scores{};
  FeatureSet features;
};

// Words [first, last) that bear one name.
struct Span {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Label label = Label::Person;
  std::int32_t margin = 0;  // of its surest word over Outside; below zero: a hint
  Evidence evidence;
};

// Spans of the best labelling, sorted. Those that lose to Outside by less than `hint_margin` come with a
// margin below zero.
std::vector<Span> decode(const Tokens& tokens, const std::vector<Candidate>& candidates);

// 0 … 1000; a margin of 0 is 500.
std::uint16_t score_of_margin(std::int32_t margin);

}  // namespace paravent::detect
