#include "anonymise/group.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "anonymise/closing_mark.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

// One name is enough behind these: "la famille Lambert".
constexpr std::array<std::string_view, 5> of_one_name{"famille", "couple", "epoux", "foyer", "fratrie"};
constexpr std::array<std::string_view, 24> of_several{
    "enfants", "fils",    "filles",    "parents", "freres",        "soeurs",         "jumeaux", "jumelles",
    "amis",    "amies",   "copains",   "copines", "cousins",       "cousines",       "neveux",  "nieces",
    "voisins", "couples", "collegues", "temoins", "beaux-parents", "grands-parents", "ados",    "garcons"};
constexpr std::array<std::string_view, 20> determiners{
    "les", "des", "ses", "mes", "tes", "leurs", "nos",  "vos",   "ces",    "aux",
    "la",  "le",  "une", "un",  "sa",  "leur",  "deux", "trois", "quatre", "cette"};

// "consultants", "managers": a role that has but an s more.
bool is_plural_role(std::string_view folded) {
  if (!folded.ends_with('s')) return false;
  return role_at(folded.substr(0, folded.size() - 1), 0).has_value() && !role_at(folded, 0);
}

std::size_t joint_of(std::string_view text, std::size_t end) {
  for (const std::string_view joint : {", et ", " et ", ", "}) {
    if (text.substr(end).starts_with(joint)) return joint.size();
  }
  return 0;
}

// Where the noun ends that the names stand behind, if it is one of such.
std::size_t noun_end(std::string_view text, std::size_t begin, std::size_t floor) {
  std::size_t end = skip_blanks_back(text, begin, floor);
  if (end == begin || end == floor) return begin;
  if (text[end - 1] == ',' || text[end - 1] == '(') end = skip_blanks_back(text, end - 1, floor);
  return end;
}

}  // namespace

std::size_t french_names_from(const Note& note, std::size_t at) {
  const auto is_name = [&note](std::size_t i) {
    return i < note.masked().size() && note.masked()[i]->category == Category::Person && !note.place(i).alias;
  };
  if (!is_name(at)) return 0;
  std::size_t count = 1;
  for (; is_name(at + count); ++count) {
    if (count == most_in_a_row) return 0;
    const std::size_t end = note.masked()[at + count - 1]->range.end.value;
    const std::size_t joint = joint_of(note.text(), end);
    std::size_t next = note.masked()[at + count]->range.begin.value;
    if (const auto civility = civility_before(note.text(), next, end)) next = civility->begin;
    if (joint == 0 || end + joint != next) break;
  }
  return count;
}

std::optional<Group> group_at(const Note& note, std::size_t at, std::size_t floor) {
  const std::string_view text = note.text();
  if (!is_in_french(*note.masked()[at])) return std::nullopt;
  const std::size_t count = french_names_from(note, at);
  if (count == 0) return std::nullopt;
  std::size_t first = note.masked()[at]->range.begin.value;
  // "ses voisins, les Lambert"
  const Lead lead = lead_before(text, first, floor);
  const bool family = lead.plural && lead.word.empty();
  if (family) first = lead.begin;
  const std::size_t end = noun_end(text, first, floor);
  if (end == first) return std::nullopt;
  const std::vector<Word> words = words_back(text, end, 3, floor);
  if (words.size() < 2) return std::nullopt;
  const bool joined = words.size() == 3 && text[words[1].end] == '-';
  const std::string noun = joined ? words[1].folded + "-" + words[2].folded : words.back().folded;
  const std::string& before = words[joined ? 0 : words.size() - 2].folded;
  const bool one = is_one_of(of_one_name, noun);
  const bool several = is_one_of(of_several, noun) || is_one_of(of_several, words.back().folded) ||
                       is_plural_role(words.back().folded);
  if (!is_one_of(determiners, before) || !(one || (several && (count > 1 || family)))) return std::nullopt;
  Group out{end, note.masked()[at + count - 1]->range.end.value, count};
  const char opening = text[skip_blanks_back(text, first, floor) - 1];
  if (opening == '(') {
    if (!text.substr(out.end).starts_with(')')) return std::nullopt;
    ++out.end;
  }
  if (opening == ',') {
    const std::size_t comma = skip_blanks(text, out.end);
    constexpr std::string_view closing = ",.;:!?)\r\n";
    if (comma < text.size() && closing.find(text[comma]) == std::string_view::npos) return std::nullopt;
    std::size_t determiner = joined ? 0 : words.size() - 2;
    if (determiner > 0 && is_one_of(determiners, words[determiner - 1].folded)) --determiner;
    const NameSpan span{at + count - 1, words[determiner].begin, out.end};
    if (text.substr(comma).starts_with(',') && takes_closing_comma(note, span, comma + 1))
      out.end = comma + 1;
  }
  return out;
}

}  // namespace paravent::anonymise
