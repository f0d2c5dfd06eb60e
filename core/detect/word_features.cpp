#include <algorithm>

#include "detect/certain_names.hpp"
#include "detect/features.hpp"

namespace paravent::detect {
namespace {

using knowledge::Lexeme;

// Bands of Lexeme::given: ⌊log2 births⌋ − 4.
constexpr int top_given = 9;     // ≥ 8 192 births
constexpr int high_given = 7;    // ≥ 2 048
constexpr int middle_given = 5;  // ≥ 512
constexpr int low_given = 3;     // ≥ 128
constexpr int rare_given = 2;    // ≥ 64

constexpr std::size_t short_caps = 4;  // letters of what is more often an acronym than a name

// Words of these bands are read so often that a capital at the start of a sentence says nothing.
constexpr int frequent = 5;
// Words up to this band are hardly ever read: in lower case too, a given name is likelier (laure, benoit).
constexpr int rare_word = 1;

// A word in capitals beside another one: a title, or a name written so.
bool is_in_title(const Tokens& tokens, std::size_t at) {
  const auto caps = [&](std::size_t i) {
    const Token& token = tokens.all[i];
    return token.shape == Shape::AllCaps && (token.is_common_word() || token.lexeme().verb);
  };
  const bool before = at > 0 && !tokens.all[at].where.has(Where::LineStart) && caps(at - 1);
  const bool after =
      at + 1 < tokens.size() && !tokens.all[at + 1].where.has(Where::LineStart) && caps(at + 1);
  return before || after;
}

// Whether a capital may be due to the start of a sentence. Behind "Projet :" it is the name's own.
bool is_start(const Token& token) {
  const bool labelled =
      token.label == LineLabel::Org || token.label == LineLabel::Loc || token.label == LineLabel::Project;
  return token.where.has(Where::SentenceStart) && !(labelled && token.gap.has(Gap::Colon));
}

Feature capital_base(const Token& token, bool start) {
  if (token.is_common_word()) return start ? Feature::CapitalWordStart : Feature::CapitalWord;
  if (token.lexeme().verb) return start ? Feature::CapitalVerbStart : Feature::CapitalVerb;
  if (token.lexeme().english && token.lexeme().given < low_given) {
    return start ? Feature::CapitalEnglishStart : Feature::CapitalEnglish;
  }
  return start ? Feature::CapitalUnknownStart : Feature::CapitalUnknown;
}

Feature caps_base(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  const bool word = token.is_common_word() || token.lexeme().verb || token.lexeme().english;
  if (is_in_title(tokens, at)) return word ? Feature::CapsWordInTitle : Feature::CapsInTitle;
  if (word) return Feature::CapsWord;
  return token.form_size() <= short_caps ? Feature::CapsShort : Feature::CapsLong;
}

// Articles, pronouns, elided words: part of a name only where the words around them make one.
bool is_function_word(const Token& token) {
  if (token.shape != Shape::Lower) return false;
  if (token.form_size() <= 1) return true;
  return token.cues.has(WordCue::Determiner) || token.cues.has(WordCue::Clitic) ||
         token.cues.has(WordCue::Of) || token.cues.has(WordCue::And) || token.cues.has(WordCue::Auxiliary) ||
         token.cues.has(WordCue::WithPerson) || token.cues.has(WordCue::ToPlace) ||
         token.cues.has(WordCue::Particle);
}

Feature base(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (is_function_word(token)) return Feature::FunctionWord;
  switch (token.shape) {
    case Shape::Capital:
      return capital_base(token, is_start(token));
    case Shape::AllCaps:
      return caps_base(tokens, at);
    case Shape::Initial:
      return Feature::InitialLetter;
    case Shape::Mixed:
      return token.where.has(Where::Code) ? Feature::NotAWord : Feature::MixedCase;
    case Shape::Digits:
      return Feature::NotAWord;
    case Shape::Lower:
      break;
  }
  if (token.lexeme().french_word())
    return token.lexeme().frequency <= rare_word ? Feature::LowerRareWord : Feature::LowerWord;
  return token.lexeme().english ? Feature::LowerEnglish : Feature::LowerUnknown;
}

void add_given(const Lexeme& lexeme, bool word, FeatureSet& out) {
  if (lexeme.given >= top_given) {
    out.add(word ? Feature::GivenTopWord : Feature::GivenTop);
  } else if (lexeme.given >= high_given) {
    out.add(word ? Feature::GivenHighWord : Feature::GivenHigh);
  } else if (lexeme.given >= middle_given) {
    out.add(word ? Feature::GivenMiddleWord : Feature::GivenMiddle);
  } else if (lexeme.given >= low_given) {
    out.add(word ? Feature::GivenLowWord : Feature::GivenLow);
  } else if (lexeme.given >= rare_given) {
    out.add(word ? Feature::GivenRareWord : Feature::GivenRare);
  } else if (lexeme.given > 0) {
    out.add(Feature::GivenForeign);
  }
}

void add_surname(const Lexeme& lexeme, bool word, FeatureSet& out) {
  if (lexeme.surname >= 6) {
    out.add(word ? Feature::SurnameTopWord : Feature::SurnameTop);
  } else if (lexeme.surname == 5) {
    out.add(word ? Feature::SurnameHighWord : Feature::SurnameHigh);
  } else if (lexeme.surname == 4) {
    out.add(word ? Feature::SurnameMiddleWord : Feature::SurnameMiddle);
  } else if (lexeme.surname >= 2) {
    if (!word) out.add(Feature::SurnameLow);
  } else if (lexeme.surname == 1 && !word) {
    out.add(Feature::SurnameForeign);
  }
}

void add_known(const Token& token, FeatureSet& out) {
  const Knowns known = token.known;
  if (known.has(Known::Several) && (known.has(Known::Company) || known.has(Known::WordCompany))) {
    // "leroy merlin", the "de" of "CHU de Nantes": the first word carries the others.
    out.add(token.has_capital() || known.has(Known::First) ? Feature::KnownCompanyPhrase
                                                           : Feature::LinkInOrg);
  } else if (known.has(Known::Company)) {
    out.add(Feature::KnownCompany);
  } else if (known.has(Known::WordCompany)) {
    out.add(Feature::KnownWordCompany);
  }
  if (known.has(Known::Author)) out.add(Feature::KnownAuthor);
  const bool place = known.has(Known::Place) || known.has(Known::City);
  if (known.has(Known::Several) && (place || known.has(Known::SmallPlace))) {
    out.add(token.has_capital() || known.has(Known::First) ? Feature::KnownPlacePhrase
                                                           : Feature::ParticleInPlace);
  } else if (known.has(Known::City)) {
    out.add(token.is_common_word() ? Feature::PlaceLargeWord : Feature::PlaceLarge);
  } else if (place) {
    out.add(token.is_common_word() ? Feature::PlaceWord : Feature::PlaceMiddle);
  } else if (known.has(Known::SmallPlace) && !token.is_common_word()) {
    out.add(Feature::PlaceSmall);
  }
  if (known.has(Known::Institution)) out.add(Feature::InstitutionHead);
  if (known.has(Known::Role) && !token.gap.has(Gap::Ampersand)) out.add(Feature::RoleWord);
}

// Dominique, Jordan: a country, a month … and a given name.
bool is_given_too(const Token& token) {
  return token.lexeme().given >= middle_given && !token.known.has(Known::Several);
}

// "CD": a disc, or the initials of somebody in the note.
bool is_two_letters(const Token& token) {
  return token.shape == Shape::AllCaps && token.form_size() == 2;
}

// Words that the tables know for no name: months, nationalities, methods, set phrases, working-life acronyms.
bool is_never_a_name(const Token& token) {
  const Knowns known = token.known;
  const bool person_too = is_given_too(token);
  if (known.has(Known::Country) && !person_too) return true;
  if ((known.has(Known::Method) || known.has(Known::FixedPhrase)) && !person_too && !is_two_letters(token))
    return true;
  if (token.cues.has(WordCue::FirstPerson)) return true;
  const bool article = token.cues.has(WordCue::Determiner) || token.cues.has(WordCue::Particle);
  if (token.lexeme().other && !token.lexeme().noun && token.lexeme().frequency >= 6 &&
      token.lexeme().given < low_given && !article) {
    return true;
  }
  if (token.cues.has(WordCue::Calendar) || token.lexeme().demonym) return !person_too || !token.has_capital();
  return false;
}

// "Mme", "Dr" before a name; not the "M." of "Valère M."
bool is_title(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  const bool next = at + 1 < tokens.size() && continues_sentence(tokens.all[at + 1]) &&
                    (tokens.all[at + 1].has_capital() || tokens.all[at + 1].where.has(Where::Alias));
  if (token.cues.has(WordCue::Title))
    return (next && token.has_capital()) || (at + 1 < tokens.size() && is_called_by_civility(tokens, at + 1));
  if (!token.cues.has(WordCue::Civility)) return false;
  // "A.-M. Perrin", "M.-L. Sylvestre"
  const bool hyphen_behind = at + 1 < tokens.size() && tokens.all[at + 1].gap.has(Gap::Hyphen);
  if (token.shape == Shape::Initial && (token.gap.has(Gap::Hyphen) || hyphen_behind)) return false;
  const bool after_given = at > 0 && is_joined(token) && tokens.all[at - 1].shape == Shape::Capital &&
                           is_likely_given(tokens.all[at - 1]);
  return next || token.shape != Shape::Initial || !after_given;
}

// "La DRH", "Le directeur": an article before a role or an ordinary word names nobody, whatever a list of
// given names holds.
bool is_article_of_a_word(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (!token.has_capital() || !token.cues.has(WordCue::Determiner) || at + 1 >= tokens.size()) return false;
  const Token& next = tokens.all[at + 1];
  const bool word = next.shape == Shape::Lower && next.lexeme().french_word();
  return is_joined(next) && (word || next.known.has(Known::Role));
}

// "de" of "de Vitré", "de la Sarthe": a particle counts only before a capital.
bool leads_to_capital(const Tokens& tokens, std::size_t at) {
  const std::size_t last = std::min(tokens.size(), at + 3);
  for (std::size_t i = at + 1; i < last && is_joined(tokens.all[i]); ++i) {
    if (tokens.all[i].has_capital()) return true;
  }
  return false;
}

// "lycée", "Centre", "parc": what opens the name of a body or a place.
bool is_head(const Token& token) {
  const Knowns known = token.known;
  if (known.has(Known::Institution) || known.has(Known::CompanyHead)) return true;
  if (token.cues.has(WordCue::OrgNoun) || token.cues.has(WordCue::NamedPlaceHead)) return true;
  return token.has_capital() && token.lexeme().noun && !token.where.has(Where::SentenceStart);
}

// "national", "du", "rail" of "École nationale du rail": words in lower case that such a name may go on with.
bool may_follow_head(const Token& token) {
  if (token.has_capital() || token.cues.has(WordCue::Of) || token.cues.has(WordCue::Particle)) return true;
  const knowledge::Lexeme& lexeme = token.lexeme();
  if (token.cues.has(WordCue::Determiner)) return !token.cues.has(WordCue::Possessive);
  return !lexeme.french_word() || ((lexeme.noun || lexeme.adjective) && lexeme.frequency < 7);
}

bool follows_head(const Tokens& tokens, std::size_t at) {
  constexpr std::size_t longest = 5;  // words from the head
  for (std::size_t i = at; i > 0 && at - i < longest; --i) {
    const Token& token = tokens.all[i];
    if (!may_follow_head(token) || !is_joined(token)) return false;
    if (is_head(tokens.all[i - 1])) return true;
  }
  return false;
}

// A month, a country, a method, a pronoun … that stands by itself: no habit of the tagger makes a name of it.
// As a part of a name (“Air France”) or behind a civility it is a word like others.
bool is_other_word(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  constexpr Knowns readable{Known::Country, Known::AiTool, Known::Method, Known::FixedPhrase};
  constexpr Knowns body{Known::Company, Known::WordCompany, Known::Institution};
  const bool known = token.known.has_any(readable) && !is_given_too(token) && !is_two_letters(token);
  if ((!known && !is_never_a_name(token)) || token.known.has_any(body)) return false;
  if (token.known.has(Known::Several)) return known;
  const bool left = at > 0 && is_joined(token) &&
                    (tokens.all[at - 1].has_capital() || tokens.all[at - 1].cues.has(WordCue::Civility) ||
                     follows_head(tokens, at));
  if (is_called_a_project(tokens, at) || is_called_by_civility(tokens, at) ||
      is_called_an_employer(tokens, at))
    return false;
  const bool right =
      at + 1 < tokens.size() && is_joined(tokens.all[at + 1]) && tokens.all[at + 1].has_capital();
  return !left && !right;
}

}  // namespace

bool is_likely_given(const Token& token) {
  return token.lexeme().given >= low_given;
}
bool is_likely_surname(const Token& token) {
  return token.lexeme().surname >= 4;
}

bool is_year(const Token& token) {
  const std::string_view form = token.form->text;
  if (form.size() != 4 || token.shape != Shape::Digits) return false;
  return (form[0] == '1' && form[1] >= '5') || (form[0] == '2' && form[1] == '0');
}

bool is_barred_place(const Token& token) {
  return token.where.has_any(Places{Where::NoNames, Where::Identifier, Where::Alias, Where::FrontMatterKey});
}

bool is_barred(const Token& token) {
  return token.form_size() == 0 || token.shape == Shape::Digits || is_barred_place(token);
}

bool is_candidate(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  if (is_barred(token) || is_title(tokens, at) || is_other_word(tokens, at)) return false;
  if (token.where.has(Where::Code) && (token.shape == Shape::Lower || token.shape == Shape::Mixed))
    return false;
  // "Lieu A Gare": what follows an alias of ours is no part of it.
  const bool behind_alias = at > 0 && tokens.all[at - 1].where.has(Where::Alias) && is_joined(token);
  if (behind_alias && token.is_common_word()) return false;
  if (token.has_capital()) return true;
  // "e.g.", "n": letters are parts of names as "d’" and "o’" alone.
  const bool elided = at + 1 < tokens.size() && tokens.all[at + 1].gap.has(Gap::Apostrophe);
  if (token.form_size() == 1 && !elided) return false;
  if (is_called_in_small_letters(tokens, at)) return true;
  if (!token.known.empty())
    return !token.known.only(Knowns{Known::Role, Known::First, Known::Last, Known::Several});
  const Lexeme& lexeme = token.lexeme();
  if (lexeme.given >= middle_given || (lexeme.given > 0 && !lexeme.word())) return true;
  if (token.where.has(Where::Tag) || token.where.has(Where::Wikilink)) return true;
  if (token.cues.has(WordCue::Particle) || token.cues.has(WordCue::Of)) return leads_to_capital(tokens, at);
  if (token.cues.has(WordCue::NamedPlaceHead)) return true;
  // "La Roche-sur-Yon"
  if (token.gap.has_any(Gaps{Gap::Hyphen, Gap::Underscore, Gap::Ampersand}) && at > 0 &&
      (tokens.all[at - 1].has_capital() || (at + 1 < tokens.size() && tokens.all[at + 1].has_capital())))
    return true;
  return !lexeme.french_word() || follows_head(tokens, at);
}

FeatureSet word_features(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens.all[at];
  FeatureSet out;
  out.add(base(tokens, at));
  const bool word = token.is_common_word();
  // A usual word in lower case is that word: its frequency as a name says nothing.
  const bool lower_word =
      token.lexeme().french_word() ? token.lexeme().frequency > rare_word : token.lexeme().english;
  if (token.has_capital() || !lower_word) {
    add_given(token.lexeme(), word, out);
    add_surname(token.lexeme(), word, out);
  }
  add_known(token, out);
  if (token.lexeme().frequency >= frequent && token.where.has(Where::SentenceStart))
    out.add(Feature::FrequentWord);
  if (is_never_a_name(token) || is_title(tokens, at) || is_article_of_a_word(tokens, at))
    out.add(Feature::NeverAName);
  const bool legal_form = token.cues.has(WordCue::LegalForm);
  const bool capitals =
      token.shape == Shape::AllCaps || token.shape == Shape::Initial || token.shape == Shape::Mixed;
  const bool in_phrase = token.known.has(Known::Several) && token.known.has(Known::Company);
  const bool acronym =
      token.lexeme().acronym ||
      (is_two_letters(token) && (token.known.has(Known::Method) || token.known.has(Known::FixedPhrase)));
  if (acronym && capitals && !legal_form && !in_phrase) out.add(Feature::AcronymWord);
  if (token.known.has(Known::AiTool) && !is_given_too(token)) out.add(Feature::AiToolWord);
  const bool other_reading =
      token.known.has(Known::Country) || token.cues.has(WordCue::Calendar) || token.lexeme().demonym;
  if (other_reading && is_given_too(token)) out.add(Feature::CountryOrGiven);
  return out;
}

}  // namespace paravent::detect
