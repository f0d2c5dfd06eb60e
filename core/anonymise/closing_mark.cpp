#include "anonymise/closing_mark.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "anonymise/describe_person.hpp"
#include "anonymise/determiner.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {

using policy::Category;

namespace {

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether a verb, or what stands before one, starts at `at`.
bool starts_predicate(std::string_view text, std::size_t at) {
  constexpr auto clitics = std::to_array<std::string_view>(
      {"s", "se", "ne", "n", "me", "m", "te", "t", "nous", "vous", "l", "a", "est", "ont", "sont", "va"});
  const std::optional<Word> word = word_from(text, at);
  if (!word) return false;
  const knowledge::Lexeme lexeme = knowledge::look_up(word->folded);
  // "doute", "compte" are nouns too, which would have an article.
  const bool verb = lexeme.verb && !lexeme.adjective && !lexeme.other;
  return verb || is_one_of(clitics, word->folded);
}

// "Rappeler", "Relancer": a step that is to be taken.
bool is_infinitive(const Word& word) {
  const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
  return lexeme.verb && !lexeme.adjective && (word.folded.ends_with("er") || word.folded.ends_with("ir"));
}

// The first word of the sentence, where nothing divides it from the name.
std::optional<Word> first_word_of_clause(const Note& note, const NameSpan& name) {
  constexpr std::size_t longest_clause = 60;
  const std::string_view text = note.text();
  const std::size_t earliest = name.begin - std::min(name.begin, longest_clause);
  const std::string_view before = text.substr(earliest, name.begin - earliest);
  const std::size_t stop = before.find_last_of(",.;:!?()[]|\"\r\n");
  const std::size_t begin =
      skip_blanks(text, stop == std::string_view::npos ? earliest : earliest + stop + 1);
  return begin < name.begin && note.at_sentence_start(begin) ? word_from(text, begin) : std::nullopt;
}

// "L’entretien avec Paul, le directeur, s’est bien passé": the name belongs to the subject, which started the
// sentence, and nothing but a verb follows. "Elle a vu Paul, le directeur, hier": to a clause that goes on.
bool lies_in_clause(const Note& note, const NameSpan& name, std::size_t next) {
  constexpr auto pronouns = std::to_array<std::string_view>(
      {"je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "c", "ca"});
  const std::optional<Word> first = first_word_of_clause(note, name);
  if (!first) return false;
  if (determiner_of(first->folded) != nullptr) return starts_predicate(note.text(), next);
  const std::optional<Word> word = word_from(note.text(), next);
  const bool lists = !word || determiner_of(word->folded) != nullptr || word->folded == "puis" ||
                     text::is_upper(text::decode_at(note.text(), next).value);
  return (is_one_of(pronouns, first->folded) || is_infinitive(*first)) && !lists;
}

// "Quand Claire, DRH, parle"
bool is_behind_conjunction(std::string_view text, std::size_t begin) {
  constexpr auto conjunctions =
      std::to_array<std::string_view>({"quand", "si", "comme", "car", "dont", "mais", "donc", "ou"});
  const std::size_t end = skip_blanks_back(text, begin, 0);
  const std::optional<Word> word = end < begin ? word_back(text, end, 0) : std::nullopt;
  return word && is_one_of(conjunctions, word->folded);
}

// "…, DRH, et Karine, DRH, échangent": the comma before "et" went with the first apposition.
bool goes_on_with_and(const Note& note, const NameSpan& name) {
  const std::string_view text = note.text();
  const std::size_t end = skip_blanks_back(text, name.begin, 0);
  const std::optional<Word> word = end < name.begin ? word_back(text, end, 0) : std::nullopt;
  if (!word || word->folded != "et" || name.index == 0) return false;
  const detect::Finding& before = *note.masked()[name.index - 1];
  const std::size_t left = skip_blanks_back(text, word->begin, 0);
  if (before.range.end.value == left) return note.at_sentence_start(before.range.begin.value);
  return left > 0 && text[left - 1] == ',';
}

}  // namespace

bool takes_closing_comma(const Note& note, const NameSpan& name, std::size_t behind_comma) {
  const std::string_view text = note.text();
  const std::size_t next = skip_blanks(text, behind_comma);
  if (next >= text.size() || text::is_digit(text::decode_at(text, next).value)) return false;
  for (std::size_t i = name.index + 1; i < note.masked().size() && i <= name.index + 2; ++i) {
    const detect::Finding& finding = *note.masked()[i];
    std::size_t begin = finding.range.begin.value;
    if (const auto civility = civility_before(text, begin, next)) begin = civility->begin;
    if (begin == next) return false;  // "M. Roy, directeur, Mme Sauvant, adjointe, …"
  }
  const Lead lead = lead_before(text, name.begin, 0);
  const std::size_t begin = lead.stands && lead.word.empty() ? lead.begin : name.begin;  // "Le Dr Vidal, …"
  if (note.at_sentence_start(begin)) return true;
  const std::optional<Word> word = word_from(text, next);
  if (word && word->folded == "et") return true;
  if (is_behind_conjunction(text, begin) && starts_predicate(text, next)) return true;
  if (goes_on_with_and(note, name) || lies_in_clause(note, name, next)) return true;
  constexpr std::array<std::string_view, 4> conjunctions{"que", "lorsque", "puisque", "quoique"};
  if (std::find(conjunctions.begin(), conjunctions.end(), lead.word) != conjunctions.end()) return true;
  const std::size_t left = skip_blanks_back(text, begin, 0);
  return left > 0 && text[left - 1] == ',';
}

std::size_t comma_further_on(const Note& note, const NameSpan& name, std::size_t at) {
  constexpr std::size_t longest_complement = 60;
  const std::string_view rest = note.text().substr(at, longest_complement);
  const std::size_t stop = rest.find_first_of(",.;:!?()[]|\"\r\n");
  if (stop == std::string_view::npos || rest[stop] != ',') return nobody;
  constexpr std::string_view also = " et ";
  const std::size_t joint = rest.substr(0, stop).find(also);
  // "cheminot et syndicaliste, …", but not "DRH et leur équipe, …"
  if (joint != std::string_view::npos && !role_at(note.text(), at + joint + also.size())) return nobody;
  for (std::size_t i = name.index + 1; i < note.masked().size() && i <= name.index + 4; ++i) {
    const detect::Finding& finding = *note.masked()[i];
    if (finding.category != Category::Person || finding.range.begin.value >= at + stop) continue;
    // "…, le mari de Claire, hésite"
    const Lead lead = lead_before(note.text(), finding.range.begin.value, at);
    if (!lead.stands || lead.word != "de") return nobody;
  }
  return takes_closing_comma(note, name, at + stop + 1) ? at + stop : nobody;
}

std::size_t behind_closing_dash(std::string_view text, const text::Codepoint& opening, std::size_t end) {
  const std::size_t mark = skip_blanks(text, end);
  const text::Codepoint c = text::decode_at(text, mark);
  const std::size_t behind = mark + c.size;
  const bool closes =
      mark > end && c.size != 0 && c.value == opening.value && skip_blanks(text, behind) > behind;
  return closes ? behind : end;
}

}  // namespace paravent::anonymise
