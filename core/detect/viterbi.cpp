#include "detect/viterbi.hpp"

#include <algorithm>

namespace paravent::detect {
namespace {

// Far below any sum of weights, and far from the end of the type.
constexpr std::int32_t impossible = -(1 << 28);

constexpr auto tags_where(bool (*holds)(NameTag)) {
  std::array<NameTag, tag_count> tags{};
  std::size_t size = 0;
  for (std::size_t tag = 0; tag < tag_count; ++tag) {
    if (holds(static_cast<NameTag>(tag))) tags[size++] = static_cast<NameTag>(tag);
  }
  return std::pair(tags, size);
}
constexpr auto closed_tags = tags_where(is_closed);
constexpr auto opening_tags = tags_where(opens);

// The pairs of tags that may follow each other: a name that is open goes on, one that is closed does not.
template <class Use>
void for_each_step(Joint joint, Use use) {
  for (std::size_t i = 0; i < closed_tags.second; ++i) {
    for (std::size_t k = 0; k < opening_tags.second; ++k) use(closed_tags.first[i], opening_tags.first[k]);
  }
  if (joint == Joint::Apart) return;
  for (int label = 1; label < static_cast<int>(label_count); ++label) {
    const auto of = static_cast<Label>(label);
    for (const WordOf from : {WordOf::Begin, WordOf::Inside}) {
      use(tag_of(of, from), tag_of(of, WordOf::Inside));
      use(tag_of(of, from), tag_of(of, WordOf::Last));
    }
  }
}

std::int32_t emitted(const Emission& emission, NameTag tag) {
  return tag == outside ? 0 : emission[tag - std::size_t{1}];
}

}  // namespace

void Viterbi::forward(std::span<const Emission* const> words, std::span<const Joint> joints) {
  for (std::size_t tag = 0; tag < tag_count; ++tag) {
    const auto first = static_cast<NameTag>(tag);
    before_[0][tag] = opens(first)
                          ? model_.transition(Joint::Apart, outside, first) + emitted(*words[0], first)
                          : impossible;
  }
  outside_[0] = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    Scores& here = before_[i];
    here.fill(impossible);
    const Scores& last = before_[i - 1];
    for_each_step(joints[i], [&](NameTag from, NameTag to) {
      const std::int32_t value = last[from] + model_.transition(joints[i], from, to);
      if (value > here[to]) {
        here[to] = value;
        back_[i][to] = from;
      }
    });
    for (std::size_t tag = 0; tag < tag_count; ++tag)
      here[tag] += emitted(*words[i], static_cast<NameTag>(tag));
    outside_[i] = outside_[i - 1] + model_.transition(joints[i], outside, outside);
  }
}

void Viterbi::backward(std::span<const Emission* const> words, std::span<const Joint> joints) {
  const std::size_t end = words.size() - 1;
  for (std::size_t tag = 0; tag < tag_count; ++tag)
    behind_[end][tag] = is_closed(static_cast<NameTag>(tag)) ? 0 : impossible;
  for (std::size_t i = end; i > 0; --i) {
    Scores& here = behind_[i - 1];
    here.fill(impossible);
    for_each_step(joints[i], [&](NameTag from, NameTag to) {
      const std::int32_t value =
          model_.transition(joints[i], from, to) + emitted(*words[i], to) + behind_[i][to];
      here[from] = std::max(here[from], value);
    });
  }
}

void Viterbi::run(std::span<const Emission* const> words, std::span<const Joint> joints,
                  std::vector<NameTag>& out) {
  const std::size_t size = words.size();
  if (before_.size() < size) {
    before_.resize(size);
    behind_.resize(size);
    back_.resize(size);
    outside_.resize(size);
  }
  forward(words, joints);
  backward(words, joints);
  NameTag tag = outside;
  best_ = before_[size - 1][outside];
  for (std::size_t i = 0; i < closed_tags.second; ++i) {
    const NameTag closed = closed_tags.first[i];
    if (before_[size - 1][closed] <= best_) continue;
    best_ = before_[size - 1][closed];
    tag = closed;
  }
  const std::size_t first = out.size();
  out.resize(first + size);
  for (std::size_t i = size; i-- > 0;) {
    out[first + i] = tag;
    if (i > 0) tag = back_[i][tag];
  }
}

std::int32_t Viterbi::lead_over_outside(std::size_t first, std::size_t last) const {
  const std::int32_t other =
      before_[first][outside] + outside_[last - 1] - outside_[first] + behind_[last - 1][outside];
  return best_ - other;
}

Viterbi::Runner Viterbi::best_name(std::size_t word) const {
  Runner out{outside, impossible};
  for (std::size_t tag = 1; tag < tag_count; ++tag) {
    const std::int32_t value = before_[word][tag] + behind_[word][tag];
    if (value > out.lead) out = {static_cast<NameTag>(tag), value};
  }
  out.lead = best_ - out.lead;
  return out;
}

}  // namespace paravent::detect
