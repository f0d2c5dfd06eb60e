#include "anonymise/age.hpp"

#include "anonymise/reading.hpp"

namespace paravent::anonymise {

std::size_t age_end(const Note& note, const detect::Finding& age) {
  const std::size_t end = age.range.end.value;
  const std::string_view written = note.surface(age);
  if (written.find_first_not_of("0123456789") != std::string_view::npos) return end;
  const std::vector<Word> unit = words_from(note.text(), skip_blanks(note.text(), end), 1);
  return !unit.empty() && unit.front().folded == "ans" ? unit.front().end : end;
}

}  // namespace paravent::anonymise
