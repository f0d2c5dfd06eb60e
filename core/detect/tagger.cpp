#include "detect/tagger.hpp"

#include "detect/features.hpp"

namespace paravent::detect {
namespace {

void add_features(Candidate& candidate, const FeatureSet& features) {
  if (features.empty()) return;
  const Scores more = emission(features);
  for (std::size_t i = 0; i < label_count; ++i) candidate.scores[i] += more[i];
  candidate.features.add(features);
}

// Says of words that only grow whether the first reading took them as parts of names.
class OwnParts {
 public:
  explicit OwnParts(const Passage& passage) : passage_(passage) {}

  bool has(std::size_t at) {
    const std::vector<Span>& spans = passage_.first_reading;
    while (next_ < spans.size() && spans[next_].last <= at) ++next_;
    return next_ < spans.size() && spans[next_].first <= at &&
           NameIndex::takes(passage_.tokens, spans[next_], at);
  }

 private:
  const Passage& passage_;
  std::size_t next_ = 0;
};

}  // namespace

void Tagger::add_candidate(const Candidate& local, const Token& token) {
  candidates_.push_back(local);
  add_features(candidates_.back(), facts_.features(token));
}

std::vector<Span> Tagger::first_reading(const Passage& passage) {
  candidates_.clear();
  for (const Candidate& local : passage.candidates) add_candidate(local, passage.tokens.all[local.token]);
  return decode(passage.tokens, candidates_);
}

// Words that were no candidates become some where a name of the note says so.
std::vector<Span> Tagger::second_reading(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  candidates_.clear();
  OwnParts own(passage);
  bool said = false;
  std::size_t next = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens.all[at];
    const bool known = next < passage.candidates.size() && passage.candidates[next].token == at;
    if (is_barred(token)) continue;
    const FeatureSet features = names_.features(tokens, at, own.has(at));
    said |= !features.empty();
    if (known) {
      add_candidate(passage.candidates[next++], token);
    } else if (!features.empty()) {
      Candidate local;
      local.token = static_cast<std::uint32_t>(at);
      local.features = word_features(tokens, at);
      local.features.add(context_features(tokens, at));
      if (facts_.is_lowercase()) local.features.add(Feature::LowercaseNote);
      local.scores = emission(local.features);
      candidates_.push_back(local);
    }
    if (!features.empty()) add_features(candidates_.back(), features);
  }
  return said ? decode(tokens, candidates_) : passage.first_reading;
}

}  // namespace paravent::detect
