#include "anonymise/left_context.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "anonymise/reading.hpp"
#include "detect/cue_words.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using detect::WordCue;

// Verbs and participles that are followed by a name as such.
constexpr std::array<std::string_view, 9> naming{"nommee", "prenomme", "prenommee", "surnomme", "surnommee",
                                                 "dit",    "dite",     "signe",     "signee"};
// The same of oneself: "s’appelle Claire", where "appelle Claire" is on the phone.
constexpr std::array<std::string_view, 3> naming_oneself{"appelle", "appelait", "nomme"};
constexpr std::array<std::string_view, 6> oneself{"s", "se", "m", "me", "t", "te"};

// ", dit Claire", "» dit Claire" or "m’a dit Claire" tells who spoke.
bool tells_who_spoke(std::string_view text, const Word& verb) {
  if (verb.folded != "dit") return false;
  const std::size_t end = skip_blanks_back(text, verb.begin, 0);
  const std::optional<Word> auxiliary = word_back(text, end, 0);
  if (auxiliary && (auxiliary->folded == "a" || auxiliary->folded == "avait")) return true;
  const char32_t before = text::decode_before(text, end).value;
  return before == U',' || before == U'»' || before == U'”' || before == U'"';
}

// "L’an dernier Danone recrutait": a time is no head of a complement. Months and week days are cues.
constexpr std::array<std::string_view, 27> times{
    "an",       "ans",       "annee", "annees",  "mois",  "semaine", "semaines", "jour",    "jours",
    "soir",     "matin",     "midi",  "nuit",    "fois",  "temps",   "moment",   "instant", "trimestre",
    "semestre", "printemps", "ete",   "automne", "hiver", "heure",   "heures",   "veille",  "lendemain"};

bool bars(detect::WordCues cues) {
  for (const WordCue cue :
       {WordCue::Determiner, WordCue::Possessive, WordCue::Greeting, WordCue::OrgNoun, WordCue::Kin,
        WordCue::PersonRole, WordCue::Civility, WordCue::Title, WordCue::FamilyOf, WordCue::SignOff}) {
    if (cues.has(cue)) return true;
  }
  return false;
}

// Nouns that a place or a project follows as its own name.
bool names_a_place_or_project(detect::WordCues cues) {
  return cues.has(WordCue::PlaceNoun) || cues.has(WordCue::ProjectNoun);
}

bool is_adjective(const Word& word) {
  const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
  return lexeme.adjective && !lexeme.other && !detect::cues_of(word.folded).has(WordCue::Determiner);
}

// "l’équipe", "notre nouvelle équipe": what may be a verb too is a noun behind a determiner.
bool is_determined(std::span<const Word> before) {
  if (before.size() > 1 && is_adjective(before.back())) before = before.first(before.size() - 1);
  return !before.empty() && detect::cues_of(before.back().folded).has(WordCue::Determiner);
}

bool is_noun(const Word& word, std::span<const Word> before) {
  const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
  return (lexeme.noun || lexeme.acronym) && ((!lexeme.verb && !lexeme.other) || is_determined(before));
}

bool is_time(std::string_view folded) {
  return is_one_of(times, folded) || detect::cues_of(folded).has(WordCue::Calendar);
}

bool is_behind_naming(std::string_view text, std::span<const Word> before) {
  const std::string& word = before.back().folded;
  if (is_one_of(naming, word)) return !tells_who_spoke(text, before.back());
  const bool of_oneself = before.size() > 1 && is_one_of(oneself, before[before.size() - 2].folded);
  return of_oneself && is_one_of(naming_oneself, word);
}

// The words end where the name starts.
Slot slot_behind(std::span<const Word> words) {
  const Word& last = words.back();
  const std::span<const Word> before = words.first(words.size() - 1);
  if (is_time(last.folded)) return Slot::NounPhrase;
  // "l’équipe commerciale Danone", "l’an dernier Danone"
  if (!before.empty() && is_adjective(last) && is_noun(before.back(), before.first(before.size() - 1))) {
    return is_time(before.back().folded) ? Slot::NounPhrase : Slot::Complement;
  }
  if (is_noun(last, before)) return Slot::Complement;
  const knowledge::Lexeme lexeme = knowledge::look_up(last.folded);
  return lexeme.verb || lexeme.other ? Slot::NounPhrase : Slot::NameOnly;
}

}  // namespace

bool is_called(std::string_view text, std::size_t at) {
  const std::size_t end = skip_blanks_back(text, at, 0);
  const std::vector<Word> before = words_back(text, end, 2, 0);
  return end < at && !before.empty() && is_behind_naming(text, before);
}

bool is_behind_dwelling(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 9> stems{"habit", "demeur", "log",     "resid",  "vit",
                                                  "viv",   "vecu",   "domicil", "emmenag"};
  const std::optional<Word> verb = word_back(text, skip_blanks_back(text, at, 0), 0);
  return verb && std::any_of(stems.begin(), stems.end(),
                             [&verb](std::string_view stem) { return verb->folded.starts_with(stem); });
}

Slot slot_before(std::string_view text, std::size_t at, text::Language language) {
  constexpr std::size_t most_words = 4;
  const std::size_t end = skip_blanks_back(text, at, 0);
  const std::vector<Word> before = words_back(text, end, most_words, 0);
  if (before.empty()) {
    // Glued to a dash or an apostrophe that is not redone, or at a border: start, comma, bracket, quote.
    constexpr std::u32string_view glue = U"-–'’/&";
    const bool glued =
        end == at && glue.find(text::decode_before(text, at).value) != std::u32string_view::npos;
    return glued && at > 0 ? Slot::NameOnly : Slot::NounPhrase;
  }
  if (end == at) return Slot::NameOnly;
  const std::string& word = before.back().folded;
  if (is_behind_naming(text, before)) return Slot::NameOnly;
  const detect::WordCues cues = detect::cues_of(word);
  if (bars(cues)) return Slot::NameOnly;
  // The tables know no word classes of English; it puts the noun behind the name ("the LVMH group").
  if (language == text::Language::English) {
    return names_a_place_or_project(cues) ? Slot::NameOnly : Slot::NounPhrase;
  }
  const Slot slot = slot_behind(before);
  return slot == Slot::NounPhrase && names_a_place_or_project(cues) ? Slot::Complement : slot;
}

}  // namespace paravent::anonymise
