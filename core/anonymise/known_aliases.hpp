// The aliases that have been given in a client folder, as plan() looks them up. There may be tens of
// thousands, and a note has a few dozen names: they are added once, not once a note.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "anonymise/own_article.hpp"
#include "policy/category.hpp"

namespace paravent::anonymise {

// What stands for an entity. Aliases are reserved: the tagger knows them and never takes them for names.
struct Alias {
  policy::Category category = policy::Category::Person;
  std::string alias;                         // "Personne A"
  std::string canonical;                     // "Claire Dupont"
  OwnArticle article = OwnArticle::Unknown;  // that the name has in the note: "la Maif"
};

class KnownAliases {
 public:
  // Where two stand for one name, the one whose turn comes first is given again.
  using Turn = std::array<std::size_t, 3>;

  KnownAliases() = default;
  // In their order.
  KnownAliases(const std::vector<Alias>& aliases);

  // Never given again from now on. Without a canonical form it stands for nobody.
  void add(const Alias& alias, const Turn& turn);
  // It does not go by that name any more, which it did in that turn; it stays given.
  void withdraw(const Alias& alias, const Turn& turn);

  bool is_given(const std::string& alias) const { return given_.contains(alias); }
  // All that were given, and all canonical forms.
  const std::unordered_set<std::string>& given() const { return given_; }
  std::vector<std::string_view> canonicals() const;
  // What stands for a thing that is written like that, in letters or as an invented name; nullptr where
  // nothing does.
  const std::string* find(const std::string& key, bool invented) const;
  // The first letters of a category that may be free: all before them are given.
  std::size_t first_letters(policy::Category category) const;

 private:
  struct Standing {
    Turn turn{};
    std::string alias;
    std::string canonical;
  };
  using ByKey = std::unordered_map<std::string, std::vector<Standing>>;

  void skip_given(policy::Category category);

  std::unordered_set<std::string> given_;
  ByKey letters_;
  ByKey invented_;
  std::map<std::string_view, std::size_t> next_;  // by noun
};

// Two writings of one thing have one key: case, accents and outer blanks do not count, nor the blanks and
// dots inside a number. The noun of the alias keeps a phone and an IBAN of the same digits apart.
std::string key_of(policy::Category category, std::string_view written);

// Whether letters can be given that nobody has in either language: an AI translates "Personne A" to
// "Person A", and the two never stand for two people of one folder.
bool may_give_letters(policy::Category category, std::size_t index, const KnownAliases& known);

}  // namespace paravent::anonymise
