#include "detect/letter_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace paravent::detect {
namespace {

bool is_beside(const Tokens& tokens, std::size_t at, Gaps gaps) {
  return at < tokens.size() && !starts_block(tokens.all[at]) && !tokens.all[at].gap.empty() &&
         tokens.all[at].gap.only(gaps);
}

bool is_dotted(const Tokens& tokens, const Token& letter) {
  return letter.end < tokens.text.size() && tokens.text[letter.end] == '.';
}

// "vu T", "avec K", "w/ F", "F et K" where a person is met.
bool is_met(const Tokens& tokens, std::size_t at) {
  if (at == 0 || starts_block(tokens.all[at])) return false;
  const Token& before = tokens.all[at - 1];
  const Gaps gap = tokens.all[at].gap;
  if (tokens.form(at - 1) == "w" && before.shape == Shape::Lower)
    return gap.only(Gaps{Gap::Slash, Gap::Space});
  // "Vu T", "VU T"
  const bool capital = before.shape == Shape::Capital && !before.where.has(Where::SentenceStart);
  if (gap != Gaps{Gap::Space} || capital) return false;
  return before.cues.has(WordCue::PersonVerb) || before.cues.has(WordCue::WithPerson);
}

// "F dit que", "T is tired", "P veut partir"
bool acts(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (!is_beside(tokens, at + 1, Gaps{Gap::Space})) return false;
  const Token& verb = tokens.all[at + 1];
  const bool shouted = verb.shape == Shape::AllCaps && verb.form_size() > 2 && !verb.lexeme().acronym;
  if (verb.shape != Shape::Lower && !shouted) return false;
  const knowledge::Lexeme& lexeme = verb.lexeme();
  const bool only_verb =
      token.tongue != Tongue::English && lexeme.verb && !lexeme.noun && !lexeme.adjective && !lexeme.other;
  if (!only_verb && !verb.cues.has(WordCue::SpeechVerb) && !verb.cues.has(WordCue::Auxiliary)) return false;
  if (at == 0 || token.where.has(Where::SentenceStart)) return true;
  const Token& before = tokens.all[at - 1];
  constexpr std::array<std::string_view, 7> joins{"que", "quand", "mais", "that", "but", "because", "when"};
  return token.gap.has_any(Gaps{Gap::Comma, Gap::Semicolon, Gap::Dash}) ||
         (before.shape == Shape::Lower && token.gap == Gaps{Gap::Space} &&
          (before.cues.has(WordCue::And) ||
           std::find(joins.begin(), joins.end(), tokens.form(before)) != joins.end()));
}

// "F = Fabienne, DRH", "(M. = mother)"
bool is_explained(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at + 1 >= tokens.size() || starts_block(tokens.all[at + 1])) return false;
  const Token& next = tokens.all[at + 1];
  const std::string_view between = tokens.text.substr(token.end, next.begin - token.end);
  if (between.find('=') == std::string_view::npos || between.find('\n') != std::string_view::npos)
    return false;
  return next.has_capital() || next.cues.has(WordCue::Kin) || next.cues.has(WordCue::Possessive) ||
         next.cues.has(WordCue::PersonRole) || next.known.has(Known::Role);
}

}  // namespace

bool is_noun_with_letter(std::string_view form) {
  constexpr std::array<std::string_view, 30> lettered{
      "annexe",   "appendix", "axe",    "bloc",     "block",   "cas",      "case",  "categorie",
      "classe",   "column",   "grade",  "group",    "groupe",  "hepatite", "jour",  "lot",
      "niveau",   "note",     "option", "partie",   "phase",   "plan",     "point", "question",
      "scenario", "serie",    "type",   "variante", "version", "x"};
  constexpr std::array<std::string_view, 4> vitamins{"vitamin", "vitamine", "vitamines", "vitamins"};
  return std::find(lettered.begin(), lettered.end(), form) != lettered.end() ||
         std::find(vitamins.begin(), vitamins.end(), form) != vitamins.end();
}

bool is_lone_letter(const Tokens& tokens, std::size_t at) {
  constexpr std::string_view words = "aiy";
  const Token& token = tokens.all[at];
  if (token.shape != Shape::Initial || token.form_size() != 1) return false;
  if (words.find(tokens.form(at)) != std::string_view::npos) return false;
  constexpr Gaps glue{Gap::Hyphen, Gap::Apostrophe, Gap::Ampersand, Gap::Camel, Gap::Underscore, Gap::At};
  if (at > 0 && !starts_block(token)) {
    const Token& before = tokens.all[at - 1];
    if (token.gap.has_any(glue) || token.gap.empty() || is_noun_with_letter(tokens.form(at - 1)))
      return false;
    // "J. P.", "Paul T.": parts of one name; "le T", "un B": a thing
    if (token.gap.only(Gaps{Gap::Space, Gap::Dot}) &&
        (before.shape == Shape::Initial || before.cues.has(WordCue::Determiner)))
      return false;
  }
  if (at + 1 >= tokens.size() || starts_block(tokens.all[at + 1])) return true;
  const Token& next = tokens.all[at + 1];
  if (next.gap.has_any(glue) || next.gap.empty() || next.gap.has(Gap::Plus)) return false;
  // "C. Dupont", "P 12"
  return !next.gap.only(Gaps{Gap::Space, Gap::Dot}) || (!next.has_capital() && next.shape != Shape::Digits);
}

bool is_letter_of_somebody(const Tokens& tokens, std::size_t at) {
  if (!is_lone_letter(tokens, at)) return false;
  // "M. le directeur": a civility
  if (tokens.form(at) == "m" && is_dotted(tokens, tokens.all[at]) && tokens.all[at].tongue != Tongue::English)
    return is_explained(tokens, at);
  return is_met(tokens, at) || acts(tokens, at) || is_explained(tokens, at);
}

}  // namespace paravent::detect
