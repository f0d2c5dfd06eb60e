// The definite article that French puts before a name, or does not: Danone, la Maif, le CHU, les Galeries.
#pragma once

#include <cstdint>

namespace paravent::anonymise {

enum class OwnArticle : std::uint8_t {
  Unknown,    // the note did not say
  None,       // Danone, Nantes
  Masculine,  // le CHU, l’Urssaf: what is elided needs no gender
  Feminine,   // la Maif
  Plural,     // les Sables
};

}  // namespace paravent::anonymise
