#include "perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <future>
#include <numeric>

namespace paravent::training {
namespace {

using detect::Joint;
using detect::label_of;
using detect::NameTag;
using detect::tag_count;

constexpr std::int32_t impossible = -(1 << 28);

bool may_follow(Joint joint, std::size_t from, std::size_t to) {
  const auto a = static_cast<NameTag>(from);
  const auto b = static_cast<NameTag>(to);
  if (detect::is_closed(a)) return detect::opens(b);
  return joint == Joint::Joined && !detect::opens(b) && label_of(a) == label_of(b);
}

// xorshift64*: a shuffle that is the same everywhere.
class Shuffle {
 public:
  explicit Shuffle(std::uint64_t seed) : state_(seed) {}
  void operator()(std::vector<const Run*>& runs) {
    for (std::size_t i = runs.size(); i > 1; --i) std::swap(runs[i - 1], runs[next() % i]);
  }

 private:
  std::uint64_t next() {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return state_ * 0x2545F4914F6CDD1DULL;
  }
  std::uint64_t state_;  // not 0
};

}  // namespace

Perceptron::Perceptron(const Settings& settings)
    : settings_(settings),
      weights_((std::size_t{1} << settings.row_bits) + detect::feature_count),
      sums_(weights_.size()),
      learned_(weights_.size()) {}

void Perceptron::train(const std::vector<const Run*>& runs, std::uint64_t seed) {
  std::vector<std::uint32_t> uses(weights_.size());
  for (const Run* run : runs) {
    for (const detect::RowId row : run->rows) ++uses[row];
  }
  for (std::size_t row = 0; row < uses.size(); ++row) learned_[row] = uses[row] >= settings_.least_uses;
  std::vector<const Run*> order = runs;
  Shuffle shuffle(seed);
  for (int round = 0; round < settings_.rounds; ++round) {
    shuffle(order);
    for (const Run* run : order) learn(*run);
  }
}

void Perceptron::learn(const Run& run) {
  predict(run);
  ++time_;
  if (read_ == run.gold) return;
  update(run, run.gold, 1);
  update(run, read_, -1);
}

// The best reading, where each wrong tag is given its cost beforehand: what is learned from is a reading that
// is not yet beaten by enough.
void Perceptron::predict(const Run& run) {
  const std::size_t size = run.size();
  scores_.assign(size, Weights{});
  for (std::size_t i = 0; i < size; ++i) {
    Weights& sum = scores_[i];
    for (std::uint32_t r = run.begins[i]; r < run.begins[i + 1]; ++r) {
      const Weights& row = weights_[run.rows[r]];
      for (std::size_t tag = 0; tag < tag_count; ++tag) sum[tag] += row[tag];
    }
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
      if (tag == run.gold[i]) continue;
      const bool kind = label_of(static_cast<NameTag>(tag)) != label_of(run.gold[i]);
      sum[tag] += tag == detect::outside           ? settings_.cost_of_miss
                  : run.gold[i] == detect::outside ? settings_.cost_of_excess
                  : kind                           ? settings_.cost_of_kind
                                                   : settings_.cost_of_kind / 2;
    }
  }
  best_.assign(size, Weights{});
  back_.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const auto& costs = transitions_[static_cast<std::size_t>(run.joints[i])];
    for (std::size_t to = 0; to < tag_count; ++to) {
      std::int32_t top = impossible;
      for (std::size_t from = 0; from < tag_count; ++from) {
        if ((i == 0 && from != detect::outside) || !may_follow(run.joints[i], from, to)) continue;
        const std::int32_t before = i == 0 ? 0 : best_[i - 1][from];
        if (before + costs[from][to] <= top) continue;
        top = before + costs[from][to];
        back_[i][to] = static_cast<NameTag>(from);
      }
      best_[i][to] = std::max(top + scores_[i][to], impossible);
    }
  }
  std::size_t tag = detect::outside;
  for (std::size_t last = 0; last < tag_count; ++last) {
    if (detect::is_closed(static_cast<NameTag>(last)) && best_[size - 1][last] > best_[size - 1][tag])
      tag = last;
  }
  read_.resize(size);
  for (std::size_t i = size; i-- > 0;) {
    read_[i] = static_cast<NameTag>(tag);
    tag = back_[i][tag];
  }
}

void Perceptron::update(const Run& run, const std::vector<NameTag>& tags, std::int32_t step) {
  std::size_t before = detect::outside;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const std::size_t tag = tags[i];
    for (std::uint32_t r = run.begins[i]; r < run.begins[i + 1]; ++r) {
      const detect::RowId row = run.rows[r];
      if (!learned_[row]) continue;
      weights_[row][tag] += step;
      sums_[row][tag] += step * time_;
    }
    const auto joint = static_cast<std::size_t>(run.joints[i]);
    transitions_[joint][before][tag] += step;
    transition_sums_[joint][before][tag] += step * time_;
    before = tag;
  }
}

Averaged Perceptron::averaged() const {
  const auto average = [&](std::int32_t weight, std::int64_t sum) {
    return static_cast<double>(weight) - static_cast<double>(sum) / static_cast<double>(time_);
  };
  Averaged out;
  out.rows.resize(weights_.size());
  for (std::size_t row = 0; row < weights_.size(); ++row) {
    for (std::size_t tag = 0; tag < tag_count; ++tag)
      out.rows[row][tag] = average(weights_[row][tag], sums_[row][tag]);
  }
  for (std::size_t joint = 0; joint < 2; ++joint) {
    for (std::size_t from = 0; from < tag_count; ++from) {
      for (std::size_t to = 0; to < tag_count; ++to)
        out.transitions[joint][from][to] =
            average(transitions_[joint][from][to], transition_sums_[joint][from][to]);
    }
  }
  return out;
}

void Averaged::add(const Averaged& other) {
  const auto add_to = [](Weights& here, const Weights& more) {
    for (std::size_t tag = 0; tag < tag_count; ++tag) here[tag] += more[tag];
  };
  for (std::size_t row = 0; row < rows.size(); ++row) add_to(rows[row], other.rows[row]);
  for (std::size_t joint = 0; joint < 2; ++joint) {
    for (std::size_t from = 0; from < tag_count; ++from)
      add_to(transitions[joint][from], other.transitions[joint][from]);
  }
}

Averaged learn_weights(const Settings& settings, const std::vector<const Run*>& runs) {
  constexpr std::uint64_t seed = 20261126;
  std::vector<std::future<Averaged>> orders;
  orders.reserve(static_cast<std::size_t>(settings.orders));
  for (int order = 0; order < settings.orders; ++order) {
    orders.push_back(std::async(std::launch::async, [&, order] {
      Perceptron perceptron(settings);
      perceptron.train(runs, seed + static_cast<std::uint64_t>(order));
      return perceptron.averaged();
    }));
  }
  // Summed as they were begun, whichever ends first: the same bytes each time.
  Averaged sum = orders.front().get();
  for (std::size_t order = 1; order < orders.size(); ++order) sum.add(orders[order].get());
  return sum;
}

std::vector<unsigned char> file_of(const Averaged& weights, const Settings& settings, std::int32_t unit) {
  // Weights count against those of the outside.
  const auto row_value = [&](std::size_t row, std::size_t tag) {
    return weights.rows[row][tag] - weights.rows[row][0];
  };
  std::vector<double> sizes;
  for (std::size_t row = 0; row < weights.rows.size(); ++row) {
    for (std::size_t tag = 1; tag < tag_count; ++tag) {
      const double value = std::abs(row_value(row, tag));
      if (value > 0) sizes.push_back(value);
    }
  }
  std::sort(sizes.begin(), sizes.end());
  // The largest weights are cut, so that the small ones, which are nearly all, keep their differences.
  const double largest = sizes.empty() ? 1.0 : sizes[sizes.size() - 1 - sizes.size() / 5000];
  const double scale = 127.0 / largest;

  detect::TaggerModel::Header header;
  header.row_bits = settings.row_bits;
  header.unit = unit;
  for (std::size_t joint = 0; joint < 2; ++joint) {
    for (std::size_t from = 0; from < tag_count; ++from) {
      for (std::size_t to = 0; to < tag_count; ++to) {
        const double value = weights.transitions[joint][from][to];
        const auto tag = static_cast<NameTag>(to);
        const bool begins =
            tag != detect::outside && detect::opens(tag) && label_of(tag) != detect::Label::Author;
        header.transitions[joint][from][to] =
            static_cast<std::int16_t>(std::lround(value * scale) + (begins ? settings.leaning : 0));
      }
    }
  }
  std::vector<unsigned char> out(detect::TaggerModel::file_size(settings.row_bits));
  std::memcpy(out.data(), &header, sizeof header);
  std::size_t at = sizeof header;
  for (std::size_t row = 0; row < weights.rows.size(); ++row) {
    for (std::size_t tag = 1; tag < tag_count; ++tag) {
      const long value = std::clamp(std::lround(row_value(row, tag) * scale), -127L, 127L);
      out[at++] = static_cast<unsigned char>(static_cast<std::int8_t>(value));
    }
  }
  return out;
}

}  // namespace paravent::training
