// Telephone numbers. Plans: ITU E.164 country codes; France (ARCEP), Belgium (IBPT), Switzerland (OFCOM),
// Luxembourg (ILR), United Kingdom (Ofcom), North America (NANP).
#include <algorithm>
#include <array>

#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

struct Plan {
  std::string_view code;
  unsigned least;  // digits after the code
  unsigned most;
};

// Codes with the length of their national numbers; the rest of the world takes the last row.
constexpr std::array plans{
    Plan{"33", 9, 9},   Plan{"32", 8, 9},    Plan{"41", 9, 9},  Plan{"352", 5, 11}, Plan{"44", 9, 10},
    Plan{"1", 10, 10},  Plan{"262", 9, 9},   Plan{"590", 9, 9}, Plan{"594", 9, 9},  Plan{"596", 9, 9},
    Plan{"508", 6, 9},  Plan{"687", 6, 6},   Plan{"689", 8, 8}, Plan{"681", 6, 6},  Plan{"377", 8, 9},
    Plan{"376", 6, 9},  Plan{"34", 9, 9},    Plan{"351", 9, 9}, Plan{"39", 8, 11},  Plan{"31", 9, 9},
    Plan{"49", 6, 12},  Plan{"353", 7, 9},   Plan{"212", 9, 9}, Plan{"213", 8, 9},  Plan{"216", 8, 8},
    Plan{"221", 9, 9},  Plan{"225", 10, 10}, Plan{"237", 9, 9}, Plan{"223", 8, 8},  Plan{"226", 8, 8},
    Plan{"229", 8, 10}, Plan{"228", 8, 8},   Plan{"241", 7, 8}, Plan{"242", 9, 9},  Plan{"243", 9, 9},
    Plan{"261", 9, 9},  Plan{"230", 7, 8},   Plan{"269", 7, 7}, Plan{"961", 7, 8},  Plan{"972", 8, 9},
    Plan{"43", 7, 12},  Plan{"48", 9, 9},    Plan{"40", 9, 9},  Plan{"46", 7, 10},  Plan{"47", 8, 8},
    Plan{"45", 8, 8},   Plan{"358", 6, 11},  Plan{"423", 7, 7}, Plan{"61", 9, 9},   Plan{"7", 10, 10},
};
constexpr Plan elsewhere{"", 8, 13};

constexpr WordSet keywords{"tel",           "telephone", "telephones", "telephonique", "port",
                           "portable",      "portables", "mobile",     "gsm",          "fax",
                           "phone",         "cell",      "cellulaire", "joignable",    "natel",
                           "whatsapp",      "sms",       "signal",     "appeler",      "rappeler",
                           "rappelle",      "appelle",   "call",       "standard",     "telecopie",
                           "ligne directe", "numero",    "fixe",       "perso",        "pro",
                           "domicile",      "t",         "call me",    "reach me",     "text",
                           "telegram",      "tph",       "landline",   "hotline",      "mob",
                           "contact",       "ph",        "tel no",     "phone no"};
constexpr WordSet fillers{"au",     "le",     "on", "at", "est", "is",  "a",   "no",
                          "numero", "number", "n",  "me", "son", "the", "sur", "du"};
constexpr WordSet bare_keywords{"tel",   "telephone", "port",  "portable", "mobile", "gsm", "fax",
                                "phone", "cell",      "natel", "whatsapp", "tph",    "mob", "ph"};

bool has_keyword(Scan& scan, std::size_t at, Words words) {
  const std::string_view lead = trim_lead(scan.lead(at));
  return ends_with_any(lead, words) || ends_with_any(drop_words(lead, fillers), words);
}

// Digits as dialled: groups joined by single marks, "(0)" left out.
struct Dialled {
  std::array<char, 20> digits{};
  std::array<std::size_t, 20> ends{};  // after the n-th digit
  std::size_t count = 0;
  std::string_view view() const { return {digits.data(), count}; }
};

std::size_t joint_at(const View& text, std::size_t i) {
  if (const std::size_t blank = text.blank_at(i)) return blank;
  if (const std::size_t dash = text.dash_at(i)) return dash;
  const char c = text.at(i);
  return c == '.' || c == '/' || c == '(' || c == ')' ? 1 : 0;
}

Dialled read_dialled(const View& text, std::size_t i) {
  Dialled out;
  bool trunk_read = false;
  while (out.count < out.digits.size()) {
    if (is_digit(text.at(i))) {
      out.digits[out.count] = text.at(i);
      out.ends[out.count++] = ++i;
      continue;
    }
    if (text.at(i) == '(' && text.at(i + 1) == '0' && text.at(i + 2) == ')' && out.count != 0 &&
        !trunk_read) {
      trunk_read = true;
      i += 3;
      continue;
    }
    std::size_t next = i;
    for (int marks = 0; marks < 3 && !is_digit(text.at(next)); ++marks) {
      if (marks > 0 && text.at(next) == '(' && text.at(next + 1) == '0' && text.at(next + 2) == ')') break;
      const std::size_t size = joint_at(text, next);
      if (size == 0) return out;
      next += size;
    }
    const bool trunk =
        !trunk_read && text.at(next) == '(' && text.at(next + 1) == '0' && text.at(next + 2) == ')';
    if (next == i || (!is_digit(text.at(next)) && !trunk)) return out;
    i = next;
  }
  return out;
}

const Plan& plan_of(std::string_view digits) {
  for (const Plan& plan : plans) {
    if (digits.starts_with(plan.code)) return plan;
  }
  return elsewhere;
}

// How many of the digits make the number: the longest the plan allows that ends a group; 0 if none.
std::size_t length_by_plan(const View& text, const Dialled& dialled) {
  const Plan& plan = plan_of(dialled.view());
  const std::size_t code = plan.code.size();
  // A 0 may be dialled before the number, where it is not the first of its digits ("+225 07 …").
  const bool trunk =
      code != 0 && dialled.count > code + plan.most && dialled.digits[code] == '0' && plan.code != "39";
  const std::size_t base = code + (trunk ? 1U : 0U);
  for (std::size_t n = std::min<std::size_t>(dialled.count, base + plan.most);
       n >= base + plan.least && n > 0; --n) {
    if (!text.word_at(dialled.ends[n - 1])) return n;
  }
  return 0;
}

void add_international(Scan& scan, std::size_t begin, std::size_t first) {
  const View& text = scan.view;
  const Dialled dialled = read_dialled(text, first);
  if (dialled.count < 7 || dialled.digits[0] == '0') return;
  const std::size_t n = length_by_plan(text, dialled);
  if (n == 0) return;
  const std::size_t end = dialled.ends[n - 1];
  const bool open =
      text.before(begin) == '(' && text.slice(begin, end).find(')') < text.slice(begin, end).find('(');
  scan.add(open ? begin - 1 : begin, end, Category::Phone, "phone.international", by_keyword);
}

bool may_be_national(const DigitGroups& groups) {
  const std::string_view digits = groups.digits(groups.count());
  return digits.size() >= 9 && digits[0] == '0' && digits[1] != '0';
}

// A national number of 9 to 11 digits by its grouping: the groupings people use in the countries of the
// plans.
std::size_t national_groups(const DigitGroups& groups, bool keyword) {
  const std::size_t ten = groups.groups_of(10);
  const std::string_view digits = groups.digits(groups.count());
  if (ten != 0) {
    constexpr std::string_view shapes[] = {"22222", "4222", "433",  "3322",  "334", "28",
                                           "1333",  "244",  "2332", "12222", "46",  "13222"};
    if (ten == 1 || (keyword && ten <= 6)) return ten;
    for (const std::string_view shape : shapes) {
      if (shape.size() == ten && groups.shaped(shape)) return ten;
    }
  }
  const std::size_t nine = groups.groups_of(9);  // Belgium
  if (nine != 0 && (groups.shaped("2322") || groups.shaped("3222") || groups.shaped("27") ||
                    groups.shaped("36") || keyword))
    return nine;
  const std::size_t eleven = groups.groups_of(11);  // United Kingdom
  if (eleven != 0 &&
      (groups.shaped("344") || groups.shaped("56") || groups.shaped("434") || groups.shaped("533") ||
       groups.shaped("47") || (eleven == 1 && digits[1] == '7') || keyword)) {
    return eleven;
  }
  return 0;
}

bool is_north_american(const DigitGroups& groups, std::size_t& count) {
  const bool long_distance = groups.shaped("1334") && groups.digits(1) == "1";
  if (!long_distance && !groups.shaped("334")) return false;
  const std::size_t k = long_distance ? 4 : 3;
  const std::string_view digits = groups.digits(k).substr(long_distance ? 1 : 0);
  if (digits[0] < '2' || digits[3] < '2' || !groups.joined_by(k, " .-") || groups.joint(k - 1) == '/')
    return false;
  count = k;
  return true;
}

// Numbers of other kinds say so in the word before.
constexpr WordSet not_phones{"be",   "bce", "kbo", "tva", "vat", "siren", "siret", "rcs", "iban",
                             "isbn", "ean", "rib", "ide", "nir", "bic",   "doi",   "issn"};

bool stands_alone(const Scan& scan, const DigitGroups& groups, std::size_t k, bool keyword) {
  const View& text = scan.view;
  const std::size_t begin = groups.begin();
  const bool second = text.before(begin) == '/' && (k == 1 || k == 5);  // "06 12 34 56 78/06 …"
  if ((continues_before(text, begin) && !second) || text.word_at(groups.end(k))) return false;
  if (keyword) return true;
  const std::size_t blank = text.blank_before(begin);
  if (blank != 0 && is_digit(text.before(begin - blank))) return false;
  if (text.before(begin) == '+') return false;
  return groups.count() == k || k == 1 || groups.joint(k) != groups.joint(1) ||
         (groups.length(k) >= 2 && groups.digits(k + 1)[groups.digits(k).size()] == '0' &&
          groups.count() >= 2 * k);
}

bool national(Scan& scan, std::size_t digit, const DigitGroups& groups) {
  std::size_t american = 0;
  const bool european = may_be_national(groups);
  if (!is_north_american(groups, american) && !european) return false;
  const bool keyword = has_keyword(scan, digit, keywords);
  const std::uint16_t score = keyword ? by_keyword : by_format;
  const std::size_t k = european ? national_groups(groups, keyword) : 0;
  if (k != 0 && stands_alone(scan, groups, k, keyword)) {
    scan.add(digit, groups.end(k), Category::Phone, "phone.national", score);
    return true;
  }
  if (american == 0 || !stands_alone(scan, groups, american, keyword)) return false;
  scan.add(digit, groups.end(american), Category::Phone, "phone.north_america", score);
  return true;
}

// Short plans, told by the word before: Luxembourg, Monaco, Tahiti.
void short_plan(Scan& scan, std::size_t digit, const DigitGroups& groups) {
  for (std::size_t k = std::min<std::size_t>(groups.count(), 6); k >= 1; --k) {
    const std::size_t n = groups.digits(k).size();
    if (n < 6 || n > 12 || (k < groups.count() && groups.joint(k) == '/')) continue;
    if (stands_alone(scan, groups, k, true))
      scan.add(digit, groups.end(k), Category::Phone, "phone.keyword", by_keyword);
    return;
  }
}

}  // namespace

void recognise_phone(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const DigitGroups& groups = scan.groups(digit);
  if (groups.overlong() || groups.count() == 0) return;
  const std::string_view all = groups.digits(groups.count());
  if (all.size() < 6) return;
  if (all.starts_with("00") && !continues_before(text, digit)) {
    const std::size_t first = digit + 2;
    add_international(scan, digit, text.skip_blanks(first));
    return;
  }
  if (continues_before(text, digit) && text.before(digit) != '/') return;  // stands_alone() of no number
  if (ends_with_any(trim_lead(scan.lead(digit)), not_phones)) return;
  if (!national(scan, digit, groups) && has_keyword(scan, digit, bare_keywords))
    short_plan(scan, digit, groups);
}

void recognise_dialled(Scan& scan, std::size_t sign) {
  const View& text = scan.view;
  if (text.at(sign) == '+') {
    const std::size_t first = text.skip_blanks(text.at(sign + 1) == '(' ? sign + 2 : sign + 1);
    if (is_digit(text.at(first)) && !text.word_before(sign)) add_international(scan, sign, first);
    return;
  }
  if (!is_digit(text.at(sign + 1)) || text.word_before(sign)) return;
  const std::size_t area = text.digits_end(sign + 1, 6);
  if (text.at(area) != ')') return;
  const Dialled dialled = read_dialled(text, sign + 1);
  const std::string_view digits = dialled.view();
  if (digits.starts_with("00")) {
    add_international(scan, sign + 1, sign + 3);
    return;
  }
  const bool american = area - sign == 4 && digits[0] >= '2' && dialled.count >= 10 && digits[3] >= '2';
  const bool trunk = digits[0] == '0' && dialled.count >= 9 && dialled.count <= 11;
  if (!american && !trunk) return;
  const std::size_t n = american ? 10 : dialled.count;
  if (!text.word_at(dialled.ends[n - 1])) {
    scan.add(sign, dialled.ends[n - 1], Category::Phone, american ? "phone.north_america" : "phone.national",
             by_strong_format);
  }
}

}  // namespace paravent::detect::scanners
