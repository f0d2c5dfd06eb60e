#include "anonymise/note.hpp"

#include <algorithm>
#include <array>

#include "anonymise/line.hpp"
#include "anonymise/reading.hpp"
#include "markdown/front_matter.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::string_view curly = "’";

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
  const std::optional<Word> word = word_back(line, line.size() - 1, 0);
  return word && std::find(abbreviations.begin(), abbreviations.end(), word->folded) != abbreviations.end();
}

// "Violaine P. (La Poste)"
bool ends_with_initial(std::string_view line) {
  if (!line.ends_with('.')) return false;
  const std::optional<Word> word = word_back(line, line.size() - 1, 0);
  return word && word->end - word->begin == 1 && text::is_upper(text::decode_at(line, word->begin).value);
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
  return !finding.hint && policy::is_masked(finding.category) && !policy.ignored.contains(finding.category) &&
         !policy.kept.contains(finding.category);
}

Note::Note(std::string_view text, const detect::Analysis& analysis, const policy::Policy& policy,
           const std::set<std::uint32_t>& as_alias)
    : text_(text), analysis_(analysis), front_matter_end_(markdown::front_matter_size(text)) {
  for (const detect::Finding& finding : analysis.findings) {
    if (masks(finding, policy)) masked_.push_back(&finding);
  }
  places_ = places_of(text, masked_);
  for (std::size_t i = 0; i < masked_.size() && !as_alias.empty(); ++i) {
    if (as_alias.contains(masked_[i]->range.begin.value)) places_[i].alias = true;
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
    if (ends_with_initial(before) && line.find('(', content) != std::string_view::npos) return false;
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
