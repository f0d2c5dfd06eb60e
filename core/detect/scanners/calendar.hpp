// Names of months and number words, French and English, and what makes a date of day, month and year.
#pragma once

#include <cstddef>
#include <string_view>

#include "detect/scanners/view.hpp"

namespace paravent::detect::scanners {

enum class MonthLanguage { French, English, Both };

struct Month {
  unsigned number = 0;  // 0: none
  std::size_t end = 0;  // after the name and the stop of an abbreviation
  MonthLanguage language = MonthLanguage::French;
  bool doubtful = false;  // a lower-case English name that is also a word: "may", "march"
};

Month month_at(const View& text, std::size_t i);
Month month_before(const View& text, std::size_t end);  // the one that ends there; `end` is where it begins

bool is_day_of(unsigned day, unsigned month);
bool is_year(unsigned year);  // 1850 … 2149
// End of a year of four digits that stands after a blank (and, if allowed, a comma), or `i` itself.
std::size_t year_after(const View& text, std::size_t i, bool comma);
unsigned number_of(std::string_view digits);

// Where numbers that share the unit or month after the last one begin: "7, 8 et 9 novembre", and with ranges
// "12 au 14 mai", "12-13 mars", "12 et le lundi 15 mars" behind another "le" and week day. `digit` is where
// the last one starts; each is at most `most`.
std::size_t first_of_list(const View& text, std::size_t digit, unsigned most, bool ranges);

// A number in words that starts at `i`: "cinquante-deux", "twenty-first". Reads at most eight words.
struct WordNumber {
  unsigned value = 0;
  std::size_t end = 0;  // 0: none
  bool ordinal = false;
  unsigned words = 0;
};
WordNumber french_number_at(const View& text, std::size_t i);
WordNumber english_number_at(const View& text, std::size_t i);

}  // namespace paravent::detect::scanners
