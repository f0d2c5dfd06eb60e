#include "anonymise/english_group.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "anonymise/closing_mark.hpp"
#include "anonymise/english_comma.hpp"
#include "anonymise/english_role.hpp"
#include "anonymise/english_title.hpp"
#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::array<std::string_view, 30> of_several{
    "children",   "kids",    "sons",    "daughters", "parents",   "brothers",    "sisters",  "siblings",
    "twins",      "friends", "cousins", "nephews",   "nieces",    "neighbours",  "clients",  "neighbors",
    "colleagues", "boys",    "girls",   "teenagers", "stepsons",  "trainees",    "managers", "grandchildren",
    "partners",   "bosses",  "team",    "couple",    "flatmates", "grandparents"};
constexpr std::array<std::string_view, 14> determiners{
    "my", "your", "his", "her", "our", "their", "the", "two", "three", "these", "s", "those", "four", "its"};

bool is_name(const Note& note, std::size_t i) {
  return i < note.masked().size() && note.masked()[i]->category == policy::Category::Person &&
         !note.place(i).alias;
}

std::size_t joint_of(std::string_view text, std::size_t end) {
  for (const std::string_view joint : {", and ", " and ", " & ", ", "}) {
    if (text.substr(end).starts_with(joint)) return joint.size();
  }
  return 0;
}

}  // namespace

std::size_t english_names_from(const Note& note, std::size_t at) {
  if (!is_name(note, at)) return 0;
  std::size_t count = 1;
  for (; is_name(note, at + count); ++count) {
    if (count == most_in_a_row) return 0;
    const std::size_t end = note.masked()[at + count - 1]->range.end.value;
    const std::size_t joint = joint_of(note.text(), end);
    const std::size_t next = note.masked()[at + count]->range.begin.value;
    if (joint == 0 || end + joint != begin_with_title(note.text(), next, end)) break;
  }
  return count;
}

namespace {

// The mark that leads from the noun to its names; of no size where there is none.
text::Codepoint opening_before(std::string_view text, std::size_t end) {
  const text::Codepoint mark = text::decode_before(text, end);
  const bool blank = mark.size != 0 && text::is_space(text::decode_before(text, end - mark.size).value);
  const bool dash = blank && (mark.value == U'-' || mark.value == U'–' || mark.value == U'—');
  return mark.value == U',' || mark.value == U'(' || dash ? mark : text::Codepoint{};
}

// Where the words start that say who several people are and end at `end`: "her children", "the HR managers".
std::optional<std::size_t> several_before(std::string_view text, std::size_t end, std::size_t floor) {
  constexpr std::size_t most_words = 4;
  constexpr std::array<std::string_view, 6> joints{"and", "or", "of", "with", "to", "for"};
  const std::vector<Word> words = words_back(text, end, most_words, floor);
  if (words.size() < 2) return std::nullopt;
  const Word& noun = words.back();
  const bool several = is_one_of(of_several, noun.folded) || english_roles_end(text, noun.begin) == noun.end;
  if (!several) return std::nullopt;
  for (std::size_t i = words.size() - 1; i > 0; --i) {
    const std::string& word = words[i - 1].folded;
    if (is_one_of(determiners, word)) return words[i - 1].begin;
    if (is_one_of(joints, word)) break;
  }
  return std::nullopt;
}

// "and little Evie" would be left alone with the noun.
bool goes_on(std::string_view text, std::size_t end) {
  const std::size_t next = skip_blanks(text, end);
  const std::optional<Word> word = word_from(text, next);
  const bool more = word && (word->folded == "and" || word->folded == "or");
  return more || (next < text.size() && (text[next] == '&' || text[next] == '(' || text[next] == '\''));
}

}  // namespace

std::optional<Group> english_group_at(const Note& note, std::size_t at, std::size_t floor) {
  const std::string_view text = note.text();
  const std::size_t count = english_names_from(note, at);
  std::size_t first = note.masked()[at]->range.begin.value;
  if (count < 2) {
    const auto couple = count == 1 ? begin_of_couple(text, first, floor) : std::nullopt;
    if (!couple) return std::nullopt;
    first = *couple;
  }
  std::size_t end = skip_blanks_back(text, first, floor);
  const text::Codepoint opening = opening_before(text, end);
  if (opening.size != 0) end = skip_blanks_back(text, end - opening.size, floor);
  if (end == first) return std::nullopt;
  const std::optional<std::size_t> noun_phrase = several_before(text, end, floor);
  if (!noun_phrase) return std::nullopt;
  Group out{end, note.masked()[at + count - 1]->range.end.value, count};
  if (opening.value == U'(') {
    if (!text.substr(out.end).starts_with(')')) return std::nullopt;
    ++out.end;
    return out;
  }
  if (goes_on(text, out.end)) return std::nullopt;
  if (opening.size == 0) return out;
  if (opening.value != U',') {
    out.end = behind_closing_dash(text, opening, out.end);
    return out;
  }
  const std::size_t mark = skip_blanks(text, out.end);
  constexpr std::string_view closing = ",.;:!?)\r\n";
  if (mark >= text.size()) return out;
  if (closing.find(text[mark]) == std::string_view::npos) return std::nullopt;
  const NameSpan span{at + count - 1, *noun_phrase, out.end};
  if (text[mark] != ',') return out;
  // ", Leo and Mia, Zoe" may go on with others.
  if (is_name(note, at + count) &&
      note.masked()[at + count]->range.begin.value == skip_blanks(text, mark + 1))
    return std::nullopt;
  if (takes_english_comma(note, span, mark + 1)) out.end = mark + 1;
  return out;
}

std::optional<std::size_t> english_family_at(const Note& note, std::size_t at, std::size_t floor) {
  const std::string_view text = note.text();
  const detect::Finding& finding = *note.masked()[at];
  const std::string_view name = note.surface(finding);
  if (note.place(at).alias || name.size() < 3 || !name.ends_with('s') ||
      name.find(' ') != std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t begin = finding.range.begin.value;
  const std::size_t left = skip_blanks_back(text, begin, floor);
  const std::optional<Word> article = left < begin ? word_back(text, left, floor) : std::nullopt;
  if (!article || article->folded != "the") return std::nullopt;
  // "the Jones report": a word that is named after one person. A verb tells of several: "the Okafors left".
  constexpr auto behind = std::to_array<std::string_view>(
      {"are",  "were", "have", "had",  "and",    "in",  "on",   "again", "who",   "at",   "want",
       "will", "from", "came", "to",   "for",    "do",  "did",  "don",   "can",   "went", "sold",
       "left", "got",  "said", "live", "bought", "may", "must", "took",  "would", "need", "lost"});
  const std::size_t next = skip_blanks(text, finding.range.end.value);
  const std::optional<Word> word = word_from(text, next);
  constexpr std::string_view marks = ".,;:!?()\r\n";
  const bool ends = next >= text.size() || marks.find(text[next]) != std::string_view::npos;
  const bool verb = word && (is_one_of(behind, word->folded) || word->folded.ends_with("ed"));
  return ends || verb ? std::optional(article->begin) : std::nullopt;
}

}  // namespace paravent::anonymise
