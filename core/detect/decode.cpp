#include "detect/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "detect/glued_parts.hpp"

namespace paravent::detect {
namespace {

constexpr std::int32_t hint_margin = 8;

// What a pair of labels costs, by how its two words hang together.
struct JointCosts {
  std::int32_t same;            // one name goes on
  std::int32_t other;           // one name ends and another begins
  std::int32_t enter_or_leave;  // a name begins or ends
};
constexpr JointCosts apart{0, 0, 0};
constexpr JointCosts by_space{6, -14, 0};
constexpr JointCosts by_hyphen{12, -40, -16};

// "Nice-Paris": two places, not one.
bool are_two_cities(const Token& left, const Token& right) {
  const Knowns several{Known::Several};
  return left.known.has(Known::City) && right.known.has(Known::City) && !left.known.has_any(several) &&
         !right.known.has_any(several);
}

const JointCosts& costs_between(const Token& left, const Token& right) {
  if (are_two_cities(left, right)) return apart;
  if (!is_joined(right)) return apart;
  if (!right.gap.has(Gap::Hyphen) || left.cues.has(WordCue::PrefixOfName)) return by_space;
  return left.has_capital() ? by_hyphen : by_space;
}

std::int32_t transition(const JointCosts& costs, std::size_t from, std::size_t to) {
  if (from == to) return from == 0 ? 0 : costs.same;
  return from == 0 || to == 0 ? costs.enter_or_leave : costs.other;
}

// Best label of each candidate of a run of neighbours.
class Viterbi {
 public:
  void run(const Tokens& tokens, const Candidate* candidates, std::size_t count, std::vector<Label>& out) {
    back_.resize(count);
    Scores best = candidates[0].scores;
    for (std::size_t i = 1; i < count; ++i) {
      const JointCosts& costs =
          costs_between(tokens.all[candidates[i - 1].token], tokens.all[candidates[i].token]);
      best = step(best, candidates[i].scores, costs, back_[i]);
    }
    std::size_t label = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    const std::size_t first = out.size();
    out.resize(first + count);
    for (std::size_t i = count; i-- > 0;) {
      out[first + i] = static_cast<Label>(label);
      label = back_[i][label];
    }
  }

 private:
  using Back = std::array<std::uint8_t, label_count>;

  static Scores step(const Scores& before, const Scores& here, const JointCosts& costs, Back& back) {
    Scores best{};
    for (std::size_t to = 0; to < label_count; ++to) {
      std::size_t from = 0;
      std::int32_t top = before[0] + transition(costs, 0, to);
      for (std::size_t k = 1; k < label_count; ++k) {
        const std::int32_t value = before[k] + transition(costs, k, to);
        if (value > top) {
          top = value;
          from = k;
        }
      }
      best[to] = top + here[to];
      back[to] = static_cast<std::uint8_t>(from);
    }
    // Only differences count: kept small, so that a run of any length cannot overflow.
    const std::int32_t base = best[0];
    for (std::int32_t& value : best) value -= base;
    return best;
  }

  std::vector<Back> back_;
};

bool goes_on(const Tokens& tokens, const Span& span, std::uint32_t token, Label label) {
  if (span.label != label || span.last != token) return false;
  const Token& word = tokens.all[token];
  if (label == Label::Loc && are_two_cities(tokens.all[token - 1], word)) return false;
  if (is_joined(word)) return true;
  return label == Label::Org && word.gap.only(Gaps{Gap::Space, Gap::Ampersand}) && !word.gap.empty();
}

// "Horizon 2027": the number behind a code name is part of it.
void take_numbers(const Tokens& tokens, std::vector<Span>& spans) {
  for (Span& span : spans) {
    if (span.label != Label::Project || span.last >= tokens.size()) continue;
    const Token& next = tokens.all[span.last];
    if (next.shape == Shape::Digits && next.gap.only(Gaps{Gap::Space, Gap::Hyphen}) &&
        !next.where.has(Where::Identifier)) {
      ++span.last;
    }
  }
}

}  // namespace

std::vector<Span> decode(const Tokens& tokens, const std::vector<Candidate>& candidates) {
  std::vector<Label> labels;
  labels.reserve(candidates.size());
  Viterbi viterbi;
  for (std::size_t first = 0; first < candidates.size();) {
    std::size_t last = first + 1;
    while (last < candidates.size() && candidates[last].token == candidates[last - 1].token + 1) ++last;
    viterbi.run(tokens, &candidates[first], last - first, labels);
    first = last;
  }
  std::vector<Span> spans;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    const Label label = labels[i];
    if (label == Label::Outside) {
      const auto top = std::max_element(candidate.scores.begin() + 1, candidate.scores.end());
      if (*top > -hint_margin && *top < 0 && tokens.all[candidate.token].has_capital()) {
        const auto best = static_cast<Label>(top - candidate.scores.begin());
        spans.push_back(
            {candidate.token, candidate.token + 1, best, *top, evidence_for(candidate.features, best)});
      }
      continue;
    }
    const std::int32_t margin = candidate.scores[static_cast<std::size_t>(label)];
    if (!spans.empty() && spans.back().margin >= 0 && goes_on(tokens, spans.back(), candidate.token, label)) {
      spans.back().last = candidate.token + 1;
      spans.back().margin = std::max(spans.back().margin, margin);
      spans.back().evidence.add(evidence_for(candidate.features, label));
    } else {
      spans.push_back({candidate.token, candidate.token + 1, label, std::max(margin, 0),
                       evidence_for(candidate.features, label)});
    }
  }
  take_numbers(tokens, spans);
  take_glued_parts(tokens, candidates, spans);
  return spans;
}

std::uint16_t score_of_margin(std::int32_t margin) {
  // The logistic curve of margin / 10, at 0, 5, 10 … 50.
  constexpr std::array<std::int32_t, 11> curve{500, 622, 731, 818, 881, 924, 953, 971, 982, 989, 993};
  const std::int32_t size = std::min(std::abs(margin), 50);
  const auto at = static_cast<std::size_t>(size / 5);
  const std::int32_t rest = size % 5;
  const std::int32_t value = rest == 0 ? curve[at] : curve[at] + (curve[at + 1] - curve[at]) * rest / 5;
  return static_cast<std::uint16_t>(margin < 0 ? 1000 - value : value);
}

}  // namespace paravent::detect
