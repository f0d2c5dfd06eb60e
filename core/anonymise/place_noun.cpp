#include "anonymise/place_noun.hpp"

#include <array>

namespace paravent::anonymise {
namespace {

struct PlaceNoun {
  std::string_view word;
  bool itself;
  bool town;
};
constexpr std::array nouns{PlaceNoun{"ville", true, true},     PlaceNoun{"village", true, true},
                           PlaceNoun{"commune", true, true},   PlaceNoun{"bourg", true, true},
                           PlaceNoun{"bourgade", true, true},  PlaceNoun{"hameau", true, false},
                           PlaceNoun{"quartier", true, false}, PlaceNoun{"vallee", true, false},
                           PlaceNoun{"ile", true, false},      PlaceNoun{"station", true, false},
                           PlaceNoun{"canton", true, false},   PlaceNoun{"departement", true, false},
                           PlaceNoun{"region", false, false},  PlaceNoun{"banlieue", false, false}};

const PlaceNoun* find(std::string_view folded) {
  for (const PlaceNoun& row : nouns) {
    if (row.word == folded) return &row;
  }
  return nullptr;
}

}  // namespace

bool is_kind_of_place(std::string_view folded) {
  return find(folded) != nullptr;
}

bool is_place_itself(std::string_view folded) {
  const PlaceNoun* noun = find(folded);
  return noun != nullptr && noun->itself;
}

bool is_town_noun(std::string_view folded) {
  const PlaceNoun* noun = find(folded);
  return noun != nullptr && noun->town;
}

}  // namespace paravent::anonymise
