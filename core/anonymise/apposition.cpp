#include "anonymise/apposition.hpp"

#include "anonymise/age.hpp"
#include "anonymise/closing_mark.hpp"
#include "anonymise/determiner.hpp"
#include "anonymise/kin.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(std::min(at, text.size()), what.size()) == what;
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

std::size_t skip_article(std::string_view text, std::size_t at) {
  for (const std::string_view article : {"la ", "le ", "l’", "l'", "une ", "un "}) {
    if (starts_with(text, at, article)) return at + article.size();
  }
  return at;
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

bool is_definite(std::string_view text, std::size_t at) {
  return starts_with(text, at, "la ") || starts_with(text, at, "le ") || starts_with(text, at, "l’") ||
         starts_with(text, at, "l'");
}

// The role at `at`, with the article or possessive and the adjectives before it.
bool read_role(std::string_view text, std::size_t at, Introduction& out) {
  std::size_t role_begin = skip_article(text, at);
  const std::optional<Word> first = word_from(text, at);
  const bool possessive = first && is_possessive(first->folded);
  if (possessive) role_begin = skip_blanks(text, first->end);
  const bool determined = role_begin > at;
  const std::size_t noun = determined ? skip_adjectives(text, role_begin) : role_begin;
  auto role = role_at(text, noun);
  if (!role && determined) role = kin_at(text, noun);
  if (!role) return false;
  out.role = *role;
  out.end = role->end;
  const Determiner* determiner = determined ? determiner_before(text, noun) : nullptr;
  if (determiner != nullptr) out.sex = sex_before(text, *determiner, *role);
  if (possessive) out.possessed = text.substr(at, role->end - at);
  out.definite = is_definite(text, at);
  out.adjectives = text.substr(role_begin, noun - role_begin);
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
  if (!read_role(text, dash ? at : behind_age(note, name, at, out), out)) return std::nullopt;
  const std::size_t next_finding = (out.age == nobody ? name.index : out.age) + 1;
  if (is_of_next_name(note, next_finding, out.role.end)) return std::nullopt;
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
    out.end = behind_closing_dash(text, c, out.end);
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
  if (!read_role(text, comma + each.size(), one) || !starts_with(text, one.end, " et ") ||
      !read_role(text, one.end + std::string_view(" et ").size(), other)) {
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
