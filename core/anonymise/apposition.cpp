#include "anonymise/apposition.hpp"

#include "anonymise/age.hpp"
#include "anonymise/apposed_role.hpp"
#include "anonymise/closing_mark.hpp"
#include "anonymise/determiner.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(std::min(at, text.size()), what.size()) == what;
}

std::size_t skip_blanks_on_line(std::string_view text, std::size_t at) {
  const std::size_t found = text.find_first_not_of(" \t*_", at);
  return found == std::string_view::npos ? text.size() : found;
}

// The firm behind a role: "chez LVMH", "de la Maif", "à l’ESSEC", or nothing between. Moves `end` behind it.
std::size_t employer_behind(const Note& note, std::size_t index, std::size_t role_end, std::size_t& end) {
  if (index >= note.masked().size()) return nobody;
  const detect::Finding& firm = *note.masked()[index];
  if (firm.category != Category::Org) return nobody;
  const std::size_t begin = firm.range.begin.value;
  const std::size_t behind_role = skip_blanks(note.text(), role_end);
  const Lead lead = lead_before(note.text(), begin, role_end);
  const bool led = lead.stands && lead.begin == behind_role &&
                   (lead.word == "chez" || lead.word == "de" || lead.word == "à" || lead.word == "dans");
  if (!led && begin != behind_role) return nobody;
  end = firm.range.end.value;
  return index;
}

// An age between name and role: "Claire Dupont, 52 ans, DRH". Returns where the role is to be looked for.
std::size_t behind_age(const Note& note, const NameSpan& name, std::size_t at, Introduction& out) {
  if (name.index + 1 >= note.masked().size()) return at;
  const detect::Finding& age = *note.masked()[name.index + 1];
  if (age.category != Category::Age || age.range.begin.value != at) return at;
  const std::size_t comma = skip_blanks(note.text(), age_end(note, age));
  if (!starts_with(note.text(), comma, ",")) return at;
  out.age = name.index + 1;
  return skip_blanks(note.text(), comma + 1);
}

// "(DRH, 52 ans)": an age behind the role, before the parenthesis closes.
void age_behind(const Note& note, std::size_t index, Introduction& out) {
  const std::size_t comma = skip_blanks(note.text(), out.end);
  if (index >= note.masked().size() || !starts_with(note.text(), comma, ",")) return;
  const detect::Finding& age = *note.masked()[index];
  const bool next =
      age.category == Category::Age && age.range.begin.value == skip_blanks(note.text(), comma + 1);
  const std::size_t end = next ? age_end(note, age) : 0;
  if (!next || !starts_with(note.text(), end, ")")) return;
  out.age = index;
  out.end = end;
}

// "Claire Dupont, DRH, LVMH", "Claire Dupont – DRH – LVMH" on a line of their own: the firm behind a second
// mark belongs to the role.
bool take_employer_behind_mark(const Note& note, std::size_t index, const text::Codepoint& mark,
                               Introduction& out) {
  const std::string_view text = note.text();
  const std::size_t at = skip_blanks(text, out.end);
  if (text::decode_at(text, at).value != mark.value) return false;
  std::size_t end = out.end;
  const std::size_t firm = employer_behind(note, index, at + mark.size, end);
  if (firm == nobody || note.masked()[firm]->range.begin.value != skip_blanks(text, at + mark.size))
    return false;
  const std::size_t rest = skip_blanks_on_line(text, end);
  const text::Codepoint next = text::decode_at(text, rest);
  const bool goes_on = mark.value != U',' && next.value == mark.value;  // "– LVMH – Lyon"
  if (next.size != 0 && next.value != U'\n' && next.value != U'\r' && !goes_on) return false;
  out.employer = firm;
  out.end = end;
  return true;
}

// "Marc, ma cliente Anne": the role belongs to whoever is named behind it.
bool is_of_next_name(const Note& note, std::size_t index, std::size_t role_end) {
  if (index >= note.masked().size() || note.masked()[index]->category != Category::Person) return false;
  const std::size_t begin = note.masked()[index]->range.begin.value;
  const auto civility = civility_before(note.text(), begin, role_end);
  const std::size_t behind_role = skip_blanks(note.text(), role_end);
  return begin == behind_role || (civility && civility->begin == behind_role);
}

// "Le voisin d’Inès, un retraité, …": a man who is spoken of as one is not Inès.
bool is_of_someone_else(const Note& note, const NameSpan& name, const Introduction& apposed) {
  using knowledge::Sex;
  const detect::Entity* entity = note.entity(*note.masked()[name.index]);
  const Determiner* determiner = determiner_before(note.text(), apposed.role.begin);
  if (entity == nullptr || determiner == nullptr || (determiner->word != "un" && determiner->word != "une"))
    return false;
  const Sex other = determiner->sex == Sex::Feminine ? Sex::Masculine : Sex::Feminine;
  return entity->sex == other;
}

// Whether the masking finding `first` and the next are two people joined by "et".
bool are_two(const Note& note, std::size_t first) {
  if (first + 1 >= note.masked().size()) return false;
  const detect::Finding& one = *note.masked()[first];
  const detect::Finding& other = *note.masked()[first + 1];
  const std::size_t end = one.range.end.value;
  return one.category == Category::Person && other.category == Category::Person &&
         end < other.range.begin.value && note.text().substr(end, other.range.begin.value - end) == " et ";
}

}  // namespace

std::optional<Introduction> apposition(const Note& note, const NameSpan& name) {
  const std::string_view text = note.text();
  const std::size_t mark = skip_blanks(text, name.end);
  const text::Codepoint c = text::decode_at(text, mark);
  const bool dash = c.value == U'–' || c.value == U'—' || (c.value == U'-' && mark > name.end);
  if (c.value != U',' && c.value != U'(' && !dash) return std::nullopt;
  Introduction out;
  out.name = name.index;
  out.begin = name.begin;
  const std::size_t at = skip_blanks(text, mark + c.size);
  if (!read_apposed_role(text, dash ? at : behind_age(note, name, at, out), out)) return std::nullopt;
  const std::size_t next_finding = (out.age == nobody ? name.index : out.age) + 1;
  if (is_of_next_name(note, next_finding, out.role.end) || is_of_someone_else(note, name, out))
    return std::nullopt;
  out.employer = employer_behind(note, next_finding, out.role.end, out.end);
  const std::size_t comma = skip_blanks(text, out.end);
  const bool closed = starts_with(text, comma, ",");
  if (c.value == U'(') {
    if (out.employer == nobody && closed) {
      out.employer = employer_behind(note, next_finding, comma + 1, out.end);
    }
    if (out.age == nobody) age_behind(note, next_finding + (out.employer == nobody ? 0 : 1), out);
    if (!starts_with(text, out.end, ")")) return std::nullopt;
    ++out.end;
  } else if (dash) {
    const bool firm = out.employer == nobody && take_employer_behind_mark(note, next_finding, c, out);
    if (!firm) out.end = behind_closing_dash(text, c, out.end);
  } else if (out.employer == nobody && take_employer_behind_mark(note, next_finding, c, out)) {
    return out;
  } else if (out.age == nobody) {
    if (closed && takes_closing_comma(note, name, comma + 1)) {
      out.end = comma + 1;
    } else if (!closed) {
      out.comma = comma_further_on(note, name, out.end);
    }
  }
  return out;
}

std::optional<Introduction> respective(const Note& note, const NameSpan& name) {
  const bool is_first = are_two(note, name.index);
  if (!is_first && (name.index == 0 || !are_two(note, name.index - 1))) return std::nullopt;
  const std::string_view text = note.text();
  const std::size_t first = is_first ? name.index : name.index - 1;
  constexpr std::string_view each = ", respectivement ";
  const std::size_t comma = note.masked()[first + 1]->range.end.value;
  if (!starts_with(text, comma, each)) return std::nullopt;
  Introduction one;
  Introduction other;
  if (!read_apposed_role(text, comma + each.size(), one) || !starts_with(text, one.end, " et ") ||
      !read_apposed_role(text, one.end + std::string_view(" et ").size(), other)) {
    return std::nullopt;
  }
  Introduction out = is_first ? one : other;
  out.name = name.index;
  out.begin = name.begin;
  if (is_first) {
    out.end = name.end;
    return out;
  }
  out.employer = employer_behind(note, first + 2, other.end, out.end);
  const NameSpan both{first, note.masked()[first]->range.begin.value, name.end};
  if (starts_with(text, out.end, ",") && takes_closing_comma(note, both, out.end + 1)) ++out.end;
  return out;
}

}  // namespace paravent::anonymise
