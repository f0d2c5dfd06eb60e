// Company numbers: SIREN and SIRET (INSEE), BCE (Belgium), IDE (Switzerland).
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

}  // namespace

void recognise_company_number(Scan& scan, std::size_t digit) {
  const DigitGroups& groups = scan.groups(digit);
  if (groups.overlong() || groups.count() == 0 || groups.digits(groups.count()).size() < 9) return;
  if (swiss(scan, digit, groups) || belgian_number(scan, digit, groups)) return;
  const View& text = scan.view;
  if (!starts_number(text, digit)) return;
  const std::size_t siret = groups.groups_of(14);
  if (siret != 0 && groups.joined_by(siret, " .-") && !text.word_at(groups.end(siret)) &&
      siret_check(groups.digits(siret))) {
    const bool shape = siret == 1 || groups.shaped("3335") || groups.shaped("95");
    if (shape || contains_any(scan.lead(digit), keywords)) {
      scan.add(digit, groups.end(siret), Category::Siren, "siret.checksum", by_checksum);
      return;
    }
  }
  const std::size_t siren = groups.groups_of(9);
  if (siren == 0 || !groups.joined_by(siren, " .-") || text.word_at(groups.end(siren)) ||
      !luhn(groups.digits(siren)))
    return;
  if (siren < groups.count() && groups.joint(siren) == groups.joint(1) && siren > 1) return;
  if (contains_any(scan.lead(digit), keywords)) {
    scan.add(digit, groups.end(siren), Category::Siren, "siren.checksum", by_checksum);
  } else if (groups.shaped("333") && groups.joined_by(siren, " .") && !is_amount(scan, groups.end(siren))) {
    scan.add(digit, groups.end(siren), Category::Siren, "siren.grouping", by_strong_format);
  }
}

}  // namespace paravent::detect::scanners
