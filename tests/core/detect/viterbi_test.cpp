// The best sequence of tags, against trying all of them.
#include "detect/viterbi.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <random>

namespace paravent::detect {
namespace {

using Tags = std::vector<NameTag>;

// Random weights between tags.
std::vector<unsigned char> random_model(std::mt19937& random) {
  std::vector<unsigned char> bytes(TaggerModel::file_size(1));
  TaggerModel::Header header;
  header.row_bits = 1;
  header.unit = 10;
  for (auto& joint : header.transitions) {
    for (auto& from : joint) {
      for (std::int16_t& to : from) to = static_cast<std::int16_t>(static_cast<int>(random() % 41) - 20);
    }
  }
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

struct Words {
  std::vector<Emission> emissions;
  std::vector<Joint> joints;
};

Words random_words(std::mt19937& random, std::size_t size) {
  Words out;
  for (std::size_t i = 0; i < size; ++i) {
    Emission& emission = out.emissions.emplace_back();
    for (std::int16_t& score : emission)
      score = static_cast<std::int16_t>(static_cast<int>(random() % 61) - 35);
    out.joints.push_back(i == 0 || random() % 3 == 0 ? Joint::Apart : Joint::Joined);
  }
  return out;
}

bool may_follow(Joint joint, NameTag from, NameTag to) {
  if (is_closed(from)) return opens(to);
  return joint == Joint::Joined && !opens(to) && label_of(from) == label_of(to);
}

// Calls `use` with every sequence that is allowed, and its score.
void for_each_reading(const TaggerModel& model, const Words& words,
                      const std::function<void(const Tags&, std::int32_t)>& use) {
  Tags tags;
  const std::function<void(std::int32_t)> go_on = [&](std::int32_t score) {
    const std::size_t at = tags.size();
    const NameTag before = tags.empty() ? outside : tags.back();
    if (at == words.emissions.size()) {
      if (is_closed(before)) use(tags, score);
      return;
    }
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
      const auto here = static_cast<NameTag>(tag);
      if (!may_follow(words.joints[at], before, here)) continue;
      tags.push_back(here);
      go_on(score + model.transition(words.joints[at], before, here) +
            (here == outside ? 0 : words.emissions[at][tag - 1]));
      tags.pop_back();
    }
  };
  go_on(0);
}

TEST(Viterbi, FindsWhatTryingAllReadingsFinds) {
  std::mt19937 random(4);
  for (int round = 0; round < 60; ++round) {
    const auto bytes = random_model(random);
    const TaggerModel model(bytes.data());
    const Words words = random_words(random, 1 + random() % 4);
    const std::size_t size = words.emissions.size();
    std::vector<const Emission*> pointers;
    pointers.reserve(size);
    for (const Emission& emission : words.emissions) pointers.push_back(&emission);

    constexpr std::int32_t nothing = -1000000;
    std::int32_t best = nothing;
    std::vector<std::int32_t> best_named(size, nothing);
    std::vector<std::vector<std::int32_t>> best_outside(size, std::vector<std::int32_t>(size + 1, nothing));
    std::int32_t score_of_read = nothing;
    Viterbi viterbi(model);
    Tags read;
    viterbi.run(pointers, words.joints, read);
    for_each_reading(model, words, [&](const Tags& tags, std::int32_t score) {
      best = std::max(best, score);
      if (tags == read) score_of_read = score;
      for (std::size_t first = 0; first < size; ++first) {
        if (tags[first] != outside) best_named[first] = std::max(best_named[first], score);
        for (std::size_t last = first + 1; last <= size && tags[last - 1] == outside; ++last)
          best_outside[first][last] = std::max(best_outside[first][last], score);
      }
    });
    EXPECT_EQ(score_of_read, best);
    for (std::size_t first = 0; first < size; ++first) {
      EXPECT_EQ(viterbi.best_name(first).lead, best - best_named[first]);
      for (std::size_t last = first + 1; last <= size; ++last)
        EXPECT_EQ(viterbi.lead_over_outside(first, last), best - best_outside[first][last]);
    }
  }
}

}  // namespace
}  // namespace paravent::detect
