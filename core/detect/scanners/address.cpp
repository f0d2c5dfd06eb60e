// Street addresses: from the number ("12 bis, rue du Lac, 35000 Rennes", "14 Elm Street"), or from a number
// that stands after the street ("Rue du Lac 12, 1003 Lausanne"), or a postcode after a street or a box
// without number.
#include "detect/scanners/address.hpp"

#include <array>

#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

bool word_is(const View& text, std::size_t i, std::string_view word) {
  for (std::size_t k = 0; k < word.size(); ++k) {
    if (to_lower(text.at(i + k)) != word[k]) return false;
  }
  return !text.word_at(i + word.size());
}

// "bis", "ter", or one letter, after `blank` bytes; `end` if there is none.
std::size_t house_letter_end(const View& text, std::size_t end, std::size_t blank) {
  const std::size_t at = end + blank;
  for (const std::string_view word :
       {std::string_view("bis"), std::string_view("ter"), std::string_view("quater")}) {
    if (word_is(text, at, word)) return at + word.size();
  }
  const char c = text.at(at);
  const bool letter = to_lower(c) <= 'f' && !text.word_at(at + 1) && text.at(at + 1) != '\'';
  return letter && (blank == 0 || is_upper(c)) ? at + 1 : end;
}

// After a house number: "bis", "ter", "B", "-14", "/16".
std::size_t number_end(const View& text, std::size_t end) {
  for (int n = 0; n < 2; ++n) {
    const std::size_t blank = text.blank_at(end);
    const std::size_t at = end + blank;
    std::size_t next = end;
    if (is_alpha(text.at(at))) next = house_letter_end(text, end, blank);
    const char c = text.at(end);
    if (next == end && (c == '-' || c == '/') && is_digit(text.at(end + 1)))
      next = text.digits_end(end + 1, 4);
    if (next == end) break;
    end = next;
  }
  return end;
}

// Between the street and the town: ", bâtiment C", ", appt 12", ", BP 30", ", 3e étage", ", Apt 4B", ",
// lieu-dit X".
std::size_t complements_end(const View& text, std::size_t end) {
  static constexpr WordSet words{
      "bat",    "batiment", "appt",  "appartement", "apt",      "app",      "bp",        "cs",
      "esc",    "escalier", "suite", "unit",        "flat",     "lieu-dit", "residence", "boite",
      "bte",    "porte",    "hall",  "tour",        "immeuble", "bloc",     "bureau",    "etage",
      "entree", "b.p",      "c.s",   "lot",         "za",       "zi",       "zac"};
  std::size_t last = end;
  for (int n = 0; n < 3; ++n) {
    std::size_t at = text.skip_blanks(last);
    if (text.at(at) == ',') at = text.skip_blanks(at + 1);
    if (const std::size_t dash = text.dash_at(at); dash != 0 && text.blank_at(at + dash) != 0)
      at = text.skip_blanks(at + dash);
    if (at == last) break;
    if (text.at(at) == '#' && is_digit(text.at(at + 1))) {
      last = text.digits_end(at + 1, 5);
      continue;
    }
    std::size_t word = at;  // "3e étage", or the word itself
    const std::size_t floor = text.digits_end(at, 2);
    if (floor > at) {
      while (word - at < 6 && text.blank_at(word) == 0) ++word;
      word = text.skip_blanks(word);
    }
    std::size_t stop = word;
    while (stop - word < 14 && (text.letter_at(stop) != 0 || (text.at(stop) == '-' && stop > word)))
      stop += text.at(stop) == '-' ? 1 : text.letter_at(stop);
    Folded folded;
    folded.read(text, word, stop);
    if (stop == word || !is_any(folded.view(), words)) break;
    if (floor > at) {
      last = stop;
      continue;
    }
    if (text.at(stop) == '.') ++stop;
    const std::size_t value = text.skip_blanks(stop);
    std::size_t value_end = text.digits_end(value, 6);
    if (value_end > value) {
      if (is_alpha(text.at(value_end)) && !text.word_at(value_end + 1)) ++value_end;
    } else {
      value_end = name_end(text, value, {false, false, 4});
    }
    if (value_end == value) break;
    last = value_end;
  }
  return last;
}

// The end of the whole line from the end of the street on: complements count only before a town, or when they
// name a part of the house.
std::size_t tail_end(const View& text, std::size_t street, bool lower_case) {
  const std::size_t complements = complements_end(text, street);
  const std::size_t town = town_end(text, complements, lower_case);
  return town != complements ? town : complements;
}

bool house_number(const View& text, std::size_t digit, std::size_t end) {
  if (end - digit > 4 || text.word_before(digit)) return false;
  const char c = text.before(digit);
  return !((c == '.' || c == ',' || c == '/' || c == ':') && is_digit(text.before(digit - 1)));
}

// Where the part of a house or an estate begins that stands before its number: "Flat 2, |48 Mill Lane", "ZA
// des Prés, |440 route …", "lot |16, rue …"; else `digit`.
std::size_t complement_before(const View& text, std::size_t digit) {
  static constexpr WordSet words{"za",          "zi",       "zac",      "zone",      "residence", "lot",
                                 "lotissement", "apt",      "appt",     "flat",      "unit",      "suite",
                                 "bat",         "batiment", "immeuble", "apartment", "lieu-dit",  "hameau",
                                 "domaine",     "parc",     "studio",   "floor"};
  constexpr std::size_t window = 48;
  std::size_t end = text.skip_blanks_back(digit);
  if (text.before(end) == ',') --end;
  std::size_t begin = end;
  constexpr std::string_view borders = ",;:|([>*\n\r\t";
  while (begin > 0 && end - begin < window && borders.find(text.before(begin)) == std::string_view::npos)
    --begin;
  while (text.blank_at(begin) != 0) begin += text.blank_at(begin);
  std::size_t word = begin;
  while (word < end && (text.letter_at(word) != 0 || text.at(word) == '-'))
    word += text.at(word) == '-' ? 1 : text.letter_at(word);
  Folded first;
  first.read(text, begin, word);
  const bool between = end != text.skip_blanks_back(digit) || word == end;  // a comma, or the word alone
  return word != begin && between && is_any(first.view(), words) ? begin : digit;
}

bool french_street(Scan& scan, std::size_t digit, std::size_t end) {
  const View& text = scan.view;
  std::size_t at = number_end(text, end);
  if (text.at(at) == ',') ++at;
  const std::size_t type_begin = text.skip_blanks(at);
  if (type_begin == at) return false;
  const StreetType type = street_type_at(text, type_begin);
  if (type.end == 0) return false;
  const std::size_t name = text.skip_blanks(type.end);
  const bool dotted = text.before(type.end) == '.';
  if (name == type.end && !dotted) return false;
  std::size_t street = name_end(text, name, {false, true, 8});
  const bool lower_case = street == name;
  if (lower_case) {
    street = name_end(text, name, {true, true, 5});
    if (street == name) return false;
  }
  const std::size_t whole = tail_end(text, street, lower_case);
  if (lower_case && type.plain && whole == street) return false;
  const std::size_t begin = digit;
  const char before = text.before(begin);  // "12-14 rue", "12/14"
  if ((before == '-' || before == '/') && is_digit(text.before(begin - 1))) return false;
  scan.add(complement_before(text, begin), whole, Category::Address, "address.street", by_strong_format);
  return true;
}

// Whether the words before a number are about where somebody lives: "lives at 10 Mark Hill".
bool announces_address(std::string_view lead) {
  static constexpr WordSet words{"at",   "address", "lives at", "adresse", "to",
                                 "from", "home",    "office",   "near"};
  const std::string_view rest = trim_lead(lead);
  return ends_with_any(rest, words);
}

// The number starts at `digit`, the street's type stands at `type`, its line ends at `whole`.
void add_english(Scan& scan, std::size_t digit, std::size_t type, std::size_t street, std::size_t whole) {
  const View& text = scan.view;
  if (whole == street && is_surname_too(text, type, street) && !announces_address(scan.lead(digit))) return;
  std::size_t begin = digit;  // "7/112 Ligar Lane": the flat before the house
  if (text.before(begin) == '/') {
    std::size_t flat = begin - 1;
    while (flat > 0 && begin - flat <= 4 && is_digit(text.at(flat - 1))) --flat;
    if (flat != begin - 1 && !text.word_before(flat)) begin = flat;
  }
  scan.add(complement_before(text, begin), whole, Category::Address, "address.street_en", by_strong_format);
}

// "14 Elm Street, Leeds LS1 4AB", "350 Fifth Avenue, Apt 4, New York, NY 10118"; without a word for a street
// only before a town and its postcode: "17 Dock Breast, Greenock PA15 2RB".
bool english_street(Scan& scan, std::size_t digit, std::size_t end) {
  const View& text = scan.view;
  if (is_alpha(text.at(end)) && !text.word_at(end + 1)) ++end;  // 221B
  std::size_t at = end;
  for (int words = 0; words < 5; ++words) {
    if (words > 0 && text.at(at) == ',') {
      const std::size_t whole = english_town_end(text, at);
      if (whole != at) add_english(scan, digit, end, at, whole);
      return whole != at;
    }
    const std::size_t blank = text.blank_at(at);
    if (blank == 0) return false;
    at += blank;
    if (words > 0) {
      if (std::size_t type = english_street_type_end(text, at); type != 0) {
        const std::size_t more = type + text.blank_at(type);  // "Park Avenue South", "Mill Hill Road"
        if (more != type && english_street_type_end(text, more) != 0)
          type = english_street_type_end(text, more);
        if (text.at(type) == '.' && text.at(type + 1) == ',') ++type;
        add_english(scan, digit, at, type, tail_end(text, type, false));
        return true;
      }
    }
    if (!is_upper(text.at(at)) && !is_digit(text.at(at))) return false;
    const std::size_t start = at;
    while (at - start < 20 &&
           (text.letter_at(at) != 0 || text.at(at) == '\'' || text.at(at) == '.' || is_digit(text.at(at))))
      at += text.letter_at(at) > 1 ? text.letter_at(at) : 1;
  }
  return false;
}

// Where a street starts that ends right before `at` ("Rue du Lac |12"): the start of its type, or `at`.
std::size_t street_before(const View& text, std::size_t at, bool& strong) {
  constexpr std::size_t window = 60;
  std::size_t i = at;
  std::size_t found = at;
  strong = false;
  while (i > 0 && at - i < window) {
    const char c = text.at(i - 1);
    if (is_line_end(c) || c == '.' || c == ';' || c == ':' || c == '|' || c == ')' || c == '(' || is_digit(c))
      break;
    if (c == ',' && text.skip_blanks(i) != at) break;
    --i;
    if (text.letter_at(i) == 0 || text.word_before(i)) continue;
    const StreetType type = street_type_at(text, i);
    if (type.end == 0) continue;
    const std::size_t name = text.skip_blanks(type.end);
    const std::size_t end = name_end(text, name, {false, true, 8});
    if (end == name || end > at) continue;
    std::size_t gap = end;
    if (text.at(gap) == ',') ++gap;
    if (text.skip_blanks(gap) != at) continue;
    found = i;
    strong = !type.plain;
    break;
  }
  return found;
}

// "Bahnhofstrasse 12", "Kerkstraat 5": the type is the end of the name.
std::size_t germanic_street_before(const View& text, std::size_t at) {
  const std::size_t end = text.skip_blanks_back(at);
  std::size_t begin = end;
  while (begin > 0 && end - begin < 32) {
    const std::size_t size = text.letter_before(begin);
    if (size == 0) break;
    begin -= size;
  }
  if (end == at || !text.capital_at(begin)) return at;
  Folded word;
  word.read(text, begin, end);
  for (const std::string_view tail : {"strasse", "straat", "laan", "gasse", "platz", "plein", "steenweg"}) {
    if (word.view().size() > tail.size() + 2 && word.view().ends_with(tail)) return begin;
  }
  return at;
}

// A line of an address block that holds a postcode and a town, nothing else; the line before it is not empty.
bool town_line(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  std::size_t line = digit;
  for (int n = 0; n < 4 && line > 0; ++n) {
    const char c = text.before(line);
    if (c != ' ' && c != '>' && c != '*' && c != '\t') break;
    --line;
  }
  if (line < 2 || !is_line_end(text.before(line)) ||
      (is_line_end(text.before(line - 1)) && text.before(line - 1) != '\r'))
    return false;
  if (text.digits_end(digit, 6) - digit != 5) return false;
  const std::size_t end = postcode_and_town_end(text, digit, false);
  const std::size_t after = text.skip_blanks(end);
  const bool line_ends =
      after >= text.size() || is_line_end(text.at(after)) || text.at(after) == '\\' || text.at(after) == '*';
  if (end == digit || !line_ends) return false;
  scan.add(digit, end, Category::Address, "address.town_line", by_format);
  return true;
}

}  // namespace

void recognise_address(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const std::size_t end = text.digits_end(digit, 6);
  if (end - digit > 5 || text.word_before(digit)) return;
  if (town_line(scan, digit)) return;
  if (house_number(text, digit, end) && french_street(scan, digit, end)) return;
  const bool time = text.before(digit) == ':' && is_digit(text.before(digit - 1));  // "12:20 Closing Circle"
  if (!time) english_street(scan, digit, end);
}

void recognise_address_before(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const std::size_t digits = text.digits_end(digit, 6);
  if (digits - digit > 5 || text.word_before(digit)) return;
  // A box: "BP 123, 35000 Rennes".
  const std::size_t box = text.skip_blanks_back(digit);
  if (box >= 2 && !text.word_before(box - 2)) {
    const std::string_view code = text.slice(box - 2, box);
    const std::size_t town = code == "BP" || code == "CS" ? town_end(text, digits, false) : digits;
    if (town != digits) {
      scan.add(box - 2, town, Category::Address, "address.box", by_strong_format);
      return;
    }
  }
  const std::size_t with_town = postcode_and_town_end(text, digit, false);
  bool strong = false;
  std::size_t begin = street_before(text, digit, strong);
  if (begin == digit) {
    begin = germanic_street_before(text, digit);
    strong = begin != digit;
  }
  if (begin == digit) return;
  if (with_town != digit) {  // a street without number, then the postcode
    scan.add(begin, with_town, Category::Address, "address.street_town", by_format);
    return;
  }
  if (digits - digit > 3 || text.before(digit) == '-') return;
  const std::size_t end = number_end(text, digits);
  if (text.word_at(end)) return;
  const std::size_t whole = tail_end(text, end, false);
  const std::size_t next = text.skip_blanks(end);
  const bool sentence_goes_on = next != end && text.letter_at(next) != 0;
  if (whole == end && (!strong || sentence_goes_on)) return;
  scan.add(begin, whole, Category::Address, "address.street_number", by_strong_format);
}

}  // namespace paravent::detect::scanners
