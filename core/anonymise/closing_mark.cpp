#include "anonymise/closing_mark.hpp"

#include <algorithm>
#include <array>

#include "anonymise/describe_person.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {

using policy::Category;

bool takes_closing_comma(const Note& note, const NameSpan& name, std::size_t behind_comma) {
  const std::string_view text = note.text();
  const std::size_t next = skip_blanks(text, behind_comma);
  if (next >= text.size() || text::is_digit(text::decode_at(text, next).value)) return false;
  for (std::size_t i = name.index + 1; i < note.masked().size() && i <= name.index + 2; ++i) {
    const detect::Finding& finding = *note.masked()[i];
    if (finding.range.begin.value == next && finding.category != Category::Person) return false;
  }
  if (note.at_sentence_start(name.begin)) return true;
  const Lead lead = lead_before(text, name.begin, 0);
  constexpr std::array<std::string_view, 4> conjunctions{"que", "lorsque", "puisque", "quoique"};
  if (std::find(conjunctions.begin(), conjunctions.end(), lead.word) != conjunctions.end()) return true;
  const std::size_t left = skip_blanks_back(text, name.begin, 0);
  return left > 0 && text[left - 1] == ',';
}

std::size_t comma_further_on(const Note& note, const NameSpan& name, std::size_t at) {
  constexpr std::size_t longest_complement = 60;
  const std::string_view rest = note.text().substr(at, longest_complement);
  const std::size_t stop = rest.find_first_of(",.;:!?()[]|\"\r\n");
  if (stop == std::string_view::npos || rest[stop] != ',') return nobody;
  if (rest.substr(0, stop).find(" et ") != std::string_view::npos) return nobody;
  for (std::size_t i = name.index + 1; i < note.masked().size() && i <= name.index + 4; ++i) {
    const detect::Finding& finding = *note.masked()[i];
    if (finding.category == Category::Person && finding.range.begin.value < at + stop) return nobody;
  }
  return takes_closing_comma(note, name, at + stop + 1) ? at + stop : nobody;
}

std::size_t behind_closing_dash(std::string_view text, const text::Codepoint& opening, std::size_t end) {
  const std::size_t mark = skip_blanks(text, end);
  const text::Codepoint c = text::decode_at(text, mark);
  const std::size_t behind = mark + c.size;
  const bool closes =
      mark > end && c.size != 0 && c.value == opening.value && skip_blanks(text, behind) > behind;
  return closes ? behind : end;
}

}  // namespace paravent::anonymise
