#include "anonymise/note.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "anonymise/reading.hpp"
#include "markdown/html_attributes.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::string_view curly = "’";

// Markup and brackets are looked for this far back: a line of 5 MB must not cost its square.
constexpr std::size_t farthest_look_back = 512;

std::string_view line_before(std::string_view text, std::size_t at) {
  const std::size_t first = at > farthest_look_back ? at - farthest_look_back : 0;
  std::size_t begin = at;
  while (begin > first && text[begin - 1] != '\n' && text[begin - 1] != '\r') --begin;
  return text.substr(begin, at - begin);
}

// Where the last `pair` begins. Asked of every finding: a loop over bytes is faster than rfind().
std::size_t last_pair(std::string_view line, std::string_view pair) {
  for (std::size_t i = line.size(); i >= 2; --i) {
    if (line[i - 1] == pair[1] && line[i - 2] == pair[0]) return i - 2;
  }
  return std::string_view::npos;
}

// Bytes of the front matter with its closing fence; 0 when the note has none.
std::size_t front_matter_size(std::string_view text) {
  const std::string_view fence = text.substr(0, 3);
  if (fence != "---" && fence != "+++") return 0;
  std::size_t line = text.find('\n');
  if (line == std::string_view::npos ||
      text.substr(3, line - 3).find_first_not_of(" \t\r") != std::string_view::npos) {
    return 0;
  }
  while (line != std::string_view::npos) {
    const std::size_t begin = line + 1;
    line = text.find('\n', begin);
    const std::size_t end = std::min(line, text.size());
    if (begin > end) return 0;
    const std::string_view content = text.substr(begin, end - begin);
    const bool closes = content.substr(0, 3) == fence || (fence == "---" && content.substr(0, 3) == "...");
    if (closes && content.find_first_not_of(" \t\r", 3) == std::string_view::npos) return end;
  }
  return 0;
}

bool is_list_or_heading_mark(char c) {
  constexpr std::string_view marks = "#>-*+|.)0123456789[]x \t";
  return marks.find(c) != std::string_view::npos;
}

// Quotes, brackets, emphasis: they may stand between the start of a sentence and its first word.
std::size_t skip_opening_marks(std::string_view text, std::size_t at, std::size_t floor) {
  while (at > floor) {
    const text::Codepoint c = text::decode_before(text, at);
    constexpr std::u32string_view opening = U"*_~\"'«“‘([<>#";
    if (!text::is_space(c.value) && c.value != U'\t' && opening.find(c.value) == std::u32string_view::npos)
      break;
    at -= c.size;
  }
  return at;
}

// "Tél. 06 …": the stop of an abbreviation ends no sentence.
bool ends_abbreviation(std::string_view line) {
  constexpr std::array<std::string_view, 12> abbreviations{"tel",  "cf",  "ex",  "env", "resp", "dir",
                                                           "port", "adr", "num", "mob", "ph",   "approx"};
  if (line.empty() || line.back() != '.') return false;
  const std::vector<Word> word = words_back(line, line.size() - 1, 1, 0);
  return !word.empty() &&
         std::find(abbreviations.begin(), abbreviations.end(), word.back().folded) != abbreviations.end();
}

// [label]: target
bool in_definition(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || line[first] != '[') return false;
  const std::size_t label = line.find("]:", first);
  if (label == std::string_view::npos) return false;
  const std::size_t target = line.find_first_not_of(" \t", label + 2);
  return target == std::string_view::npos || line.find_first_of(" \t", target) == std::string_view::npos;
}

// href="target", and what else an element is called by
bool in_address_attribute(std::string_view line) {
  if (line.find('<') == std::string_view::npos) return false;
  const std::size_t quote = line.find_last_of("\"'");
  if (quote == std::string_view::npos || quote < 2 || line[quote - 1] != '=') return false;
  const std::string_view before = line.substr(0, quote - 1);
  const std::string_view name = before.substr(before.find_last_of(" \t") + 1);
  return markdown::kind_of_attribute(name) == markdown::RegionKind::LinkTarget;
}

// Whether the last line of `above` is one of a wrapped paragraph, so that the next goes on with its sentence.
// People who break their lines by hand break them late; a short line stands for itself.
bool goes_on_below(std::string_view above) {
  constexpr std::size_t shortest_wrapped_line = 60;
  const std::size_t last = above.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return false;
  const std::string_view between = above.substr(last + 1);
  if (std::count(between.begin(), between.end(), '\n') > 1) return false;
  const std::string_view line = line_before(above, last + 1);
  if (line.size() < shortest_wrapped_line || line.front() == '#' || line.front() == '|') return false;
  constexpr std::u32string_view goes_on = U",;:-–—(«'’";
  const char32_t end = text::decode_before(above, last + 1).value;
  return text::is_word(end) || goes_on.find(end) != std::u32string_view::npos;
}

}  // namespace

bool masks(const detect::Finding& finding, const policy::Policy& policy) {
  return !finding.hint && policy::is_masked(finding.category) && !policy.ignored.contains(finding.category);
}

Note::Note(std::string_view text, const detect::Analysis& analysis, const policy::Policy& policy,
           std::set<std::uint32_t> as_alias)
    : text_(text),
      analysis_(analysis),
      as_alias_(std::move(as_alias)),
      front_matter_end_(front_matter_size(text)) {
  for (const detect::Finding& finding : analysis.findings) {
    if (masks(finding, policy)) masked_.push_back(&finding);
  }
  straight_apostrophes_ =
      text.find('\'') != std::string_view::npos && text.find(curly) == std::string_view::npos;
}

std::string_view Note::surface(const detect::Finding& finding) const {
  return text_.substr(finding.range.begin.value, finding.range.size());
}

const detect::Entity* Note::entity(const detect::Finding& finding) const {
  if (finding.entity == 0 || finding.entity > analysis_.entities.size()) return nullptr;
  return &analysis_.entities[finding.entity - 1];
}

bool Note::in_tag(std::size_t at) const {
  const std::string_view line = line_before(text_, at);
  std::size_t i = line.size();
  while (i > 0) {
    const text::Codepoint c = text::decode_before(line, i);
    if (c.value == U'#') {
      // A tag's # follows a blank or opens the line; a heading's is followed by a blank.
      return i == c.size || line[i - c.size - 1] == ' ' || line[i - c.size - 1] == '\t' ||
             line[i - c.size - 1] == '(';
    }
    if (!text::is_word(c.value) && c.value != U'-' && c.value != U'_' && c.value != U'/') return false;
    i -= c.size;
  }
  return false;
}

bool Note::in_link_target(std::size_t at) const {
  const std::string_view line = line_before(text_, at);
  const std::size_t open = last_pair(line, "](");
  if (open != std::string_view::npos && line.find_first_of(") \"", open + 2) == std::string_view::npos)
    return true;
  return in_definition(line) || in_address_attribute(line);
}

bool Note::wants_one_word(text::ByteRange range) const {
  const std::size_t begin = range.begin.value;
  const std::size_t end = range.end.value;
  const bool after_joint = begin > 0 && (text_[begin - 1] == '_' || text_[begin - 1] == '@');
  const bool before_joint =
      end < text_.size() && (text_[end] == '_' || text_[end] == '@' ||
                             (text_[end] == '.' && text::is_lower(text::decode_at(text_, end + 1).value)));
  return after_joint || before_joint || in_tag(begin) || in_link_target(begin);
}

bool Note::wants_alias(text::ByteRange range) const {
  if (as_alias_.count(range.begin.value) > 0 || wants_one_word(range)) return true;
  const std::string_view line = line_before(text_, range.begin.value);
  const std::size_t wikilink = last_pair(line, "[[");
  if (wikilink != std::string_view::npos && line.find("]]", wikilink) == std::string_view::npos) return true;
  return std::count(line.begin(), line.end(), '`') % 2 == 1;
}

bool Note::is_speaker(text::ByteRange range) const {
  std::size_t end = range.end.value;
  while (end < text_.size() && (text_[end] == '*' || text_[end] == '_')) ++end;
  end = skip_blanks(text_, end);
  if (end >= text_.size() || text_[end] != ':') return false;
  const std::string_view before = line_before(text_, range.begin.value);
  return before.find_first_not_of(" \t*_>-") == std::string_view::npos;
}

bool Note::at_sentence_start(std::size_t at) const {
  if (in_front_matter(at)) return false;
  const std::string_view line = line_before(text_, at);
  const std::size_t content = skip_opening_marks(line, line.size(), 0);
  const std::string_view before = line.substr(0, content);
  if (!before.empty()) {
    const text::Codepoint last = text::decode_before(before, before.size());
    constexpr std::u32string_view stops = U".!?…|";
    if (ends_abbreviation(before)) return false;
    if (stops.find(last.value) != std::u32string_view::npos) return true;
    return std::all_of(before.begin(), before.end(), is_list_or_heading_mark);
  }
  if (line.find_first_of("#>*-+|") != std::string_view::npos) return true;
  const std::size_t line_begin = at - line.size();
  return line_begin == 0 || !goes_on_below(text_.substr(0, line_begin));
}

std::string Note::in_own_typography(std::string phrase, std::size_t at) const {
  if (!straight_apostrophes_ || in_front_matter(at)) return phrase;
  for (std::size_t i = phrase.find(curly); i != std::string::npos; i = phrase.find(curly, i)) {
    phrase.replace(i, curly.size(), "'");
  }
  return phrase;
}

}  // namespace paravent::anonymise
