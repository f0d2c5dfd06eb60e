// The words of one block, as the look-up of phrases and their surroundings reads them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "detect/token.hpp"
#include "knowledge/sensitive.hpp"

namespace paravent::detect::sensitive {

// A phrase of the table in a block: the tokens [first, last).
struct Match {
  std::size_t first = 0;
  std::size_t last = 0;
  knowledge::SensitivePhrase phrase;
};

class Words {
 public:
  // The tokens [first, last) are a block.
  Words(const Tokens& tokens, std::size_t first, std::size_t last);

  std::size_t first() const { return first_; }
  std::size_t last() const { return last_; }
  const Token& at(std::size_t i) const { return tokens_.all[i]; }
  std::string_view form(std::size_t i) const { return tokens_.form(i); }

  // The longest phrase at `at` with one of the uses; not one of the block's other language, unless it is
  // Sure, and no name that reads like one.
  std::optional<Match> match(std::size_t at, knowledge::SensitiveUses uses) const;
  // One that ends right before `end`; the longest.
  std::optional<Match> match_before(std::size_t end, knowledge::SensitiveUses uses) const;

  // Whether the phrase has the order of words of English here.
  bool reads_as_english(const knowledge::SensitivePhrase& phrase) const;

  // "in a hospice"; the same letter is a verb in French.
  bool is_english_article(std::size_t i) const;

  // Where the sentence around `at` begins and ends, looking no further than `most` tokens.
  std::size_t sentence_begin(std::size_t at, std::size_t most) const;
  std::size_t sentence_end(std::size_t at, std::size_t most) const;

 private:
  std::optional<Match> match_within(std::size_t at, std::size_t end, knowledge::SensitiveUses uses) const;
  bool is_behind_civility(std::size_t i) const;
  bool is_in_a_name(const Match& match) const;
  bool reads_as_name(const Match& match) const;
  bool is_meant(const Match& match) const;
  bool is_foreign(const knowledge::SensitivePhrase& phrase) const;

  const Tokens& tokens_;
  std::size_t first_;
  std::size_t last_;
  std::optional<text::Language> language_;  // if the block says which
};

// A word that joins others and says nothing: "de la", "pour sa", "with the".
bool is_link(const Token& token);

}  // namespace paravent::detect::sensitive
