#include "detect/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

#include "detect/glued_parts.hpp"
#include "detect/name_bounds.hpp"
#include "detect/name_rules.hpp"
#include "detect/viterbi.hpp"

namespace paravent::detect {
namespace {

constexpr std::int32_t hint_margin = 12;  // tenths: behind its neighbours by less, a word is a hint

// "Nice-Paris": two places, not one.
bool are_two_cities(const Token& left, const Token& right) {
  const Knowns several{Known::Several};
  return left.known.has(Known::City) && right.known.has(Known::City) && !left.known.has_any(several) &&
         !right.known.has_any(several);
}

// Reads the candidates, run by run of words that follow each other.
class Decoder {
 public:
  Decoder(const TaggerModel& model, const Tokens& tokens, const std::vector<Candidate>& candidates)
      : model_(model), tokens_(tokens), candidates_(candidates), viterbi_(model) {}

  std::vector<Span> read() {
    for (std::size_t first = 0; first < candidates_.size();) {
      std::size_t last = first + 1;
      while (last < candidates_.size() && goes_on(tokens_, candidates_[last - 1], candidates_[last])) ++last;
      read_run(first, last);
      first = last;
    }
    return std::move(spans_);
  }

 private:
  void read_run(std::size_t first, std::size_t last) {
    words_.clear();
    joints_.clear();
    tags_.clear();
    for (std::size_t i = first; i < last; ++i) {
      words_.push_back(&candidates_[i].scores);
      joints_.push_back(i == first ? Joint::Apart
                                   : joint_between(tokens_.all[candidates_[i - 1].token],
                                                   tokens_.all[candidates_[i].token]));
    }
    viterbi_.run(words_, joints_, tags_);
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (tags_[i] == outside) {
        add_hint(first, i);
        continue;
      }
      const std::size_t begin = i;
      while (!is_closed(tags_[i])) ++i;
      add_name(first, begin, i + 1);
    }
  }

  void add_name(std::size_t run, std::size_t first, std::size_t last) {
    const auto words = std::span(candidates_).subspan(run + first, last - first);
    const NamePart part = part_that_names(tokens_, words, label_of(tags_[first]));
    if (part.empty()) return;
    last = first + part.last;
    first += part.first;
    Span& span = spans_.emplace_back();
    span.first = candidates_[run + first].token;
    span.last = candidates_[run + last - 1].token + 1;
    span.label =
        certain_label(tokens_, words.subspan(part.first, part.last - part.first), label_of(tags_[first]));
    span.margin = std::max(model_.tenths(viterbi_.lead_over_outside(first, last)), 0);
    for (std::size_t i = first; i < last; ++i) {
      const Candidate& word = candidates_[run + i];
      span.evidence.add(evidence_for(word.features, span.label));
      const WordOf place = place_of(tags_[i]);
      span.citation += word.scores[tag_of(Label::Author, place) - std::size_t{1}] -
                       word.scores[tag_of(Label::Person, place) - std::size_t{1}];
    }
    span.citation = model_.tenths(span.citation);
  }

  void add_hint(std::size_t run, std::size_t word) {
    const Candidate& candidate = candidates_[run + word];
    const Token& token = tokens_.all[candidate.token];
    // The capital of a word that starts a sentence says nothing.
    const bool everyday = token.lexeme().word();
    if (token.lexeme().acronym || token.known.has(Known::Role)) return;
    if (!token.has_capital() || (everyday && token.where.has(Where::SentenceStart))) return;
    const Viterbi::Runner name = viterbi_.best_name(word);
    const std::int32_t behind = model_.tenths(name.lead);
    const Label label = label_of(name.tag);
    if (behind >= hint_margin || label == Label::Author) return;
    Span& span = spans_.emplace_back();
    span.first = candidate.token;
    span.last = candidate.token + 1;
    span.label = label;
    span.margin = std::min(-behind, -1);
    span.evidence = evidence_for(candidate.features, label);
  }

  const TaggerModel& model_;
  const Tokens& tokens_;
  const std::vector<Candidate>& candidates_;
  Viterbi viterbi_;
  std::vector<const Emission*> words_;
  std::vector<Joint> joints_;
  std::vector<NameTag> tags_;
  std::vector<Span> spans_;
};

}  // namespace

bool goes_on(const Tokens& tokens, const Candidate& last, const Candidate& next) {
  return next.token == last.token + 1 && !starts_block(tokens.all[next.token]);
}

Joint joint_between(const Token& left, const Token& right) {
  constexpr Gaps inner{Gap::Space, Gap::Hyphen,     Gap::Apostrophe, Gap::Dot,
                       Gap::Camel, Gap::Underscore, Gap::Ampersand};
  if (right.gap.empty() || !right.gap.only(inner) || are_two_cities(left, right)) return Joint::Apart;
  if (right.where.has(Where::ReferenceStart)) return Joint::Apart;
  return Joint::Joined;
}

std::vector<Span> decode(const TaggerModel& model, const Tokens& tokens,
                         const std::vector<Candidate>& candidates) {
  std::vector<Span> spans = Decoder(model, tokens, candidates).read();
  take_glued_parts(tokens, candidates, spans);
  widen_bounds(tokens, spans);
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
