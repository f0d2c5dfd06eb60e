// Reads the few words beside a name: what governs it, which role they name.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/phrases.hpp"
#include "text/language.hpp"

namespace paravent::anonymise {

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string folded;
};

// The word that starts, or ends, at `at`, if one does.
std::optional<Word> word_from(std::string_view text, std::size_t at);
std::optional<Word> word_back(std::string_view text, std::size_t at, std::size_t floor);
// The one behind a word that ends at `end`, if nothing but one blank, hyphen, apostrophe or plus is between.
std::optional<Word> next_word(std::string_view text, std::size_t end);

// Up to `count` words from `at` on, or those that end at `at`, nearest last, joined as next_word() says.
std::vector<Word> words_from(std::string_view text, std::size_t at, std::size_t count);
std::vector<Word> words_back(std::string_view text, std::size_t at, std::size_t count, std::size_t floor);

// All words of a name, folded, whatever stands between them.
std::vector<std::string> folded_words(std::string_view name);

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’';
}

std::size_t skip_blanks(std::string_view text, std::size_t at);
std::size_t skip_blanks_back(std::string_view text, std::size_t at, std::size_t floor);

// What governs a name: "d’", "de la", "au", "qu’", "chez". Resolved to its plain word and whether a definite
// article stood there: "du" is {"de", article}, "l’" {"", article}.
struct Lead {
  std::size_t begin = 0;  // where it starts; the name follows it
  std::string_view word;  // "de", "à", "que", "chez"; empty when there is none
  bool article = false;
  bool plural = false;   // les, des, aux
  bool elided = false;   // written with an apostrophe
  bool capital = false;  // "D’Ilyès", "La Maif"
  bool stands = false;   // there is any lead at all
};
// `floor` is as far back as may be read. Only French has leads that change.
// Marks of emphasis between them do not count: "de **Claire**".
Lead lead_before(std::string_view text, std::size_t at, std::size_t floor);

// A role of the tables as it stands in the text.
struct RoleMention {
  knowledge::Role role;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool feminine_form = false;   // only the feminine is written so
  bool masculine_form = false;  // only the masculine
  bool kin = false;             // family or a friend, of kin.hpp
};
std::optional<RoleMention> role_at(std::string_view text, std::size_t at);
std::optional<RoleMention> role_ending_at(std::string_view text, std::size_t end, std::size_t floor);
// The same where its words are read already, longest_role of them at most; it has `fewest` or more.
inline constexpr std::size_t longest_role = 8;
std::optional<RoleMention> role_at_end_of(const std::vector<Word>& words, std::size_t fewest);

// The civility right before `at` ("Mme ", "M. "), if any: where it starts, and what it says of the person.
struct Civility {
  std::size_t begin = 0;
  knowledge::Sex sex = knowledge::Sex::Unknown;  // unknown: a title such as Dr
};
std::optional<Civility> civility_before(std::string_view text, std::size_t at, std::size_t floor);

}  // namespace paravent::anonymise
