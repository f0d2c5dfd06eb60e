#include "anonymise/role_complement.hpp"

#include <array>

#include "anonymise/determiner.hpp"
#include "anonymise/kin.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::size_t longest_phrase = 12;  // words

bool is_tie(std::string_view written) {
  constexpr std::array<std::string_view, 15> ties{"de", "du", "des", "d",  "l",  "la",   "le",  "les",
                                                  "à",  "au", "aux", "en", "et", "chez", "pour"};
  return is_one_of(ties, written);
}

// Whether `word` may go on with what a role is of; a verb would say something of the one who has it.
bool is_nominal(std::string_view text, const Word& word, bool behind_tie) {
  if (is_tie(text.substr(word.begin, word.end - word.begin))) return true;
  const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
  if (lexeme.verb && !lexeme.adjective && !behind_tie) return false;
  return lexeme.noun || lexeme.adjective || lexeme.acronym || behind_tie;
}

// The name of a firm or a town, not that of someone else.
bool is_part_of_complement(const Note& note, std::size_t name, const Word& word, bool& person) {
  for (std::size_t i = name; i > 0 && note.masked()[i - 1]->range.end.value > word.begin; --i) {
    const detect::Finding& finding = *note.masked()[i - 1];
    if (finding.range.begin.value > word.begin) continue;
    person = finding.category != policy::Category::Org && finding.category != policy::Category::Loc;
    return true;
  }
  return false;
}

bool completes(const Note& note, std::size_t name, const RoleMention& role, const std::vector<Word>& words) {
  bool behind_tie = false;
  bool ends_with_noun = false;
  for (const Word& word : words) {
    if (word.begin < role.end) continue;
    bool person = false;
    const bool named = is_part_of_complement(note, name, word, person);
    if (person || (!named && !is_nominal(note.text(), word, behind_tie))) return false;
    behind_tie = !named && is_tie(note.text().substr(word.begin, word.end - word.begin));
    ends_with_noun = !behind_tie;
  }
  return ends_with_noun;
}

}  // namespace

bool is_completed(const Note& note, std::size_t name, const RoleMention& role, std::size_t end) {
  const std::vector<Word> words = words_back(note.text(), end, longest_phrase, role.end);
  return !words.empty() && role.end < words.front().begin && completes(note, name, role, words) &&
         next_word(note.text(), role.end)->begin == words.front().begin;
}

std::optional<RoleMention> role_with_complement(const Note& note, std::size_t name, std::size_t end) {
  const std::string_view text = note.text();
  const std::vector<Word> words = words_back(text, end, longest_phrase, 0);
  for (std::size_t i = words.size(); i > 1; --i) {
    if (determiner_of(words[i - 2].folded) == nullptr) continue;
    const std::size_t noun = skip_adjectives(text, words[i - 1].begin);
    auto role = role_at(text, noun);
    if (!role) role = kin_at(text, noun);
    if (!role) continue;
    if (role->end >= end || !completes(note, name, *role, words)) return std::nullopt;
    return role;
  }
  return std::nullopt;
}

}  // namespace paravent::anonymise
