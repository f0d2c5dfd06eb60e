#include "anonymise/determiner.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "anonymise/grammar.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::Sex;

constexpr std::array determiners{
    Determiner{"le", Sex::Masculine},  Determiner{"la", Sex::Feminine},    Determiner{"l", Sex::Unknown},
    Determiner{"un", Sex::Masculine},  Determiner{"une", Sex::Feminine},   Determiner{"ma", Sex::Feminine},
    Determiner{"sa", Sex::Feminine},   Determiner{"ta", Sex::Feminine},    Determiner{"mon", Sex::Unknown},
    Determiner{"son", Sex::Unknown},   Determiner{"ton", Sex::Unknown},    Determiner{"notre", Sex::Unknown},
    Determiner{"votre", Sex::Unknown}, Determiner{"leur", Sex::Unknown},   Determiner{"ce", Sex::Masculine},
    Determiner{"cet", Sex::Masculine}, Determiner{"cette", Sex::Feminine}, Determiner{"du", Sex::Masculine},
    Determiner{"au", Sex::Masculine}};

// Adjectives that stand between a determiner and a role.
bool stands_before_role(std::string_view folded) {
  constexpr std::array<std::string_view, 27> words{
      "nouveau",  "nouvel",    "nouvelle",   "ancien",   "ancienne",  "premier", "premiere",
      "second",   "seconde",   "deuxieme",   "jeune",    "futur",     "future",  "actuel",
      "actuelle", "precedent", "precedente", "autre",    "ex",        "tres",    "cher",
      "chere",    "bon",       "bonne",      "meilleur", "meilleure", "vieux"};
  return std::find(words.begin(), words.end(), folded) != words.end();
}

}  // namespace

bool is_possessive(std::string_view word) {
  constexpr std::array<std::string_view, 9> words{"mon", "ma",    "ton",   "ta",  "son",
                                                  "sa",  "notre", "votre", "leur"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

Sex sex_of(const Determiner& determiner, const RoleMention& role) {
  const std::string_view word = determiner.word;
  const bool before_consonant = !takes_elision(role.role.masculine);
  const bool masculine = (word == "mon" || word == "ton" || word == "son") && before_consonant;
  return masculine ? Sex::Masculine : determiner.sex;
}

const Determiner* determiner_of(std::string_view folded) {
  constexpr std::size_t longest = 5;  // no determiner has more letters: most words are told by that
  if (folded.size() > longest) return nullptr;
  const auto found = std::find_if(determiners.begin(), determiners.end(),
                                  [folded](const Determiner& row) { return row.word == folded; });
  return found == determiners.end() ? nullptr : &*found;
}

std::size_t skip_adjectives_back(std::string_view text, std::size_t noun) {
  for (;;) {
    const std::size_t end = text.substr(0, noun).ends_with('-') ? noun - 1 : skip_blanks_back(text, noun, 0);
    const std::optional<Word> word = end == noun ? std::nullopt : word_back(text, end, 0);
    if (!word || !stands_before_role(word->folded)) return noun;
    noun = word->begin;
  }
}

std::size_t skip_adjectives(std::string_view text, std::size_t at) {
  for (;;) {
    const std::optional<Word> word = word_from(text, at);
    if (!word || !stands_before_role(word->folded)) return at;
    const std::size_t next = word->end + (text.substr(word->end).starts_with('-') ? 1 : 0);
    at = next > word->end ? next : skip_blanks(text, next);
  }
}

const Determiner* determiner_before(std::string_view text, std::size_t noun) {
  noun = skip_adjectives_back(text, noun);
  std::size_t at = skip_blanks_back(text, noun, 0);
  if (at == noun && at > 0) at -= text::decode_before(text, at).size;  // l’infirmière
  const std::optional<Word> word = word_back(text, at, 0);
  return word ? determiner_of(word->folded) : nullptr;
}

std::size_t words_behind_determiner(std::string_view text, const std::vector<Word>& words) {
  for (std::size_t count = 1; count < words.size(); ++count) {
    const std::string_view before = words[words.size() - count - 1].folded;
    if (determiner_of(before) != nullptr || stands_before_role(before)) return count;
  }
  const bool before_all = !words.empty() && determiner_before(text, words.front().begin) != nullptr;
  return before_all ? words.size() : 0;
}

Sex sex_before(std::string_view text, const Determiner& determiner, const RoleMention& role) {
  const std::size_t begin = skip_adjectives_back(text, role.begin);
  if (begin == role.begin) return sex_of(determiner, role);
  const knowledge::Lexeme adjective = knowledge::look_up(word_from(text, begin)->folded);
  if (adjective.feminine != adjective.masculine) return adjective.feminine ? Sex::Feminine : Sex::Masculine;
  const bool tells = determiner.word != "mon" && determiner.word != "ton" && determiner.word != "son";
  return tells ? determiner.sex : Sex::Unknown;
}

}  // namespace paravent::anonymise
