// Reads aliases as people and AIs write them: "Personne A", "les Personnes A, B et C", "**Personne** **A**",
// "#personne-a", "PERSONNE A", "Person A’s", with the letter on the next line.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/category.hpp"

namespace paravent::anonymise {

// The noun of an alias. Categories that share a noun are one: Category::Id stands for all numbers.
struct AliasNounForm {
  std::string_view folded;
  policy::Category category;
  bool french = false;  // "date" and "age" are both
  bool english = false;
  bool plural = false;
};
const AliasNounForm* alias_noun_form(std::string_view folded);
// The category that stands for all with this one's noun.
policy::Category noun_category(policy::Category category);

struct AliasItem {
  std::string letters;      // in capitals: "A", "AB2"
  std::string_view marks;   // "**" around the letter, or around the noun, alone
  std::string_view joiner;  // what stands between it and the item before: ", ", " et "
};

struct WrittenAlias {
  std::size_t begin = 0;
  std::size_t end = 0;
  const AliasNounForm* noun = nullptr;
  std::string_view joint;        // between noun and letter: " ", "-", "_", "%20"
  bool reserved = false;         // written with capitals as aliases are: it is one, known or not
  bool lower = false;            // "#personne-a"
  bool broken = false;           // "Personnes A à C", "PERSONNE A DIT": who is meant cannot be told
  std::vector<AliasItem> items;  // one, or those of a list
};

// Whether an alias of this noun has these letters.
using IsKnown = std::function<bool(const AliasNounForm&, const std::string& letters)>;

// The alias whose noun starts at `at`, a place where a word starts. A list goes on behind a singular noun
// only over letters that are known.
std::optional<WrittenAlias> alias_written_at(std::string_view text, std::size_t at, const IsKnown& is_known);

}  // namespace paravent::anonymise
