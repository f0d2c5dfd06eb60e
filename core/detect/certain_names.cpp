#include "detect/certain_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "knowledge/phrases.hpp"

namespace paravent::detect {
namespace {

constexpr unsigned frequent_given = 8;  // 4 096 births

// "projet Excel", "projet Erasmus", not "projet Phénix": what a firm would do, not what it would be called.
bool is_kind_of_project(const Tokens& tokens, const Token& token) {
  if (!token.known.has(Known::FixedPhrase)) return false;
  const std::array<std::string_view, 1> word{tokens.form(token)};
  for (std::size_t nth = 0; const auto phrase = knowledge::whole_phrase(word, nth); ++nth) {
    if (phrase->kind != knowledge::PhraseKind::FixedPhrase) continue;
    const std::string_view kind = knowledge::fixed_phrase_kind(*phrase);
    if (kind != "deity" && kind != "character" && kind != "place" && kind != "work" && kind != "era")
      return true;
  }
  return false;
}

// A verb that is no noun: "répète" (folded, an adjective too), not "compte".
bool is_only_a_verb(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || starts_block(tokens.all[at]) ||
      tokens.all[at].gap.has_any(Gaps{Gap::Comma, Gap::Dot}))
    return false;
  const Token& token = tokens.all[at];
  const knowledge::Lexeme& lexeme = token.lexeme();
  return token.shape == Shape::Lower && lexeme.verb && !lexeme.noun && !lexeme.other;
}

bool is_called_by_age(const Tokens& tokens, std::size_t at) {
  constexpr unsigned frequent_word = 5;  // "prune", not "grâce"
  const Token& token = tokens.all[at];
  if (token.shape != Shape::Lower || at + 2 >= tokens.size()) return false;
  const knowledge::Lexeme& lexeme = token.lexeme();
  if (lexeme.given < frequent_given || lexeme.other || lexeme.frequency >= frequent_word) return false;
  const Token& number = tokens.all[at + 1];
  const Token& unit = tokens.all[at + 2];
  // "zoé 3 ans", "zoé (3 ans)"
  if (number.shape != Shape::Digits || starts_block(number) || !number.gap.has(Gap::Space) ||
      !number.gap.only(Gaps{Gap::Space, Gap::Open}))
    return false;
  return !starts_block(unit) && unit.gap == Gaps{Gap::Space} && tokens.form(unit) == "ans";
}

}  // namespace

bool is_called_a_project(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at == 0 || !token.has_capital() || starts_block(token) || token.where.has(Where::SentenceStart))
    return false;
  constexpr Gaps joins{Gap::Space, Gap::Quote};
  constexpr Knowns of_others{Known::Method,     Known::AiTool, Known::Role,    Known::Author,
                             Known::AuthorPart, Known::City,   Known::Company, Known::Country};
  if (!token.gap.has(Gap::Space) || !token.gap.only(joins) || token.known.has_any(of_others)) return false;
  // "le projet Vente", "the project Team": a word of every day is weighed.
  constexpr unsigned frequent = 5;
  const knowledge::Lexeme& lexeme = token.lexeme();
  if (lexeme.english || (lexeme.french_word() && lexeme.frequency >= frequent)) return false;
  if (lexeme.acronym || lexeme.demonym || is_kind_of_project(tokens, token)) return false;
  const std::string_view noun = tokens.form(at - 1);
  const bool project = noun == "projet" || noun == "project";
  // "Projet Professionnel", in a heading: both words have a capital.
  return project && tokens.all[at - 1].shape == Shape::Lower;
}

bool is_called_by_civility(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at == 0 || token.shape != Shape::Lower || token.form_size() < 3 || starts_block(token)) return false;
  constexpr std::array<std::string_view, 8> short_ones{"mme", "mmes", "mlle", "mr", "mrs", "ms", "dr", "pr"};
  const Token& left = tokens.all[at - 1];
  const std::string_view civility = tokens.form(left);
  const bool titled = left.cues.has(WordCue::Civility) || left.cues.has(WordCue::Title);
  // "M. wondered": M is somebody's initial in English.
  if ((!titled && civility != "m") || (civility == "m" && token.tongue == Tongue::English)) return false;
  const bool dotted = civility == "m" && token.gap == Gaps{Gap::Space, Gap::Dot};
  const bool is_short = std::find(short_ones.begin(), short_ones.end(), civility) != short_ones.end();
  if (!dotted && !(titled && is_short)) return false;
  if (!token.gap.has(Gap::Space) || !token.gap.only(Gaps{Gap::Space, Gap::Dot})) return false;
  // "3 m. carrés"
  if (at > 1 && tokens.all[at - 2].shape == Shape::Digits && !starts_block(left)) return false;
  if (token.cues.has(WordCue::Determiner) || token.cues.has(WordCue::Particle) ||
      token.cues.has(WordCue::And))
    return false;
  const knowledge::Lexeme& lexeme = token.lexeme();
  constexpr unsigned borne_by_many = 5;  // more than 500 births
  if (lexeme.other) return false;
  if (lexeme.surname >= borne_by_many || lexeme.given >= frequent_given) return true;
  // "pr budget", "ms boulot": pour, mais.
  if (civility == "pr" || civility == "ms") return false;
  // A verb or a role that few bear as a name goes on with the sentence.
  const std::string_view form = tokens.form(token);
  const bool infinitive = form.ends_with("er") || form.ends_with("ir");
  return !token.known.has(Known::Role) && (!lexeme.verb || infinitive);
}

bool is_called_in_small_letters(const Tokens& tokens, std::size_t at) {
  return is_called_by_civility(tokens, at) || is_called_by_age(tokens, at);
}

bool is_called_mister(const Tokens& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 4> civilities{"mr", "mrs", "ms", "mister"};
  const Token& token = tokens.all[at];
  if (at == 0 || token.shape != Shape::Capital || starts_block(token) || token.known.has(Known::Role))
    return false;
  // "MS Teams"; "ms" is "mais" in French haste.
  if (tokens.all[at - 1].shape != Shape::Capital || token.tongue == Tongue::French) return false;
  if (!token.gap.has(Gap::Space) || !token.gap.only(Gaps{Gap::Space, Gap::Dot})) return false;
  return std::find(civilities.begin(), civilities.end(), tokens.form(at - 1)) != civilities.end();
}

bool is_english_subject(const Tokens& tokens, std::size_t at) {
  constexpr unsigned given_there = 2;  // by US and UK births
  const Token& token = tokens.all[at];
  if (token.shape != Shape::Capital || token.lexeme().given < given_there || at + 1 >= tokens.size())
    return false;
  if (!token.where.has(Where::SentenceStart) || token.tongue == Tongue::French) return false;
  const Token& next = tokens.all[at + 1];
  if (next.shape != Shape::Lower || next.gap != Gaps{Gap::Space} || starts_block(next)) return false;
  if (token.tongue == Tongue::English && next.cues.has(WordCue::SpeechVerb)) return true;
  const bool entry = token.gap.has(Gap::Colon) || token.where.has(Where::LineStart);
  return entry && tokens.form(next) == "to" && at + 2 < tokens.size() && !starts_block(tokens.all[at + 2]) &&
         tokens.all[at + 2].shape == Shape::Lower && tokens.all[at + 2].lexeme().english > 0;
}

bool is_subject_of_sentence(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (token.shape != Shape::Capital || !token.where.has(Where::SentenceStart)) return false;
  if (token.lexeme().given < frequent_given || at + 2 >= tokens.size()) return false;
  const Token& next = tokens.all[at + 1];
  const Token& third = tokens.all[at + 2];
  constexpr Gaps joins{Gap::Space, Gap::Apostrophe};
  if (starts_block(next) || !next.gap.only(joins) || starts_block(third) || !third.gap.only(joins))
    return false;
  if (next.cues.has(WordCue::And)) return third.cues.has(WordCue::Kin) && third.shape == Shape::Lower;
  const bool clitic = next.cues.has(WordCue::Clitic) || next.cues.has(WordCue::Determiner);
  return clitic && next.shape == Shape::Lower && is_only_a_verb(tokens, at + 2);
}

bool is_called_a_body(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at == 0 || token.shape != Shape::Capital || token.gap != Gaps{Gap::Space} || starts_block(token))
    return false;
  const Token& head = tokens.all[at - 1];
  constexpr Knowns bodies{Known::Institution, Known::CompanyHead};
  if (head.shape != Shape::Lower || !head.known.has_any(bodies) || !head.known.has(Known::Last)) return false;
  constexpr Knowns of_others{Known::Method,  Known::AiTool, Known::Role,        Known::Author,
                             Known::Country, Known::City,   Known::FixedPhrase, Known::AuthorPart};
  constexpr unsigned given_too = 3;
  const knowledge::Lexeme& lexeme = token.lexeme();
  return !token.known.has_any(of_others) && !token.cues.has(WordCue::Calendar) &&
         !token.cues.has(WordCue::Civility) && !token.cues.has(WordCue::Title) && !lexeme.acronym &&
         !lexeme.demonym && lexeme.given < given_too;
}

bool is_a_firm_with_a_head_office(const Tokens& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 6> heads{"direction", "siege",        "filiale",
                                                  "comex",     "actionnaires", "actionnaire"};
  const Token& token = tokens.all[at];
  if (at < 2 || token.shape != Shape::Capital || !token.known.empty() || starts_block(token) ||
      starts_block(tokens.all[at - 1]) || !tokens.all[at - 1].cues.has(WordCue::Of))
    return false;
  const knowledge::Lexeme& lexeme = token.lexeme();
  if (lexeme.given > 0 || lexeme.french_word() || lexeme.place > 0 || !token.gap.only(name_joints))
    return false;
  return std::find(heads.begin(), heads.end(), tokens.form(at - 2)) != heads.end();
}

bool is_a_firm_that_hires(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at < 2 || !token.known.has(Known::Company) || !token.has_capital() || token.lexeme().given > 0)
    return false;
  const Token& by = tokens.all[at - 1];
  if (token.gap != Gaps{Gap::Space} || starts_block(token) || starts_block(by) || by.gap != Gaps{Gap::Space})
    return false;
  const std::string_view form = tokens.form(by);
  const Token& verb = tokens.all[at - 2];
  return (form == "par" || form == "by") && verb.shape == Shape::Lower &&
         (verb.cues.has(WordCue::PersonVerb) || verb.cues.has(WordCue::OrgVerb));
}

bool is_called_a_family(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at == 0 || token.shape != Shape::Capital || token.gap != Gaps{Gap::Space} || starts_block(token))
    return false;
  const std::string_view form = tokens.form(token);
  if (tokens.form(at - 1) != "the" || tokens.all[at - 1].has_capital() || !form.ends_with('s') ||
      form.size() < 5 || !token.known.empty() || token.lexeme().demonym || token.lexeme().english > 0)
    return false;
  for (const std::size_t ending : {std::size_t{1}, std::size_t{2}}) {
    const knowledge::Lexeme one = knowledge::look_up(form.substr(0, form.size() - ending));
    if (one.surname > 0 && one.english == 0 && !one.demonym) return true;
  }
  return false;
}

bool is_client_of_session(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at < 2 || token.shape != Shape::AllCaps || token.form_size() > 3 || token.gap != Gaps{Gap::Space} ||
      token.known.has(Known::Role) || token.cues.has(WordCue::AiWord) || starts_block(token) ||
      starts_block(tokens.all[at - 1]))
    return false;
  const std::string_view with = tokens.form(at - 1);
  const std::string_view session = tokens.form(at - 2);
  return (with == "avec" || with == "with") && (session == "seance" || session == "session");
}

bool is_listed_with_initials(const Tokens& tokens, std::size_t at) {
  constexpr unsigned usual_surname = 5;
  const Token& token = tokens.all[at];
  if (!opens_line(tokens, at) || (token.shape != Shape::Capital && token.shape != Shape::AllCaps) ||
      at + 1 >= tokens.size())
    return false;
  const Token& initial = tokens.all[at + 1];
  if (starts_block(initial) || initial.shape != Shape::Initial || !is_dotted(tokens, initial) ||
      initial.gap != Gaps{Gap::Comma, Gap::Space} || initial.cues.has(WordCue::Civility))
    return false;
  const knowledge::Lexeme& lexeme = token.lexeme();
  return token.known.empty() && token.cues.empty() && !lexeme.acronym &&
         (!lexeme.word() || lexeme.surname >= usual_surname);
}

bool is_listed_in_capitals(const Tokens& tokens, std::size_t at) {
  constexpr std::size_t shortest = 3;
  const Token& token = tokens.all[at];
  if (!opens_line(tokens, at) || token.shape != Shape::AllCaps || token.form_size() < shortest ||
      at + 1 >= tokens.size())
    return false;
  const Token& given = tokens.all[at + 1];
  constexpr Knowns of_authors{Known::AuthorPart, Known::AmbiguousAuthor, Known::First, Known::Last};
  return !starts_block(given) && given.gap == Gaps{Gap::Comma, Gap::Space} && given.shape == Shape::Capital &&
         given.lexeme().given > 0 && token.known.only(of_authors) && token.cues.empty() &&
         !token.lexeme().acronym && !token.lexeme().word();
}

bool is_called_an_employer(const Tokens& tokens, std::size_t at) {
  constexpr unsigned given_too = 5;
  const Token& token = tokens.all[at];
  if (at == 0 || !token.has_capital() || token.gap != Gaps{Gap::Space} || starts_block(token)) return false;
  constexpr Knowns firms{Known::Company, Known::WordCompany, Known::Method, Known::FixedPhrase};
  return tokens.form(at - 1) == "chez" && token.known.has_any(firms) && token.lexeme().given < given_too;
}

bool is_city_one_goes_to(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (at == 0 || !token.known.has(Known::City) || !token.has_capital()) return false;
  if (token.gap != Gaps{Gap::Space} || starts_block(token)) return false;
  const std::string_view before = tokens.form(at - 1);
  return before == "to" || before == "from" || before == "in" || before == "near";
}

}  // namespace paravent::detect
