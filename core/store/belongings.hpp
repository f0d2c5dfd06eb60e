// What in a folder belongs to a person besides her own entry, judged by the words of her names: the handles
// made of them (“brunelle.tarvic@…”, “@btarvic”, “clients/brunelle-tarvic”), and her names in a text.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/entry.hpp"
#include "text/offsets.hpp"

namespace paravent::store {

// A word that somebody else in the folder bears as well tells of nobody by itself.
class NamesOf {
 public:
  NamesOf(const Entry& person, const std::vector<Entry>& folder);

  // Another entry of the folder is hers. A given name alone is not: it may be somebody of whom no more is
  // known.
  bool own(const Entry& entry) const;
  // Nothing but her name, whole or by words that nobody else bears.
  bool own_name(std::string_view name) const;
  // Where a text has her name whole; what it has of words that nobody else bears, too. In a note only those
  // count that are written as names are: “rose” may be a colour there. What was replaced was found to tell of
  // somebody, however it is written.
  enum class Words : bool { AsNames, InAnyCase };
  std::vector<text::ByteRange> whole_in(std::string_view text) const;
  std::vector<text::ByteRange> any_in(std::string_view text, Words which) const;

 private:
  using Name = std::vector<std::string>;
  bool is_handle(std::string_view part) const;
  bool is_glued(const std::string& word) const;
  bool is_initial(const std::string& word) const;

  std::vector<Name> full_;           // names of several words
  std::set<std::string> words_;      // of all her names
  std::set<std::string> lone_;       // those that nobody else bears
  std::set<std::string> of_others_;  // “ptarvic”: handles that somebody else would have
  std::set<std::string> surnames_;   // the last words of her full names
};

}  // namespace paravent::store
