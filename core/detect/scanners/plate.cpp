// Vehicle plates: France (SIV since 2009, and before), Belgium, Switzerland, United Kingdom, Ireland; others
// after a word that announces one.
#include <array>

#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr WordSet keywords{"immatriculation", "immatricule",  "immatriculee",  "immat",
                           "plaque",          "plaques",      "vehicule",      "voiture",
                           "plate",           "number plate", "license plate", "licence plate",
                           "registration",    "reg",          "mineralogique", "numberplate",
                           "parking",         "car",          "rego",          "camion",
                           "truck",           "ute",          "fourgon",       "moto",
                           "scooter",         "4x4"};
// Makers and sizes that make a product name of the same shape: "HP 302 XL".
constexpr WordSet makers{"HP", "LG", "VW", "DS", "GE", "MG", "AC", "PC", "TV", "RX"};
constexpr WordSet sizes{"XL", "XS", "XT", "GB", "MB", "TB", "GT", "HD", "CM", "KG", "KM", "MM"};
constexpr WordSet cantons{"AG", "AI", "AR", "BE", "BL", "BS", "FR", "GE", "GL", "GR", "JU", "LU", "NE",
                          "NW", "OW", "SG", "SH", "SO", "SZ", "TG", "TI", "UR", "VD", "VS", "ZG", "ZH"};
constexpr WordSet not_series{"EUR", "USD", "CHF", "GBP", "CAD", "KM", "KG", "TTC", "HT", "MHZ", "ANS", "RH"};

std::size_t joint_after(const View& text, std::size_t i) {
  if (const std::size_t blank = text.blank_at(i)) return blank;
  if (const std::size_t dash = text.dash_at(i)) return dash;
  return text.at(i) == '.' ? 1 : 0;
}

std::size_t joint_before(const View& text, std::size_t i) {
  if (const std::size_t blank = text.blank_before(i)) return blank;
  if (i >= 1 && text.at(i - 1) == '-') return 1;
  return i >= 3 && text.dash_at(i - 3) == 3 ? 3 : 0;
}

char upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

// Letters of a SIV series: never I, O, U; never SS.
bool siv_pair(const View& text, std::size_t i) {
  constexpr std::string_view never = "IOU";
  const char a = upper(text.at(i));
  const char b = upper(text.at(i + 1));
  return is_upper(a) && is_upper(b) && never.find(a) == std::string_view::npos &&
         never.find(b) == std::string_view::npos && !(a == 'S' && b == 'S');
}

bool announced(Scan& scan, std::size_t begin) {
  return contains_any(scan.lead(begin), keywords);
}

bool siv(Scan& scan, std::size_t digit, std::size_t end) {
  if (end - digit != 3) return false;
  const View& text = scan.view;
  const std::size_t left = joint_before(text, digit);
  const std::size_t right = joint_after(text, end);
  if (digit < left + 2 || (left == 0) != (right == 0)) return false;
  const std::size_t begin = digit - left - 2;
  const std::size_t tail = end + right;
  if (!siv_pair(text, begin) || !siv_pair(text, tail) || text.word_before(begin) || text.word_at(tail + 2))
    return false;
  const std::string_view front = text.slice(begin, begin + 2);
  const std::string_view back = text.slice(tail, tail + 2);
  const bool upper_case = is_upper(front[0]) && is_upper(front[1]) && is_upper(back[0]) && is_upper(back[1]);
  const bool keyword = announced(scan, begin);
  const bool dashes = left != 0 && text.blank_at(end) == 0;
  const bool maker = is_any(front, makers);
  const bool size = is_any(back, sizes);
  const bool product = dashes ? maker && size : maker || size;
  if (!keyword && (!upper_case || product)) return false;
  scan.add(begin, tail + 2, Category::Plate, "plate.fr",
           keyword  ? by_keyword
           : dashes ? by_strong_format
                    : by_format);
  return true;
}

// 1234 AB 75: up to 1993-2009; the last group is a department.
bool old_french(Scan& scan, std::size_t digit, std::size_t end) {
  const View& text = scan.view;
  if (end - digit < 1 || end - digit > 4 || continues_before(text, digit) || text.at(digit) == '0')
    return false;
  const std::size_t right = joint_after(text, end);
  const std::size_t letters = end + right;
  std::size_t n = 0;
  while (n < 4 && is_upper(text.at(letters + n))) ++n;
  if (n < 2 || n > 3) return false;
  const std::string_view series = text.slice(letters, letters + n);
  const std::size_t gap = joint_after(text, letters + n);
  if ((gap == 0) != (right == 0)) return false;
  const std::size_t department = letters + n + gap;
  std::size_t last = text.digits_end(department, 4);
  if (last - department == 1 && text.at(department) == '2' && (text.at(last) == 'A' || text.at(last) == 'B'))
    ++last;
  const std::string_view code = text.slice(department, last);
  const bool known =
      (code.size() == 2 && code != "00" && code < "96") || (code.size() == 3 && code.starts_with("97"));
  if (!known || continues_after(text, last)) return false;
  const bool keyword = announced(scan, digit);
  if (!keyword && (right == 0 || end - digit < 2 || is_any(series, not_series) ||
                   (n == 2 && text.blank_at(end) != 0 && end - digit < 3)))
    return false;
  scan.add(digit, last, Category::Plate, "plate.fr_old", keyword ? by_keyword : by_format);
  return true;
}

// 1-ABC-123
bool belgian(Scan& scan, std::size_t digit, std::size_t end) {
  const View& text = scan.view;
  if (end - digit != 1 || text.at(digit) == '0' || continues_before(text, digit)) return false;
  const std::size_t joint = joint_after(text, end);
  const std::size_t letters = end + joint;
  for (std::size_t k = 0; k < 3; ++k) {
    if (!is_upper(text.at(letters + k))) return false;
  }
  const std::size_t second = joint_after(text, letters + 3);
  const std::size_t tail = letters + 3 + second;
  if ((joint == 0) != (second == 0) || text.digits_end(tail, 4) - tail != 3 ||
      continues_after(text, tail + 3))
    return false;
  const bool keyword = announced(scan, digit);
  const bool dashes = joint != 0 && text.blank_at(end) == 0;
  if (!keyword && (!dashes || is_any(text.slice(letters, letters + 3), not_series))) return false;
  scan.add(digit, tail + 3, Category::Plate, "plate.be", keyword ? by_keyword : by_format);
  return true;
}

// VD 123 456
bool swiss(Scan& scan, std::size_t digit, const DigitGroups& groups) {
  const View& text = scan.view;
  const std::size_t joint = joint_before(text, digit);
  std::size_t begin = digit - joint;
  if (begin < 2 || text.word_before(begin - 2) || !is_any(text.slice(begin - 2, begin), cantons))
    return false;
  begin -= 2;
  const std::size_t k = groups.count() >= 2 && groups.shaped("33") && groups.joint(1) == ' ' ? 2 : 1;
  const std::size_t n = groups.digits(k).size();
  if (n < 1 || n > 6 || text.word_at(groups.end(k)) || (k < groups.count() && groups.joint(k) == ' '))
    return false;
  const bool keyword = announced(scan, begin);
  const std::string_view canton = text.slice(begin, begin + 2);
  if (!keyword && (n < 6 || canton == "FR" || canton == "BE" || canton == "LU" || joint == 0)) return false;
  scan.add(begin, groups.end(k), Category::Plate, "plate.ch", keyword ? by_keyword : by_format);
  return true;
}

// 191-WX-2204: year, county, number.
bool irish(Scan& scan, std::size_t digit, std::size_t end) {
  const View& text = scan.view;
  if (end - digit < 2 || end - digit > 3 || continues_before(text, digit)) return false;
  const std::size_t county = end + text.dash_at(end);
  std::size_t letters = county;
  while (letters - county < 2 && is_upper(text.at(letters))) ++letters;
  const std::size_t number = letters + text.dash_at(letters);
  if (county == end || letters == county || number == letters) return false;
  const std::size_t last = text.digits_end(number, 7);
  if (last == number || last - number > 6 || text.word_at(last)) return false;
  const bool keyword = announced(scan, digit);
  if (!keyword && (end - digit != 3 || (text.at(end - 1) != '1' && text.at(end - 1) != '2'))) return false;
  if (continues_after(text, last)) return false;
  scan.add(digit, last, Category::Plate, "plate.ie", keyword ? by_keyword : by_format);
  return true;
}

// 04512-118-30: number, year and kind, province. Only with a word for a vehicle.
bool algerian(Scan& scan, std::size_t digit, const DigitGroups& groups) {
  const bool shaped = groups.shaped("532") || groups.shaped("632");
  if (!shaped || groups.count() != 3 || !groups.joined_by(3, "- ") || !announced(scan, digit)) return false;
  if (groups.digits(3).substr(groups.digits(2).size()) > "58" || continues_before(scan.view, digit) ||
      scan.view.word_at(groups.end(3)))
    return false;
  scan.add(digit, groups.end(3), Category::Plate, "plate.dz", by_keyword);
  return true;
}

// AB12 CDE
bool british(Scan& scan, std::size_t digit, std::size_t end) {
  const View& text = scan.view;
  if (end - digit != 2 || digit < 2 || !is_upper(text.at(digit - 1)) || !is_upper(text.at(digit - 2)) ||
      text.word_before(digit - 2))
    return false;
  const std::size_t tail = end + text.blank_at(end);
  for (std::size_t k = 0; k < 3; ++k) {
    if (!is_upper(text.at(tail + k)) || text.at(tail + k) == 'I') return false;
  }
  if (text.word_at(tail + 3)) return false;
  const bool keyword = announced(scan, digit - 2);
  scan.add(digit - 2, tail + 3, Category::Plate, "plate.uk", keyword ? by_keyword : by_format);
  return true;
}

// Any token of capitals and digits right after a word for plate.
void by_words(Scan& scan, std::size_t digit) {
  static constexpr WordSet close{
      "immatriculation", "immatricule", "immatriculee",  "immat",
      "plaque",          "plate",       "license plate", "number plate",
      "registration",    "reg",         "licence plate", "plaque d'immatriculation",
      "numberplate",     "plates",      "rego",          "registration of car"};
  static constexpr WordSet fillers{"no", "numero", "n", "est", "is", "number", "la", "the", "de", "en"};
  static constexpr WordSet vehicles{"voiture", "camion", "fourgon", "moto",   "truck", "car",
                                    "van",     "ute",    "vehicle", "pickup", "jeep",  "vehicule"};
  const View& text = scan.view;
  std::size_t begin = digit;
  std::size_t letters = 0;
  for (; begin > 0 && digit - begin < 8; --begin) {
    const char c = text.at(begin - 1);
    if (is_upper(c)) ++letters;
    const bool joint = (c == ' ' || c == '-') && begin >= 2 && is_upper(text.at(begin - 2)) &&
                       (begin == digit || is_upper(text.at(begin)));
    if (!is_upper(c) && !joint) break;
  }
  std::size_t end = digit;
  std::size_t digits = 0;
  for (; end - digit < 10; ++end) {
    const char c = text.at(end);
    digits += is_digit(c) ? 1U : 0U;
    letters += is_upper(c) ? 1U : 0U;
    const char next = text.at(end + 1);
    const bool joint =
        (c == ' ' || c == '-') &&
        (is_digit(next) || (is_upper(next) && (is_upper(text.at(end + 2)) || !text.word_at(end + 2))));
    if (!is_digit(c) && !is_upper(c) && !joint) break;
  }
  if (letters == 0 || letters > 4 || digits < 1 || digits > 6 || letters + digits < 4 || text.word_at(end) ||
      text.word_before(begin))
    return;
  const std::string_view lead = trim_lead(scan.lead(begin));
  const bool named = ends_with_any(lead, close) || ends_with_any(drop_words(lead, fillers), close);
  const bool in_brackets = text.before(begin) == '(' && digits >= 3 && ends_with_any(lead, vehicles);
  if (!named && !in_brackets) return;
  scan.add(begin, end, Category::Plate, "plate.keyword", by_keyword);
}

}  // namespace

void recognise_plate(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const std::size_t end = text.digits_end(digit, 7);
  if (end - digit > 6) return;
  if (siv(scan, digit, end) || irish(scan, digit, end) || algerian(scan, digit, scan.groups(digit))) return;
  if (is_upper(text.at(end + joint_after(text, end))) &&
      (old_french(scan, digit, end) || belgian(scan, digit, end)))
    return;
  if (is_upper(text.before(digit - joint_before(text, digit))) &&
      (british(scan, digit, end) || swiss(scan, digit, scan.groups(digit))))
    return;
  by_words(scan, digit);
}

}  // namespace paravent::detect::scanners
