#include "anonymise/left_context.hpp"

#include <algorithm>
#include <array>

#include "anonymise/reading.hpp"
#include "detect/cue_words.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// Verbs and participles that are followed by a name as such.
constexpr std::array<std::string_view, 12> naming{"appelle",  "appelait",  "nomme",    "nommee",
                                                  "prenomme", "prenommee", "surnomme", "surnommee",
                                                  "dit",      "dite",      "signe",    "signee"};

bool bars(detect::WordCues cues) {
  using detect::WordCue;
  for (const WordCue cue : {WordCue::Determiner, WordCue::Possessive, WordCue::Greeting, WordCue::OrgNoun,
                            WordCue::PlaceNoun, WordCue::ProjectNoun, WordCue::Kin, WordCue::PersonRole,
                            WordCue::Civility, WordCue::Title, WordCue::FamilyOf, WordCue::SignOff}) {
    if (cues.has(cue)) return true;
  }
  return false;
}

}  // namespace

bool takes_noun_phrase(std::string_view text, std::size_t at, text::Language language) {
  const std::size_t end = skip_blanks_back(text, at, 0);
  const std::vector<Word> before = words_back(text, end, 1, 0);
  if (before.empty()) {
    // Glued to a hyphen or an apostrophe that is not redone, or at a border: start, comma, bracket, quote.
    const char32_t c = text::decode_before(text, at).value;
    return c != U'-' && c != U'\'' && c != U'’' && c != U'/' && c != U'&';
  }
  if (end == at) return false;
  const std::string& word = before.back().folded;
  if (std::find(naming.begin(), naming.end(), word) != naming.end()) return false;
  const detect::WordCues cues = detect::cues_of(word);
  if (bars(cues)) return false;
  // The tables know no word classes of English; it puts the noun behind the name ("the LVMH group").
  if (language == text::Language::English) return true;
  const knowledge::Lexeme lexeme = knowledge::look_up(word);
  return lexeme.verb || lexeme.other;
}

}  // namespace paravent::anonymise
