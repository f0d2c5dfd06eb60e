#include "detect/scanners/checks.hpp"

#include <array>
#include <cstdint>

namespace paravent::detect::scanners {
namespace {

constexpr unsigned value(char c) {
  return static_cast<unsigned>(c - '0');
}

std::uint64_t number(std::string_view digits) {
  std::uint64_t n = 0;
  for (const char c : digits) n = n * 10 + value(c);
  return n;
}

template <std::size_t N>
unsigned weighted(std::string_view digits, const std::array<unsigned, N>& weights) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += value(digits[i]) * weights[i];
  return sum;
}

}  // namespace

unsigned mod97(std::string_view digits) {
  unsigned rest = 0;
  for (const char c : digits) rest = (rest * 10 + value(c)) % 97;
  return rest;
}

bool luhn(std::string_view digits) {
  unsigned sum = 0;
  bool twice = false;
  bool zero = true;
  for (std::size_t i = digits.size(); i-- > 0; twice = !twice) {
    const unsigned d = value(digits[i]);
    zero = zero && d == 0;
    sum += twice ? (d * 2 > 9 ? d * 2 - 9 : d * 2) : d;
  }
  return sum % 10 == 0 && !zero;
}

bool siret_check(std::string_view digits) {
  if (digits.starts_with("356000000")) {
    unsigned sum = 0;
    for (const char c : digits) sum += value(c);
    return sum % 5 == 0 || luhn(digits);
  }
  return luhn(digits) && luhn(digits.substr(0, 9));
}

bool tva_fr_check(std::string_view key_and_siren) {
  const std::string_view siren = key_and_siren.substr(2);
  return luhn(siren) && number(key_and_siren.substr(0, 2)) == (12 + 3 * (number(siren) % 97)) % 97;
}

bool nir_check(std::string_view thirteen, std::string_view key, char corsica) {
  std::uint64_t n = number(thirteen);
  if (corsica == 'A') n -= 1000000;
  if (corsica == 'B') n -= 2000000;
  return number(key) == 97 - n % 97;
}

bool bce_check(std::string_view digits) {
  return number(digits.substr(8)) == 97 - number(digits.substr(0, 8)) % 97 && digits[1] != '0';
}

bool niss_check(std::string_view digits) {
  const std::uint64_t n = number(digits.substr(0, 9));
  const std::uint64_t key = number(digits.substr(9));
  return key == 97 - n % 97 || key == 97 - (n + 2000000000ULL) % 97;  // the second: born from 2000 on
}

bool ide_check(std::string_view digits) {
  const unsigned check = (11 - weighted(digits, std::array{5U, 4U, 3U, 2U, 7U, 6U, 5U, 4U}) % 11) % 11;
  return check == value(digits[8]);
}

bool ean13(std::string_view digits) {
  return weighted(digits, std::array{1U, 3U, 1U, 3U, 1U, 3U, 1U, 3U, 1U, 3U, 1U, 3U, 1U}) % 10 == 0;
}

bool nhs_check(std::string_view digits) {
  return (11 - weighted(digits, std::array{10U, 9U, 8U, 7U, 6U, 5U, 4U, 3U, 2U}) % 11) % 11 ==
         value(digits[9]);
}

bool tva_lu_check(std::string_view digits) {
  return number(digits.substr(0, 6)) % 89 == number(digits.substr(6));
}

bool vat_gb_check(std::string_view digits) {
  const unsigned sum = weighted(digits, std::array{8U, 7U, 6U, 5U, 4U, 3U, 2U}) +
                       static_cast<unsigned>(number(digits.substr(7)));
  return sum % 97 == 0 || (sum + 55) % 97 == 0;
}

bool vat_de_check(std::string_view digits) {
  unsigned product = 10;
  for (const char c : digits.substr(0, 8)) {
    unsigned sum = (value(c) + product) % 10;
    if (sum == 0) sum = 10;
    product = 2 * sum % 11;
  }
  return (11 - product) % 10 == value(digits[8]);
}

}  // namespace paravent::detect::scanners
