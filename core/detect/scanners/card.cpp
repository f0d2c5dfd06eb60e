// Payment cards: Luhn, and a prefix and a length that an issuer uses (ISO/IEC 7812).
#include <array>

#include "detect/scanners/checks.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

struct Issuer {
  unsigned first;  // of the first four digits
  unsigned last;
  std::size_t least;
  std::size_t most;
};

constexpr std::array issuers{
    Issuer{4000, 4999, 16, 16}, Issuer{4000, 4999, 13, 13}, Issuer{4000, 4999, 19, 19},  // Visa
    Issuer{5100, 5599, 16, 16}, Issuer{2221, 2720, 16, 16},                              // Mastercard
    Issuer{3400, 3499, 15, 15}, Issuer{3700, 3799, 15, 15},                              // American Express
    Issuer{6011, 6011, 16, 19}, Issuer{6440, 6599, 16, 19},                              // Discover
    Issuer{3000, 3059, 14, 14}, Issuer{3600, 3699, 14, 14}, Issuer{3800, 3999, 14, 14},  // Diners Club
    Issuer{3528, 3589, 16, 19},                                                          // JCB
    Issuer{6200, 6299, 16, 19},                                                          // UnionPay
    Issuer{5000, 5099, 16, 19}, Issuer{5600, 5899, 16, 19}, Issuer{6000, 6999, 16, 19},  // Maestro
};

constexpr WordSet keywords{
    "carte",          "cb",          "visa",   "mastercard",  "amex",       "american express", "card",
    "carte bancaire", "carte bleue", "diners", "credit card", "debit card", "paiement",         "maestro",
    "carte de credit"};

bool issued(std::string_view digits) {
  unsigned prefix = 0;
  for (const char c : digits.substr(0, 4)) prefix = prefix * 10 + static_cast<unsigned>(c - '0');
  for (const Issuer& issuer : issuers) {
    if (prefix >= issuer.first && prefix <= issuer.last && digits.size() >= issuer.least &&
        digits.size() <= issuer.most)
      return true;
  }
  return false;
}

// "FR76 3000 |4028 …": a group of a longer number.
bool goes_on_a_number(const View& text, std::size_t digit) {
  const std::size_t blank = text.blank_before(digit);
  if (blank == 0 || digit < blank + 4) return false;
  for (std::size_t i = digit - blank - 4; i < digit - blank; ++i) {
    if (!is_digit(text.at(i))) return false;
  }
  return true;
}

bool usual_shape(const DigitGroups& groups, std::size_t k) {
  return k == 1 || groups.shaped("4444") || groups.shaped("465") || groups.shaped("464") ||
         groups.shaped("4443") || groups.shaped("88");
}

}  // namespace

void recognise_card(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const DigitGroups& groups = scan.groups(digit);
  if (groups.overlong() || groups.digits(groups.count()).size() < 13 || continues_before(text, digit)) return;
  if (goes_on_a_number(text, digit)) return;
  for (std::size_t n = 19; n >= 13; --n) {
    const std::size_t k = groups.groups_of(n);
    if (k == 0 || !groups.joined_by(k, " -.") || text.word_at(groups.end(k))) continue;
    const std::string_view digits = groups.digits(k);
    if (!issued(digits)) continue;
    const bool keyword = contains_any(scan.lead(digit), keywords);
    if (!luhn(digits)) {  // a digit was mistyped: the word and the way it is written still tell
      if (!keyword || !(groups.shaped("4444") || groups.shaped("465"))) continue;
      scan.add(digit, groups.end(k), Category::Card, "card.keyword", by_keyword);
      return;
    }
    if (!keyword && (!usual_shape(groups, k) || (n == 14 && !groups.shaped("464")) || n == 13)) continue;
    scan.add(digit, groups.end(k), Category::Card, "card.checksum", by_checksum);
    return;
  }
}

}  // namespace paravent::detect::scanners
