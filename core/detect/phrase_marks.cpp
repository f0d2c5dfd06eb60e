#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "detect/annotate.hpp"
#include "knowledge/phrases.hpp"

namespace paravent::detect {
namespace {

using knowledge::Phrase;
using knowledge::PhraseKind;

constexpr std::size_t longest = 10;  // words of a phrase

// Inhabitants from which a name is likelier the town than anything else.
constexpr std::uint32_t city = 50'000;
constexpr std::uint32_t small_place = 5'000;

// Heads that stay outside of the name they open, unless written with a capital.
bool is_firm(std::string_view kind) {
  return kind == "company";
}

Knowns marks_of(const Phrase& phrase) {
  switch (phrase.kind) {
    case PhraseKind::Place: {
      const knowledge::Place place = knowledge::place(phrase);
      if (place.country) return Knowns{Known::Country};
      if (place.population >= city) return Knowns{Known::Place, Known::City};
      if (place.population != 0 && place.population < small_place) return Knowns{Known::SmallPlace};
      return Knowns{Known::Place};
    }
    case PhraseKind::Company:
      return Knowns{knowledge::company(phrase).word ? Known::WordCompany : Known::Company};
    case PhraseKind::Author: {
      const knowledge::Author author = knowledge::author(phrase);
      Knowns marks{author.part ? Known::AuthorPart : Known::Author};
      if (author.word_or_given) marks.add(Known::AmbiguousAuthor);
      return marks;
    }
    case PhraseKind::Method:
      return Knowns{Known::Method};
    case PhraseKind::AiTool:
      return Knowns{Known::AiTool};
    case PhraseKind::Role:
      return Knowns{Known::Role};
    case PhraseKind::Institution:
      return Knowns{is_firm(knowledge::institution(phrase).kind) ? Known::CompanyHead : Known::Institution};
    case PhraseKind::FixedPhrase:
      return Knowns{Known::FixedPhrase};
  }
  return {};
}

// Roles and heads of institutions are words as they come; the rest are names, which want a capital.
bool may_be(const Phrase& phrase, const Tokens& tokens, std::size_t at) {
  if (phrase.kind == PhraseKind::Role || phrase.kind == PhraseKind::Institution) return true;
  if (phrase.kind == PhraseKind::FixedPhrase || phrase.kind == PhraseKind::Method) {
    // "du" is no diploma, "de" no language code.
    const Token& token = tokens.all[at];
    return phrase.words > 1 || token.has_capital() ||
           !(token.lexeme().other || token.lexeme().frequency >= 6);
  }
  bool capital = false;
  bool words_only = true;
  for (std::size_t i = at; i < at + phrase.words; ++i) {
    const Token& word = tokens.all[i];
    capital |= word.has_capital() && !word.cues.has(WordCue::Determiner);
    words_only &= (word.lexeme().french_word() && word.lexeme().frequency > 1) || word.lexeme().english ||
                  word.cues.has(WordCue::Determiner);
  }
  return capital || !words_only;
}

void mark(const Phrase& phrase, Tokens& tokens, std::size_t at) {
  Knowns marks = marks_of(phrase);
  if (phrase.words > 1) marks.add(Known::Several);
  for (std::size_t i = 0; i < phrase.words; ++i) {
    Knowns here = marks;
    if (i == 0) here.add(Known::First);
    if (i + 1 == phrase.words) here.add(Known::Last);
    tokens.all[at + i].known.add(here);
  }
}

bool is_inside_phrase(const Token& token) {
  return !token.gap.empty() &&
         token.gap.only(Gaps{Gap::Space, Gap::Hyphen, Gap::Apostrophe, Gap::Dot, Gap::Emphasis, Gap::Camel,
                             Gap::Underscore, Gap::Plus, Gap::Ampersand});
}

// Function words start a phrase only when the tables say so.
bool may_start(const Token& token) {
  if (token.form_size() == 0 || token.where.has(Where::NoNames)) return false;
  if (token.lexeme().starts_phrase) return true;
  return !(token.shape == Shape::Lower && token.lexeme().frequency >= 6);
}

// Marks the longest phrase that may stand there, in all its kinds. Returns how many words it took, at
// least 1.
std::size_t mark_longest(Tokens& tokens, std::size_t at, std::span<const std::string_view> words) {
  while (!words.empty()) {
    std::size_t longest_seen = 0;
    bool marked = false;
    for (std::size_t nth = 0; const auto phrase = knowledge::longest_phrase(words, nth); ++nth) {
      longest_seen = phrase->words;
      if (!may_be(*phrase, tokens, at)) continue;
      mark(*phrase, tokens, at);
      marked = true;
    }
    if (marked || longest_seen == 0) return std::max<std::size_t>(longest_seen, 1);
    words = words.first(longest_seen - 1);
  }
  return 1;
}

}  // namespace

void mark_phrases(Tokens& tokens, std::size_t first, std::size_t last) {
  std::array<std::string_view, longest> words;
  for (std::size_t at = first; at < last;) {
    std::size_t advance = 1;
    if (may_start(tokens.all[at])) {
      std::size_t count = 0;
      const std::size_t most = tokens.all[at].lexeme().starts_phrase ? longest : 1;
      while (count < most && at + count < last && (count == 0 || is_inside_phrase(tokens.all[at + count]))) {
        words[count] = tokens.form(at + count);
        ++count;
      }
      advance = mark_longest(tokens, at, std::span(words.data(), count));
      // "la Chambre" is a village, and the start of "la Chambre d'agriculture".
      const bool article =
          tokens.all[at].shape == Shape::Lower && tokens.all[at].cues.has(WordCue::Determiner);
      if (article) advance = 1;
    }
    at += advance;
  }
}

}  // namespace paravent::detect
