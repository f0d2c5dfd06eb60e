#include "risk/role_place.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace paravent::risk {
namespace {

using detect::Gap;
using detect::Gaps;
using detect::Token;
using detect::WordCue;

constexpr Gaps apposition{Gap::Comma, Gap::Open, Gap::Dash, Gap::Pipe, Gap::Colon, Gap::Slash};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_person(const Mark* mark) {
  return mark != nullptr && (mark->kind == Mark::Kind::Named || mark->kind == Mark::Kind::Alias);
}

// Where the words that belong to the role begin: its determiner, if it has one.
std::size_t begin_of(const NoteWords& words, const Sentence& sentence, const Mark& role) {
  const auto& tokens = words.tokens();
  const bool determined =
      role.first > sentence.first && words.is_joined(role.first) &&
      (tokens[role.first - 1].cues.has(WordCue::Determiner) ||
       tokens[role.first - 1].cues.has(WordCue::Possessive) || words.form(role.first - 1) == "a");
  return determined ? role.first - 1 : role.first;
}

bool is_plural(std::string_view determiner) {
  constexpr std::array<std::string_view, 17> words{
      "les", "des",  "mes",   "tes",   "ses",   "nos",       "vos",      "leurs", "ces",
      "aux", "deux", "trois", "these", "those", "plusieurs", "quelques", "chaque"};
  return is_one_of(words, determiner);
}

bool says_what_someone_is(std::string_view word) {
  constexpr std::array<std::string_view, 27> words{
      "est",    "etait",  "sera",  "devient",   "devenu",       "devenue", "comme",    "nomme",  "nommee",
      "promu",  "promue", "reste", "poste",     "fonction",     "metier",  "is",       "was",    "becomes",
      "became", "as",     "works", "travaille", "actuellement", "ancien",  "ancienne", "former", "currently"};
  return is_one_of(words, word);
}

// "est une DRH", "works as the HR director": within few words before, on the same clause.
bool is_predicate(const NoteWords& words, std::size_t floor, std::size_t begin) {
  constexpr std::size_t most = 4;
  for (std::size_t steps = 0; begin > floor && steps < most && words.is_joined(begin); ++steps) {
    --begin;
    if (says_what_someone_is(words.form(begin))) return true;
  }
  return false;
}

// A bare role is one only where a clause or an apposition begins, or behind what says so: "en général" is
// none.
bool may_be_bare(const NoteWords& words, const Sentence& sentence, const Mark& role) {
  if (role.first == sentence.first) return true;
  if (!words.is_joined(role.first)) return true;
  constexpr std::array<std::string_view, 8> links{"suis", "de", "d", "ex", "jeune", "of", "the", "et"};
  const std::string_view before = words.form(role.first - 1);
  return says_what_someone_is(before) || is_one_of(links, before);
}

}  // namespace

RolePlace place_of_role(const NoteWords& words, const Sentence& sentence, const Mark& role,
                        const Mark* previous, const Mark* next) {
  const auto& tokens = words.tokens();
  const std::size_t begin = begin_of(words, sentence, role);
  const bool determined = begin < role.first;
  if (determined && is_plural(words.form(begin))) return RolePlace::Nobody;
  const bool follows = is_person(next) && next->first <= role.last + 1;
  const bool civility_between =
      follows && next->first == role.last + 1 &&
      (tokens[role.last].cues.has(WordCue::Civility) || tokens[role.last].cues.has(WordCue::Title));
  if (follows && (next->first == role.last || civility_between)) {
    const Token& behind = tokens[role.last];
    const bool list = behind.gap.has(Gap::Comma) && is_person(previous) && previous->last == begin;
    if (!list && (words.is_joined(role.last) ||
                  (behind.gap.has_any(apposition) && (determined || behind.gap.has(Gap::Colon))))) {
      return RolePlace::OfNext;
    }
  }
  const bool behind_person = is_person(previous) && previous->last == begin;
  if (behind_person && tokens[begin].gap.has_any(apposition)) return RolePlace::OfPrevious;
  const std::size_t floor = is_person(previous) ? previous->last : sentence.first;
  if (is_predicate(words, floor, begin)) return RolePlace::OfTopic;
  if (determined) return RolePlace::Other;
  return may_be_bare(words, sentence, role) ? RolePlace::OfTopic : RolePlace::Nobody;
}

}  // namespace paravent::risk
