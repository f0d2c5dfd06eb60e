#include "anonymise/date_lead.hpp"

#include <algorithm>
#include <array>

#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "et le 3 avril" shares the preposition of the date before it.
constexpr std::array<std::string_view, 16> prepositions{"depuis", "avant", "apres",  "des",   "pour", "entre",
                                                        "vers",   "sur",   "ici",    "et",    "ou",   "sauf",
                                                        "jusque", "passe", "contre", "durant"};

bool holds(std::string_view written, std::string_view word) {
  const std::vector<std::string> words = folded_words(written);
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "Le 5 mai convient": the subject of what follows.
bool is_subject(std::string_view text, std::size_t end) {
  const std::optional<Word> next = word_from(text, skip_blanks(text, end));
  if (!next) return false;
  const knowledge::Lexeme lexeme = knowledge::look_up(next->folded);
  return lexeme.verb && !lexeme.other && !lexeme.adjective;
}

DateTie tie_of(std::string_view text, const Lead& lead, std::size_t date_end, std::size_t floor) {
  if (lead.word == "de") return DateTie::Of;
  if (lead.word == "à") return DateTie::To;
  if (lead.capital && is_subject(text, date_end)) return DateTie::Object;
  const std::size_t end = skip_blanks_back(text, lead.begin, floor);
  const std::optional<Word> before = word_back(text, end, floor);
  const bool object = end < lead.begin && before && is_one_of(prepositions, before->folded);
  return object ? DateTie::Object : DateTie::Adverb;
}

DateLead french(const Note& note, const detect::Finding& date, std::size_t floor) {
  const std::size_t begin = date.range.begin.value;
  const Lead lead = lead_before(note.text(), begin, floor);
  if (!lead.stands || !lead.article) return {begin};
  DateLead out{lead.begin, tie_of(note.text(), lead, date.range.end.value, floor), lead.capital, true};
  if (out.tie == DateTie::Of && holds(note.surface(date), "au")) out.tie = DateTie::Bare;
  return out;
}

DateLead english(const Note& note, const detect::Finding& date, std::size_t floor) {
  const std::size_t begin = date.range.begin.value;
  const std::size_t end = skip_blanks_back(note.text(), begin, floor);
  const std::optional<Word> before = word_back(note.text(), end, floor);
  const bool article = end < begin && before && before->folded == "the";
  if (!article || !holds(note.surface(date), "of")) return {begin};
  const std::size_t at = before->begin;
  return {at, DateTie::Bare, text::is_upper(text::decode_at(note.text(), at).value), true};
}

}  // namespace

DateLead date_lead_before(const Note& note, const detect::Finding& date, std::size_t floor) {
  return note.french() ? french(note, date, floor) : english(note, date, floor);
}

bool is_week_day(std::string_view folded) {
  constexpr std::array<std::string_view, 14> days{"lundi",    "mardi",    "mercredi", "jeudi",   "vendredi",
                                                  "samedi",   "dimanche", "monday",   "tuesday", "wednesday",
                                                  "thursday", "friday",   "saturday", "sunday"};
  return is_one_of(days, folded);
}

}  // namespace paravent::anonymise
