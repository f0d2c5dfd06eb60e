// Parts of a postal address.
#pragma once

#include <cstddef>
#include <string_view>

#include "detect/scanners/view.hpp"

namespace paravent::detect::scanners {

// A French word for a kind of street that starts at `i`; `end` 0 if none. Plain ones ("place", "cours") are
// also common words and need a name with a capital.
struct StreetType {
  std::size_t end = 0;
  bool plain = false;
};
StreetType street_type_at(const View& text, std::size_t i);
std::size_t english_street_type_end(const View& text, std::size_t i);  // 0 if none; starts with a capital

// "10 Mark Hill" may be a number and a person: such a type needs more around it.
bool is_surname_too(const View& text, std::size_t begin, std::size_t end);

// The name that follows a street type, or the name of a town: words with a capital, the small words between
// them, numbers ("8 mai 1945"). Returns its end, or `i`.
struct NameRules {
  bool lower_case = false;  // words without a capital may be the name
  bool numbers = true;
  unsigned most_words = 8;
};
std::size_t name_end(const View& text, std::size_t i, NameRules rules);

// The end of "75002 Paris", "1003 Lausanne", "B-1000 Bruxelles", "LS1 4AB", "IL 62704", "Montréal QC H2X 1Y4"
// that follows at `i` after a comma, dash or blank; `i` if there is none.
std::size_t town_end(const View& text, std::size_t i, bool lower_case);
std::size_t english_town_end(const View& text, std::size_t i);  // the town first: "Leeds LS1 4AB"
std::size_t postcode_and_town_end(const View& text, std::size_t i, bool lower_case);  // right at `i`

}  // namespace paravent::detect::scanners
