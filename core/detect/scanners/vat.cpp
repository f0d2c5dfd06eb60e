// VAT numbers with their country code: FR (key over the SIREN), LU, GB, DE by checksum, others by format
// after a word that names them. Belgian and Swiss ones are company numbers (company_number.cpp).
#include <array>

#include "detect/scanners/checks.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr WordSet keywords{"tva", "vat", "intracom", "intracommunautaire", "mwst", "ust-idnr", "ust-id"};
constexpr WordSet countries{"AT", "BG", "CY", "CZ", "DK", "EE", "EL", "ES", "FI", "HR", "HU", "IE",
                            "IT", "LT", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI"};

std::string_view upper_code(const View& text, std::size_t end) {
  if (end < 2 || text.word_before(end - 2)) return {};
  const std::string_view code = text.slice(end - 2, end);
  return is_upper(code[0]) && is_upper(code[1]) ? code : std::string_view{};
}

bool checked(std::string_view code, const DigitGroups& groups, std::size_t& k) {
  if (code == "LU") return (k = groups.groups_of(8)) != 0 && tva_lu_check(groups.digits(k));
  if (code == "DE") return (k = groups.groups_of(9)) != 0 && vat_de_check(groups.digits(k));
  if (code != "GB") return false;
  k = groups.groups_of(12);
  if (k != 0 && vat_gb_check(groups.digits(k).substr(0, 9))) return true;
  return (k = groups.groups_of(9)) != 0 && vat_gb_check(groups.digits(k));
}

// FR, a key of two digits (or with a letter), a SIREN.
bool french(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const DigitGroups& groups = scan.groups(digit);
  const std::size_t code = digit - text.blank_before(digit);
  if (upper_code(text, code) == "FR") {
    const std::size_t k = groups.groups_of(11);
    if (k == 0 || text.word_at(groups.end(k)) || !tva_fr_check(groups.digits(k))) return false;
    scan.add(code - 2, groups.end(k), Category::Siren, "vat.fr_checksum", by_checksum);
    return true;
  }
  // A key with letters: "FRAB 123456789", "FR A1 …": the digit is the first of the SIREN, or of the key.
  for (std::size_t key = 2; key >= 1; --key) {
    const std::size_t end = key == 2 ? code : digit;
    if (end < key || end < 4) continue;
    const std::size_t front = end - key;
    if (!is_upper(text.at(front)) || (key == 2 && !is_alnum(text.at(front + 1)))) continue;
    const std::size_t country = front - text.blank_before(front);
    if (upper_code(text, country) != "FR") continue;
    std::size_t siren_begin = digit;
    if (key == 1) siren_begin = digit + 1 + text.blank_at(digit + 1);
    if (!is_digit(text.at(siren_begin))) continue;
    DigitGroups siren;
    siren.read(text, siren_begin);
    const std::size_t k = siren.groups_of(9);
    if (k == 0 || text.word_at(siren.end(k)) || !luhn(siren.digits(k))) continue;
    scan.add(country - 2, siren.end(k), Category::Siren, "vat.fr_checksum", by_checksum);
    return true;
  }
  return false;
}

}  // namespace

void recognise_vat(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const std::size_t before = digit - text.blank_before(digit);  // a capital ends the code, or "FRA1 …"
  if (!is_upper(text.before(before)) &&
      !(is_digit(text.before(before)) && before >= 2 && is_upper(text.at(before - 2))))
    return;
  const DigitGroups& groups = scan.groups(digit);
  if (groups.overlong() || groups.count() == 0 || french(scan, digit)) return;
  const std::size_t code_end = digit - text.blank_before(digit);
  const std::string_view code = upper_code(text, code_end);
  if (code.empty()) return;
  std::size_t k = 0;
  if (checked(code, groups, k) && !text.word_at(groups.end(k))) {
    scan.add(code_end - 2, groups.end(k), Category::Siren, "vat.checksum", by_checksum);
    return;
  }
  if (!is_any(code, countries) || !contains_any(scan.lead(digit), keywords)) return;
  for (std::size_t n = 12; n >= 8; --n) {
    k = groups.groups_of(n);
    if (k == 0) continue;
    std::size_t end = groups.end(k);
    if (code == "NL" && text.at(end) == 'B') end = text.digits_end(end + 1, 2);
    if (is_alpha(text.at(end)) && !text.word_at(end + 1)) ++end;
    scan.add(code_end - 2, end, Category::Siren, "vat.format", by_keyword);
    return;
  }
}

}  // namespace paravent::detect::scanners
