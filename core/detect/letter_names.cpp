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

// A French noun that tells of nobody.
bool is_noun(const Token& token) {
  if (token.shape != Shape::Lower || !token.cues.empty()) return false;
  return token.tongue != Tongue::English && token.lexeme().noun;
}

// "vu T", "avec K", "w/ F"; not "See C below", "ask Q"
bool is_met(const Tokens& tokens, std::size_t at) {
  if (at == 0 || starts_block(tokens.all[at])) return false;
  const Token& before = tokens.all[at - 1];
  const Gaps gap = tokens.all[at].gap;
  const std::string_view form = tokens.form(before);
  if (form == "w" && before.shape == Shape::Lower) return gap.only(Gaps{Gap::Slash, Gap::Space});
  // "Vu T", "VU T"
  const bool capital = before.shape == Shape::Capital && !before.where.has(Where::SentenceStart);
  if (gap != Gaps{Gap::Space} || capital) return false;
  constexpr std::array<std::string_view, 16> meets{
      "vu",   "vue",  "recu", "rencontre", "appele", "appelle", "rappele", "rappelle",
      "avec", "with", "saw",  "met",       "told",   "asked",   "rang",    "phoned"};
  return std::find(meets.begin(), meets.end(), form) != meets.end();
}

// A verb that is nothing else; auxiliaries go with things, too ("B est juste").
bool is_verb_alone(const Tokens& tokens, const Token& verb) {
  const knowledge::Lexeme& lexeme = verb.lexeme();
  return verb.tongue != Tongue::English && lexeme.verb && !lexeme.noun && !lexeme.adjective &&
         !lexeme.other && !verb.cues.has(WordCue::Auxiliary) && tokens.form(verb).size() > 2;
}

// "F dit que", "mais P veut partir", "T thinks"; not "C marche", as people text.
bool acts(const Tokens& tokens, std::size_t at) {
  constexpr std::string_view elided = "cdjlmnqst";
  const Token& token = tokens.all[at];
  if (!is_beside(tokens, at + 1, Gaps{Gap::Space})) return false;
  const Token& verb = tokens.all[at + 1];
  const bool shouted = verb.shape == Shape::AllCaps && verb.form_size() > 2 && !verb.lexeme().acronym;
  if (verb.shape != Shape::Lower && !shouted) return false;
  const bool may_be_elided = elided.find(tokens.form(token)) != std::string_view::npos;
  if (!verb.cues.has(WordCue::SpeechVerb) && (may_be_elided || !is_verb_alone(tokens, verb))) return false;
  if (at == 0 || token.where.has(Where::SentenceStart)) return true;
  const Token& before = tokens.all[at - 1];
  constexpr std::array<std::string_view, 7> joins{"que", "quand", "mais", "that", "but", "because", "when"};
  return token.gap.has_any(Gaps{Gap::Comma, Gap::Semicolon, Gap::Dash}) ||
         (before.shape == Shape::Lower && token.gap == Gaps{Gap::Space} &&
          (before.cues.has(WordCue::And) ||
           std::find(joins.begin(), joins.end(), tokens.form(before)) != joins.end()));
}

// "F = Fabienne", "G = Goal"
bool means_something(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at + 1 >= tokens.size() || starts_block(tokens.all[at + 1])) return false;
  const std::string_view between = tokens.text.substr(token.end, tokens.all[at + 1].begin - token.end);
  return between.find('=') != std::string_view::npos && between.find('\n') == std::string_view::npos;
}

// "F = Fabienne, DRH", "(M. = mother)"; not "G = Goal", "E = Enfant"
bool is_explained(const Tokens& tokens, std::size_t at) {
  if (!means_something(tokens, at)) return false;
  const Token& next = tokens.all[at + 1];
  const knowledge::Lexeme& lexeme = next.lexeme();
  if (next.has_capital()) return lexeme.given > 0 && !lexeme.word();
  return next.cues.has(WordCue::Kin) || next.cues.has(WordCue::Possessive) ||
         next.cues.has(WordCue::PersonRole);
}

}  // namespace

bool is_noun_with_letter(std::string_view form) {
  constexpr std::array<std::string_view, 52> lettered{
      "annexe", "appendix", "axe",      "bloc",    "block",    "bus",   "cas",   "case",     "categorie",
      "class",  "classe",   "column",   "exit",    "form",     "gate",  "grade", "group",    "groupe",
      "hall",   "hepatite", "item",     "jour",    "key",      "layer", "level", "line",     "lot",
      "niveau", "note",     "option",   "partie",  "phase",    "plan",  "point", "question", "room",
      "route",  "row",      "scenario", "section", "serie",    "size",  "step",  "team",     "type",
      "unit",   "variante", "version",  "vitamin", "vitamine", "x",     "zone"};
  return std::find(lettered.begin(), lettered.end(), form) != lettered.end();
}

bool is_letter_of_thing(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (token.shape != Shape::Initial) return false;
  if (means_something(tokens, at) && !is_explained(tokens, at)) return true;
  return at > 0 && token.gap == Gaps{Gap::Space} && !starts_block(token) &&
         (is_noun_with_letter(tokens.form(at - 1)) || is_noun(tokens.all[at - 1]));
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
    // "J. P.": parts of one name; "le T", "clé C", "room D": a thing
    const bool thing = before.cues.has(WordCue::Determiner) || is_noun(before);
    if (token.gap.only(Gaps{Gap::Space, Gap::Dot}) && (before.shape == Shape::Initial || thing)) return false;
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
