#include "detect/sensitive/words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "detect/note_language.hpp"

namespace paravent::detect::sensitive {
namespace {

using knowledge::SensitiveKind;
using knowledge::SensitivePhrase;
using knowledge::SensitiveUse;
using knowledge::SensitiveUses;

constexpr std::size_t most_words = 8;  // of a phrase that is looked up

// A phrase may go on over a soft line break.
bool is_inside_phrase(const Token& token) {
  return !token.gap.empty() && token.gap.only(Gaps{Gap::Space, Gap::Hyphen, Gap::Apostrophe, Gap::Emphasis,
                                                   Gap::LineBreak, Gap::Camel, Gap::Underscore, Gap::Dot});
}

// Names from which a capital alone makes a name of the first word of a sentence; elsewhere any is enough.
constexpr std::uint8_t frequent_given = 4;
constexpr std::uint8_t frequent_surname = 4;

bool has_accents(std::string_view surface) {
  return std::any_of(surface.begin(), surface.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

Words::Words(const Tokens& tokens, std::size_t first, std::size_t last)
    : tokens_(tokens), first_(first), last_(last) {
  language_ = language_of_block(language_votes(std::span(tokens.all).subspan(first, last - first)));
}

bool Words::is_foreign(const SensitivePhrase& phrase) const {
  return phrase.use != SensitiveUse::Sure && language_ && !phrase.is_of(*language_);
}

bool Words::reads_as_english(const SensitivePhrase& phrase) const {
  if (phrase.french && phrase.english) return language_ == text::Language::English;
  return phrase.english;
}

bool Words::is_english_article(std::size_t i) const {
  return language_ == text::Language::English && (form(i) == "a" || form(i) == "an");
}

// "mr blanc", however it is written; "un monsieur noir" is no such name.
bool Words::is_behind_civility(std::size_t i) const {
  if (i == first_ || at(i).gap.has_any(Gaps{Gap::Comma, Gap::Colon})) return false;
  if (!at(i - 1).cues.has(WordCue::Civility)) return false;
  return i - 1 == first_ || !at(i - 2).cues.has(WordCue::Determiner);
}

// A capital beside it that is of no people: "Mount Tabor Baptist", "Apache Junction".
bool Words::is_in_a_name(const Match& match) const {
  if (at(match.first).shape != Shape::Capital || at(match.first).where.has(Where::Heading)) return false;
  const auto names = [&](std::size_t i) {
    return at(i).shape == Shape::Capital && !at(i).where.has(Where::SentenceStart) && !at(i).lexeme().demonym;
  };
  const bool before =
      match.first > first_ && at(match.first).gap == Gaps{Gap::Space} && names(match.first - 1);
  const bool after = match.last < last_ && at(match.last).gap == Gaps{Gap::Space} && names(match.last);
  return before || after;
}

// "Christian", "Mme Noir", "Carême rit": one word with a capital that the table does not give it; or with
// one, behind a given name ("Conrad Black").
bool Words::reads_as_name(const Match& match) const {
  const Token& token = at(match.first);
  const bool is_context = match.phrase.use > SensitiveUse::Figure;
  if (is_context) return false;
  const SensitiveKind kind = match.phrase.kind();
  if ((kind == SensitiveKind::Belief || kind == SensitiveKind::Origin) && is_in_a_name(match)) return true;
  if (match.last - match.first > 1) return false;
  if (is_behind_civility(match.first)) return true;
  if (token.shape != Shape::Capital) return false;
  const bool behind_given = match.first > first_ && token.gap == Gaps{Gap::Space} &&
                            at(match.first - 1).shape == Shape::Capital &&
                            at(match.first - 1).lexeme().given > 0;
  if (match.phrase.capital) return behind_given;
  const knowledge::Lexeme& word = token.lexeme();
  if (!token.where.has(Where::SentenceStart)) return !token.where.has(Where::Heading);
  if (word.given == 0 && word.surname == 0) return false;
  const bool joined =
      match.last < last_ && at(match.last).shape == Shape::Capital && at(match.last).gap == Gaps{Gap::Space};
  return joined || word.given >= frequent_given || word.surname >= frequent_surname;
}

bool Words::is_meant(const Match& match) const {
  const Token& token = at(match.first);
  const bool in_a_code = token.gap == Gaps{Gap::Hyphen} && at(match.first - 1).shape == Shape::Digits;
  if (is_foreign(match.phrase) || reads_as_name(match) || in_a_code) return false;
  // What is had and has a capital is an acronym: "her MS", not "with Ms Roe".
  if (match.phrase.use == SensitiveUse::Had && match.phrase.capital && token.shape == Shape::Capital)
    return false;
  return !match.phrase.accents || has_accents(tokens_.surface(token));
}

std::optional<Match> Words::match(std::size_t at, SensitiveUses uses) const {
  return match_within(at, last_, uses);
}

// The same, of the words before `end`.
std::optional<Match> Words::match_within(std::size_t at, std::size_t end, SensitiveUses uses) const {
  std::array<std::string_view, most_words> words;
  std::size_t count = 0;
  const std::size_t most = std::min(words.size(), knowledge::longest_sensitive_phrase());
  while (count < most && at + count < end && (count == 0 || is_inside_phrase(this->at(at + count)))) {
    words[count] = form(at + count);
    ++count;
  }
  while (count > 0) {
    const auto phrase = knowledge::longest_sensitive(std::span(words.data(), count), uses);
    if (!phrase) return std::nullopt;
    const Match match{at, at + phrase->words, *phrase};
    if (is_meant(match)) return match;
    count = phrase->words - std::size_t{1};
  }
  return std::nullopt;
}

std::optional<Match> Words::match_before(std::size_t end, SensitiveUses uses) const {
  constexpr std::size_t longest_context = 4;
  for (std::size_t words = std::min(longest_context, end - first_); words > 0; --words) {
    const auto found = match_within(end - words, end, uses);
    if (found && found->last == end) return found;
  }
  return std::nullopt;
}

std::size_t Words::sentence_begin(std::size_t at, std::size_t most) const {
  while (at > first_ && most > 0 && continues_sentence(this->at(at))) {
    --at;
    --most;
  }
  return at;
}

std::size_t Words::sentence_end(std::size_t at, std::size_t most) const {
  ++at;
  while (at < last_ && most > 0 && continues_sentence(this->at(at))) {
    ++at;
    --most;
  }
  return at;
}

bool is_link(const Token& token) {
  const WordCues& cues = token.cues;
  return cues.has(WordCue::Determiner) || cues.has(WordCue::Possessive) || cues.has(WordCue::Of) ||
         cues.has(WordCue::WithPerson) || cues.has(WordCue::ToPlace) || cues.has(WordCue::Chez) ||
         token.form->language_vote != 0 || (token.lexeme().other && token.lexeme().frequency >= 5);
}

}  // namespace paravent::detect::sensitive
