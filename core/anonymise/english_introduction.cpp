#include "anonymise/english_introduction.hpp"

#include <algorithm>
#include <array>

#include "anonymise/closing_mark.hpp"
#include "anonymise/english_comma.hpp"
#include "anonymise/english_title.hpp"
#include "anonymise/name_span.hpp"
#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;
using Shape = EnglishIntroduction::Shape;
using Determiner = EnglishRole::Determiner;

bool stands_at(std::string_view text, std::size_t at, char mark) {
  return at < text.size() && text[at] == mark;
}

const detect::Finding* masked_at(const Note& note, std::size_t index) {
  return index < note.masked().size() ? note.masked()[index] : nullptr;
}

std::size_t begin_of(const Note& note, std::size_t index) {
  const detect::Finding* finding = masked_at(note, index);
  return finding == nullptr ? note.text().size() : finding->range.begin.value;
}

// Behind the last mark of a line, "– LVMH" and ", LVMH" belong to the role: so do signatures and lists of
// those who are there.
bool ends_line(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  return next >= text.size() || text[next] == '\n' || text[next] == '\r';
}

// "at LVMH", "of the BBC"; ", LVMH" in brackets and at the end of a line. `opening` stands before the role.
void take_employer(const Note& note, std::size_t index, const text::Codepoint& opening,
                   EnglishIntroduction& out) {
  constexpr std::array<std::string_view, 6> words{"at", "for", "of", "with", "in", "from"};
  const detect::Finding* firm = masked_at(note, index);
  if (firm == nullptr || firm->category != Category::Org || firm->range.begin.value < out.end) return;
  const std::string_view text = note.text();
  const std::size_t begin = firm->range.begin.value;
  const std::size_t at = skip_blanks(text, out.end);
  const text::Codepoint mark = text::decode_at(text, at);
  const bool listed = opening.value == U'('
                          ? mark.value == U','
                          : mark.value == opening.value && ends_line(text, firm->range.end.value);
  if (listed && skip_blanks(text, at + mark.size) == begin) {
    out.at_employer = "at";
  } else {
    const std::optional<Word> word = next_word(text, out.end);
    if (!word || !is_one_of(words, word->folded)) return;
    std::size_t behind = skip_blanks(text, word->end);
    const std::optional<Word> article = word_from(text, behind);
    if (article && article->folded == "the") behind = skip_blanks(text, article->end);
    if (behind != begin) return;
    out.at_employer = text.substr(word->begin, word->end - word->begin);
  }
  out.employer = index;
  out.end = firm->range.end.value;
}

// "Claire, 52, HR director": where the role is to be looked for.
std::size_t behind_english_age(const Note& note, const NameSpan& name, std::size_t at,
                               EnglishIntroduction& out) {
  const detect::Finding* age = masked_at(note, name.index + 1);
  if (age == nullptr || age->category != Category::Age || age->range.begin.value != at) return at;
  const std::size_t comma = skip_blanks(note.text(), age->range.end.value);
  if (!stands_at(note.text(), comma, ',')) return at;
  out.age = name.index + 1;
  return skip_blanks(note.text(), comma + 1);
}

std::optional<EnglishIntroduction> apposition(const Note& note, const NameSpan& name) {
  const std::string_view text = note.text();
  const std::size_t mark = skip_blanks(text, name.end);
  const text::Codepoint c = text::decode_at(text, mark);
  const bool dash = mark > name.end && (c.value == U'–' || c.value == U'—' || c.value == U'-');
  if (c.value != U',' && c.value != U'(' && !dash) return std::nullopt;
  EnglishIntroduction out;
  out.name = name.index;
  out.begin = name.begin;
  std::size_t at = skip_blanks(text, mark + c.size);
  if (c.value == U',') at = behind_english_age(note, name, at, out);
  std::size_t next = (out.age == nobody ? name.index : out.age) + 1;
  const std::optional<EnglishRole> role = english_role_at(text, at, begin_of(note, next));
  // "Marc, my client Anne": the role of whoever is named behind it.
  if (!role || role->determiner == Determiner::Other) return std::nullopt;
  out.role = *role;
  out.end = role->end;
  take_employer(note, next, c, out);
  if (out.employer != nobody) ++next;
  if (c.value == U'(') {
    if (!stands_at(text, out.end, ')')) return std::nullopt;
    ++out.end;
  } else if (dash) {
    out.end = behind_closing_dash(text, c, out.end);
  } else if (out.age == nobody) {
    const std::size_t comma = skip_blanks(text, out.end);
    if (!stands_at(text, comma, ',')) {
      out.comma = english_comma_further_on(note, name, out.end);
    } else if (takes_english_comma(note, name, comma + 1)) {
      out.end = comma + 1;
    }
  }
  return begin_of(note, next) < out.end ? std::nullopt : std::optional(out);
}

// Where the role ends that stands before `end`; a firm may stand between: "the CTO of Barclays, Paul, …".
std::size_t behind_role(const Note& note, const NameSpan& name, std::size_t end) {
  if (name.index == 0) return end;
  const detect::Finding& firm = *note.masked()[name.index - 1];
  if (firm.category != Category::Org || firm.range.end.value != end) return end;
  const std::string_view text = note.text();
  std::optional<Word> word = word_back(text, skip_blanks_back(text, firm.range.begin.value, 0), 0);
  if (word && word->folded == "the") word = word_back(text, skip_blanks_back(text, word->begin, 0), 0);
  constexpr std::array<std::string_view, 4> words{"at", "of", "for", "in"};
  return word && is_one_of(words, word->folded) ? skip_blanks_back(text, word->begin, 0) : end;
}

// Nothing but a role without article may stand before these: "then CFO Tom said", "with coach Ann".
bool leaves_room_for_article(const Note& note, std::size_t at) {
  constexpr std::array<std::string_view, 20> words{"with", "to",   "by",   "from", "for",    "and",   "that",
                                                   "then", "when", "met",  "saw",  "told",   "asked", "of",
                                                   "but",  "if",   "says", "said", "thanks", "called"};
  if (note.at_sentence_start(at)) return true;
  const std::string_view text = note.text();
  const std::size_t end = skip_blanks_back(text, at, 0);
  if (end > 0 && text[end - 1] == ',') return true;
  const std::optional<Word> word = end < at ? word_back(text, end, 0) : std::nullopt;
  return word && is_one_of(words, word->folded);
}

std::optional<EnglishIntroduction> role_before(const Note& note, const NameSpan& name) {
  const std::string_view text = note.text();
  EnglishIntroduction out;
  out.shape = Shape::RoleBefore;
  out.name = name.index;
  out.end = name.end;
  std::size_t begin = skip_blanks_back(text, name.begin, 0);
  if (begin == 0) return std::nullopt;
  const bool comma = text[begin - 1] == ',';
  const bool bracket = text[begin - 1] == '(';
  if (!comma && !bracket && begin == name.begin) return std::nullopt;
  if (comma || bracket) begin = skip_blanks_back(text, begin - 1, 0);
  const auto role = english_role_ending_at(text, behind_role(note, name, begin), 0);
  if (!role) return std::nullopt;
  out.role = *role;
  out.begin = begin;
  if (role->determiner == Determiner::None) {
    if (comma || bracket || role->kin || role->end != begin || !leaves_room_for_article(note, role->begin)) {
      return std::nullopt;
    }
    out.shape = Shape::Title;
    out.begin = role->begin;
    return out;
  }
  if (bracket) {
    if (!stands_at(text, out.end, ')')) return std::nullopt;
    ++out.end;
  }
  if (!comma) return out;
  const std::size_t next = skip_blanks(text, out.end);
  constexpr std::string_view closing = ",.;:!?)\r\n";
  if (next < text.size() && closing.find(text[next]) == std::string_view::npos) return std::nullopt;
  const NameSpan whole{name.index, role->begin, out.end};
  if (stands_at(text, next, ',') && takes_english_comma(note, whole, next + 1)) out.end = next + 1;
  return out;
}

std::size_t skip_emphasis_back(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == '*' || text[at - 1] == '_' || text[at - 1] == ' ')) --at;
  return at;
}

std::optional<EnglishIntroduction> label(const Note& note, const NameSpan& name) {
  const std::string_view text = note.text();
  const std::size_t colon = skip_emphasis_back(text, name.begin);
  if (colon == 0 || text[colon - 1] != ':') return std::nullopt;
  const auto role = english_role_ending_at(text, skip_emphasis_back(text, colon - 1), 0);
  if (!role || role->kin) return std::nullopt;
  std::size_t left = role->begin;
  constexpr std::string_view marks = " \t*_->+#|";
  while (left > 0 && marks.find(text[left - 1]) != std::string_view::npos) --left;
  if (left > 0 && text[left - 1] != '\n' && text[left - 1] != '\r') return std::nullopt;
  EnglishIntroduction out;
  out.shape = Shape::Label;
  out.name = name.index;
  out.role = *role;
  out.begin = name.begin;
  out.end = name.end;
  return out;
}

bool ends_with_mark(std::string_view text, std::size_t name_begin) {
  const std::size_t left = skip_blanks_back(text, name_begin, 0);
  return left == 0 || text[left - 1] == ',' || text[left - 1] == '(';
}

}  // namespace

std::optional<EnglishIntroduction> english_introduction_at(const Note& note, std::size_t at) {
  const detect::Finding& finding = *note.masked()[at];
  const NameSpan name{at, begin_with_title(note.text(), finding.range.begin.value, 0),
                      finding.range.end.value};
  std::optional<EnglishIntroduction> out;
  if (!ends_with_mark(note.text(), name.begin)) out = role_before(note, name);
  if (!out) out = apposition(note, name);
  if (!out) out = role_before(note, name);
  return out ? out : label(note, name);
}

}  // namespace paravent::anonymise
