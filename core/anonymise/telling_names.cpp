#include "anonymise/telling_names.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

#include "anonymise/name_line.hpp"
#include "detect/alias_form.hpp"
#include "detect/find.hpp"
#include "knowledge/lexicon.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::uint8_t frequent_given_name = 8;  // as knowledge::Lexeme counts: 4 000 births and more
constexpr std::uint8_t frequent_surname = 7;     // likewise: among the 500 most frequent ones
constexpr std::size_t shortest_word = 3;         // letters; shorter ones stand in too many names by chance

// "leo-2", "dupont-3": a name that many bear and that is no word.
bool is_usual_name(const NameWord& word) {
  const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
  const bool usual = lexeme.given >= frequent_given_name || lexeme.surname >= frequent_surname;
  return word.letters >= shortest_word && usual && !lexeme.word();
}

// Two letters that stand for nothing that we know: someone's initials ("jc", "c-d"), or a name as short.
bool is_initials(std::string_view name) {
  const std::vector<NameWord> words = name_words(name);
  std::string letters;
  for (const NameWord& word : words) letters += word.folded;
  if (words.empty() || words.size() > 2 || letters.size() != 2) return false;
  const bool digits = std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  const knowledge::Lexeme lexeme = knowledge::look_up(letters);
  return !digits && !lexeme.acronym && !lexeme.word();
}

// The words of a name but those of aliases, which tell of nobody.
std::vector<NameWord> own_words(std::string_view name) {
  std::vector<NameWord> words = name_words(name);
  detect::AliasForm form = detect::next_alias(name, 0);
  for (; form.size != 0; form = detect::next_alias(name, form.begin + form.size)) {
    const text::ByteRange alias = text::range(form.begin, form.begin + form.size);
    std::erase_if(words, [&](const NameWord& word) { return alias.overlaps(word.range); });
  }
  return words;
}

bool is_masked(const detect::Finding& finding) {
  return !finding.hint && policy::is_masked(finding.category);
}

// The words by which the note names people, firms and places; not those of every day that stand beside them,
// as in the name of a school or a farm. People have names that are such words.
void add_naming_words(std::string_view mention, policy::Category category,
                      std::set<std::string, std::less<>>& out) {
  for (NameWord& word : name_words(mention)) {
    const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
    const bool names_people =
        category == policy::Category::Person && (lexeme.given > 0 || lexeme.surname > 0);
    const bool everyday = lexeme.word() && !names_people;
    if (word.letters >= shortest_word && !everyday) out.insert(std::move(word.folded));
  }
}

}  // namespace

std::vector<bool> telling_names(std::span<const std::string> names, std::string_view note,
                                const policy::Policy& policy) {
  const WithLines read = with_lines(names, note);
  const std::string_view text = read.text;
  const auto analysis = detect::find(text, policy, {});
  if (!analysis) return std::vector<bool>(names.size(), true);
  std::vector<bool> out(names.size(), false);
  std::set<std::string, std::less<>> naming;
  for (const detect::Finding& finding : analysis->findings) {
    if (!is_masked(finding)) continue;
    for (std::size_t i = 0; i < read.lines.size(); ++i) {
      if (read.lines[i].overlaps(finding.range)) out[i] = true;
    }
    if (finding.entity != 0 && finding.range.begin.value >= read.end_of_lines) {
      add_naming_words(text.substr(finding.range.begin.value, finding.range.size()), finding.category,
                       naming);
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    out[i] = out[i] || is_initials(names[i]);
    for (const NameWord& word : own_words(names[i]))
      out[i] = out[i] || is_usual_name(word) || naming.contains(word.folded);
  }
  return out;
}

}  // namespace paravent::anonymise
