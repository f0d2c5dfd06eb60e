// What the tables know of one word. One look-up in one static hash, keyed by the folded form (text::fold).
// No list decides alone: these are features for the tagger. One word in 65 536 that no table holds is taken
// for one. Names and words with a hyphen or an apostrophe are known whole ("jean-pierre", "aujourd'hui"); of
// names, each part is known too, particles apart (le, de, van, ben …).
#pragma once

#include <cstdint>
#include <string_view>

namespace paravent::knowledge {

enum class Sex : std::uint8_t { Unknown, Feminine, Masculine, Either };

struct Lexeme {
  std::uint8_t given =
      0;  // given name: 0 no; 1 foreign lists or <64 births … 15 most frequent (⌊log2 births⌋ − 4, clamped)
  std::uint8_t surname = 0;  // surname: 0 no; 1 Wikidata or foreign only, 2 any INSEE, 3 >50 births, 4 >100,
                             // 5 >500, 6 rank ≤ 5 000, 7 rank ≤ 500
  std::uint8_t place = 0;  // place name of one word: 0 no; 1 <1 000 inhabitants, 2 <5 000, 3 <20 000, 4 <100
                           // 000, 5 ≥100 000, 6 country/region
  std::uint8_t frequency =
      0;                     // French frequency rank band: 0 unranked; 1 rare … 7 among the 200 most frequent
  std::uint8_t english = 0;  // English word: 0 no; 1 SCOWL size 40 or 50, 2 size 20 or 35, 3 size 10, the
                             // most common
  Sex sex = Sex::Unknown;    // of the given name
  bool noun = false;         // French word classes
  bool adjective = false;
  bool verb = false;      // any verb form
  bool other = false;     // any other French word (function words, adverbs, interjections)
  bool feminine = false;  // gender of the noun or adjective form (both set: epicene)
  bool masculine = false;
  bool plural = false;
  bool starts_phrase = false;  // some phrase of two or more words starts with it (see phrases.hpp)
  bool demonym = false;        // nationality or inhabitants
  bool acronym = false;        // a common two- to five-letter acronym of working life (RH, DRH, CV, QVT …)
  bool sensitive = false;      // some phrase of special categories of data starts with it (see sensitive.hpp)
  bool fictitious_given = false;    // may stand for a real name before a surname of ours (see fictitious.hpp)
  bool fictitious_surname = false;  // a surname of ours, which nobody bears

  bool french_word() const { return noun || adjective || verb || other; }
  bool word() const { return french_word() || english > 0; }  // of either language
  bool known() const { return given || surname || place || word(); }
};

// All-zero when the form is in no table.
Lexeme look_up(std::string_view folded) noexcept;

}  // namespace paravent::knowledge
