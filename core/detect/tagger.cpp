#include "detect/tagger.hpp"

#include "detect/certain_names.hpp"
#include "detect/features.hpp"
#include "detect/letter_names.hpp"

namespace paravent::detect {
namespace {

constexpr std::int16_t joined_name = 8000;  // more than what any sum of weights says of another tag
constexpr std::int16_t known_name = 400;    // two units
constexpr std::int16_t certain_name = 1200;

// "la DRH de Limoges", "le maire de Guéret": a place that no firm is named after, behind a role.
bool is_place_of_role(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  const bool place = token.known.has(Known::City) || token.known.has(Known::Place);
  if (at < 2 || !place || !token.has_capital() ||
      token.known.has_any(Knowns{Known::Company, Known::WordCompany}))
    return false;
  const Token& link = tokens.all[at - 1];
  const bool goes_on =
      at + 1 < tokens.size() && is_joined(tokens.all[at + 1]) && tokens.all[at + 1].has_capital();
  return link.cues.has(WordCue::Of) && !goes_on && is_joined(token) && is_joined(link) &&
         tokens.all[at - 2].known.has(Known::Role);
}

void add_to(Label label, std::int16_t more, Emission& scores) {
  for (const WordOf place : {WordOf::Begin, WordOf::Inside, WordOf::Last, WordOf::Unit}) {
    std::int16_t& score = scores[tag_of(label, place) - std::size_t{1}];
    score = static_cast<std::int16_t>(score + more);
  }
}

// What the words right beside it say for certain, in both readings (certain_names.hpp).
void add_certainty_beside(const Tokens& tokens, std::size_t at, Emission& scores) {
  if (tokens.all[at].where.has(Where::ReferenceStart)) add_to(Label::Author, certain_name, scores);
  if (is_called_a_project(tokens, at)) add_to(Label::Project, certain_name, scores);
  if (is_called_in_small_letters(tokens, at) || is_subject_of_sentence(tokens, at) ||
      is_called_mister(tokens, at) || is_english_subject(tokens, at) || is_called_a_family(tokens, at) ||
      is_client_of_session(tokens, at) || is_listed_with_initials(tokens, at) ||
      is_listed_in_capitals(tokens, at) || is_letter_of_somebody(tokens, at))
    add_to(Label::Person, certain_name, scores);
  if (is_called_a_body(tokens, at)) add_to(Label::Org, known_name, scores);
  if (is_a_firm_with_a_head_office(tokens, at)) add_to(Label::Org, known_name, scores);
  if (is_called_an_employer(tokens, at) || is_a_firm_that_hires(tokens, at))
    add_to(Label::Org, certain_name, scores);
  if (is_city_one_goes_to(tokens, at) && !is_likely_given(tokens.all[at]))
    add_to(Label::Loc, known_name, scores);
}

// What the tagger learns from few examples, and what a coach would not forgive.
void add_certainty(const Tokens& tokens, std::size_t at, const FeatureSet& local, const FeatureSet& names,
                   Emission& scores) {
  const Token& token = tokens.all[at];
  const auto add = [&](Label label, std::int16_t more) { add_to(label, more, scores); };
  // "cdupont" where a Claire Dupont is known: nothing to weigh.
  if (names.has(Feature::RegisteredJoined))
    scores[tag_of(Label::Person, WordOf::Unit) - std::size_t{1}] = joined_name;
  if (is_place_of_role(tokens, at)) add(Label::Loc, known_name);
  if (names.has(Feature::RegisteredInitials) && is_lone_letter(tokens, at)) add(Label::Person, known_name);
  // "Claire parle": an adjective seldom opens a sentence that a Claire stands beside.
  const bool cited = names.has(Feature::RegisteredAuthor) || local.has(Feature::KnownAuthor);
  if (names.has(Feature::RegisteredGiven) && is_likely_given(token) && token.has_capital() && !cited)
    add(Label::Person, known_name);
  // "Mme Valgrange": whatever else bears that name.
  if (local.has(Feature::CivilityBefore) && token.has_capital()) add(Label::Person, known_name);
  // "Marchand expose son cas", where a M. Marchand is known.
  const bool goes_on = local.has(Feature::SpeechVerbAfter) || local.has(Feature::VerbAfter);
  if (names.has(Feature::RegisteredSurname) && token.lexeme().french_word() &&
      token.shape == Shape::Capital && goes_on && !cited)
    add(Label::Person, known_name);
  // "Known to Hofstätter, Chip, Ted", where a Chip is known
  const bool english_word = token.tongue == Tongue::English && token.lexeme().english > 0;
  const bool other = names.has(Feature::RegisteredOrg) || names.has(Feature::RegisteredLoc) ||
                     names.has(Feature::RegisteredProject) || token.cues.has(WordCue::Calendar);
  if ((names.has(Feature::RegisteredSurname) || names.has(Feature::RegisteredGiven)) && english_word &&
      token.shape == Shape::Capital && !other && !cited &&
      !token.where.has_any(Places{Where::SentenceStart, Where::Heading}))
    add(Label::Person, known_name);
  const bool only_project = names.has(Feature::RegisteredProject) && !names.has(Feature::RegisteredSurname) &&
                            !names.has(Feature::RegisteredGiven);
  if (only_project && token.has_capital()) add(Label::Project, known_name);
  // A word of no dictionary that is a part of one name elsewhere in the note.
  if (token.lexeme().word()) return;
  const bool person = names.has(Feature::RegisteredSurname) || names.has(Feature::RegisteredGiven);
  const bool org = names.has(Feature::RegisteredOrg);
  const bool loc = names.has(Feature::RegisteredLoc);
  if (person && !org && !loc) add(Label::Person, known_name);
  if (org && !person && !loc) add(Label::Org, known_name);
  if (loc && !person && !org) add(Label::Loc, known_name);
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

void Tagger::add_rows(Candidate& candidate) {
  for (const RowId row : rows_) model_.add(row, candidate.scores);
  if (kept_rows_ != nullptr && !kept_rows_->empty()) {
    std::vector<RowId>& kept = kept_rows_->back();
    kept.insert(kept.end(), rows_.begin(), rows_.end());
  }
  rows_.clear();
}

void Tagger::begin_candidates() {
  candidates_.clear();
  if (kept_rows_ != nullptr) kept_rows_->clear();
}

Candidate Tagger::local_candidate(const Tokens& tokens, std::size_t at) {
  Candidate out;
  out.token = static_cast<std::uint32_t>(at);
  out.features = word_features(tokens, at);
  out.features.add(context_features(tokens, at));
  add_local_rows(model_, tokens, at, out.features, rows_);
  for (const RowId row : rows_) model_.add(row, out.scores);
  rows_.clear();
  add_certainty_beside(tokens, at, out.scores);
  return out;
}

void Tagger::emit(Passage& passage) {
  passage.candidates.clear();
  for (std::size_t at = 0; at < passage.tokens.size(); ++at) {
    if (!is_candidate(passage.tokens, at)) continue;
    // "Claude" where the words around speak of AI
    const Candidate candidate = local_candidate(passage.tokens, at);
    if (!candidate.features.has(Feature::AiToolWithCue)) passage.candidates.push_back(candidate);
  }
}

void Tagger::add_candidate(const Candidate& local, const Tokens& tokens) {
  const Token& token = tokens.all[local.token];
  const FeatureSet features = facts_.features(token);
  Candidate& candidate = candidates_.emplace_back(local);
  if (kept_rows_ != nullptr) {
    add_local_rows(model_, tokens, local.token, local.features, rows_);
    kept_rows_->emplace_back(rows_.begin(), rows_.end());
    rows_.clear();
  }
  add_note_rows(model_, token, features, rows_);
  add_rows(candidate);
  candidate.features.add(features);
}

const std::vector<Candidate>& Tagger::candidates_of_first(const Passage& passage) {
  begin_candidates();
  for (const Candidate& local : passage.candidates) add_candidate(local, passage.tokens);
  return candidates_;
}

// Words that were no candidates become some where a name of the note says so.
const std::vector<Candidate>& Tagger::candidates_of_second(const Passage& passage) {
  const Tokens& tokens = passage.tokens;
  begin_candidates();
  OwnParts own(passage);
  std::size_t next = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens.all[at];
    const bool known = next < passage.candidates.size() && passage.candidates[next].token == at;
    if (is_barred(token)) continue;
    const FeatureSet features = names_.features(tokens, at, own.has(at));
    if (!known && features.empty()) continue;
    add_candidate(known ? passage.candidates[next++] : local_candidate(tokens, at), tokens);
    add_register_rows(model_, token, features, rows_);
    add_rows(candidates_.back());
    add_certainty(tokens, at, candidates_.back().features, features, candidates_.back().scores);
    candidates_.back().features.add(features);
  }
  return candidates_;
}

std::vector<Span> Tagger::first_reading(const Passage& passage) {
  return decode(model_, passage.tokens, candidates_of_first(passage));
}

std::vector<Span> Tagger::second_reading(const Passage& passage) {
  return decode(model_, passage.tokens, candidates_of_second(passage));
}

}  // namespace paravent::detect
