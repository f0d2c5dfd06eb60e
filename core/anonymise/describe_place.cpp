#include <array>
#include <optional>
#include <string>
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
constexpr std::array sizes{SizeClass{100'000, {"une grande ville", "a large city"}},
                           SizeClass{20'000, {"une ville moyenne", "a medium-sized town"}},
                           SizeClass{2'000, {"une petite ville", "a small town"}},
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

// " de l’Ouest". A town of a million would be known by it.
std::string where(const knowledge::Place& place) {
  constexpr std::uint32_t known_by_its_zone = 1'000'000;
  const std::string_view zone = zone_of(place.region);
  if (zone.empty() || place.population >= known_by_its_zone) return {};
  return std::string(" ").append(zone);
}

}  // namespace

NounPhrase describe_place(std::string_view name, text::Language language) {
  const std::optional<knowledge::Place> place = place_called(name);
  // A region is its own region.
  if (!place || place->country || place->region == place->name) return {};
  for (const SizeClass& size : sizes) {
    if (place->population < size.population) continue;
    NounPhrase out = noun_phrase(size.words.in(language), language);
    if (language == text::Language::French) out.words += where(*place);
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
