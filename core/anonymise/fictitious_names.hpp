// Which invented name a person gets: of the same sex, of an origin that sounds the same, and nobody else's in
// the note.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "detect/form_table.hpp"
#include "knowledge/lexicon.hpp"

namespace paravent::anonymise {

class FictitiousNames {
 public:
  // No word of these becomes a part of a name that is given.
  void avoid(std::string_view words);

  // "Lucie Vauremelle" for "Claire Dupont"; the surname is never given twice. Without a given name only where
  // a note has used them all. `sex` decides over what the given name says.
  std::string next(std::string_view real_name, knowledge::Sex sex);

 private:
  // Rows of a table that fit alike, and how many of them were tried.
  struct Rows {
    std::vector<std::size_t> all;
    std::size_t tried = 0;
  };

  std::string surname(std::string_view origin);
  std::string_view single_surname(std::string_view origin);
  std::string_view given_name(std::string_view origin, knowledge::Sex sex);
  std::string_view given_among(std::string_view origin, knowledge::Sex sex);

  detect::FormTable forms_;
  std::unordered_set<std::string> avoided_;  // folded words
  std::map<std::string_view, Rows> surnames_;
  std::map<std::pair<std::string_view, knowledge::Sex>, Rows> given_names_;
  std::size_t pairs_ = 0;  // surnames of two words given so far
};

}  // namespace paravent::anonymise
