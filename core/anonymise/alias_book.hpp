// Which alias stands for whom in one note: one alias an entity, letters in order of first need.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "anonymise/fictitious_names.hpp"
#include "anonymise/known_aliases.hpp"
#include "anonymise/note.hpp"
#include "anonymise/plan.hpp"

namespace paravent::anonymise {

class AliasBook {
 public:
  // Letters that stand in the note already, or among `known`, are not given again. In the style `fictitious`
  // people get names, in others letters, and what is known of another style does not count.
  AliasBook(const Note& note, const KnownAliases& known, policy::Style style);
  AliasBook(const Note& note, KnownAliases&& known, policy::Style style) = delete;  // it stays with its owner

  // "Personne A", "Lucie Vauremelle": the same for every mention of an entity, and for equal identifiers.
  const std::string& alias_of(const detect::Finding& finding);

  // The same, without giving one: nullptr for what has none yet.
  const std::string* given_to(const detect::Finding& finding) const;

  std::vector<Alias> take_new() { return std::move(new_); }

 private:
  bool gives_names(policy::Category category) const;
  void avoid_real_names();
  // What stands for whatever is written like that and is no entity yet.
  const std::string* standing_for(policy::Category category, const std::string& key) const;
  std::string next_free(policy::Category category, std::string_view canonical, knowledge::Sex sex);

  const Note& note_;
  const KnownAliases& known_;
  policy::Style style_;
  FictitiousNames names_;
  std::unordered_set<std::string> taken_;  // in this note, besides those that are known
  std::vector<std::string> by_entity_;     // empty before one is needed
  // What belongs to no entity, by how it is written; nothing where an entity has taken what was known.
  std::map<std::string, std::optional<std::string>> by_key_;
  std::map<std::string_view, std::size_t> next_;  // noun → index of the next letters to try
  std::vector<Alias> new_;
};

// The alias in one word, for tags and targets of links: "Personne-A".
std::string in_one_word(std::string_view alias);

}  // namespace paravent::anonymise
