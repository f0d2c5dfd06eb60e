#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "anonymise/describe.hpp"
#include "anonymise/reading.hpp"
#include "anonymise/zone.hpp"

namespace paravent::anonymise {
namespace {

struct SizeClass {
  std::uint32_t population;  // at least
  text::Wording words;
};
constexpr std::uint32_t smallest_town = 2'000;
constexpr std::array sizes{SizeClass{100'000, {"une grande ville", "a large city"}},
                           SizeClass{20'000, {"une ville moyenne", "a medium-sized town"}},
                           SizeClass{smallest_town, {"une petite ville", "a small town"}},
                           SizeClass{1, {"un village", "a village"}}};

std::optional<knowledge::Place> place_called(std::string_view name) {
  const std::vector<std::string> folded = folded_words(name);
  const std::vector<std::string_view> words(folded.begin(), folded.end());
  for (std::size_t nth = 0;; ++nth) {
    const auto phrase = knowledge::whole_phrase(words, nth);
    if (!phrase) return std::nullopt;
    if (phrase->kind == knowledge::PhraseKind::Place) return knowledge::place(*phrase);
  }
}

// "ville de l’Ouest", "town in the west of France", "British town": `noun` with where the place is. A town of
// a million would be known by it; and an English note may mean another than the French village of that name:
// Bangor.
std::string in_its_zone(std::string noun, const knowledge::Place& place, text::Language language) {
  constexpr std::uint32_t known_by_its_zone = 1'000'000;
  if (place.population >= known_by_its_zone) return noun;
  const bool english = language == text::Language::English;
  if (const text::Wording zone = zone_of(place.region); !zone.fr.empty()) {
    if (!english || place.population >= smallest_town) noun.append(" ").append(zone.in(language));
    return noun;
  }
  const std::string_view nation = english ? nation_of(place) : std::string_view();
  // "large British city"
  if (!nation.empty()) noun.insert(noun.rfind(' ') + 1, std::string(nation) + " ");
  return noun;
}

}  // namespace

NounPhrase describe_place(std::string_view name, text::Language language) {
  const std::optional<knowledge::Place> place = place_called(name);
  // A region is its own region.
  if (!place || place->country || place->region == place->name) return {};
  for (const SizeClass& size : sizes) {
    if (place->population < size.population) continue;
    NounPhrase out = noun_phrase(size.words.in(language), language);
    out.words = in_its_zone(std::move(out.words), *place, language);
    return out;
  }
  return {};
}

NounPhrase describe_area(std::string_view name, text::Language language) {
  const std::optional<knowledge::Place> place = place_called(name);
  if (!place) return {};
  constexpr text::Wording country{"un pays", "a country"};
  constexpr text::Wording region{"une région", "a region"};
  return noun_phrase((place->country ? country : region).in(language), language);
}

bool has_own_article(std::string_view name) {
  const std::optional<knowledge::Place> place = place_called(name);
  if (!place) return false;
  const std::vector<std::string> whole = folded_words(place->name);
  const std::vector<std::string> written = folded_words(name);
  return whole.size() > written.size() && (whole.front() == "le" || whole.front() == "les");
}

}  // namespace paravent::anonymise
