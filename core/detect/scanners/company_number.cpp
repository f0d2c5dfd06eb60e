// Company numbers: SIREN and SIRET (INSEE), BCE (Belgium), IDE (Switzerland); others, and those with a
// mistyped digit, after the word that names them.
#include <array>

#include "detect/scanners/checks.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr WordSet keywords{"siren", "siret", "rcs",        "r.c.s",       "kbis",
                           "k-bis", "tva",   "sirene",     "insee",       "registre du commerce",
                           "naf",   "ape",   "entreprise", "immatriculee"};
constexpr WordSet belgian{"be", "bce", "kbo", "tva", "btw", "vat", "entreprise", "ondernemingsnummer", "rpm"};
constexpr WordSet amounts{"euros",     "eur",    "\xE2\x82\xAC", "$",        "usd", "chf", "dollars", "fcfa",
                          "habitants", "francs", "personnes",    "millions", "m",   "km",  "k",       "%"};

// Words right before a number that is then one of a company, whatever its check digit says.
constexpr WordSet naming{"siren",
                         "siret",
                         "rcs",
                         "r.c.s",
                         "kbis",
                         "k-bis",
                         "tva",
                         "t.v.a",
                         "vat",
                         "btw",
                         "mwst",
                         "bce",
                         "kbo",
                         "ide",
                         "uid",
                         "neq",
                         "abn",
                         "acn",
                         "crn",
                         "ein",
                         "gst",
                         "hst",
                         "company number",
                         "company no",
                         "companies house",
                         "charity number",
                         "charity no",
                         "numero d'entreprise",
                         "n d'entreprise",
                         "no d'entreprise",
                         "ice",
                         "registre du commerce",
                         "registre de commerce",
                         "identifiant fiscal",
                         "matricule fiscal"};
constexpr WordSet fillers{"no",       "numero", "number", "n",     "est",          "is",
                          "le",       "la",     "the",    "reg",   "registered",   "of",
                          "de",       "du",     "sous",   "under", "registration", "intracommunautaire",
                          "intracom", "id"};

bool starts_number(const View& text, std::size_t at) {
  if (continues_before(text, at)) return false;
  const std::size_t blank = text.blank_before(at);
  return text.before(at) != '+' && !(blank != 0 && is_digit(text.before(at - blank)));
}

bool is_amount(Scan& scan, std::size_t end) {
  const std::size_t next = scan.view.skip_blanks(end);
  if (scan.view.at(next) == '\xE2' && scan.view.at(next + 1) == '\x82') return true;  // € and its kind
  return starts_with_any(trim_blanks(scan.trail(end)).substr(scan.trail(end).starts_with(' ') ? 1 : 0),
                         amounts);
}

bool swiss(Scan& scan, std::size_t digit, const DigitGroups& groups) {
  const std::size_t k = groups.groups_of(9);
  if (k == 0) return false;
  const View& text = scan.view;
  std::size_t i = digit;
  i -= text.blank_before(i);
  if (text.before(i) == '-') --i;
  if (i < 3 || text.slice(i - 3, i) != "CHE" || text.word_before(i - 3) || !ide_check(groups.digits(k)))
    return false;
  scan.add(i - 3, groups.end(k), Category::Siren, "company.ch_ide", by_checksum);
  return true;
}

// 0403.170.701, also "BE 0403170701": in dots, or with a word that names it.
bool belgian_number(Scan& scan, std::size_t digit, const DigitGroups& groups) {
  const std::size_t k = groups.groups_of(10);
  const View& text = scan.view;
  if (k == 0 || text.at(digit) > '1' || !bce_check(groups.digits(k)) || text.word_at(groups.end(k)))
    return false;
  std::size_t begin = digit;
  const std::size_t code = digit - text.blank_before(digit);
  const bool country = code >= 2 &&
                       (text.slice(code - 2, code) == "BE" || text.slice(code - 2, code) == "be") &&
                       !text.word_before(code - 2);
  if (country) begin = code - 2;
  const bool shaped = groups.shaped("433") && groups.joined_by(k, ".");
  const bool keyword = contains_any(scan.lead(digit), belgian);
  if (!country && !shaped && !keyword) return false;
  if (!country && continues_before(text, digit)) return false;
  scan.add(begin, groups.end(k), Category::Siren, "company.be_bce", by_checksum);
  return true;
}

// "RCS Bourges 417 902 663", "RCS Lyon B 417 902 663": a town may stand between.
bool named_by_register(std::string_view lead) {
  for (int words = 0; words < 4; ++words) {
    if (ends_with_word(lead, "rcs") || ends_with_word(lead, "r.c.s")) return true;
    const std::string_view word = last_word(lead);
    if (word.empty()) return false;
    lead = trim_lead(lead.substr(0, lead.size() - word.size()));
  }
  return false;
}

// Where a country's code of two capitals begins right before the number, else `digit`.
std::size_t code_before(const View& text, std::size_t digit) {
  const std::size_t code = digit - text.blank_before(digit);
  const bool capitals = code >= 2 && is_upper(text.at(code - 1)) && is_upper(text.at(code - 2));
  return capitals && !text.word_before(code - 2) ? code - 2 : digit;
}

// Capitals that belong to a number of a register: "RCS B 214.867" (Luxembourg), "CHE-115.620.488".
std::size_t letters_before(const View& text, std::size_t digit) {
  std::size_t end = digit - text.blank_before(digit);
  if (end >= 1 && text.at(end - 1) == 'B' && !text.word_before(end - 1)) return end - 1;
  if (text.before(end) == '-') --end;
  return end >= 3 && text.slice(end - 3, end) == "CHE" && !text.word_before(end - 3) ? end - 3 : digit;
}

// A number that its word names: of 8 to 15 digits, or of a register that counts with letters.
void named_number(Scan& scan, std::size_t digit, const DigitGroups& groups) {
  const View& text = scan.view;
  const std::size_t letters = letters_before(text, digit);
  const std::size_t begin = letters != digit ? letters : code_before(text, digit);
  if (begin == digit && !starts_number(text, digit)) return;
  const std::string_view lead = drop_words(scan.lead(begin), fillers);
  if (!ends_with_any(lead, naming) && !ends_with_any(trim_lead(scan.lead(begin)), naming) &&
      !named_by_register(lead) && !starts_with_word(scan.trail(groups.end(groups.count())), "rcs"))
    return;
  // "ICE" is somebody to call in an emergency, too.
  const bool moroccan = ends_with_word(trim_lead(scan.lead(begin)), "ice");
  const std::size_t least = moroccan ? 15 : letters != digit ? 5 : 8;
  for (std::size_t n = 15; n >= least; --n) {
    const std::size_t k = groups.groups_of(n);
    if (k == 0 || !groups.joined_by(k, " .-") || text.word_at(groups.end(k))) continue;
    if (is_amount(scan, groups.end(k))) return;
    scan.add(begin, groups.end(k), Category::Siren, "company.keyword", by_keyword);
    return;
  }
}

bool by_check_digits(Scan& scan, std::size_t digit, const DigitGroups& groups) {
  if (swiss(scan, digit, groups) || belgian_number(scan, digit, groups)) return true;
  const View& text = scan.view;
  if (!starts_number(text, digit)) return false;
  const std::size_t siret = groups.groups_of(14);
  if (siret != 0 && groups.joined_by(siret, " .-") && !text.word_at(groups.end(siret)) &&
      siret_check(groups.digits(siret))) {
    const bool shape = siret == 1 || groups.shaped("3335") || groups.shaped("95");
    if (shape || contains_any(scan.lead(digit), keywords)) {
      scan.add(digit, groups.end(siret), Category::Siren, "siret.checksum", by_checksum);
      return true;
    }
  }
  const std::size_t siren = groups.groups_of(9);
  if (siren == 0 || !groups.joined_by(siren, " .-") || text.word_at(groups.end(siren)) ||
      !luhn(groups.digits(siren)))
    return false;
  if (siren < groups.count() && groups.joint(siren) == groups.joint(1) && siren > 1) return false;
  if (contains_any(scan.lead(digit), keywords)) {
    scan.add(digit, groups.end(siren), Category::Siren, "siren.checksum", by_checksum);
    return true;
  }
  if (groups.shaped("333") && groups.joined_by(siren, " .") && !is_amount(scan, groups.end(siren))) {
    scan.add(digit, groups.end(siren), Category::Siren, "siren.grouping", by_strong_format);
    return true;
  }
  return false;
}

}  // namespace

void recognise_company_number(Scan& scan, std::size_t digit) {
  const DigitGroups& groups = scan.groups(digit);
  if (groups.overlong() || groups.count() == 0) return;
  const bool long_enough = groups.digits(groups.count()).size() >= 9;
  if (!long_enough || !by_check_digits(scan, digit, groups)) named_number(scan, digit, groups);
}

}  // namespace paravent::detect::scanners
