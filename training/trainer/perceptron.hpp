// Averaged structured perceptron (Collins, 2002) over runs of words: integers throughout, so that the same
// examples in the same order give the same weights on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "detect/tagger_model.hpp"
#include "example.hpp"

namespace paravent::training {

struct Settings {
  std::uint32_t row_bits = 17;
  int rounds = 8;
  int orders = 3;  // in which the examples are learned from, each from nothing: their weights are summed
  // What a wrong reading must lose by, in steps of the weights: a name that is read as none counts more than
  // the other way round.
  std::int32_t cost_of_miss = 24, cost_of_excess = 12, cost_of_kind = 12;
  std::uint32_t least_uses = 2;  // rows that fewer words have are not learned
  // Added to every private name in the file: a name that is read costs a coach more than a word that is
  // masked.
  std::int32_t leaning = 120;
};

// Weights averaged over the time of training.
struct Averaged {
  using Weights = std::array<double, detect::tag_count>;
  std::vector<Weights> rows;
  std::array<std::array<Weights, detect::tag_count>, 2> transitions{};

  void add(const Averaged& other);
};

// What the runs teach, in all orders; without runs, nothing.
Averaged learn_weights(const Settings& settings, const std::vector<const Run*>& runs);

// The file of such weights, as 8-bit integers. `unit` goes to its header.
std::vector<unsigned char> file_of(const Averaged& weights, const Settings& settings, std::int32_t unit);

// One order.
class Perceptron {
 public:
  explicit Perceptron(const Settings& settings);

  void train(const std::vector<const Run*>& runs, std::uint64_t seed);
  Averaged averaged() const;

 private:
  using Weights = std::array<std::int32_t, detect::tag_count>;
  using Sums = std::array<std::int64_t, detect::tag_count>;

  void learn(const Run& run);
  void predict(const Run& run);
  void update(const Run& run, const std::vector<detect::NameTag>& tags, std::int32_t step);

  Settings settings_;
  std::vector<Weights> weights_;
  std::vector<Sums> sums_;  // of step times time: what averages
  std::array<std::array<Weights, detect::tag_count>, 2> transitions_{};
  std::array<std::array<Sums, detect::tag_count>, 2> transition_sums_{};
  std::vector<bool> learned_;  // rows that enough words have
  std::int64_t time_ = 1;
  // Of the run at hand.
  std::vector<Weights> scores_, best_;
  std::vector<std::array<detect::NameTag, detect::tag_count>> back_;
  std::vector<detect::NameTag> read_;
};

}  // namespace paravent::training
