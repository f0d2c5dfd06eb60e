// NIR, the French social security number: sex, year, month, department, commune, order, key (INSEE). Months
// 20–42 and 50–99 stand for unknown ones; Corsica writes 2A and 2B.
#include <array>

#include "detect/scanners/checks.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr WordSet keywords{"nir",
                           "securite sociale",
                           "secu",
                           "insee",
                           "no ss",
                           "numero ss",
                           "n ss",
                           "social security",
                           "assure social",
                           "assuree sociale",
                           "carte vitale",
                           "immatriculation",
                           "nss",
                           "num secu",
                           "numero de secu",
                           "no de secu",
                           "ss"};
constexpr WordSet fillers{"no", "numero", "n", "est", "is", "le", "number", "francais"};

struct Reading {
  std::array<char, 15> digits{};  // 2A, 2B stand as 19, 18 would not: the letter is kept apart
  std::array<std::size_t, 15> ends{};
  std::size_t count = 0;
  char corsica = 0;
};

Reading read(const View& text, std::size_t i) {
  Reading out;
  while (out.count < out.digits.size()) {
    const char c = text.at(i);
    const bool letter = out.count == 6 && out.digits[5] == '2' && (to_lower(c) == 'a' || to_lower(c) == 'b');
    if (is_digit(c) || letter) {
      if (letter) out.corsica = to_lower(c) == 'a' ? 'A' : 'B';
      out.digits[out.count] = letter ? '0' : c;
      out.ends[out.count++] = ++i;
      continue;
    }
    std::size_t size = text.blank_at(i);
    if (size == 0) size = text.dash_at(i);
    if (size == 0 && (c == '.' || c == '/' || c == '|')) size = 1;
    if (size != 0 && text.blank_at(i + size) != 0) size += text.blank_at(i + size);
    const char next = text.at(i + size);
    if (size == 0 || !is_digit(next)) return out;
    i += size;
  }
  return out;
}

bool plausible(const Reading& r) {
  constexpr std::string_view sexes = "123478";
  const int month = (r.digits[3] - '0') * 10 + (r.digits[4] - '0');
  const bool month_ok = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
  return sexes.find(r.digits[0]) != std::string_view::npos && month_ok;
}

}  // namespace

void recognise_nir(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  const char first = text.at(digit);
  if (first == '0' || first == '9' || first == '5' || first == '6' || continues_before(text, digit)) return;
  const Reading r = read(text, digit);
  if (r.count < 13 || !plausible(r)) return;
  const std::string_view digits{r.digits.data(), r.count};
  // The letter was read as 0: 2A and 2B count as 20 less 1 and 2 millions (19 and 18).
  if (r.count == 15 && !text.word_at(r.ends[14]) &&
      nir_check(digits.substr(0, 13), digits.substr(13), r.corsica)) {
    scan.add(digit, r.ends[14], Category::Nir, "nir.checksum", by_checksum);
    return;
  }
  const bool keyword = ends_with_any(drop_words(scan.lead(digit), fillers), keywords);
  // With the word before it, the key may be missing, or a digit mistyped.
  if (keyword && (r.count == 13 || r.count == 15) && !text.word_at(r.ends[r.count - 1]))
    scan.add(digit, r.ends[r.count - 1], Category::Nir, "nir.keyword", by_keyword);
}

}  // namespace paravent::detect::scanners
