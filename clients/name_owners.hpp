// Who of a folder goes by a form, and who bears a word: what one name alone can mean.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/entry.hpp"

namespace paravent::clients {

bool has_several_words(std::string_view name);
// Every form that names the person whole: another note may have another of them.
std::vector<std::string> full_names_of(const store::Entry& person);

class NameOwners {
 public:
  // The entry at that place is new or has changed. Gives the places for which something else holds now.
  std::set<std::size_t> put(std::size_t place, const store::Entry& entry);

  // No other entry of that category and style goes by a form of this one.
  bool means_one(const store::Entry& entry, std::string_view form) const;
  // Words that several full names of a person share, and nobody else’s: read alone, such a word could stand
  // for either name, and for no other person.
  std::vector<std::string> shared_words(const store::Entry& person) const;

 private:
  std::unordered_map<std::string, std::set<std::size_t>> owners_;  // by key
  std::vector<std::set<std::string>> keys_;                        // by place
};

}  // namespace paravent::clients
