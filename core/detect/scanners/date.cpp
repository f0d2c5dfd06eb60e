// Dates in digits, or with the name of a month. A bare year, a month and year, a fraction, a score, a
// version, an hour and a range of pages are none.
#include <algorithm>
#include <array>

#include "detect/scanners/birth.hpp"
#include "detect/scanners/calendar.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

// Words before "03/08" that make it a place in a series.
constexpr WordSet series{"seance",   "seances", "session", "page",        "module",      "etape",  "chapitre",
                         "score",    "note",    "no",      "numero",      "part",        "partie", "slide",
                         "version",  "v",       "ratio",   "lot",         "exercice",    "pages",  "p",
                         "question", "item",    "ref",     "departement", "departements"};

constexpr WordSet entries{"rdv",  "prochain", "prochaine", "rendez-vous", "prevu", "prevue",
                          "next", "vu",       "vue",       "appel",       "cr",    "mail"};
// Words for what has several dates.
constexpr WordSet dated{"seances", "sessions", "dates", "rdv", "creneaux", "slots", "meetings"};
// … and for what has one: "réunion plénière, 18.03, chez le notaire".
constexpr WordSet met_once{"reunion", "entretien", "rencontre", "seance",
                           "rdv",     "meeting",   "session",   "call"};
// Words right before "9/12" or "02.09" that leave only a date.
constexpr WordSet appointments{"next",         "prochain",     "prochaine", "rdv",
                               "recu",         "recue",        "envoye",    "envoyee",
                               "signe",        "signee",       "before",    "after",
                               "leaves",       "starts",       "started",   "ends",
                               "call",         "mtg",          "tue",       "tues",
                               "wed",          "thu",          "thur",      "thurs",
                               "fri",          "bef",          "deadline",  "call on",
                               "moved to",     "next session", "next one",  "prochaine seance",
                               "prochain rdv", "avant le",     "apres le"};
// What leaves a date of "18 march" and "may 12", words of every day in small letters.
constexpr WordSet before_a_day{"before", "by", "until", "till", "on", "after", "since", "from"};
// "place du 6-Juin": the day gave a street its name.
constexpr WordSet streets{"rue du",   "rue des",  "place du", "avenue du",  "boulevard du",
                          "bd du",    "quai du",  "pont du",  "square du",  "esplanade du",
                          "stade du", "lycee du", "parc du",  "impasse du", "av du"};
constexpr WordSet counted{"de l",    "temps",     "of",     "eme",
                          "seances", "questions", "points", "sessions"};  // after "3/8"

void add_date(Scan& scan, std::size_t begin, std::size_t end, std::string_view rule, std::uint16_t score) {
  if (announces_birth(scan.lead(begin))) {
    scan.add(begin, end, Category::Birthdate, "birthdate.announced", by_keyword);
  } else {
    scan.add(begin, end, Category::Date, rule, score);
  }
}

bool free_after(const View& text, std::size_t end) {
  if (text.letter_at(end) != 0 || is_digit(text.at(end))) {
    return text.at(end) == 'T' && is_digit(text.at(end + 1));  // 2024-03-12T10:00
  }
  const char c = text.at(end);
  if (c == '%') return false;
  return !((c == '/' || c == '-' || c == '.') && is_digit(text.at(end + 1)));
}

std::size_t ordinal_end(const View& text, std::size_t i) {
  const char a = to_lower(text.at(i));
  const char b = to_lower(text.at(i + 1));
  const bool er = a == 'e' && b == 'r';
  const bool th =
      (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
  if ((er || th) && !text.word_at(i + 2)) return i + 2;
  if (text.slice(i, std::min(i + 5, text.size())) == "\xE1\xB5\x89\xCA\xB3") return i + 5;  // ᵉʳ
  return i;
}

// "12 mars 2024", "1er avril", "12th of March, 2024", "12-mars-2024"
bool day_and_month(Scan& scan, std::size_t digit, std::size_t end) {
  const View& text = scan.view;
  if (end - digit > 2 || text.word_before(digit)) return false;
  std::size_t i = ordinal_end(text, end);
  const bool ordinal = i != end;
  const std::size_t dash = text.dash_at(i);
  std::size_t blanks = text.skip_blanks(i);
  if (blanks == i && dash == 0 && text.at(i) != '/' && text.at(i) != '.' && text.letter_at(i) == 0)
    return false;
  if (blanks == i && text.letter_at(i) == 0) blanks = i + (dash != 0 ? dash : 1);
  i = blanks;
  if (ordinal && to_lower(text.at(i)) == 'o' && to_lower(text.at(i + 1)) == 'f' && text.blank_at(i + 2) != 0)
    i = text.skip_blanks(i + 2);
  const Month month = month_at(text, i);
  const unsigned day = number_of(text.slice(digit, end));
  if (month.number == 0 || !is_day_of(day, month.number)) return false;
  if (text.before(digit) == ',' || (text.before(digit) == '.' && is_digit(text.before(digit - 1))))
    return false;
  if (ends_with_any(trim_blanks(scan.lead(digit)), streets)) return false;
  const char joint = dash != 0 ? '-' : '\0';
  // "le 14-Juillet": the feast
  const bool feast = joint == '-' && text.capital_at(i) && month.language == MonthLanguage::French &&
                     ((day == 14 && month.number == 7) || (day == 8 && month.number == 5) ||
                      (day == 11 && month.number == 11));
  std::size_t last = year_after(text, month.end, month.language != MonthLanguage::French);
  if (month.doubtful && !ordinal && last == month.end) {
    // "who arrive by 10 may come in"
    const bool may = month.number == 5 && text.letter_at(text.skip_blanks(month.end)) != 0;
    if (may || !ends_with_any(trim_blanks(scan.lead(digit)), before_a_day)) return false;
  }
  if (last == month.end && joint == '-' && text.dash_at(month.end) != 0) {
    const std::size_t short_year = text.digits_end(month.end + 1, 3);
    if (short_year - month.end == 3 && !text.word_at(short_year)) last = short_year;
  }
  if (feast && last == month.end) return false;
  add_date(scan, first_of_list(text, digit, 31, true), last, "date.day_month", by_strong_format);
  return true;
}

struct Triple {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  std::size_t a_size = 0;
  std::size_t b_size = 0;
  std::size_t c_size = 0;
  std::size_t second = 0;  // where b ends
  std::size_t end = 0;
  char joint = '\0';
  bool spaced = false;
};

// Two or three numbers with the same mark between: a blank on both sides of the mark is let through.
std::size_t mark_at(const View& text, std::size_t i, char& mark, bool& spaced) {
  const std::size_t blank = text.blank_at(i);
  std::size_t at = i + blank;
  const char c = text.at(at);
  if (const std::size_t dash = text.dash_at(at); dash != 0) {
    mark = '-';
    at += dash;
  } else if (c == '/' || c == '.') {
    mark = c;
    ++at;
  } else if (blank != 0 && is_digit(c)) {
    mark = ' ';
    return at;
  } else {
    return 0;
  }
  const std::size_t after = text.blank_at(at);
  if ((after != 0) != (blank != 0)) return 0;
  spaced = blank != 0;
  return is_digit(text.at(at + after)) ? at + after : 0;
}

Triple read_triple(const View& text, std::size_t digit, std::size_t end) {
  Triple t;
  t.a_size = end - digit;
  t.a = number_of(text.slice(digit, end));
  const std::size_t b = mark_at(text, end, t.joint, t.spaced);
  if (b == 0) return t;
  t.second = text.digits_end(b, 3);
  t.b_size = t.second - b;
  t.b = number_of(text.slice(b, t.second));
  t.end = t.second;
  char joint = '\0';
  bool spaced = false;
  const std::size_t c = mark_at(text, t.second, joint, spaced);
  if (c == 0 || joint != t.joint) return t;
  t.end = text.digits_end(c, 5);
  t.c_size = t.end - c;
  t.c = number_of(text.slice(c, t.end));
  return t;
}

bool either_order(unsigned a, unsigned b) {
  return is_day_of(a, b) || is_day_of(b, a);
}

// "fri 7.6.24", "le 7.6.24"
bool is_of_a_day(std::string_view lead) {
  return announces_date(lead) || ends_with_any(trim_lead(lead), appointments);
}

bool full_numeric(Scan& scan, std::size_t digit, const Triple& t) {
  const View& text = scan.view;
  if (t.c_size == 0 || !free_after(text, t.end)) return false;
  if (t.a_size == 4 && t.b_size <= 2 && t.c_size <= 2 && t.joint != ' ') {
    if (!is_year(t.a) || !is_day_of(t.c, t.b) || t.spaced || (t.joint == '.' && t.c_size == 1)) return false;
    add_date(scan, digit, t.end, "date.iso", by_strong_format);
    return true;
  }
  if (t.a_size > 2 || t.b_size > 2 || !either_order(t.a, t.b)) return false;
  const bool padded = t.a_size == 2 && t.b_size == 2;
  if (t.c_size != 2 && t.c_size != 4) return false;
  if (t.c_size == 4 ? !is_year(t.c) : t.joint != '/' && !padded && !is_of_a_day(scan.lead(digit)))
    return false;
  const bool birth = announces_birth(scan.lead(digit));
  if (t.c_size == 4) {
    if (t.joint == ' ' && !birth && !(padded && announces_date(scan.lead(digit)))) return false;
  } else {
    if (t.joint == ' ' && !(birth && padded)) return false;
    if (t.spaced && t.joint != '/') return false;
    if (!birth && ends_with_any(trim_lead(scan.lead(digit)), series)) return false;
  }
  add_date(scan, digit, t.end, "date.numeric", t.c_size == 4 ? by_strong_format : by_format);
  return true;
}

// Nothing but a list mark, the bar of a cell, or an appointment, before "14/2".
bool starts_entry(Scan& scan, std::size_t digit) {
  const std::string_view lead = scan.lead(digit);
  const std::string_view rest = trim_lead(lead);
  const bool cell = scan.view.before(scan.view.skip_blanks_back(digit)) == '|';
  return rest.empty() || cell || ends_with_any(rest, entries);
}

// "20240312", as in names of files, and "20240312T093000", as calendars write it.
bool compact(Scan& scan, std::size_t digit, std::size_t end) {
  const View& text = scan.view;
  const bool time = text.at(end) == 'T' && is_digit(text.at(end + 1));
  if (end - digit != 8 || text.word_before(digit) || (text.word_at(end) && !time)) return false;
  const unsigned year = number_of(text.slice(digit, digit + 4));
  const unsigned month = number_of(text.slice(digit + 4, digit + 6));
  if (year < 1930 || year > 2049 || !is_day_of(number_of(text.slice(digit + 6, end)), month)) return false;
  if ((continues_before(text, digit) && text.before(digit) != ':') ||
      (text.at(end) != '.' && !time && text.at(end) != '-' && continues_after(text, end)))
    return false;
  add_date(scan, digit, end, "date.compact", by_format);
  return true;
}

// "[3/4 10:38]", "12/11 18:02": a time of the day behind it.
bool before_a_time(const View& text, std::size_t end) {
  const std::size_t hour = text.skip_blanks(end);
  const std::size_t colon = text.digits_end(hour, 3);
  return hour != end && colon != hour && colon - hour <= 2 && text.at(colon) == ':' &&
         text.digits_end(colon + 1, 3) - colon == 3;
}

// "sessions 1/14, 1/28, 2/11", "séances (3/11, 1/12)": one of several, of which days above 12 tell that they
// are dates, or a word for meetings and other months.
bool in_a_list(Scan& scan, const Triple& t, std::size_t digit) {
  const View& text = scan.view;
  const bool meetings = contains_any(scan.lead(digit), dated);
  const auto pair_at = [&](std::size_t i) {
    const std::size_t slash = text.digits_end(i, 3);
    const std::size_t end = text.digits_end(slash + 1, 3);
    if (slash == i || slash - i > 2 || text.at(slash) != '/' || end - slash < 2 || end - slash > 3)
      return false;
    const unsigned a = number_of(text.slice(i, slash));
    const unsigned b = number_of(text.slice(slash + 1, end));
    return either_order(a, b) && (std::max({a, b, t.a, t.b}) > 12 || (meetings && b != t.b));
  };
  if (text.at(t.second) == ',' && pair_at(text.skip_blanks(t.second + 1))) return true;
  const std::size_t i = text.skip_blanks_back(digit);
  if (i == digit || text.before(i) != ',') return false;
  std::size_t front = i - 1;
  while (front > 0 && i - front < 7 && (is_digit(text.at(front - 1)) || text.at(front - 1) == '/')) --front;
  return pair_at(front);
}

// "7/11, Forbach.", "27/6, 8:00": it opens a line, or above 12 a sentence, and a place or a time goes on
// behind the comma.
bool is_told_by_comma(Scan& scan, const Triple& t, std::size_t digit) {
  const View& text = scan.view;
  const std::size_t next = text.skip_blanks(t.second + 1);
  if (text.at(t.second) != ',' || next == t.second + 1) return false;
  if (!text.capital_at(next) && !is_digit(text.at(next))) return false;
  // "7/10, elle va mieux" is a score; "8/10, 9 h" is none.
  const bool score = (t.b == 10 || t.b == 5) && t.a <= t.b;
  if (score && !is_digit(text.at(next))) return false;
  const std::string_view lead = trim_blanks(scan.lead(digit));
  return trim_lead(lead).empty() || (t.a > 12 && lead.ends_with('.'));
}

bool closes_clause(const View& text, std::size_t end) {
  const char c = text.at(end);
  return c == '\0' || c == ',' || c == ')' || is_line_end(c);
}

// "réunion plénière, 18.03, chez le notaire", "Call w/ Chip 2/18": the clause right before is of a meeting;
// not "Entretien : prix 10.12".
bool is_of_a_meeting(std::string_view lead) {
  std::string_view clause = trim_blanks(lead);
  if (clause.ends_with(',')) clause.remove_suffix(1);
  const std::size_t comma = clause.rfind(',');
  if (comma != std::string_view::npos) clause.remove_prefix(comma + 1);
  constexpr std::size_t longest = 40;  // bytes
  static constexpr WordSet of_what{"de", "a", "at", "prix", "tarif"};
  const bool other = clause.find(':') != std::string_view::npos;
  return clause.size() <= longest && !other && !ends_with_any(trim_blanks(clause), of_what) &&
         contains_any(clause, met_once);
}

// "Mon 3/6 0815": in small letters "mon" is French.
bool stands_behind_weekday(const View& text, std::size_t digit) {
  const std::size_t end = text.skip_blanks_back(digit);
  if (end == digit || end < 3 || (end > 3 && text.word_before(end - 3))) return false;
  const std::string_view day = text.slice(end - 3, end);
  return day == "Mon" || day == "Sat" || day == "Sun";
}

// "14/02", "le 6/10", "le 12.03": a day and a month without year.
bool short_numeric(Scan& scan, std::size_t digit, const Triple& t) {
  const View& text = scan.view;
  if (t.c_size != 0 || t.a_size > 2 || t.b_size == 0 || t.b_size > 2 || t.spaced || t.joint == ' ')
    return false;
  if (!free_after(text, t.second) || (t.a == 24 && t.b == 7 && t.b_size == 1)) return false;
  if (!either_order(t.a, t.b)) return false;
  const std::string_view lead = scan.lead(digit);
  const std::string_view trimmed = trim_lead(lead);
  const bool timed = t.joint == '/' && before_a_time(text, t.second);
  const bool listed = t.joint == '/' && in_a_list(scan, t, digit);
  const bool announced = announces_date(lead) || timed || ends_with_any(trimmed, appointments) ||
                         (t.joint == '/' && stands_behind_weekday(text, digit));
  const bool month_first = !is_day_of(t.a, t.b) && is_day_of(t.b, t.a);
  // "Call w/ Chip 2/18", "2/20 — Rochelle": alone at an edge of its line
  const bool met = closes_clause(text, t.second) && is_of_a_meeting(lead);
  const bool heads = trimmed.empty() && text.dash_at(text.skip_blanks(t.second)) != 0;
  if (month_first && (met || heads)) {
    scan.add(digit, t.second, Category::Date, "date.day_month", by_format);
    return true;
  }
  if (month_first && !announced && !listed && !ends_with_word(trimmed, "by")) return false;
  if (announces_birth(lead)) {
    add_date(scan, digit, t.second, "date.day_month", by_keyword);
    return true;
  }
  const bool padded = t.a_size == 2 && t.b_size == 2;
  if (!timed && !listed && ends_with_any(trimmed, series) && !ends_with_any(trimmed, appointments))
    return false;
  const std::string_view after = scan.trail(t.second);
  if (starts_with_any(after, counted)) return false;
  if (t.joint != '/') {
    if ((!announced && !met) || !padded || ends_with_word(trimmed, "au")) return false;
  } else if (!announced && !listed) {
    const bool zero_month = t.b_size == 2 && text.at(t.second - 2) == '0';  // "4/09"
    const bool zero = text.at(digit) == '0' || zero_month;
    const bool shaped = t.a <= 12 ? zero_month || (padded && zero) : padded || starts_entry(scan, digit);
    if (!shaped && !is_told_by_comma(scan, t, digit)) return false;
  }
  scan.add(digit, t.second, Category::Date, "date.day_month", announced ? by_strong_format : by_format);
  return true;
}

}  // namespace

void recognise_date(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const std::size_t end = text.digits_end(digit, 9);
  const std::size_t size = end - digit;
  if (compact(scan, digit, end)) return;
  if (size > 4 || size == 3) return;
  if (size <= 2 && day_and_month(scan, digit, end)) return;
  if (continues_before(text, digit)) return;
  const Triple t = read_triple(text, digit, end);
  if (t.b_size == 0) return;
  if (!full_numeric(scan, digit, t)) short_numeric(scan, digit, t);
}

void recognise_english_date(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const std::size_t end = text.digits_end(digit, 3);
  if (end - digit > 2) return;
  const std::size_t name_end = text.skip_blanks_back(digit);
  if (name_end == digit) return;
  const Month month = month_before(text, name_end);
  if (month.number == 0 || month.language == MonthLanguage::French) return;
  // "before may 12", not "she may 12 times a day"
  if (month.doubtful && !ends_with_any(trim_blanks(scan.lead(month.end)), before_a_day)) return;
  if (!is_day_of(number_of(text.slice(digit, end)), month.number)) return;
  const std::size_t day_end = ordinal_end(text, end);
  const bool ordinal = day_end != end;
  if (text.word_at(day_end) || text.at(day_end) == '%' || text.at(day_end) == '/' ||
      (text.at(day_end) == ':' && is_digit(text.at(day_end + 1))))
    return;
  const std::size_t last = year_after(text, day_end, true);
  const bool capital = is_upper(text.at(month.end));
  // A month in small letters is one before a day if no word is written so: "october 14", not "may 14".
  constexpr std::size_t shortest_full_name = 4;
  const bool full_name =
      month.language == MonthLanguage::English && name_end - month.end >= shortest_full_name;
  if (!capital && !ordinal && last == day_end && !full_name && !month.doubtful) return;
  // "Mar 12", "Jan 5" may be French abbreviations cut from a list: the month stands before a day only in
  // English.
  const std::size_t before = text.skip_blanks_back(month.end);
  if (before != month.end && is_digit(text.before(before)) && last == day_end && !ordinal)
    return;  // "12 Oct 14"
  add_date(scan, month.end, last, "date.month_day", by_strong_format);
}

}  // namespace paravent::detect::scanners
