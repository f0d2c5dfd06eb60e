#include "anonymise/english_role.hpp"

#include <array>
#include <span>
#include <vector>

#include "anonymise/english_role_names.hpp"
#include "anonymise/reading.hpp"
#include "knowledge/phrases.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using Determiner = EnglishRole::Determiner;
using Words = std::span<const Word>;

bool is_number(const Word& word) {
  return word.folded.front() >= '0' && word.folded.front() <= '9';
}

// Words that no name of a role has before its noun.
bool may_stand_before_noun(const Word& word) {
  constexpr std::array<std::string_view, 44> others{
      "and",  "or",  "but", "of",  "in",  "at",   "for",   "from",  "with", "by",   "on",
      "to",   "as",  "is",  "was", "are", "were", "who",   "which", "that", "the",  "a",
      "an",   "his", "her", "my",  "our", "your", "their", "this",  "it",   "he",   "she",
      "they", "i",   "we",  "you", "not", "s",    "has",   "had",   "said", "says", "then"};
  return !is_one_of(others, word.folded) && !is_number(word);
}

Determiner determiner_of(std::string_view text, const Word& word) {
  constexpr std::array<std::string_view, 6> pronouns{"my", "your", "his", "her", "our", "their"};
  constexpr std::array<std::string_view, 4> others{"this", "that", "its", "another"};
  if (word.folded == "a" || word.folded == "an") return Determiner::Indefinite;
  if (word.folded == "the") return Determiner::Definite;
  if (is_one_of(pronouns, word.folded)) return Determiner::Pronoun;
  const char32_t before = text::decode_before(text, word.begin).value;
  if (word.folded == "s" && (before == U'\'' || before == U'’')) return Determiner::Other;
  return is_one_of(others, word.folded) ? Determiner::Other : Determiner::None;
}

std::string joined(Words words) {
  std::string out;
  for (const Word& word : words) out += (out.empty() ? "" : " ") + word.folded;
  return out;
}

std::string joined(std::string_view phrase) {
  std::string out;
  for (const std::string& word : folded_words(phrase)) out += (out.empty() ? "" : " ") + word;
  return out;
}

enum class Kind { None, Role, Kin };

// What these words are, all of them. A French form is English only where that is written the same.
Kind kind_of(Words words) {
  const std::string written = joined(words);
  if (is_english_kin(written)) return Kind::Kin;
  if (is_role_in_english_alone(written)) return Kind::Role;
  std::vector<std::string_view> folded;
  for (const Word& word : words) folded.push_back(word.folded);
  for (std::size_t nth = 0;; ++nth) {
    const auto phrase = knowledge::whole_phrase(folded, nth);
    if (!phrase) return Kind::None;
    if (phrase->kind != knowledge::PhraseKind::Role) continue;
    if (joined(knowledge::role(*phrase).english) == written) return Kind::Role;
  }
}

// A role ends before a mark, or a word that says where or since when.
bool ends_role(std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 13> behind{"at",    "of",  "for", "in", "with", "from", "since",
                                                    "based", "and", "on",  "to", "who",  "here"};
  const std::size_t next = skip_blanks(text, end);
  if (next >= text.size()) return true;
  const text::Codepoint c = text::decode_at(text, next);
  constexpr std::u32string_view marks = U",.;:!?)]|(*_\"”’'\r\n";
  if (marks.find(c.value) != std::u32string_view::npos) return c.value != U'\'' && c.value != U'’';
  if (next == end) return false;
  if (c.value == U'–' || c.value == U'—' || c.value == U'-') return true;
  const std::optional<Word> word = word_from(text, next);
  return word && is_one_of(behind, word->folded);
}

bool may_belong_to_field(const Word& word) {
  return word.folded == "and" || may_stand_before_noun(word);
}

// "head of sales", "director for Northern Europe": what somebody is the head of. Returns where it ends.
std::size_t skip_field(std::string_view text, std::size_t end, std::size_t limit) {
  constexpr std::size_t most_words = 4;
  const std::optional<Word> of = next_word(text, end);
  if (!of || text[end] != ' ' || (of->folded != "of" && of->folded != "for")) return end;
  const std::vector<Word> words = words_from(text, skip_blanks(text, of->end), most_words);
  std::size_t out = end;
  for (const Word& word : words) {
    if (word.end > limit || !may_belong_to_field(word)) break;
    if (word.folded != "and" && ends_role(text, word.end)) {
      out = word.end;
      const std::optional<Word> next = next_word(text, word.end);
      if (!next || next->folded != "and") break;
    }
  }
  return out;
}

// "the Reeves’ son": the apostrophe alone says whose.
bool is_behind_bare_possessive(std::string_view text, std::size_t at) {
  const std::size_t end = skip_blanks_back(text, at, 0);
  const text::Codepoint mark = text::decode_before(text, end);
  return end < at && is_apostrophe(mark.value) && text.substr(0, end - mark.size).ends_with('s');
}

// The determiner, if the words before `noun` lead to one; moves `first` to the first of them.
Determiner skip_to_determiner(std::string_view text, Words words, std::size_t noun, std::size_t& first) {
  constexpr std::size_t most = 4;
  for (std::size_t i = noun; i > 0 && noun - i <= most; --i) {
    const Determiner found = determiner_of(text, words[i - 1]);
    if (found != Determiner::None) {
      first = i;
      return found;
    }
    if (is_behind_bare_possessive(text, words[i].begin)) {
      first = i;
      return Determiner::Other;
    }
    // "a 47-year-old manager"
    if (!may_stand_before_noun(words[i - 1]) && !is_number(words[i - 1])) break;
  }
  first = noun;
  return is_behind_bare_possessive(text, words[noun].begin) ? Determiner::Other : Determiner::None;
}

// The role whose noun is the last of `words`.
std::optional<EnglishRole> role_at_end_of(std::string_view text, Words words) {
  for (std::size_t noun = 0; noun < words.size(); ++noun) {
    const Kind kind = kind_of(words.subspan(noun));
    if (kind == Kind::None) continue;
    EnglishRole out;
    std::size_t first = noun;
    out.determiner = skip_to_determiner(text, words, noun, first);
    out.words = words[first].begin;
    const bool word = out.determiner != Determiner::None && !is_behind_bare_possessive(text, out.words);
    out.begin = word ? words[first - 1].begin : out.words;
    out.noun = words[noun].begin;
    out.noun_end = out.end = words.back().end;
    out.kin = kind == Kind::Kin;
    return out;
  }
  return std::nullopt;
}

// "teachers" → "teacher", "companies" → "company", "salesmen" → "salesman".
bool is_plural(Words words) {
  struct Ending {
    std::string_view plural, singular;
  };
  constexpr std::array endings{Ending{"ies", "y"}, Ending{"men", "man"}, Ending{"wives", "wife"},
                               Ending{"es", ""}, Ending{"s", ""}};
  std::vector<Word> singular(words.begin(), words.end());
  std::string& last = singular.back().folded;
  for (const Ending& ending : endings) {
    const std::string& written = words.back().folded;
    if (!written.ends_with(ending.plural)) continue;
    last = written.substr(0, written.size() - ending.plural.size()).append(ending.singular);
    if (!last.empty() && kind_of(singular) != Kind::None) return true;
  }
  return false;
}

constexpr std::size_t most_before_noun = 3;

}  // namespace

std::optional<EnglishRole> english_role_at(std::string_view text, std::size_t at, std::size_t limit) {
  std::vector<Word> words = words_from(text, at, longest_role);
  while (!words.empty() && words.back().end > limit) words.pop_back();
  if (words.empty()) return std::nullopt;
  EnglishRole out;
  out.begin = at;
  out.determiner = determiner_of(text, words.front());
  const std::size_t first = out.determiner == Determiner::None ? 0 : 1;
  for (std::size_t noun = first; noun < words.size() && noun <= first + most_before_noun; ++noun) {
    for (std::size_t size = words.size() - noun; size > 0; --size) {
      const Words phrase = std::span(words).subspan(noun, size);
      if (!ends_role(text, phrase.back().end)) continue;
      const Kind kind = kind_of(phrase);
      if (kind == Kind::None || (kind == Kind::Kin && first == 0)) continue;
      out.words = words[first].begin;
      out.noun = words[noun].begin;
      out.noun_end = phrase.back().end;
      out.end = skip_field(text, phrase.back().end, limit);
      out.kin = kind == Kind::Kin;
      return out;
    }
    if (!may_stand_before_noun(words[noun])) break;
  }
  return std::nullopt;
}

std::optional<std::size_t> english_roles_end(std::string_view text, std::size_t at) {
  const std::vector<Word> words = words_from(text, at, longest_role);
  for (std::size_t noun = 0; noun < words.size() && noun <= most_before_noun; ++noun) {
    for (std::size_t size = words.size() - noun; size > 0; --size) {
      const Words phrase = std::span(words).subspan(noun, size);
      if (ends_role(text, phrase.back().end) && is_plural(phrase)) return phrase.back().end;
    }
    if (!may_stand_before_noun(words[noun])) break;
  }
  return std::nullopt;
}

std::optional<EnglishRole> english_role_ending_at(std::string_view text, std::size_t end, std::size_t floor) {
  const std::vector<Word> words = words_back(text, end, longest_role, floor);
  const Words all(words);
  if (auto role = role_at_end_of(text, all)) return role;
  for (std::size_t i = words.size(); i > 1; --i) {
    if (words[i - 1].folded == "of" || words[i - 1].folded == "for") {
      auto role = role_at_end_of(text, all.first(i - 1));
      if (!role || role->kin || skip_field(text, role->end, end) != end) return std::nullopt;
      role->end = end;
      return role;
    }
  }
  return std::nullopt;
}

}  // namespace paravent::anonymise
