#include "detect/tagger.hpp"

#include <algorithm>

#include "detect/features.hpp"
#include "detect/name_index.hpp"

namespace paravent::detect {
namespace {

// What other words of the note with the same form look like.
enum Seen : std::uint8_t { Listed = 1, Capital = 2, Lower = 4 };

// Spans of the first reading become names of the note from this margin on.
constexpr std::int32_t register_margin = 2;

void add_features(Candidate& candidate, const FeatureSet& features) {
  const Scores more = emission(features);
  for (std::size_t i = 0; i < label_count; ++i) candidate.scores[i] += more[i];
  candidate.features.add(features);
}

// Fewer than one line in four starts with a capital: dictated, or typed in haste.
bool is_lowercase_note(const Tokens& tokens) {
  std::size_t starts = 0, capitals = 0;
  for (const Token& token : tokens.all) {
    if (!token.where.has(Where::SentenceStart) || token.shape == Shape::Digits) continue;
    ++starts;
    capitals += token.has_capital() || token.where.has(Where::Alias) ? 1U : 0U;
  }
  return starts >= 2 && capitals * 4 < starts;
}

class NoteReader {
 public:
  NoteReader(const Tokens& tokens, std::vector<Candidate>& candidates, const KnownNames& known)
      : tokens_(tokens), candidates_(candidates), known_(known) {}

  void add_note_features() {
    collect_seen();
    collect_known();
    const bool lowercase = is_lowercase_note(tokens_);
    for (Candidate& candidate : candidates_) {
      const Token& token = tokens_.all[candidate.token];
      const std::string_view form = tokens_.form(token);
      FeatureSet features;
      add_seen(token, form, features);
      add_known(form, features);
      if (lowercase && !token.has_capital()) features.add(Feature::LowercaseNote);
      add_features(candidate, features);
    }
  }

  // Features of the registered names; words that were no candidates become some.
  std::vector<Candidate> with_names(const NameIndex& index) {
    const bool lowercase = is_lowercase_note(tokens_);
    std::vector<Candidate> out;
    out.reserve(candidates_.size());
    std::size_t next = 0;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const bool known = next < candidates_.size() && candidates_[next].token == at;
      const FeatureSet features = is_barred(tokens_.all[at]) ? FeatureSet() : index.features(at);
      if (known) {
        out.push_back(candidates_[next++]);
      } else if (features.empty()) {
        continue;
      } else {
        Candidate candidate;
        candidate.token = static_cast<std::uint32_t>(at);
        add_features(candidate, word_features(tokens_, at));
        FeatureSet around = context_features(tokens_, at);
        if (lowercase) around.add(Feature::LowercaseNote);
        add_features(candidate, around);
        out.push_back(candidate);
      }
      if (!features.empty()) add_features(out.back(), features);
    }
    return out;
  }

 private:
  void collect_seen() {
    for (const Candidate& candidate : candidates_) {
      const Token& token = tokens_.all[candidate.token];
      if (token.shape == Shape::Capital && token.where.has(Where::SentenceStart)) {
        seen_[tokens_.form(token)] |= Listed;
      }
    }
    if (seen_.empty()) return;
    for (const Token& token : tokens_.all) {
      if (token.where.has(Where::SentenceStart) || token.where.has(Where::Identifier)) continue;
      if (token.shape != Shape::Capital && token.shape != Shape::Lower) continue;
      if (std::uint8_t* seen = seen_.find(tokens_.form(token))) {
        *seen |= token.shape == Shape::Capital ? Capital : Lower;
      }
    }
  }

  void collect_known() {
    add_forms(known_.file_name, Feature::SeenInFileName);
    for (const Tokens& name : known_.mail_names) add_forms(name, Feature::SeenInEmail);
    for (const Tokens& domain : known_.mail_domains) add_forms(domain, Feature::SeenInDomain);
  }

  void add_forms(const Tokens& name, Feature feature) {
    for (std::size_t i = 0; i < name.size(); ++i) {
      const Token& token = name.all[i];
      if (token.folded_size < 3 || token.shape == Shape::Digits) continue;
      if (feature == Feature::SeenInFileName && token.is_common_word() && token.lexeme.given < 5) continue;
      elsewhere_[name.form(i)].add(feature);
    }
  }

  void add_seen(const Token& token, std::string_view form, FeatureSet& features) const {
    if (!token.where.has(Where::SentenceStart) || token.shape != Shape::Capital) return;
    const std::uint8_t* seen = seen_.find(form);
    if (seen == nullptr) return;
    if (*seen & Capital) features.add(Feature::SeenCapital);
    if ((*seen & Lower) && !(*seen & Capital)) features.add(Feature::SeenLower);
  }

  void add_known(std::string_view form, FeatureSet& features) const {
    if (const FeatureSet* elsewhere = elsewhere_.find(form)) features.add(*elsewhere);
  }

  const Tokens& tokens_;
  std::vector<Candidate>& candidates_;
  const KnownNames& known_;
  FormMap<std::uint8_t> seen_;
  FormMap<FeatureSet> elsewhere_;
};

}  // namespace

void emit_block(const Tokens& tokens, std::size_t first, std::size_t last, std::vector<Candidate>& out) {
  for (std::size_t at = first; at < last; ++at) {
    if (!is_candidate(tokens, at)) continue;
    Candidate candidate;
    candidate.token = static_cast<std::uint32_t>(at);
    candidate.features = word_features(tokens, at);
    candidate.features.add(context_features(tokens, at));
    candidate.scores = emission(candidate.features);
    out.push_back(candidate);
  }
}

std::vector<Span> tag_note(const Tokens& tokens, std::vector<Candidate> candidates, const KnownNames& known) {
  NoteReader reader(tokens, candidates, known);
  reader.add_note_features();
  const std::vector<Span> first_reading = decode(tokens, candidates);
  NameIndex index(tokens);
  for (const Span& span : first_reading) {
    if (span.margin >= register_margin) index.add(span);
  }
  for (const Tokens& person : known.people) index.add_person(person);
  index.finish();
  return decode(tokens, reader.with_names(index));
}

}  // namespace paravent::detect
