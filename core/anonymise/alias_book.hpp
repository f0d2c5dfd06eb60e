// Which alias stands for whom in one note: one alias an entity, letters in order of first need.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "anonymise/note.hpp"
#include "anonymise/plan.hpp"

namespace paravent::anonymise {

class AliasBook {
 public:
  // Letters that stand in the note already, or among `known`, are not given again.
  AliasBook(const Note& note, const std::vector<Alias>& known);

  // "Personne A": the same for every mention of an entity, and for equal identifiers.
  const std::string& alias_of(const detect::Finding& finding);

  // The same, without giving one: nullptr for what has none yet.
  const std::string* given_to(const detect::Finding& finding) const;

  std::vector<Alias> take_new() { return std::move(new_); }

 private:
  std::string next_free(policy::Category category, std::string_view canonical);

  const Note& note_;
  std::unordered_set<std::string> taken_;
  std::vector<std::string> by_entity_;            // empty before one is needed
  std::map<std::string, std::string> by_key_;     // what belongs to no entity, by how it is written
  std::map<std::string_view, std::size_t> next_;  // noun → index of the next letters to try
  std::vector<Alias> new_;
};

// The alias in one word, for tags and targets of links: "Personne-A".
std::string in_one_word(std::string_view alias);

}  // namespace paravent::anonymise
