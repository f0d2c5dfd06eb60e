// What ties a date to its sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "anonymise/note.hpp"

namespace paravent::anonymise {

enum class DateTie : std::uint8_t {
  Bare,    // Séance 2 – 12 mars; "du 12 au 15 mars", whose "du" belongs to the range
  Adverb,  // on se voit le 12 mars
  Object,  // depuis le 12 mars; le 12 mars convient
  Of,      // la séance du 12 mars
  To,      // reporté au 12 mars
};

struct DateLead {
  std::size_t begin = 0;  // what is redone starts here
  DateTie tie = DateTie::Bare;
  bool capital = false;
  bool stands = false;  // there are words to redo before the date
};

// Nothing before `floor` is read. English has only "the 5th of May", whose article goes.
DateLead date_lead_before(const Note& note, const detect::Finding& date, std::size_t floor);

// Whether `folded` is a week day of French or English.
bool is_week_day(std::string_view folded);

}  // namespace paravent::anonymise
