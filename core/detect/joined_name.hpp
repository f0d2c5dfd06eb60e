// Names written as one word: "ClaireDupont", and what logins and file names make of a name of the note.
#pragma once

#include <cstddef>
#include <string_view>

#include "knowledge/lexicon.hpp"

namespace paravent::detect {

// Whether a word with capitals inside reads as a given name and a surname. "LinkedIn" does not.
bool is_joined_name(std::string_view word);

// Whether two words that are joined as in the name of a file read as a given name and a surname:
// "claire_dupont", not "rose_bonbon" or "max_value".
bool reads_as_name(const knowledge::Lexeme& given, const knowledge::Lexeme& surname);
// The same of words that a hyphen or a dot joins, as these join words of a sentence: a surname that is a word
// must be one of the most frequent ones. "sophie-marchand", not "sophie-bilan".
bool reads_as_glued_name(const knowledge::Lexeme& given, const knowledge::Lexeme& surname);

// The forms that a name takes as one word, each as its two halves: "clairedupont", "dupontclaire", "cdupont",
// "dupontc". None that is too short to tell.
inline constexpr std::size_t shortest_joined = 5;
inline constexpr std::size_t longest_joined = 48;
template <class Use>
void for_each_joined_form(std::string_view given, std::string_view surname, Use use) {
  if (given.empty() || surname.empty() || given.size() + surname.size() > longest_joined) return;
  const auto add = [&](std::string_view first, std::string_view second) {
    if (first.size() + second.size() >= shortest_joined) use(first, second);
  };
  add(given, surname);
  add(surname, given);
  if (given.size() == 1) return;
  add(given.substr(0, 1), surname);
  add(surname, given.substr(0, 1));
}

}  // namespace paravent::detect
