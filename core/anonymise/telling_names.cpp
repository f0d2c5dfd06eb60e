#include "anonymise/telling_names.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

#include "detect/find.hpp"
#include "knowledge/lexicon.hpp"
#include "markdown/front_matter.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::uint8_t frequent_given_name = 8;  // as knowledge::Lexeme counts: 4 000 births and more
constexpr std::size_t shortest_word = 3;         // letters; shorter ones stand in too many names by chance

struct Word {
  std::string folded;
  text::ByteRange range;
  std::size_t letters = 0;
};

// The runs of letters of a text.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  std::size_t begin = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const text::Codepoint point = text::decode_at(text, at);
    if (point.size > 0 && text::is_letter(point.value)) {
      if (letters++ == 0) begin = at;
    } else if (letters > 0) {
      out.push_back({text::fold(text.substr(begin, at - begin)), text::range(begin, at), letters});
      letters = 0;
    }
    at += point.size > 0 ? point.size : 1;
  }
  return out;
}

// A word that names someone or something, and nothing else: it gets back the capital that a file name lost.
// Words of three letters are abbreviations as often ("dev", "fin"): only given names that many bear.
bool is_only_a_name(const Word& word) {
  const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
  if (lexeme.french_word() || lexeme.english) return false;
  if (word.letters <= shortest_word) return lexeme.given >= frequent_given_name;
  return lexeme.given > 0 || lexeme.surname > 0 || lexeme.place > 0;
}

// "leo-2": a given name that many bear and that is no word.
bool is_given_name_alone(const Word& word) {
  const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
  return word.letters >= shortest_word && lexeme.given >= frequent_given_name && !lexeme.french_word() &&
         !lexeme.english;
}

// Two letters that stand for nothing that we know: someone's initials ("jc", "c-d"), or a name as short.
bool is_initials(std::string_view name) {
  const std::vector<Word> words = words_of(name);
  std::string letters;
  for (const Word& word : words) letters += word.folded;
  if (words.empty() || words.size() > 2 || letters.size() != 2) return false;
  const bool digits = std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  const knowledge::Lexeme lexeme = knowledge::look_up(letters);
  return !digits && !lexeme.acronym && !lexeme.french_word() && !lexeme.english;
}

// What joins two words of a file name, where a sentence has a space.
bool joins_words(std::string_view name, std::size_t at) {
  const char c = name[at];
  if (c == '_') return true;
  if (c != '-' && c != '.') return false;
  const auto before = text::decode_before(name, at);
  const auto after = text::decode_at(name, at + 1);
  if (c == '-') return text::is_letter(before.value) || text::is_letter(after.value);
  // "claire.dupont", but "C.D." and "12.03.2024" as they are.
  return text::is_letter(before.value) && at > before.size &&
         text::is_letter(text::decode_before(name, at - before.size).value);
}

// The name as a line of a note.
std::string as_line(std::string_view name) {
  std::string out;
  std::size_t done = 0;
  const auto copy_to = [&](std::size_t end) {
    const bool address = name.find('@') != std::string_view::npos;
    for (; done < end; ++done) {
      const bool plain = static_cast<unsigned char>(name[done]) >= 0x80 ||
                         text::is_word(static_cast<unsigned char>(name[done])) ||
                         std::string_view("-.'@+").find(name[done]) != std::string_view::npos;
      const bool space = !plain || (!address && joins_words(name, done));
      if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : name[done];
    }
  };
  for (const Word& word : words_of(name)) {
    copy_to(word.range.begin.value);
    if (is_only_a_name(word)) {
      const text::Codepoint first = text::decode_at(name, done);
      text::append_utf8(out, text::to_upper(first.value));
      done += first.size;
    }
    copy_to(word.range.end.value);
  }
  copy_to(name.size());
  return out;
}

bool is_masked(const detect::Finding& finding) {
  return !finding.hint && policy::is_masked(finding.category);
}

// The words by which the note names people, firms and places; not those of every day that stand beside them,
// as in the name of a school or a farm. People have names that are such words.
void add_naming_words(std::string_view mention, policy::Category category,
                      std::set<std::string, std::less<>>& out) {
  for (Word& word : words_of(mention)) {
    const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
    const bool names_people =
        category == policy::Category::Person && (lexeme.given > 0 || lexeme.surname > 0);
    const bool everyday = (lexeme.french_word() || lexeme.english) && !names_people;
    if (word.letters >= shortest_word && !everyday) out.insert(std::move(word.folded));
  }
}

}  // namespace

std::vector<bool> telling_names(std::span<const std::string> names, std::string_view note,
                                const policy::Policy& policy) {
  // The lines stand before the note, where no open code block or comment of it can swallow them.
  const std::size_t front_matter = markdown::front_matter_size(note);
  std::string text(note.substr(0, front_matter));
  std::vector<text::ByteRange> lines;
  for (const std::string& name : names) {
    text += "\n\n";
    const std::size_t begin = text.size();
    text += as_line(name);
    lines.push_back(text::range(begin, text.size()));
  }
  text += "\n\n";
  const std::size_t end_of_lines = text.size();
  text += note.substr(front_matter);

  const auto analysis = detect::find(text, policy, {});
  if (!analysis) return std::vector<bool>(names.size(), true);
  std::vector<bool> out(names.size(), false);
  std::set<std::string, std::less<>> naming;
  for (const detect::Finding& finding : analysis->findings) {
    if (!is_masked(finding)) continue;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].overlaps(finding.range)) out[i] = true;
    }
    if (finding.entity != 0 && finding.range.begin.value >= end_of_lines) {
      add_naming_words(std::string_view(text).substr(finding.range.begin.value, finding.range.size()),
                       finding.category, naming);
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    out[i] = out[i] || is_initials(names[i]);
    for (const Word& word : words_of(names[i])) out[i] = out[i] || is_given_name_alone(word);
    for (const Word& word : words_of(names[i])) out[i] = out[i] || naming.contains(word.folded);
  }
  return out;
}

}  // namespace paravent::anonymise
