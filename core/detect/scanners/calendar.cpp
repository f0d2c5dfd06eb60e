#include "detect/scanners/calendar.hpp"

#include <algorithm>
#include <array>

#include "detect/scanners/folded.hpp"

namespace paravent::detect::scanners {
namespace {

struct MonthName {
  std::string_view name;
  unsigned number;
  MonthLanguage language;
};

constexpr auto fr = MonthLanguage::French;
constexpr auto en = MonthLanguage::English;
constexpr auto both = MonthLanguage::Both;

constexpr std::array months{
    MonthName{"janvier", 1, fr},   MonthName{"fevrier", 2, fr},   MonthName{"mars", 3, fr},
    MonthName{"avril", 4, fr},     MonthName{"mai", 5, fr},       MonthName{"juin", 6, fr},
    MonthName{"juillet", 7, fr},   MonthName{"aout", 8, fr},      MonthName{"septembre", 9, fr},
    MonthName{"octobre", 10, fr},  MonthName{"novembre", 11, fr}, MonthName{"decembre", 12, fr},
    MonthName{"janv", 1, fr},      MonthName{"fevr", 2, fr},      MonthName{"fev", 2, fr},
    MonthName{"avr", 4, fr},       MonthName{"juil", 7, fr},      MonthName{"jan", 1, both},
    MonthName{"sept", 9, both},    MonthName{"oct", 10, both},    MonthName{"nov", 11, both},
    MonthName{"dec", 12, both},    MonthName{"january", 1, en},   MonthName{"february", 2, en},
    MonthName{"march", 3, en},     MonthName{"april", 4, en},     MonthName{"may", 5, en},
    MonthName{"june", 6, en},      MonthName{"july", 7, en},      MonthName{"august", 8, en},
    MonthName{"september", 9, en}, MonthName{"october", 10, en},  MonthName{"november", 11, en},
    MonthName{"december", 12, en}, MonthName{"feb", 2, en},       MonthName{"mar", 3, both},
    MonthName{"apr", 4, en},       MonthName{"jun", 6, en},       MonthName{"jul", 7, en},
    MonthName{"aug", 8, en},       MonthName{"sep", 9, both},     MonthName{"juill", 7, fr},
};

template <class... Table>
constexpr LetterIndex starts_of(const Table&... tables) {
  LetterIndex index;
  const auto add = [&](const auto& table) {
    for (const auto& row : table) index.add(row.name[0], row.name[1], false);
  };
  (add(tables), ...);
  return index;
}
constexpr LetterIndex month_starts = starts_of(months);

Month named(const View& text, std::size_t begin, std::size_t end) {
  Month out;
  if (end - begin < 3 || end - begin > 12) return out;
  if (!may_start(text, begin, month_starts)) return out;
  Folded word;
  word.read(text, begin, end);
  if (word.view().empty()) return out;
  for (const MonthName& row : months) {
    if (row.name.front() != word.view().front() || row.name != word.view()) continue;
    out.number = row.number;
    out.language = row.language;
    out.doubtful = is_lower(text.at(begin)) &&
                   (row.name == "may" || row.name == "march" || row.name == "mar" || row.name == "august");
    return out;
  }
  return out;
}

struct NumberWord {
  std::string_view name;
  unsigned value;
};

constexpr std::array french{
    NumberWord{"un", 1},         NumberWord{"une", 1},       NumberWord{"deux", 2},
    NumberWord{"trois", 3},      NumberWord{"quatre", 4},    NumberWord{"cinq", 5},
    NumberWord{"six", 6},        NumberWord{"sept", 7},      NumberWord{"huit", 8},
    NumberWord{"neuf", 9},       NumberWord{"dix", 10},      NumberWord{"onze", 11},
    NumberWord{"douze", 12},     NumberWord{"treize", 13},   NumberWord{"quatorze", 14},
    NumberWord{"quinze", 15},    NumberWord{"seize", 16},    NumberWord{"vingt", 20},
    NumberWord{"vingts", 20},    NumberWord{"trente", 30},   NumberWord{"quarante", 40},
    NumberWord{"cinquante", 50}, NumberWord{"soixante", 60}, NumberWord{"septante", 70},
    NumberWord{"huitante", 80},  NumberWord{"octante", 80},  NumberWord{"nonante", 90},
    NumberWord{"cent", 100},     NumberWord{"cents", 100},   NumberWord{"mil", 1000},
    NumberWord{"mille", 1000},   NumberWord{"premier", 1}};

constexpr std::array english{
    NumberWord{"one", 1},       NumberWord{"two", 2},        NumberWord{"three", 3},
    NumberWord{"four", 4},      NumberWord{"five", 5},       NumberWord{"six", 6},
    NumberWord{"seven", 7},     NumberWord{"eight", 8},      NumberWord{"nine", 9},
    NumberWord{"ten", 10},      NumberWord{"eleven", 11},    NumberWord{"twelve", 12},
    NumberWord{"thirteen", 13}, NumberWord{"fourteen", 14},  NumberWord{"fifteen", 15},
    NumberWord{"sixteen", 16},  NumberWord{"seventeen", 17}, NumberWord{"eighteen", 18},
    NumberWord{"nineteen", 19}, NumberWord{"twenty", 20},    NumberWord{"thirty", 30},
    NumberWord{"forty", 40},    NumberWord{"fifty", 50},     NumberWord{"sixty", 60},
    NumberWord{"seventy", 70},  NumberWord{"eighty", 80},    NumberWord{"ninety", 90},
    NumberWord{"hundred", 100}, NumberWord{"thousand", 1000}};

constexpr std::array ordinals{
    NumberWord{"first", 1},       NumberWord{"second", 2},       NumberWord{"third", 3},
    NumberWord{"fourth", 4},      NumberWord{"fifth", 5},        NumberWord{"sixth", 6},
    NumberWord{"seventh", 7},     NumberWord{"eighth", 8},       NumberWord{"ninth", 9},
    NumberWord{"tenth", 10},      NumberWord{"eleventh", 11},    NumberWord{"twelfth", 12},
    NumberWord{"thirteenth", 13}, NumberWord{"fourteenth", 14},  NumberWord{"fifteenth", 15},
    NumberWord{"sixteenth", 16},  NumberWord{"seventeenth", 17}, NumberWord{"eighteenth", 18},
    NumberWord{"nineteenth", 19}, NumberWord{"twentieth", 20},   NumberWord{"thirtieth", 30}};

constexpr LetterIndex french_starts = starts_of(french);
constexpr LetterIndex english_starts = starts_of(english, ordinals);

template <std::size_t N>
unsigned value_of(std::string_view word, const std::array<NumberWord, N>& table) {
  if (word.empty()) return 0;
  for (const NumberWord& row : table) {
    if (row.name.size() == word.size() && row.name.front() == word.front() && row.name == word)
      return row.value;
  }
  return 0;
}

std::size_t word_end(const View& text, std::size_t i) {
  const std::size_t start = i;
  while (i - start < 16) {
    const std::size_t size = text.letter_at(i);
    if (size == 0) break;
    i += size;
  }
  return i;
}

// Puts one more number word to what was read: 20 + 4, 4 × 20, 2 × 1000 …
struct Sum {
  unsigned total = 0;  // whole thousands
  unsigned part = 0;
  bool add(unsigned value) {
    const unsigned below = part % 100;
    if (value == 1000) {
      total += (part == 0 ? 1 : part) * 1000;
      part = 0;
      return total <= 9000;
    }
    if (value == 100) {
      if (below > 19) return false;
      part = part - below + (below == 0 ? 1 : below) * 100;
      return part <= 9900;
    }
    if (value == 20 && below == 4) {
      part += 76;
      return true;
    }
    const unsigned room = below == 0                   ? 100
                          : below == 60 || below == 80 ? 20
                                                       : 10;  // 70 and 90 go on from 60 and 80
    if (below % 10 != 0 || value >= room) return false;
    part += value;
    return true;
  }
};

template <std::size_t N>
WordNumber number_at(const View& text, std::size_t i, const std::array<NumberWord, N>& table,
                     std::string_view also) {
  WordNumber out;
  Sum sum;
  Folded word;
  std::size_t begin = i;
  bool linked = false;
  while (out.words < 8) {
    const std::size_t end = word_end(text, begin);
    if (end == begin || end - begin > 14 || text.word_at(end)) break;
    word.read(text, begin, end);
    if (word.view() == also && out.words > 0 && !linked) {  // "vingt et un"
      linked = true;
    } else {
      const unsigned value = value_of(word.view(), table);
      const unsigned ordinal = &table[0].name == &english[0].name ? value_of(word.view(), ordinals) : 0;
      if (value == 0 && ordinal == 0) break;
      if (!sum.add(value != 0 ? value : ordinal)) break;
      linked = false;
      ++out.words;
      out.end = end;
      out.value = sum.total + sum.part;
      if (ordinal != 0 || word.view() == "premier") {
        out.ordinal = true;
        break;
      }
    }
    const std::size_t dash = text.dash_at(end);
    const std::size_t gap = dash != 0 ? dash : text.blank_at(end);
    if (gap == 0) break;
    begin = end + gap;
  }
  return out;
}

}  // namespace

Month month_at(const View& text, std::size_t i) {
  const std::size_t end = word_end(text, i);
  if (end == i || text.word_at(end)) return {};
  Month month = named(text, i, end);
  if (month.number == 0) return {};
  month.end = end;
  if (text.at(end) == '.' && end - i <= 6 &&
      (text.blank_at(end + 1) != 0 && is_digit(text.at(end + 1 + text.blank_at(end + 1)))))
    ++month.end;
  return month;
}

Month month_before(const View& text, std::size_t end) {
  if (text.before(end) == '.') --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < 14) {
    const std::size_t size = text.letter_before(begin);
    if (size == 0) break;
    begin -= size;
  }
  if (begin == end || text.word_before(begin)) return {};
  Month month = named(text, begin, end);
  month.end = begin;
  return month;
}

bool is_day_of(unsigned day, unsigned month) {
  constexpr std::array<unsigned, 12> last{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 && day >= 1 && day <= last[month - 1];
}

bool is_year(unsigned year) {
  return year >= 1850 && year < 2150;
}

unsigned number_of(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

std::size_t year_after(const View& text, std::size_t i, bool comma) {
  std::size_t begin = i;
  if (comma && text.at(begin) == ',') ++begin;
  const std::size_t blank = text.skip_blanks(begin);
  if (blank == begin && text.at(i) != '-') return i;
  begin = blank == begin ? begin + 1 : blank;
  const std::size_t end = text.digits_end(begin, 5);
  if (end - begin != 4 || text.word_at(end)) return i;
  return is_year(number_of(text.slice(begin, end))) ? end : i;
}

namespace {

// Where the word of letters begins that stands before `at`, behind a blank; `at` where there is none.
std::size_t word_begin_before(const View& text, std::size_t at) {
  constexpr std::size_t longest_week_day = 9;
  const std::size_t end = text.skip_blanks_back(at);
  std::size_t begin = end;
  while (begin > 0 && end - begin <= longest_week_day && is_alpha(text.at(begin - 1))) --begin;
  return end == at || begin == end || text.word_before(begin) ? at : begin;
}

bool same_but_for_case(std::string_view written, std::string_view word) {
  return std::equal(written.begin(), written.end(), word.begin(), word.end(),
                    [](char a, char b) { return to_lower(a) == b; });
}

// The words that are said again before each day: "le 12 et le 15 mars", "lundi 12 et mardi 13 mars".
struct DayLead {
  std::size_t begin = 0;     // where they start, or the day itself
  std::string_view article;  // empty: none
  bool week_day = false;
};

DayLead day_lead(const View& text, std::size_t day) {
  constexpr std::array<std::string_view, 14> week{"lundi",    "mardi",    "mercredi", "jeudi",   "vendredi",
                                                  "samedi",   "dimanche", "monday",   "tuesday", "wednesday",
                                                  "thursday", "friday",   "saturday", "sunday"};
  DayLead out;
  out.begin = day;
  const auto stands = [&](std::string_view word) {
    const std::size_t begin = word_begin_before(text, out.begin);
    if (begin == out.begin) return false;
    return same_but_for_case(text.slice(begin, text.skip_blanks_back(out.begin)), word);
  };
  out.week_day = std::any_of(week.begin(), week.end(), stands);
  if (out.week_day) out.begin = word_begin_before(text, out.begin);
  for (const std::string_view article : {"le", "du", "the"}) {
    if (!stands(article)) continue;
    out.article = article;
    out.begin = word_begin_before(text, out.begin);
    break;
  }
  return out;
}

// The first of two days has what the second has.
bool agrees(const DayLead& first, const DayLead& second) {
  return (second.article.empty() || first.article == second.article) && (!second.week_day || first.week_day);
}

// Where a day's digits end that may have the ending of an ordinal: "1er", "12th".
std::size_t before_ordinal(const View& text, std::size_t end) {
  if (end < 3 || !is_digit(text.at(end - 3))) return end;
  const std::string_view ending = text.slice(end - 2, end);
  for (const std::string_view ordinal : {"er", "st", "nd", "rd", "th"}) {
    if (ending == ordinal) return end - 2;
  }
  return end;
}

}  // namespace

std::size_t first_of_list(const View& text, std::size_t digit, unsigned most, bool ranges) {
  std::size_t begin = digit;
  for (int n = 0; n < 4; ++n) {
    const DayLead lead = ranges ? day_lead(text, begin) : DayLead{begin, {}, false};
    std::size_t i = text.skip_blanks_back(lead.begin);
    const bool blank = i != lead.begin;
    const auto linked = [&](std::string_view word) {
      return blank && i > word.size() && text.slice(i - word.size(), i) == word &&
             text.blank_before(i - word.size()) != 0;
    };
    const bool comma = begin != digit && text.before(i) == ',' && blank;  // only before "et"
    const bool hyphen = ranges && text.before(i) == '-' && !blank;
    const bool long_dash = ranges && i >= 3 && text.dash_at(i - 3) == 3;
    if (linked("et") || (ranges && (linked("au") || linked("ou") || linked("to")))) {
      i = text.skip_blanks_back(i - 2);
    } else if (linked("and") || long_dash) {
      i = text.skip_blanks_back(i - 3);
    } else if (comma || hyphen) {
      --i;
    } else {
      break;
    }
    i = before_ordinal(text, i);
    std::size_t first = i;
    while (first > 0 && i - first < 3 && is_digit(text.at(first - 1))) --first;
    const std::size_t end = text.digits_end(first, 3);
    if (first == i || end - first > 2 || text.word_before(first) || text.before(first) == '/') break;
    const unsigned value = number_of(text.slice(first, end));
    if (value == 0 || value > most) break;
    if (ranges && !agrees(day_lead(text, first), lead)) break;
    begin = first;
  }
  return begin;
}

WordNumber french_number_at(const View& text, std::size_t i) {
  return may_start(text, i, french_starts) ? number_at(text, i, french, "et") : WordNumber{};
}
WordNumber english_number_at(const View& text, std::size_t i) {
  return may_start(text, i, english_starts) ? number_at(text, i, english, "and") : WordNumber{};
}

}  // namespace paravent::detect::scanners
