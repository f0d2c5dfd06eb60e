// What stands before a role: "la", "son", "notre nouvelle", and what it says of the person's sex.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "anonymise/reading.hpp"

namespace paravent::anonymise {

struct Determiner {
  std::string_view word;
  knowledge::Sex sex;
};

// nullptr for a word that is none.
const Determiner* determiner_of(std::string_view folded);
bool is_possessive(std::string_view folded);

// Where the noun phrase of a role starts, behind its determiner: "la nouvelle DRH", "son ancien adjoint".
std::size_t skip_adjectives_back(std::string_view text, std::size_t noun);
// The same from the left: where the noun starts.
std::size_t skip_adjectives(std::string_view text, std::size_t at);
// The determiner of the noun that starts at `noun`, over its adjectives; nullptr when it has none.
const Determiner* determiner_before(std::string_view text, std::size_t noun);
// How many of `words` stand behind the last determiner among them and before them; 0 where there is none, as
// before most names: it spares the tables.
std::size_t words_behind_determiner(std::string_view text, const std::vector<Word>& words);

// What a determiner right before the role says: "mon" stands before masculine nouns, and before feminine ones
// that start with a vowel.
knowledge::Sex sex_of(const Determiner& determiner, const RoleMention& role);
// What an adjective says ("son ancienne DRH"), else the determiner.
knowledge::Sex sex_before(std::string_view text, const Determiner& determiner, const RoleMention& role);

}  // namespace paravent::anonymise
