#include "anonymise/date_lead.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

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

std::optional<Word> word_before(std::string_view text, std::size_t at, std::size_t floor) {
  const std::size_t end = skip_blanks_back(text, at, floor);
  return end == at ? std::nullopt : word_back(text, end, floor);
}

// "né un 12 mars", "le choc d’un 12 mars": as behind a definite article.
std::optional<Lead> lead_with_un(std::string_view text, std::size_t at, std::size_t floor) {
  const std::optional<Word> un = word_before(text, at, floor);
  if (!un || un->folded != "un") return std::nullopt;
  Lead lead = lead_before(text, un->begin, floor);
  if (!lead.stands || lead.article || (lead.word != "de" && lead.word != "à")) {
    lead = Lead{};
    lead.begin = un->begin;
    lead.capital = text::is_upper(text::decode_at(text, un->begin).value);
    lead.stands = true;
  }
  lead.article = true;
  return lead;
}

// "mar 4/11", "Tue. 4 Nov": a week day that was only noted with its date.
std::optional<Word> short_week_day(std::string_view text, std::size_t at, std::size_t floor) {
  constexpr std::array<std::string_view, 14> days{"lun", "mar", "mer", "jeu", "ven", "sam", "dim",
                                                  "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::size_t end = skip_blanks_back(text, at, floor);
  if (end == at) return std::nullopt;
  if (end > floor && text[end - 1] == '.') --end;
  const std::optional<Word> day = word_back(text, end, floor);
  return day && is_one_of(days, day->folded) ? day : std::nullopt;
}

// A week day that does not stay: of a birth, one of several, a short one.
std::optional<Word> vain_week_day(const Note& note, const detect::Finding& date, std::size_t floor) {
  if (auto noted = short_week_day(note.text(), date.range.begin.value, floor)) return noted;
  const std::optional<Word> day = word_before(note.text(), date.range.begin.value, floor);
  if (!day || !is_week_day(day->folded)) return std::nullopt;
  const std::vector<std::string> words = folded_words(note.surface(date));
  const bool several = std::any_of(words.begin(), words.end(), is_week_day);
  return several || date.category == policy::Category::Birthdate ? day : std::nullopt;
}

// "du 12 jusqu’au 15 mars": the day before belongs to the same month, and the whole is one time.
std::optional<Lead> first_day_before(std::string_view text, const Lead& lead, std::size_t floor) {
  if (lead.word != "à") return std::nullopt;
  std::size_t end = skip_blanks_back(text, lead.begin, floor);
  for (const std::string_view apostrophe : {"’", "'"}) {
    const std::string_view so_far = text.substr(0, lead.begin);
    if (so_far.ends_with(apostrophe) && lead.begin - apostrophe.size() > floor)
      end = lead.begin - apostrophe.size();
  }
  const std::optional<Word> until = word_back(text, end, floor);
  std::optional<Word> day =
      until && until->folded == "jusqu" ? word_before(text, until->begin, floor) : std::nullopt;
  if (!day) return std::nullopt;
  constexpr std::string_view digits = "0123456789";
  const bool first_of_month = day->folded == "1er";
  if (!first_of_month &&
      (day->folded.size() > 2 || day->folded.find_first_not_of(digits) != std::string::npos)) {
    return std::nullopt;
  }
  const std::optional<Word> name = word_before(text, day->begin, floor);
  const Lead out = lead_before(text, name && is_week_day(name->folded) ? name->begin : day->begin, floor);
  return out.stands && out.word == "de" && out.article ? std::optional(out) : std::nullopt;
}

DateLead french(const Note& note, const detect::Finding& date, std::size_t floor) {
  const std::string_view text = note.text();
  const std::optional<Word> day = vain_week_day(note, date, floor);
  const std::size_t begin = day ? day->begin : date.range.begin.value;
  const std::optional<Word> week_day = word_before(text, begin, floor);
  const bool has_week_day = week_day && is_week_day(week_day->folded);
  const Lead until = lead_before(text, has_week_day ? week_day->begin : begin, floor);
  if (const std::optional<Lead> first = first_day_before(text, until, floor)) {
    return {first->begin, DateTie::Bare, first->capital, true};
  }
  const Lead lead = lead_with_un(text, begin, floor).value_or(lead_before(text, begin, floor));
  // "entre le 12 et le 15 mars" is one time, and nothing is left for it to lie between.
  const std::optional<Word> between = word_before(text, lead.begin, floor);
  if (between && between->folded == "entre" && holds(note.surface(date), "et")) {
    return {between->begin, DateTie::Adverb, text::is_upper(text::decode_at(text, between->begin).value),
            true};
  }
  if (day && !lead.stands) {
    return {begin, DateTie::Adverb, text::is_upper(text::decode_at(text, begin).value), true};
  }
  if (!lead.stands || !lead.article) return {date.range.begin.value};
  DateLead out{lead.begin, tie_of(text, lead, date.range.end.value, floor), lead.capital, true};
  if (out.tie == DateTie::Of && holds(note.surface(date), "au")) out.tie = DateTie::Bare;
  return out;
}

DateLead english(const Note& note, const detect::Finding& date, std::size_t floor) {
  if (const std::optional<Word> day = short_week_day(note.text(), date.range.begin.value, floor)) {
    return {day->begin, DateTie::Bare, text::is_upper(text::decode_at(note.text(), day->begin).value), true};
  }
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
  return is_in_french(date) ? french(note, date, floor) : english(note, date, floor);
}

bool is_week_day(std::string_view folded) {
  constexpr std::array<std::string_view, 14> days{"lundi",    "mardi",    "mercredi", "jeudi",   "vendredi",
                                                  "samedi",   "dimanche", "monday",   "tuesday", "wednesday",
                                                  "thursday", "friday",   "saturday", "sunday"};
  return is_one_of(days, folded);
}

}  // namespace paravent::anonymise
