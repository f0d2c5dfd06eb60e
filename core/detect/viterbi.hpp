// The best sequence of tags of a run of neighbouring words, and how much worse each word and stretch would be
// otherwise.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "detect/name_tag.hpp"
#include "detect/tagger_model.hpp"

namespace paravent::detect {

// Keeps its memory from run to run.
class Viterbi {
 public:
  explicit Viterbi(const TaggerModel& model) : model_(model) {}

  // One emission a word; `joints[i]` is what stands before word i. Appends a tag a word to `out`.
  void run(std::span<const Emission* const> words, std::span<const Joint> joints, std::vector<NameTag>& out);

  // Of the last run: the best reading, minus the best in which the words [first, last) are outside of names.
  std::int32_t lead_over_outside(std::size_t first, std::size_t last) const;
  // … minus the best in which that word is not outside, with its tag.
  struct Runner {
    NameTag tag = outside;
    std::int32_t lead = 0;
  };
  Runner best_name(std::size_t word) const;

 private:
  using Scores = std::array<std::int32_t, tag_count>;

  void forward(std::span<const Emission* const> words, std::span<const Joint> joints);
  void backward(std::span<const Emission* const> words, std::span<const Joint> joints);

  const TaggerModel& model_;
  std::vector<Scores> before_;  // best up to a word, its own emission included
  std::vector<Scores> behind_;  // best behind it
  std::vector<std::array<NameTag, tag_count>> back_;
  std::vector<std::int32_t> outside_;  // what staying outside costs, summed
  std::int32_t best_ = 0;
};

}  // namespace paravent::detect
