// Names that may stand for real ones: invented surnames, which no real person is known to bear, and usual
// given names; and of which origin a real name sounds. An origin is a key of the tables ("breton").
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "knowledge/lexicon.hpp"

namespace paravent::knowledge {

struct FictitiousName {
  std::string_view name;  // "Vauremelle"
  std::string_view origin;
  Sex sex = Sex::Unknown;  // of a given name
};

// The rows of the tables, by number.
std::size_t fictitious_surname_count() noexcept;
FictitiousName fictitious_surname(std::size_t at) noexcept;
std::size_t fictitious_given_name_count() noexcept;
FictitiousName fictitious_given_name(std::size_t at) noexcept;

enum class NamePart : std::uint8_t { Given, Surname };
enum class NameEnd : std::uint8_t { Start, End, Whole };

// How far a word of a name tells its origin: none for most French names, and for what no rule knows.
struct NameOrigin {
  std::string_view origin;
  std::size_t strength = 0;  // the more letters fit the stronger; a whole word is the strongest
};
NameOrigin name_origin(std::string_view folded, NamePart part) noexcept;

}  // namespace paravent::knowledge
