// What somebody is in English: a role of the tables, or family and friends, with the words that belong to it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "anonymise/note.hpp"

namespace paravent::anonymise {

struct EnglishRole {
  enum class Determiner {
    None,
    Indefinite,  // a, an
    Definite,    // the
    Pronoun,     // her, my: it can be said again anywhere
    Other,       // Ann’s, this
  };
  std::size_t begin = 0;  // of the determiner, or of the first word where there is none
  std::size_t words = 0;  // of what stands before the noun: "new", "regional"
  std::size_t noun = 0;
  std::size_t noun_end = 0;
  std::size_t end = 0;  // with "of sales"
  Determiner determiner = Determiner::None;
  bool kin = false;
};

// The role that starts at `at`, none of it behind `limit`, and before a mark or a preposition.
std::optional<EnglishRole> english_role_at(std::string_view text, std::size_t at, std::size_t limit);

// Where what several people are ends that starts at `at`: "retired teachers", "brothers".
std::optional<std::size_t> english_roles_end(std::string_view text, std::size_t at);

// The role that ends at `end`.
std::optional<EnglishRole> english_role_ending_at(std::string_view text, std::size_t end, std::size_t floor);

}  // namespace paravent::anonymise
