#include "detect/sensitive/context.hpp"

#include <algorithm>
#include <string_view>

namespace paravent::detect::sensitive {
namespace {

using knowledge::SensitiveUse;
using knowledge::SensitiveUses;

constexpr std::size_t far = 10;    // words of a sentence that are looked at on either side
constexpr std::size_t beside = 4;  // … for what belongs to the match itself
// Lexeme::given from which the first word of a sentence is a name even if it is a word, too.
constexpr std::uint8_t sure_name = 8;

bool is_name(const Token& token) {
  if (!token.has_capital() || token.where.has(Where::NoNames)) return false;
  if (token.shape == Shape::Initial) return !token.where.has(Where::SentenceStart);
  const knowledge::Lexeme& word = token.lexeme();
  if (token.where.has(Where::SentenceStart))
    return word.given >= sure_name || (word.given > 0 && !word.word());
  return word.given > 0 || (token.shape != Shape::AllCaps && !token.is_common_word());
}

bool is_person(const Words& words, std::size_t i) {
  const Token& token = words.at(i);
  if (token.cues.has(WordCue::Kin) || token.cues.has(WordCue::PersonRole) ||
      token.cues.has(WordCue::Civility) || token.cues.has(WordCue::SpeechVerb)) {
    return true;
  }
  if (token.known.has(Known::Role) || token.label == LineLabel::Person || token.where.has(Where::Alias))
    return true;
  return is_name(token) || words.match(i, SensitiveUses(SensitiveUse::Person));
}

// One that an adjective may stand behind: no pronoun, no verb of speech.
bool is_noun_of_person(const Words& words, std::size_t i) {
  const Token& token = words.at(i);
  return !token.cues.has(WordCue::SpeechVerb) && !token.cues.has(WordCue::FirstPerson) &&
         !token.cues.has(WordCue::Possessive) && token.form->language_vote == 0 && is_person(words, i);
}

// Words between a verb of being and what it says: "est aussi très", "isn’t openly".
bool is_modifier(const Words& words, std::size_t i) {
  const Token& token = words.at(i);
  if (token.cues.has(WordCue::Of) || token.cues.has(WordCue::Chez)) return false;
  return token.cues.has(WordCue::Determiner) || token.lexeme().other || token.form->language_vote != 0 ||
         words.match(i, SensitiveUses(SensitiveUse::Negation)).has_value() ||
         words.form(i).ends_with("ment") || words.form(i).ends_with("ly");
}

bool is_clause_break(const Token& token) {
  return token.gap.has_any(Gaps{Gap::Open, Gap::Close, Gap::Comma, Gap::Colon, Gap::Semicolon, Gap::Dash,
                                Gap::Quote, Gap::Slash, Gap::Plus, Gap::Pipe, Gap::Stop, Gap::BlockStart});
}

// "(noire)", ", sourd," and the like: nothing but the match between two breaks.
bool stands_alone(const Words& words, const Match& match) {
  const bool before = match.first == words.first() || is_clause_break(words.at(match.first)) ||
                      words.at(match.first).where.has(Where::LineStart);
  const bool after = match.last == words.last() || is_clause_break(words.at(match.last)) ||
                     words.at(match.last).where.has(Where::LineStart);
  return before && after;
}

// Whether the verb of being at `verb` has a person as its subject, or none in its clause: "est noire".
bool has_person_as_subject(const Words& words, const Match& verb) {
  const std::size_t begin = words.sentence_begin(verb.first, beside);
  if (verb.first == begin || is_clause_break(words.at(verb.first))) return true;
  // The verb may hold its subject: "he’s".
  for (std::size_t i = verb.last; i-- > begin;) {
    if (is_person(words, i)) return true;
  }
  // A first word with a capital that is no word: a name that no table has.
  const Token& subject = words.at(begin);
  if (begin + 1 == verb.first && subject.has_capital() && !subject.lexeme().word()) {
    return true;
  }
  return words.form(verb.first) == "suis" || words.form(verb.first) == "am";
}

// "Pastor Ohis": what stands before a name is a title.
bool is_title(const Words& words, const Match& match) {
  if (match.last == words.last() || words.at(match.last).gap != Gaps{Gap::Space}) return false;
  const Token& after = words.at(match.last);
  return is_name(after) && !after.lexeme().demonym && !after.lexeme().sensitive;
}

// English puts an adjective before its noun: "a deaf colleague".
bool is_before_person(const Words& words, const Match& match) {
  if (match.last == words.last() || words.at(match.last).gap != Gaps{Gap::Space}) return false;
  const Token& after = words.at(match.last);
  return !after.has_capital() && !after.lexeme().other && is_noun_of_person(words, match.last);
}

}  // namespace

bool has_person_near(const Words& words, const Match& match) {
  const std::size_t begin = words.sentence_begin(match.first, far);
  const std::size_t end = words.sentence_end(match.last - 1, far);
  for (std::size_t i = begin; i < end; ++i) {
    if ((i < match.first || i >= match.last) && is_person(words, i)) return true;
  }
  return false;
}

bool is_said_of_person(const Words& words, const Match& match) {
  if (stands_alone(words, match)) return has_person_near(words, match);
  if (is_title(words, match)) return false;
  const bool english = words.reads_as_english(match.phrase);
  if (english && is_before_person(words, match)) return true;
  std::size_t at = match.first;
  const std::size_t begin = words.sentence_begin(match.first, beside);
  while (at > begin && !is_clause_break(words.at(at))) {
    if (const auto verb = words.match_before(at, SensitiveUses(SensitiveUse::Being)))
      return has_person_as_subject(words, *verb);
    // English has an adjective behind its noun in shorthand alone: "mum deaf".
    if ((!english || at == match.first) && is_noun_of_person(words, at - 1)) return true;
    if (!is_modifier(words, at - 1)) return false;
    --at;
  }
  return false;
}

bool is_had_by_person(const Words& words, const Match& match) {
  const std::size_t begin = words.sentence_begin(match.first, beside);
  std::size_t other_words = 0;  // "her first scan"
  for (std::size_t at = match.first; at > begin && !is_clause_break(words.at(at)); --at) {
    if (words.match_before(at, SensitiveUses(SensitiveUse::Having))) return true;
    if (!is_modifier(words, at - 1) && ++other_words > 1) return false;
  }
  return false;
}

bool is_badge(const Words& words, const Match& match) {
  const Token& token = words.at(match.first);
  return token.shape == Shape::AllCaps && !token.lexeme().english && token.gap.has(Gap::Open) &&
         stands_alone(words, match) && has_person_near(words, match);
}

bool is_topic(const Words& words, const Match& match) {
  constexpr SensitiveUses topics(SensitiveUse::Topic);
  if (match.last < words.last() && words.at(match.last).gap == Gaps{Gap::Space} &&
      words.at(match.last).lexeme().english) {
    const auto after = words.match(match.last, topics);
    if (after && after->phrase.english) return true;
  }
  const std::size_t begin = words.sentence_begin(match.first, beside);
  std::size_t other_words = 0;
  for (std::size_t end = match.first; end > begin; --end) {
    if (is_clause_break(words.at(end)) || words.at(end).gap.has(Gap::Dot)) return false;
    if (words.match_before(end, topics)) return true;
    if (is_person(words, end - 1)) return false;
    if (!is_link(words.at(end - 1)) && ++other_words > 1) return false;
  }
  return false;
}

bool is_denied(const Words& words, const Match& match) {
  constexpr SensitiveUses negation(SensitiveUse::Negation);
  const std::size_t begin = words.sentence_begin(match.first, beside);
  for (std::size_t i = begin; i < match.last; ++i) {
    if (words.match(i, negation)) return true;
  }
  return false;
}

bool means_something_else(const Words& words, const Match& match) {
  std::string_view rest = match.phrase.unless;
  if (rest.empty()) return false;
  const std::size_t begin = words.sentence_begin(match.first, beside);
  const std::size_t end = words.sentence_end(match.last - 1, beside);
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    const std::string_view sought = rest.substr(0, bar);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    for (std::size_t from = begin; from < end; ++from) {
      std::string_view left = sought;
      for (std::size_t i = from; i < end && left.starts_with(words.form(i)); ++i) {
        left.remove_prefix(words.form(i).size());
        if (left.empty()) return true;
        if (left.front() != ' ') break;
        left.remove_prefix(1);
      }
    }
  }
  return false;
}

bool has_demonym_beside(const Words& words, Match& match) {
  const auto is_demonym = [&](std::size_t i) { return words.at(i).lexeme().demonym; };
  if (match.last < words.last() && words.at(match.last).gap == Gaps{Gap::Space} && is_demonym(match.last)) {
    ++match.last;
    return true;
  }
  if (match.first > words.first() && words.at(match.first).gap == Gaps{Gap::Space} &&
      is_demonym(match.first - 1)) {
    --match.first;
    return true;
  }
  return false;
}

}  // namespace paravent::detect::sensitive
