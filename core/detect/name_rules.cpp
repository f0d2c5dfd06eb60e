#include "detect/name_rules.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "detect/certain_names.hpp"
#include "detect/features.hpp"
#include "detect/letter_names.hpp"

namespace paravent::detect {
namespace {

const Token& token_of(const Tokens& tokens, const Candidate& word) {
  return tokens.all[word.token];
}

// "société", "cabinet" in lower case: a noun for any firm.
bool is_noun_for_a_firm(const Token& token) {
  constexpr Knowns named{Known::Institution, Known::Company, Known::WordCompany};
  const bool noun = token.cues.has(WordCue::OrgNoun) && !token.known.has_any(named);
  return (token.known.has(Known::CompanyHead) || noun) && !token.has_capital();
}

// The "s’" of "le lycée s’oppose": a pronoun of the sentence.
bool is_elided_pronoun(const Tokens& tokens, const Candidate& word, const Candidate& next) {
  const std::string_view form = tokens.form(word.token);
  const Token& token = token_of(tokens, word);
  return token.shape == Shape::Lower && !token.gap.has(Gap::Apostrophe) &&
         (form == "s" || form == "n" || form == "m" || form == "t") &&
         token_of(tokens, next).gap.has(Gap::Apostrophe);
}

// "Comité de Direction valide la Feuille": where a sentence goes on behind the name.
std::size_t behind_name(const Tokens& tokens, std::span<const Candidate> words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (is_elided_pronoun(tokens, words[i], words[i + 1])) return i;
  }
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const Token& verb = token_of(tokens, words[i]);
    const Token& next = token_of(tokens, words[i + 1]);
    const bool goes_on = !verb.has_capital() && verb.lexeme().verb && !verb.known.has(Known::Several) &&
                         token_of(tokens, words[i - 1]).has_capital() && !next.has_capital() &&
                         next.cues.has(WordCue::Determiner);
    if (goes_on) return i;
  }
  return words.size();
}

// "la société Pluvinel", "un cabinet Morel": the noun is no part of the name. "la mairie de Vitré finance …",
// "Caméléon démarre": neither is the verb behind it.
NamePart without_noun_and_verb(const Tokens& tokens, std::span<const Candidate> words) {
  NamePart part{0, behind_name(tokens, words)};
  const auto token = [&](std::size_t i) -> const Token& { return token_of(tokens, words[i]); };
  while (part.last - part.first > 1 && is_noun_for_a_firm(token(part.first)) &&
         token(part.first + 1).has_capital())
    ++part.first;
  const Token& end = token(part.last - 1);
  const bool verb = !end.has_capital() && end.lexeme().verb && !end.known.has(Known::Several);
  if (part.last - part.first > 1 && verb && token(part.last - 2).has_capital()) --part.last;
  return part;
}

// "un cabinet lyonnais": words of every day in lower case name no body and no place.
bool is_ordinary(const Tokens& tokens, const Candidate& word) {
  const Token& token = token_of(tokens, word);
  const bool registered =
      word.features.has(Feature::RegisteredOrg) || word.features.has(Feature::RegisteredLoc);
  const bool known =
      token.known.has(Known::Company) || token.known.has(Known::Place) || token.known.has(Known::City);
  const bool in_dictionary = token.lexeme().word();
  return !token.has_capital() && in_dictionary && !registered && !known;
}

// "[[note#But]]": the capital of a heading, of a word that a shop is called after too.
bool opens_heading_of_link(const Tokens& tokens, const Candidate& word) {
  const Token& token = token_of(tokens, word);
  return token.where.has(Where::Wikilink) && token.gap.has(Gap::Hash) && token.lexeme().french_word() &&
         !word.features.has(Feature::RegisteredOrg) && !word.features.has(Feature::RegisteredLoc);
}

// A word of the language that its block is in, or of either if that is not known, more than rarely used.
bool is_usual_word(const Token& token) {
  constexpr std::uint8_t usual_english = 2;
  const knowledge::Lexeme& lexeme = token.lexeme();
  const bool of_nobody = lexeme.given == 0 && lexeme.surname <= 1 && token.shape == Shape::Lower;
  const bool english = lexeme.english >= (of_nobody ? 1 : usual_english);
  if (token.tongue == Tongue::English) return english;
  const bool french = lexeme.french_word() && lexeme.frequency > 1;
  return french || (english && token.tongue == Tongue::Unknown && token.shape == Shape::Lower);
}

bool is_frequent_word(const Token& token) {
  constexpr std::uint8_t frequent = 6;
  constexpr std::uint8_t frequent_english = 3;
  if (token.tongue == Tongue::English) return token.lexeme().english >= frequent_english;
  return token.lexeme().frequency >= frequent;
}

// A word of every day, in lower case ("avec constance") or with the capital of its sentence ("Bilan"), is
// that word, unless the note has no capitals or knows it as somebody's name.
bool is_no_person(const Tokens& tokens, const Candidate& word) {
  const Token& token = token_of(tokens, word);
  // "fais" is no name because a heading says "Fais Plaisir".
  constexpr std::uint8_t usual_surname = 6;
  const bool borne =
      is_likely_given(token) || token.lexeme().surname >= usual_surname || !is_frequent_word(token);
  const bool registered =
      borne && (word.features.has(Feature::RegisteredGiven) || word.features.has(Feature::RegisteredSurname));
  const bool known = registered || word.features.has(Feature::LowercaseNote) ||
                     word.features.has(Feature::CivilityBefore) ||
                     is_called_in_small_letters(tokens, word.token);
  // "she will mark it", where a Will is known and the note has capitals
  const bool english = token.shape == Shape::Lower && token.tongue == Tongue::English &&
                       is_usual_word(token) && !word.features.has(Feature::LowercaseNote) &&
                       !word.features.has(Feature::CivilityBefore);
  const bool called = registered && word.token > 0 && !starts_block(token) &&
                      (tokens.all[word.token - 1].cues.has(WordCue::PersonVerb) ||
                       tokens.all[word.token - 1].cues.has(WordCue::WithPerson));
  if (english && !called) return true;
  if (known || !is_usual_word(token)) return false;
  constexpr std::uint8_t rare_surname = 2;
  const bool starts = token.where.has(Where::SentenceStart) || token.gap.has(Gap::Quote);
  const bool of_sentence = token.shape == Shape::Capital && starts && token.lexeme().given == 0 &&
                           token.lexeme().surname <= rare_surname &&
                           !word.features.has(Feature::ColonAfterAtLineStart);
  return token.shape == Shape::Lower || of_sentence;
}

// "Se prépare tôt. DOUTE : le faisons-nous ?": a frequent word in capitals that opens a sentence inside a
// line is said aloud; a speaker's label opens the line.
bool is_shouted(const Tokens& tokens, const Candidate& word) {
  constexpr std::uint8_t frequent = 6;
  constexpr std::uint8_t usual_surname = 6;
  const Token& token = token_of(tokens, word);
  const knowledge::Lexeme& lexeme = token.lexeme();
  const bool named =
      word.features.has(Feature::RegisteredSurname) || word.features.has(Feature::RegisteredGiven) ||
      word.features.has(Feature::RegisteredOrg) || word.features.has(Feature::CivilityBeforeCapital);
  if (named || token.shape != Shape::AllCaps || !token.where.has(Where::SentenceStart)) return false;
  if (token.where.has(Where::LineStart) || starts_block(token) || word.token + 1 >= tokens.size())
    return false;
  return lexeme.french_word() && lexeme.frequency >= frequent && lexeme.given == 0 &&
         lexeme.surname < usual_surname && tokens.all[word.token + 1].gap.has(Gap::Colon);
}

bool is_registered(const Candidate& word) {
  constexpr std::array<Feature, 6> parts{Feature::RegisteredGiven,   Feature::RegisteredSurname,
                                         Feature::RegisteredOrg,     Feature::RegisteredLoc,
                                         Feature::RegisteredProject, Feature::RegisteredInitials};
  return std::any_of(parts.begin(), parts.end(), [&](Feature part) { return word.features.has(part); });
}

// "her EA", "the SLT", "Noémie Castaing (RRH)": initials of working life are no name alone, unless they are
// those of somebody in the note: behind an article, or in so many letters as no client’s initials have.
bool is_acronym_alone(const Tokens& tokens, const Candidate& word, Label label) {
  constexpr Knowns bodies{Known::Institution, Known::Company, Known::WordCompany};
  const Token& token = token_of(tokens, word);
  if (token.shape != Shape::AllCaps || !token.lexeme().acronym || is_registered(word)) return false;
  if (token.label == LineLabel::Person || token.label == LineLabel::Org) return false;
  if (label == Label::Org && token.known.has_any(bodies)) return false;
  const bool english = token.tongue == Tongue::English || word.features.has(Feature::EnglishNote);
  const bool of_a_role = token.form_size() > 3 || (word.token > 0 && !starts_block(token) &&
                                                   tokens.all[word.token - 1].cues.has(WordCue::Determiner));
  return label == Label::Person ? english && of_a_role : label == Label::Org && token.gap.has(Gap::Open);
}

// "T-shirt", "A/B", "25 NZ$": a letter or two that go on as something else. "K/M" are two people.
bool is_letter_of_word(const Tokens& tokens, const Candidate& word) {
  constexpr std::array<std::string_view, 6> pairs{"ab", "na", "co", "wo", "io", "yn"};
  const Token& token = token_of(tokens, word);
  if (token.form_size() > 2 || is_registered(word) || token.end >= tokens.text.size()) return false;
  const char behind = tokens.text[token.end];
  if (behind == '$') return true;
  if (token.shape != Shape::Initial || word.token + 1 >= tokens.size()) return false;
  const Token& next = tokens.all[word.token + 1];
  if (next.begin != token.end + 1) return false;
  if (behind == '-') return next.shape == Shape::Lower && !is_likely_given(next);
  const std::string pair = std::string(tokens.form(word.token)) + std::string(tokens.form(word.token + 1));
  return behind == '/' && std::find(pairs.begin(), pairs.end(), pair) != pairs.end();
}

// "Fiches « Verbes »": what is in the plural, or said every day, is no code name that nothing else tells of.
bool is_no_code_name(const Candidate& word, const Token& token) {
  constexpr std::uint8_t frequent = 5;
  const bool told =
      word.features.has(Feature::ProjectNounBefore) || word.features.has(Feature::CodeNameBefore);
  return token.lexeme().french_word() && (token.lexeme().plural || token.lexeme().frequency >= frequent) &&
         token.label != LineLabel::Project && !told && !is_registered(word);
}

// "quelqu’un de constant", "rien de clair": no name goes on there.
bool is_said_of_somebody(const Tokens& tokens, const Candidate& word) {
  const std::uint32_t at = word.token;
  const knowledge::Lexeme& lexeme = token_of(tokens, word).lexeme();
  if (at < 2 || token_of(tokens, word).has_capital() || !lexeme.adjective || !lexeme.masculine ||
      lexeme.given > 10 || starts_block(tokens.all[at]) || starts_block(tokens.all[at - 1]) ||
      tokens.form(at - 1) != "de")
    return false;
  const std::string_view before = tokens.form(at - 2);
  const bool someone =
      before == "un" && at > 2 && !starts_block(tokens.all[at - 2]) && tokens.form(at - 3) == "quelqu";
  return someone || before == "rien" || before == "chose" || before == "personne";
}

// "Voir la note": a frequent word that opens its sentence is no firm and no place that nothing else tells of.
bool opens_sentence(const Tokens& tokens, const Candidate& word) {
  constexpr Knowns named{Known::Institution, Known::Company, Known::WordCompany, Known::Place, Known::City};
  const Token& token = token_of(tokens, word);
  return token.shape == Shape::Capital && token.where.has(Where::SentenceStart) && is_usual_word(token) &&
         is_frequent_word(token) && !token.known.has_any(named) && !is_registered(word) &&
         token.label == LineLabel::None;
}

// "Dr and Mrs Okafor"
bool is_short_title(const Tokens& tokens, const Candidate& word) {
  constexpr std::array<std::string_view, 6> titles{"dr", "mr", "mrs", "ms", "mme", "mlle"};
  return std::find(titles.begin(), titles.end(), tokens.form(word.token)) != titles.end();
}

// "the vote is in June", "moved to July": the month, though a June is in the note. Nobody is called July
// where English is spoken.
bool is_month(const Tokens& tokens, const Candidate& word) {
  constexpr std::array<std::string_view, 5> given_too{"april", "may", "june", "july", "august"};
  // Not "from", "before": a mail is from June, too.
  constexpr std::array<std::string_view, 6> of_time{"in", "early", "mid", "next", "last", "during"};
  const Token& token = token_of(tokens, word);
  const std::string_view form = tokens.form(token);
  const bool month = std::find(given_too.begin(), given_too.end(), form) != given_too.end();
  const bool english = token.tongue == Tongue::English || word.features.has(Feature::EnglishNote);
  if (!month || !english) return false;
  const std::size_t next = word.token + std::size_t{1};
  if (next < tokens.size() && !starts_block(tokens.all[next]) && tokens.all[next].gap == Gaps{Gap::Space} &&
      (tokens.all[next].cues.has(WordCue::SpeechVerb) || tokens.all[next].cues.has(WordCue::Auxiliary)))
    return false;
  if (form == "july") return true;
  if (word.token == 0 || starts_block(token) || token.gap != Gaps{Gap::Space}) return false;
  return std::find(of_time.begin(), of_time.end(), tokens.form(word.token - 1)) != of_time.end();
}

// "We keep option A. Sophie agrees.": the letter is the option's, and a sentence ends behind it.
bool is_letter_of_something(const Tokens& tokens, std::span<const Candidate> words) {
  const std::uint32_t at = words.front().token;
  if (words.size() != 2 || at == 0 || starts_block(tokens.all[at])) return false;
  const Token& name = token_of(tokens, words.back());
  const bool sentence = name.gap.has(Gap::Dot) && name.gap.has(Gap::Space) && is_likely_given(name);
  return sentence && tokens.all[at].shape == Shape::Initial && is_noun_with_letter(tokens.form(at - 1));
}

// "Je passe à Lyon": a town after which no firm is called, and nothing beside it speaks of a body.
bool is_plain_city(const Tokens& tokens, const Candidate& word) {
  constexpr std::array<Feature, 10> of_bodies{
      Feature::ChezBefore,      Feature::OrgNounBefore,   Feature::OrgVerbBefore, Feature::InstitutionBefore,
      Feature::InstitutionName, Feature::LegalFormBeside, Feature::OrgTailBeside, Feature::LinkInOrg,
      Feature::RegisteredOrg,   Feature::LabelOrg};
  constexpr Knowns others{Known::Company, Known::WordCompany, Known::Institution};
  constexpr std::uint8_t large = 5;  // 50 000 inhabitants
  const Token& token = token_of(tokens, word);
  const std::size_t next = word.token + std::size_t{1};
  // "à Lyon 3": the borough, or how often; the table knows the university, too.
  const bool counted = token.lexeme().place >= large && token.known.has(Known::Several) &&
                       next < tokens.size() && tokens.all[next].shape == Shape::Digits;
  const bool city = token.known.has(Known::City) && !token.known.has_any(others);
  return (city || counted) && word.features.has(Feature::ToPlaceBefore) &&
         std::none_of(of_bodies.begin(), of_bodies.end(),
                      [&](Feature feature) { return word.features.has(feature); });
}

}  // namespace

NamePart part_that_names(const Tokens& tokens, std::span<const Candidate> words, Label label) {
  NamePart part{0, words.size()};
  if (label == Label::Org || label == Label::Project) part = without_noun_and_verb(tokens, words);
  // "maire de Guéret": what leads to the name of a place or a body is none of it.
  const auto leads = [&](std::size_t i) {
    const Token& token = token_of(tokens, words[i]);
    return !token.has_capital() && token.cues.has(WordCue::Of);
  };
  if (label != Label::Person && label != Label::Author) {
    while (part.last - part.first > 1 && leads(part.first)) ++part.first;
  }
  if (label == Label::Person && is_letter_of_something(tokens, words)) ++part.first;
  const auto left = words.subspan(part.first, part.last - part.first);
  const bool body = label == Label::Org || label == Label::Loc || label == Label::Project;
  const bool nothing =
      (body && std::all_of(left.begin(), left.end(),
                           [&](const Candidate& word) { return is_ordinary(tokens, word); })) ||
      (body && left.size() == 1 && opens_heading_of_link(tokens, left.front())) ||
      (left.size() == 1 &&
       (is_shouted(tokens, left.front()) || is_month(tokens, left.front()) ||
        is_short_title(tokens, left.front()) || is_letter_of_word(tokens, left.front()) ||
        is_letter_of_thing(tokens, left.front().token) || is_acronym_alone(tokens, left.front(), label) ||
        is_said_of_somebody(tokens, left.front()) ||
        (label == Label::Project && is_no_code_name(left.front(), token_of(tokens, left.front()))) ||
        (body && opens_sentence(tokens, left.front())))) ||
      (label == Label::Person && left.size() == 1 && is_no_person(tokens, left.front()));
  return nothing ? NamePart{} : part;
}

Label certain_label(const Tokens& tokens, std::span<const Candidate> words, Label read) {
  if (read == Label::Org && words.size() == 1 && is_city_one_goes_to(tokens, words.front().token) &&
      !words.front().features.has(Feature::RegisteredOrg))
    return Label::Loc;
  if (read == Label::Org && words.size() == 1 && is_plain_city(tokens, words.front())) return Label::Loc;
  const FeatureSet& first = words.front().features;
  const bool civility = first.has(Feature::CivilityBefore) || first.has(Feature::CivilityBeforeCapital);
  return civility && (read == Label::Org || read == Label::Loc) ? Label::Person : read;
}

}  // namespace paravent::detect
