#include "detect/scanners/given_name.hpp"

#include "detect/scanners/folded.hpp"
#include "knowledge/lexicon.hpp"

namespace paravent::detect::scanners {

bool ends_with_given_name(std::string_view lead) {
  const std::string_view word = last_word(lead);
  if (word.size() < 3) return false;
  constexpr unsigned frequent = 8;            // 4 096 births: "jules", "rose"
  constexpr unsigned most_frequent_word = 4;  // rarer than "grâce", "france"
  constexpr unsigned town = 3;                // 5 000 inhabitants: "à Florence 3 ans"
  const knowledge::Lexeme lexeme = knowledge::look_up(word);
  if (lexeme.given == 0 || lexeme.other || lexeme.place >= town) return false;
  const bool is_word = lexeme.word();
  return !is_word || (lexeme.given >= frequent && lexeme.frequency <= most_frequent_word);
}

}  // namespace paravent::detect::scanners
