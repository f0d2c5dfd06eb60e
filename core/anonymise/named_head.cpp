#include "anonymise/named_head.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "anonymise/determiner.hpp"
#include "anonymise/firm_noun.hpp"
#include "anonymise/place_noun.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

// Firms that are part of another: their name is that of the whole, and says more than they do.
constexpr std::array<std::string_view, 4> parts{"filiale", "agence", "marque", "franchise"};

constexpr std::array<std::string_view, 12> naming{"appele",   "appelee",   "nomme",    "nommee",
                                                  "baptise",  "baptisee",  "denomme",  "denommee",
                                                  "surnomme", "surnommee", "prenomme", "intitule"};

bool says_what(const Word& noun, Category category) {
  if (category == Category::Loc) return is_kind_of_place(noun.folded);
  return (is_firm_noun(noun.folded) || noun.folded == "employeur" || noun.folded == "collectif" ||
          noun.folded == "structure") &&
         !is_one_of(parts, noun.folded);
}

// The noun among the few words that end at `end`: "une petite entreprise du bâtiment". Words of a complement
// stand in lower case behind it.
std::optional<Word> noun_of(std::string_view text, std::size_t end, Category category, std::size_t floor) {
  constexpr std::size_t most_words = 6;
  const std::vector<Word> words = words_back(text, end, most_words, floor);
  for (std::size_t i = words.size(); i > 0; --i) {
    Word noun = words[i - 1];
    // "start-up" is one noun.
    const bool joined = i > 1 && words[i - 2].end + 1 == noun.begin && text[words[i - 2].end] == '-';
    if (joined) noun = {words[i - 2].begin, noun.end, words[i - 2].folded + "-" + noun.folded};
    if (says_what(noun, category)) return noun;
    if (determiner_of(words[i - 1].folded) != nullptr && words[i - 1].folded != "du") return std::nullopt;
  }
  return std::nullopt;
}

bool is_feminine(const Word& noun, const Determiner& determiner) {
  if (determiner.sex != knowledge::Sex::Unknown) return determiner.sex == knowledge::Sex::Feminine;
  return knowledge::look_up(noun.folded).feminine;
}

// "grande", "petite" and their like stand before a firm or a town.
std::size_t skip_size_back(std::string_view text, std::size_t noun) {
  constexpr std::array<std::string_view, 10> sizes{"petit",  "petite", "grand", "grande",  "gros",
                                                   "grosse", "jeune",  "belle", "modeste", "vieille"};
  for (;;) {
    noun = skip_adjectives_back(text, noun);
    const std::optional<Word> word = word_back(text, skip_blanks_back(text, noun, 0), 0);
    if (!word || word->end == noun || !is_one_of(sizes, word->folded)) return noun;
    noun = word->begin;
  }
}

// The comma that closes what a comma opened goes, but before words that need it.
std::size_t behind_closing_comma(std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 9> keepers{"qui", "que",  "qu",  "dont", "ou",
                                                    "et",  "mais", "car", "puis"};
  const std::size_t mark = skip_blanks(text, end);
  if (mark >= text.size() || text[mark] != ',') return end;
  const std::optional<Word> next = word_from(text, skip_blanks(text, mark + 1));
  return next && !is_one_of(keepers, next->folded) ? mark + 1 : end;
}

// What stands between noun and name, from the right: a naming word, "de", a comma or an opening bracket.
struct Between {
  std::size_t noun_end = 0;
  char opening = ' ';
  bool naming = false;
  bool of = false;
};

Between between_before(std::string_view text, const detect::Finding& thing, std::size_t floor) {
  Between out;
  std::size_t at = thing.range.begin.value;
  const Lead lead = lead_before(text, at, floor);
  if (lead.stands && (lead.word == "de" || lead.word.empty())) {
    at = lead.begin;
    out.of = lead.word == "de";
  }
  at = skip_blanks_back(text, at, floor);
  const std::optional<Word> word = word_back(text, at, floor);
  if (word && is_one_of(naming, word->folded)) {
    out.naming = true;
    at = skip_blanks_back(text, word->begin, floor);
  }
  if (at > floor && (text[at - 1] == ',' || text[at - 1] == '(')) {
    out.opening = text[at - 1];
    at = skip_blanks_back(text, at - 1, floor);
  }
  out.noun_end = at;
  return out;
}

}  // namespace

std::optional<NamedHead> named_head_before(const Note& note, const detect::Finding& thing,
                                           std::size_t floor) {
  const std::string_view text = note.text();
  if (!is_in_french(thing)) return std::nullopt;
  const Between between = between_before(text, thing, floor);
  const bool apart = between.opening != ' ' || between.naming;
  if (between.of && (apart || thing.category == Category::Org)) return std::nullopt;
  const std::optional<Word> noun = noun_of(text, between.noun_end, thing.category, floor);
  // Right before the name, or of a name that is set apart, with a complement of its own.
  if (!noun || (!apart && noun->end != between.noun_end)) return std::nullopt;
  const Determiner* determiner = determiner_before(text, skip_size_back(text, noun->begin));
  if (determiner == nullptr) return std::nullopt;
  // "La société Kalidéo", "la ville de Nantes" are described whole.
  const bool definite = determiner->word == "la" || determiner->word == "le" || determiner->word == "l" ||
                        determiner->word == "du" || determiner->word == "au";
  const bool indefinite = determiner->word == "un" || determiner->word == "une";
  if (!apart && (definite || (between.of && indefinite))) return std::nullopt;
  NamedHead out;
  out.begin = between.noun_end;
  out.end = thing.range.end.value;
  out.apart = apart;
  if (between.opening == '(') {
    if (!text.substr(out.end).starts_with(')')) return std::nullopt;
    ++out.end;
  }
  if (between.opening == ',') {
    const std::size_t next = skip_blanks(text, out.end);
    constexpr std::string_view closing = ",.;:!?)\r\n";
    if (next < text.size() && closing.find(text[next]) == std::string_view::npos) return std::nullopt;
    out.end = behind_closing_comma(text, out.end);
  }
  out.noun = {std::string(text.substr(noun->begin, noun->end - noun->begin)), is_feminine(*noun, *determiner),
              text::Language::French};
  return out;
}

}  // namespace paravent::anonymise
