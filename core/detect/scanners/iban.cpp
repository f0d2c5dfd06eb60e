// IBAN: country, two check digits, an account number of the country's length (ISO 13616 register, 2024; the
// African franc zone by its banks' practice).
#include <algorithm>
#include <array>

#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

struct Country {
  std::string_view code;
  std::size_t length;
};

constexpr std::array countries{
    Country{"AD", 24}, Country{"AE", 23}, Country{"AL", 28}, Country{"AT", 20}, Country{"AZ", 28},
    Country{"BA", 20}, Country{"BE", 16}, Country{"BF", 28}, Country{"BG", 22}, Country{"BH", 22},
    Country{"BJ", 28}, Country{"BR", 29}, Country{"BY", 28}, Country{"CG", 27}, Country{"CH", 21},
    Country{"CI", 28}, Country{"CM", 27}, Country{"CR", 22}, Country{"CY", 28}, Country{"CZ", 24},
    Country{"DE", 22}, Country{"DK", 18}, Country{"DO", 28}, Country{"DZ", 26}, Country{"EE", 20},
    Country{"EG", 29}, Country{"ES", 24}, Country{"FI", 18}, Country{"FO", 18}, Country{"FR", 27},
    Country{"GA", 27}, Country{"GB", 22}, Country{"GE", 22}, Country{"GI", 23}, Country{"GL", 18},
    Country{"GR", 27}, Country{"GT", 28}, Country{"HR", 21}, Country{"HU", 28}, Country{"IE", 22},
    Country{"IL", 23}, Country{"IQ", 23}, Country{"IS", 26}, Country{"IT", 27}, Country{"JO", 30},
    Country{"KW", 30}, Country{"KZ", 20}, Country{"LB", 28}, Country{"LC", 32}, Country{"LI", 21},
    Country{"LT", 20}, Country{"LU", 20}, Country{"LV", 21}, Country{"LY", 25}, Country{"MA", 28},
    Country{"MC", 27}, Country{"MD", 24}, Country{"ME", 22}, Country{"MG", 27}, Country{"MK", 19},
    Country{"ML", 28}, Country{"MR", 27}, Country{"MT", 31}, Country{"MU", 30}, Country{"NE", 28},
    Country{"NL", 18}, Country{"NO", 15}, Country{"PK", 24}, Country{"PL", 28}, Country{"PS", 29},
    Country{"PT", 25}, Country{"QA", 29}, Country{"RO", 24}, Country{"RS", 22}, Country{"SA", 24},
    Country{"SC", 31}, Country{"SE", 24}, Country{"SI", 19}, Country{"SK", 24}, Country{"SM", 27},
    Country{"SN", 28}, Country{"ST", 25}, Country{"SV", 28}, Country{"TG", 28}, Country{"TL", 23},
    Country{"TN", 24}, Country{"TR", 26}, Country{"UA", 29}, Country{"VA", 22}, Country{"VG", 24},
    Country{"XK", 20},
};

std::size_t length_of(std::string_view code) {
  const auto* const row =
      std::lower_bound(countries.data(), countries.data() + countries.size(), code,
                       [](const Country& c, std::string_view wanted) { return c.code < wanted; });
  return row != countries.data() + countries.size() && row->code == code ? row->length : 0;
}

char to_upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

// Words before an account number: with one, a number of the right length is one even where a digit was
// mistyped.
constexpr WordSet keywords{"iban",   "rib",  "compte",  "virement",  "virer",       "vire",
                           "banque", "bank", "account", "transfer",  "pay to",      "paid to",
                           "wire",   "bic",  "swift",   "reglement", "prelevement", "coordonnees bancaires",
                           "konto",  "conto"};

unsigned add_to_rest(unsigned rest, char c) {
  if (is_digit(c)) return (rest * 10 + static_cast<unsigned>(c - '0')) % 97;
  return (rest * 100 + static_cast<unsigned>(c - 'A') + 10) % 97;
}

}  // namespace

void recognise_iban(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  std::size_t start = digit;
  if (text.blank_before(start) == 1 && is_alpha(text.before(start - 1))) start -= 1;  // "FR 76 3000…"
  if (start < 2 || !is_alpha(text.at(start - 1)) || !is_alpha(text.at(start - 2))) return;
  if (text.word_before(start - 2)) return;
  if (!is_digit(text.at(digit + 1))) return;
  const bool upper_case = is_upper(text.at(start - 2)) && is_upper(text.at(start - 1));
  if (!upper_case && start != digit) return;  // "de 140 gamins …"
  const std::array<char, 2> code{to_upper(text.at(start - 2)), to_upper(text.at(start - 1))};
  const std::size_t length = length_of({code.data(), 2});
  if (length == 0) return;
  std::array<char, 34> account{};
  std::size_t n = 0;
  std::size_t i = digit + 2;
  while (n + 4 < length) {
    const char c = to_upper(text.at(i));
    if (is_alnum(c)) {
      account[n++] = c;
      ++i;
      continue;
    }
    std::size_t size = text.blank_at(i);
    if (size == 0) size = text.dash_at(i);
    if (size == 0 && c == '.') size = 1;
    if (size == 0 || !is_alnum(text.at(i + size))) return;
    i += size;
  }
  if (text.word_at(i)) return;
  unsigned rest = 0;
  for (std::size_t k = 0; k < n; ++k) rest = add_to_rest(rest, account[k]);
  for (const char c : {code[0], code[1], text.at(digit), text.at(digit + 1)}) rest = add_to_rest(rest, c);
  if (rest == 1) {
    scan.add(start - 2, i, Category::Iban, "iban.checksum", by_checksum);
  } else if (upper_case && contains_any(scan.lead(start - 2), keywords)) {
    scan.add(start - 2, i, Category::Iban, "iban.keyword", by_keyword);
  }
}

}  // namespace paravent::detect::scanners
