#include "anonymise/english_age.hpp"

#include <algorithm>
#include <array>

#include "anonymise/age_group.hpp"
#include "anonymise/grammar.hpp"
#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// How people of an age are spoken of. "@" is whose age it is.
struct Band {
  unsigned from;
  std::string_view said;       // she is …
  std::string_view adjective;  // a … woman
  std::string_view noun;       // a …
  std::string_view reached;    // she reached …
  std::string_view label;      // Age: …
};
constexpr std::array bands{
    Band{70, "of an advanced age", "elderly", "elderly person", "an advanced age", "old age"},
    Band{60, "in @ sixties", "sixty-something", "sixty-something", "@ sixties", "sixties"},
    Band{50, "in @ fifties", "fifty-something", "fifty-something", "@ fifties", "fifties"},
    Band{40, "in @ forties", "forty-something", "forty-something", "@ forties", "forties"},
    Band{30, "in @ thirties", "thirty-something", "thirty-something", "@ thirties", "thirties"},
    Band{20, "in @ twenties", "twenty-something", "twenty-something", "@ twenties", "twenties"},
    Band{13, "in @ teens", "teenage", "teenager", "@ teens", "teens"},
    Band{7, "of primary-school age", "young", "child", "primary-school age", "primary-school age"},
    Band{0, "very young", "very young", "very young child", "a very young age", "very young"}};

const Band* band_of(std::string_view age) {
  const std::string folded = text::fold(age);
  const unsigned years = years_of(folded, text::Language::English);
  if (years == 0 && !is_of_a_baby(folded)) return nullptr;
  for (const Band& band : bands) {
    if (years >= band.from) return &band;
  }
  return nullptr;
}

std::string of(std::string_view words, std::string_view whose) {
  std::string out(words);
  if (const std::size_t at = out.find('@'); at != std::string::npos) out.replace(at, 1, whose);
  return out;
}

// Whose age: by a pronoun, or a word that says of which sex somebody is. Empty for other words.
std::string_view whose(std::string_view folded) {
  constexpr std::array<std::string_view, 16> women{
      "she",    "her",  "woman", "girl", "lady",        "mother",   "mum",           "mom",
      "sister", "wife", "widow", "aunt", "grandmother", "daughter", "granddaughter", "niece"};
  constexpr std::array<std::string_view, 15> men{"he",          "him",     "man",      "boy",     "father",
                                                 "dad",         "brother", "husband",  "widower", "uncle",
                                                 "grandfather", "son",     "grandson", "nephew",  "lad"};
  if (is_one_of(women, folded)) return "her";
  if (is_one_of(men, folded)) return "his";
  if (folded == "i" || folded == "me") return "my";
  if (folded == "we" || folded == "us") return "our";
  return folded == "you" ? "your" : folded == "they" || folded == "them" ? "their" : "";
}

// The nearest such word before `at`, in the same clause; of a name, and of nobody known, "their".
std::string_view whose_before(std::string_view text, std::size_t at, std::size_t floor) {
  constexpr std::size_t most_words = 4;
  std::size_t end = skip_blanks_back(text, at, floor);
  // "His mother, 82, …": the word right before the comma.
  const bool apposed = end > floor && (text[end - 1] == ',' || text[end - 1] == '(');
  if (apposed) end = skip_blanks_back(text, end - 1, floor);
  const std::vector<Word> words = words_back(text, end, apposed ? 1 : most_words, floor);
  for (std::size_t i = words.size(); i > 0; --i) {
    if (const std::string_view found = whose(words[i - 1].folded); !found.empty()) return found;
  }
  return "their";
}

// "At 52, she left", "At 52 he left": whoever the clause behind speaks of. "At 52 her …" may be anybody’s.
std::string_view whose_behind(std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 5> subjects{"i", "we", "he", "she", "they"};
  const std::size_t mark = skip_blanks(text, end);
  const bool comma = mark < text.size() && text[mark] == ',';
  const std::optional<Word> next = word_from(text, comma ? skip_blanks(text, mark + 1) : mark);
  const bool subject = next && (comma || is_one_of(subjects, next->folded));
  const std::string_view found = subject ? whose(next->folded) : std::string_view();
  return found.empty() ? "their" : found;
}

Draft draft_from(const Note& note, std::size_t begin, std::size_t end, std::string words) {
  const bool capital =
      note.at_sentence_start(begin) || text::is_upper(text::decode_at(note.text(), begin).value);
  return {begin, end, capital ? capitalised(words) : std::move(words)};
}

// "a 47-year-old manager", "my 14-year-old".
Draft as_adjective(const Note& note, const detect::Finding& age, std::size_t floor, const Band& band) {
  constexpr std::array<std::string_view, 22> no_nouns{
      "who",  "with", "and", "or",   "but",  "is",  "was", "has",  "had",  "in",   "at",
      "from", "to",   "on",  "said", "that", "for", "as",  "says", "when", "left", "now"};
  const std::string_view text = note.text();
  const std::size_t begin = age.range.begin.value;
  const std::size_t end = age.range.end.value;
  const std::size_t next_at = skip_blanks(text, end);
  const std::optional<Word> next = next_at > end ? word_from(text, next_at) : std::nullopt;
  const bool before_noun = next && !is_one_of(no_nouns, next->folded);
  NounPhrase noun{std::string(before_noun ? band.adjective : band.noun), false, text::Language::English};
  const std::size_t left = skip_blanks_back(text, begin, floor);
  const std::optional<Word> article = left < begin ? word_back(text, left, floor) : std::nullopt;
  if (!article || (article->folded != "a" && article->folded != "an")) {
    return draft_from(note, begin, end, std::move(noun.words));
  }
  return draft_from(note, article->begin, end, with_article(Article::Indefinite, noun));
}

// "aged 52", "at 52", "at the age of 52", "turned 52", "a woman of 52": where what goes with the number
// starts, and what it is.
struct Tie {
  enum class Kind { None, Said, Reached, Kept };
  Kind kind = Kind::None;
  std::size_t begin = 0;
  std::string_view verb;  // of Reached
};

// Words that leave the number open; there is nothing left for them to say.
std::size_t skip_about(std::string_view text, std::size_t at, std::size_t floor) {
  constexpr std::array<std::string_view, 8> about{"about",   "around", "nearly", "almost",
                                                  "roughly", "over",   "barely", "only"};
  const std::size_t end = skip_blanks_back(text, at, floor);
  const std::optional<Word> word = end < at ? word_back(text, end, floor) : std::nullopt;
  return word && is_one_of(about, word->folded) ? word->begin : at;
}

// The end of `words` is "(the) age (of)": the index where that starts.
std::size_t skip_age_noun(const std::vector<Word>& words) {
  std::size_t i = words.size();
  if (i > 1 && words[i - 1].folded == "of") --i;
  if (i == 0 || words[i - 1].folded != "age") return words.size();
  --i;
  return i > 0 && words[i - 1].folded == "the" ? i - 1 : i;
}

Tie tie_before(std::string_view text, std::size_t at, std::size_t floor) {
  const std::size_t end = skip_blanks_back(text, at, floor);
  if (end == at) return {Tie::Kind::None, at, {}};
  const std::vector<Word> words = words_back(text, end, 5, floor);
  if (words.empty()) return {Tie::Kind::None, at, {}};
  const Word& last = words.back();
  const std::size_t noun = skip_age_noun(words);
  if (noun < words.size()) {
    const bool led = noun > 0 && words[noun - 1].folded == "at";
    const bool kept = noun > 0 && (words[noun - 1].folded == "by" || words[noun - 1].folded == "from" ||
                                   words[noun - 1].folded == "until" || words[noun - 1].folded == "before");
    return {kept ? Tie::Kind::Kept : Tie::Kind::Said, words[led ? noun - 1 : noun].begin, {}};
  }
  if (last.folded == "aged" || last.folded == "ages" || last.folded == "at" || last.folded == "of") {
    return {Tie::Kind::Said, last.begin, {}};
  }
  if (last.folded == "until" || last.folded == "till") return {Tie::Kind::Kept, at, {}};
  if (last.folded == "turned") return {Tie::Kind::Reached, last.begin, "reached "};
  if (last.folded == "turning") return {Tie::Kind::Reached, last.begin, "reaching "};
  if (last.folded == "turns") return {Tie::Kind::Reached, last.begin, "reaches "};
  return {Tie::Kind::None, at, {}};
}

// "Age: 52", "| 52 |"
bool is_labelled(std::string_view text, std::size_t at, std::size_t floor) {
  const std::size_t end = skip_blanks_back(text, at, floor);
  return end == 0 || text[end - 1] == ':' || text[end - 1] == '|' || text[end - 1] == '*';
}

}  // namespace

std::string english_age_behind_name(std::string_view age) {
  const Band* band = band_of(age);
  return band == nullptr ? std::string() : of(band->said, "their");
}

std::optional<Draft> english_age(const Note& note, const detect::Finding& age, std::size_t floor) {
  const std::string folded = text::fold(note.surface(age));
  const Band* band = band_of(folded);
  // A French age in a block that mixes the two has no English words around it.
  if (band == nullptr || folded.ends_with("ans")) return std::nullopt;
  for (const std::string_view unit : {"year-old", "year old", "years-old"}) {
    if (folded.ends_with(unit)) return as_adjective(note, age, floor, *band);
  }
  const std::string_view text = note.text();
  const std::size_t end = age.range.end.value;
  const std::size_t at = skip_about(text, age.range.begin.value, floor);
  const Tie tie = tie_before(text, at, floor);
  std::string_view someone = whose_before(text, tie.begin, floor);
  if (someone == "their") someone = whose_behind(text, end);
  switch (tie.kind) {
    case Tie::Kind::Reached:
      return draft_from(note, tie.begin, end, std::string(tie.verb) + of(band->reached, someone));
    case Tie::Kind::Kept:
      return draft_from(note, tie.begin, end, of(band->reached, someone));
    case Tie::Kind::Said:
      return draft_from(note, tie.begin, end, of(band->said, someone));
    case Tie::Kind::None:
      break;
  }
  const bool label = is_labelled(text, at, floor);
  return draft_from(note, at, end, label ? std::string(band->label) : of(band->said, someone));
}

}  // namespace paravent::anonymise
