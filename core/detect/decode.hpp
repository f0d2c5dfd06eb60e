// From emissions to spans: the best sequence of tags of each run of candidate words (Viterbi), integers only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "detect/feature.hpp"
#include "detect/tagger_model.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

// A candidate word with what speaks for each tag.
struct Candidate {
  std::uint32_t token = 0;
  Emission scores{};
  FeatureSet features;
};

// Words [first, last) that bear one name.
struct Span {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Label label = Label::Person;
  // In tenths of a log-odds unit: over the best reading in which these words are no name (below zero: a
  // hint), and of that of a cited author over a private person.
  std::int32_t margin = 0;
  std::int32_t citation = 0;
  Evidence evidence;
};

// Whether two candidates are read in one run: neighbours of one block.
bool goes_on(const Tokens& tokens, const Candidate& last, const Candidate& next);

// Whether a name may go on from the word before `right` into it.
Joint joint_between(const Token& left, const Token& right);

// Spans of the best reading, sorted. Words outside of it that are nearly a name are hints.
std::vector<Span> decode(const TaggerModel& model, const Tokens& tokens,
                         const std::vector<Candidate>& candidates);

// 0 … 1000; a margin of 0 is 500.
std::uint16_t score_of_margin(std::int32_t margin);

}  // namespace paravent::detect
