#include "detect/name_index.hpp"

#include <algorithm>

#include "detect/features.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::detect {
namespace {

constexpr std::size_t shortest_prefix = 3;  // letters of a short form ("Béa" of Béatrice)
constexpr std::size_t shortest_typo = 6;    // letters of a form that may be misspelt
constexpr std::size_t shortest_part = 2;
constexpr std::int32_t declared_margin = 60;  // surer than what any reading finds
constexpr std::size_t declared = UINT32_MAX;  // no word of the note
constexpr std::int32_t clear_lead = 20;       // of one label of a form over another

// Words that stand in many names and say nothing of one.
bool is_weak_part(const Token& token) {
  return token.cues.has(WordCue::Particle) || token.cues.has(WordCue::LegalForm) ||
         token.cues.has(WordCue::Civility) || token.cues.has(WordCue::Title) || token.cues.has(WordCue::Of) ||
         token.cues.has(WordCue::Determiner) || token.cues.has(WordCue::And) ||
         token.known.has(Known::Country);
}

bool is_weak_org_part(const Token& token) {
  return is_weak_part(token) || token.cues.has(WordCue::OrgTail) || token.cues.has(WordCue::OrgNoun) ||
         token.known.has(Known::Institution) || token.known.has(Known::Role) || token.lexeme.acronym ||
         (token.is_common_word() && token.shape == Shape::Lower);
}

std::uint64_t hash_without(std::string_view form, std::size_t skipped) {
  std::uint64_t h = 14695981039346656037ULL;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (i != skipped) h = (h ^ static_cast<unsigned char>(form[i])) * 1099511628211ULL;
  }
  return h;
}

}  // namespace

void NameIndex::add_part(std::string_view form, std::size_t at, Label label, std::int32_t margin,
                         bool given) {
  if (form.size() < shortest_part) return;
  Part& part = parts_[form];
  const bool fresh = *std::max_element(part.best.begin(), part.best.end()) == 0;
  if (fresh) part.first = static_cast<std::uint32_t>(at);
  part.elsewhere |= part.first != at;
  if (label == Label::Person) {
    if (!part.given && !part.surname) people_.push_back(form);
    (given ? part.given : part.surname) = true;
  }
  std::int32_t& best = part.best[static_cast<std::size_t>(label)];
  best = std::max(best, margin);
}

void NameIndex::add(const Span& span) {
  if (span.label == Label::Person) add_initials(tokens_, span.first, span.last);
  const bool single = span.last - span.first == 1;
  for (std::size_t i = span.first; i < span.last; ++i) {
    const Token& token = tokens_.all[i];
    if (token.shape == Shape::Initial || token.known.has(Known::Country)) continue;
    const bool weak = span.label == Label::Org ? is_weak_org_part(token) : is_weak_part(token);
    if (weak || (!token.has_capital() && !single && span.label != Label::Person)) continue;
    add_part(tokens_.form(i), i, span.label, span.margin, is_likely_given(token));
  }
}

void NameIndex::add_person(const Tokens& name) {
  add_initials(name, 0, name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (is_weak_part(name.all[i])) continue;
    add_part(name.form(i), declared, Label::Person, declared_margin, true);
    add_part(name.form(i), declared, Label::Person, declared_margin, false);
  }
}

// "cd" for Claire Dupont; "jd" and "jpd" for Jean-Pierre Durand.
void NameIndex::add_initials(const Tokens& tokens, std::size_t first, std::size_t last) {
  std::string all, ends;
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view form = tokens.form(i);
    if (form.empty() || tokens.all[i].cues.has(WordCue::Particle)) continue;
    all += form.front();
  }
  // "K." alone is known by its letter, "Jean-Marc" by "jm".
  if (all.size() == 1 && tokens.all[first].shape == Shape::Initial) initials_text_.push_back(all);
  if (all.size() < 2 || all.size() > 4) return;
  if (all.size() > 2 && tokens.all[first + 1].gap.has(Gap::Hyphen))
    initials_text_.push_back(all.substr(0, 2));
  ends = {all.front(), all.back()};
  initials_text_.push_back(all);
  if (ends != all) initials_text_.push_back(ends);
}

void NameIndex::finish() {
  for (const std::string& initials : initials_text_) initials_[initials] = 1;
  for (const std::string_view form : people_) {
    if (parts_.find(form)->given) {
      for (std::size_t size = shortest_prefix; size < form.size(); ++size)
        prefixes_[form.substr(0, size)] = 1;
    }
    if (form.size() < shortest_typo) continue;
    deletions_.push_back(hash_without(form, form.size()));
    for (std::size_t i = 0; i < form.size(); ++i) deletions_.push_back(hash_without(form, i));
  }
  std::sort(deletions_.begin(), deletions_.end());
}

// "CD", "C.D.", "C. D."
bool NameIndex::is_initials(std::size_t at) const {
  if (initials_.empty()) return false;
  const Token& token = tokens_.all[at];
  if (token.shape == Shape::AllCaps && token.folded_size <= 4)
    return initials_.find(tokens_.form(at)) != nullptr;
  if (token.shape != Shape::Initial) return false;
  const auto pair = [&](std::size_t left) {
    if (left + 1 >= tokens_.size()) return false;
    const Token& right = tokens_.all[left + 1];
    if (tokens_.all[left].shape != Shape::Initial || right.shape != Shape::Initial || !is_joined(right))
      return false;
    const std::string two{tokens_.form(left).front(), tokens_.form(right).front()};
    return initials_.find(two) != nullptr;
  };
  if (pair(at) || (at > 0 && pair(at - 1))) return true;
  const bool dotted = token.end < tokens_.text.size() && tokens_.text[token.end] == '.';
  return dotted && initials_.find(tokens_.form(at)) != nullptr;
}

// "Béa" where a Béatrice is known, "Max" where a Maxime is.
bool NameIndex::is_short_form(const Token& token) const {
  const std::string_view form = tokens_.form(token);
  if (form.size() < shortest_prefix) return false;
  for (std::size_t nth = 0;; ++nth) {
    const std::string_view full = knowledge::given_name_of(form, nth);
    if (full.empty()) break;
    const Part* part = parts_.find(full);
    if (part != nullptr && part->given) return true;
  }
  return token.has_capital() && !token.lexeme.french_word() && prefixes_.find(form) != nullptr;
}

// One letter more, less, other or swapped than a part of a name. Only of words that no table knows.
bool NameIndex::is_misspelt(const Token& token) const {
  const std::string_view form = tokens_.form(token);
  if (form.size() + 1 < shortest_typo || deletions_.empty()) return false;
  if (token.lexeme.french_word() || token.lexeme.english) return false;
  if (!token.has_capital() && token.lexeme.known()) return false;
  for (std::size_t skipped = 0; skipped <= form.size(); ++skipped) {
    if (std::binary_search(deletions_.begin(), deletions_.end(), hash_without(form, skipped))) return true;
  }
  return false;
}

FeatureSet NameIndex::features(std::size_t at) const {
  FeatureSet out;
  const Token& token = tokens_.all[at];
  if (token.folded_size == 0) return out;
  if (const Part* part = parts_.find(tokens_.form(at))) {
    // A name is no evidence for itself.
    if (part->first == at && !part->elsewhere) return out;
    const std::int32_t top = *std::max_element(part->best.begin(), part->best.end());
    const auto is = [&](Label label) {
      const std::int32_t best = part->best[static_cast<std::size_t>(label)];
      return best > 0 && best + clear_lead >= top;
    };
    if (is(Label::Person)) out.add(part->given ? Feature::RegisteredGiven : Feature::RegisteredSurname);
    if (is(Label::Org)) out.add(Feature::RegisteredOrg);
    if (is(Label::Loc)) out.add(Feature::RegisteredLoc);
    if (is(Label::Project)) out.add(Feature::RegisteredProject);
    return out;
  }
  if (!token.has_capital() && token.lexeme.french_word()) return out;
  if (is_initials(at)) {
    out.add(Feature::RegisteredInitials);
  } else if (token.shape != Shape::Digits && token.shape != Shape::Initial && !people_.empty()) {
    if (is_short_form(token)) {
      out.add(Feature::RegisteredShortForm);
    } else if (is_misspelt(token)) {
      out.add(Feature::RegisteredMisspelt);
    }
  }
  return out;
}

}  // namespace paravent::detect
