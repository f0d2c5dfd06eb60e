#include "anonymise/amounts.hpp"

#include <algorithm>
#include <array>

#include "anonymise/amount.hpp"
#include "anonymise/english_amount.hpp"
#include "anonymise/grammar.hpp"
#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

// Where the paragraph that holds `at` starts or ends: at a blank line.
std::size_t paragraph_begin(std::string_view text, std::size_t at) {
  const std::size_t found = text.substr(0, at).rfind("\n\n");
  return found == std::string_view::npos ? 0 : found + 2;
}
std::size_t paragraph_end(std::string_view text, std::size_t at) {
  return std::min(text.find("\n\n", at), text.size());
}

// Words that make a small sum of money one of pay or of a firm's accounts.
bool speaks_of_pay(std::string_view sentence, bool english) {
  constexpr std::array<std::string_view, 20> french{"salaire",  "paye",      "gagne",   "gagnait", "touche",
                                                    "touchait", "brut",      "brute",   "net",     "nette",
                                                    "bonus",    "prime",     "package", "fixe",    "ca",
                                                    "chiffre",  "remuneree", "paie",    "solde",   "pension"};
  constexpr std::array<std::string_view, 20> other{"salary",  "pay",     "paid",    "pays",     "earn",
                                                   "earns",   "earned",  "bonus",   "gross",    "net",
                                                   "package", "revenue", "profit",  "wage",     "wages",
                                                   "pension", "income",  "earning", "turnover", "severance"};
  const auto is_of_pay = [english, &french, &other](std::string_view word) {
    if (english) return is_one_of(other, word);
    return is_one_of(french, word) || word.starts_with("remuner") || word.starts_with("indemnit");
  };
  const std::vector<std::string> words = folded_words(sentence);
  return std::any_of(words.begin(), words.end(), is_of_pay);
}

bool betrays(std::string_view text, const Amount& amount, bool english) {
  constexpr std::uint64_t few_people = 10;
  constexpr std::uint64_t large = 10'000;
  constexpr std::uint64_t some = 1'000;
  if (is_round(amount)) return false;
  if (!is_money(amount)) return amount.value >= few_people;
  if (amount.value >= large || amount.value < some) return amount.value >= large;
  constexpr std::string_view stops = ".!?;|\r\n";
  const std::size_t before = text.substr(0, amount.begin).find_last_of(stops);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find_first_of(stops, amount.end), text.size());
  const std::string_view sentence = text.substr(begin, end - begin);
  return speaks_of_pay(sentence, english);
}

// What stands before an amount and goes with it, or leaves no room for "plus de".
struct Before {
  std::size_t begin = 0;
  bool of = false;          // "d’" that is "de" before another word
  bool determined = false;  // les, ses, nos
  bool article = false;     // "an £85,000 salary": there is a new number behind it
};

Before before(std::string_view text, std::size_t at) {
  Before out{at};
  for (const std::string_view elided : {"d’", "d'"}) {
    if (text.substr(0, at).ends_with(elided)) return {at - elided.size(), true, false};
  }
  constexpr std::array<std::string_view, 5> about{"environ", "presque", "exactement", "quelque", "pile"};
  constexpr std::array<std::string_view, 4> of{"plus", "moins", "pres", "autour"};
  constexpr std::array<std::string_view, 9> determiners{"les", "ses", "ces",   "des", "nos",
                                                        "vos", "mes", "leurs", "aux"};
  const std::size_t end = skip_blanks_back(text, at, 0);
  const std::vector<Word> words = words_back(text, end, 2, 0);
  if (end == at || words.empty()) return out;
  if (is_one_of(about, words.back().folded)) out.begin = words.back().begin;
  if (words.size() == 2 && words.back().folded == "de" && is_one_of(of, words.front().folded)) {
    out.begin = words.front().begin;
  }
  out.determined = is_one_of(determiners, words.back().folded);
  return out;
}

Before english_before(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 11> about{
      "about", "around", "nearly", "almost", "exactly", "roughly", "some", "over", "only", "just", "under"};
  constexpr std::array<std::string_view, 4> more{"more", "less", "up", "just"};
  constexpr std::array<std::string_view, 9> determiners{"the",   "her",  "his",  "my",  "our",
                                                        "their", "your", "this", "that"};
  Before out{at};
  const std::size_t end = skip_blanks_back(text, at, 0);
  const std::vector<Word> words = words_back(text, end, 2, 0);
  if (end == at || words.empty()) return out;
  const std::string& last = words.back().folded;
  if (is_one_of(about, last)) out.begin = words.back().begin;
  const bool two = last == "than" || last == "to" || last == "over" || last == "under";
  if (words.size() == 2 && two && is_one_of(more, words.front().folded)) out.begin = words.front().begin;
  out.article = last == "a" || last == "an";
  if (out.article) out.begin = words.back().begin;
  out.determined = out.article || is_one_of(determiners, last);
  return out;
}

// "£85,000 to £92,500", "£85k-£95k": where the second amount ends.
std::size_t end_of_english_range(std::string_view text, std::size_t end) {
  for (const std::string_view joint : {" and ", " to ", " - ", " – ", "-", "–"}) {
    if (!text.substr(end).starts_with(joint)) continue;
    std::size_t at = end + joint.size();
    for (const std::string_view sign : {"£", "$", "€"}) {
      if (text.substr(at).starts_with(sign)) at += sign.size();
    }
    const auto second = english_amount_at(text, at);
    if (second && is_money(*second)) return second->end;
  }
  return end;
}

// "between", "from": with a range they go.
std::size_t before_english_range(std::string_view text, std::size_t at) {
  const std::optional<Word> word = word_back(text, skip_blanks_back(text, at, 0), 0);
  return word && (word->folded == "between" || word->folded == "from") ? word->begin : at;
}

// "went from £48,000 to £61,500": two amounts, each at its time.
bool tells_of_change(std::string_view text, std::size_t at) {
  constexpr auto verbs = std::to_array<std::string_view>(
      {"go",   "goes",  "went",     "gone",     "going",     "move",      "moved",   "rise",
       "rose", "risen", "rising",   "fall",     "fell",      "fallen",    "drop",    "grow",
       "grew", "grown", "increase", "decrease", "increased", "jumped",    "climbed", "cut",
       "up",   "down",  "dropped",  "raised",   "reduced",   "decreased", "doubled"});
  const std::optional<Word> from = word_back(text, skip_blanks_back(text, at, 0), 0);
  if (!from || from->folded != "from") return false;
  const std::optional<Word> verb = word_back(text, skip_blanks_back(text, from->begin, 0), 0);
  return verb && is_one_of(verbs, verb->folded);
}

bool starts_number(std::string_view text, std::size_t at) {
  if (text[at] < '0' || text[at] > '9') return false;
  const text::Codepoint c = text::decode_before(text, at);
  constexpr std::u32string_view joints = U",.-–/+#";
  return c.size == 0 || !(text::is_word(c.value) || joints.find(c.value) != std::u32string_view::npos);
}

class Rounding {
 public:
  Rounding(const Note& note, const std::vector<Draft>& taken) : note_(note), taken_(taken) {}

  void paragraph(std::size_t at, std::size_t end, bool english) {
    const std::string_view text = note_.text();
    while (at < end) {
      const bool number = starts_number(text, at);
      const auto amount = !number   ? std::nullopt
                          : english ? english_amount_at(text, at)
                                    : amount_at(text, at);
      if (!amount) {
        ++at;
        continue;
      }
      at = amount->end;
      if (!betrays(text, *amount, english)) continue;
      if (english)
        at = take_english(*amount);
      else
        take(*amount);
    }
  }

  std::vector<Draft> drafts;

 private:
  void take(const Amount& amount) {
    const Before lead = before(note_.text(), amount.begin);
    std::string words = in_round_words(amount, lead.determined);
    std::size_t end = amount.end;
    if (words.empty()) end = skip_blanks(note_.text(), end);
    if (lead.of) words.insert(0, words.starts_with("une ") ? "d’" : "de ");
    put(lead.begin, end, std::move(words));
  }

  // Returns where it ends: of a range, behind the second amount.
  std::size_t take_english(const Amount& amount) {
    const std::string_view text = note_.text();
    Before lead = english_before(text, amount.begin);
    const bool change = tells_of_change(text, lead.begin);
    const std::size_t range = change ? amount.end : end_of_english_range(text, amount.end);
    if (range != amount.end) lead.begin = before_english_range(text, lead.begin);
    std::string words = in_round_english(amount, lead.determined);
    const std::size_t end = words.empty() ? skip_blanks(text, range) : range;
    // Round numbers start with one, two or five.
    if (lead.article) words.insert(0, text::is_upper(text::decode_at(text, lead.begin).value) ? "A " : "a ");
    if (note_.at_sentence_start(lead.begin)) words = capitalised(words);
    put(lead.begin, end, std::move(words));
    return range;
  }

  void put(std::size_t begin, std::size_t end, std::string words) {
    while (next_ < taken_.size() && taken_[next_].end <= begin) ++next_;
    const bool free = next_ == taken_.size() || taken_[next_].begin >= end;
    if (free) drafts.push_back({begin, end, note_.in_own_typography(std::move(words), begin), 0});
  }

  const Note& note_;
  const std::vector<Draft>& taken_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Draft> round_amounts(const Note& note, const std::vector<Draft>& taken) {
  Rounding rounding(note, taken);
  std::size_t done = 0;
  for (const detect::Finding* finding : note.masked()) {
    const bool whose = finding->category == Category::Person || finding->category == Category::Org;
    const std::size_t at = finding->range.begin.value;
    if (!whose || at < done || note.in_front_matter(at)) continue;
    const std::size_t end = paragraph_end(note.text(), at);
    rounding.paragraph(std::max(done, paragraph_begin(note.text(), at)), end, !is_in_french(*finding));
    done = end;
  }
  return std::move(rounding.drafts);
}

}  // namespace paravent::anonymise
