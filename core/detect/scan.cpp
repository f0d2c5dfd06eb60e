#include "detect/scan.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

#include "detect/scanners/recognisers.hpp"
#include "detect/scanners/resolve.hpp"

namespace paravent::detect {
namespace {

using scanners::Scan;

enum class Trigger : std::uint8_t { None, Digit, At, Dot, Colon, Sign, Letter };

// The first three letters of the number words that may open a date or an age (calendar.cpp), as bits.
class WordStarts {
 public:
  constexpr WordStarts() {
    for (const std::string_view start :
         {"deu", "tro", "qua", "cin", "six", "sep", "hui", "neu", "dix", "onz", "dou", "tre",
          "qui", "sei", "vin", "soi", "non", "pre", "oct", "two", "thr", "fou", "fiv", "eig",
          "nin", "ten", "ele", "twe", "thi", "fif", "fir", "sec", "for", "six", "sev"}) {
      set(start);
    }
  }
  constexpr bool has(std::string_view text, std::size_t i) const {
    if (i + 4 > text.size()) return false;
    const unsigned key = key_of({text.data() + i, 3});
    if (((bits_[key / 64] >> (key % 64)) & 1U) == 0) return false;
    const char fourth = scanners::to_lower(text[i + 3]);
    switch (
        scanners::to_lower(text[i])) {  // frequent words that share three letters: "quand", "pres", "soit"
      case 'q':
        return fourth == 'n' || fourth == 't' || fourth == 'r';
      case 'p':
        return fourth == 'm';
      case 's':
        return scanners::to_lower(text[i + 1]) != 'o' || fourth == 'x';
      default:
        return true;
    }
  }

 private:
  static constexpr unsigned key_of(std::string_view three) {
    unsigned key = 0;
    for (const char c : three) key = key * 32 + (static_cast<unsigned char>(c) & 31U);
    return key;
  }
  constexpr void set(std::string_view three) {
    const unsigned key = key_of(three);
    bits_[key / 64] |= std::uint64_t{1} << (key % 64);
  }
  std::array<std::uint64_t, 512> bits_{};
};
constexpr WordStarts word_starts;

constexpr std::array<Trigger, 256> make_triggers() {
  std::array<Trigger, 256> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = Trigger::Digit;
  for (unsigned char c = 'a'; c <= 'z'; ++c) {
    table[c] = Trigger::Letter;
    table[c - 'a' + 'A'] = Trigger::Letter;
  }
  table['@'] = Trigger::At;
  table['.'] = Trigger::Dot;
  table[':'] = Trigger::Colon;
  table['+'] = Trigger::Sign;
  table['('] = Trigger::Sign;
  return table;
}
constexpr std::array<Trigger, 256> triggers = make_triggers();

constexpr bool is_ascii_word(char c) {
  return scanners::is_alnum(c) || static_cast<unsigned char>(c) >= 0xC3;
}

// All that may start at, or hang on, a number. A run of digits longer than any identifier is passed over.
void at_digit(Scan& scan, std::size_t at) {
  using namespace scanners;
  recognise_address(scan, at);
  recognise_address_before(scan, at);
  recognise_date(scan, at);
  recognise_english_date(scan, at);
  recognise_age(scan, at);
  const DigitGroups& groups = scan.groups(at);
  const bool may_be_long = groups.digits(groups.count()).size() >= 6;
  if (may_be_long) recognise_phone(scan, at);
  recognise_iban(scan, at);
  recognise_nir(scan, at);
  if (may_be_long) recognise_card(scan, at);
  if (may_be_long) recognise_company_number(scan, at);
  recognise_vat(scan, at);
  if (may_be_long) recognise_national_id(scan, at);
  recognise_plate(scan, at);
  recognise_ipv4(scan, at);
  recognise_labelled_id(scan, at);
}

std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && scanners::is_digit(text[end])) ++end;
  return end;
}

// The end of the letters from `at`, eight bytes at a time: a byte of `letters` has its highest bit set when
// that byte of the text is A–Z or a–z.
std::size_t letters_from(std::string_view text, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    for (std::size_t k = 0; k < 8; ++k)
      eight |= std::uint64_t{static_cast<unsigned char>(text[at + k])} << (8 * k);
    const std::uint64_t lower = (eight & (0x7F * ones)) | (0x20 * ones);
    const std::uint64_t from_a = lower + (0x80 - 'a') * ones;
    const std::uint64_t past_z = lower + (0x7F - 'z') * ones;
    const std::uint64_t letters = from_a & ~past_z & ~eight & (0x80 * ones);
    if (letters != 0x80 * ones)
      return at + static_cast<std::size_t>(std::countr_one(letters | (0x7F * ones))) / 8;
  }
  while (at < text.size() && scanners::is_alpha(text[at])) ++at;
  return at;
}

// The "20" of "Claire%20Martin": a blank, and no day of the month of March.
bool is_escape(std::string_view text, std::size_t digits) {
  return digits >= 2 && text[digits - 1] == '%' && text[digits - 2] != ' ' && digits + 1 < text.size() &&
         scanners::is_hex(text[digits + 1]);
}

void at_colon(Scan& scan, std::size_t at) {
  const std::string_view text = scan.view.text();
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  if (next == '/') {
    if (at + 2 < text.size() && text[at + 2] == '/') scanners::recognise_scheme(scan, at);
  } else if (next == ':' || (scanners::is_hex(next) && at > 0 && scanners::is_hex(text[at - 1]))) {
    scanners::recognise_ipv6(scan, at);
  }
}

void run(Scan& scan) {
  const std::string_view text = scan.view.text();
  scanners::recognise_tables(scan);
  for (std::size_t i = 0; i < text.size();) {
    const Trigger trigger = triggers[static_cast<unsigned char>(text[i])];
    if (trigger == Trigger::None) {
      ++i;
      continue;
    }
    std::size_t next = i + 1;
    if (trigger == Trigger::Letter) {
      if ((i == 0 || !is_ascii_word(text[i - 1])) && word_starts.has(text, i))
        scanners::recognise_words(scan, i);
      i = letters_from(text, next);
      continue;
    }
    switch (trigger) {
      case Trigger::Digit:
        next = digits_from(text, i);
        scan.view.count(next - i);
        if (next - i <= scanners::DigitGroups::most_digits && !is_escape(text, i)) at_digit(scan, i);
        break;
      case Trigger::At:
        scanners::recognise_at(scan, i);
        break;
      case Trigger::Dot:
        if (next < text.size() && is_ascii_word(text[next])) scanners::recognise_domain(scan, i);
        break;
      case Trigger::Colon:
        at_colon(scan, i);
        break;
      case Trigger::Sign:
        scanners::recognise_dialled(scan, i);
        break;
      case Trigger::Letter:
      case Trigger::None:
        break;
    }
    i = std::max(next, scan.resume);
  }
  scan.view.count(text.size());
}

}  // namespace

std::vector<Finding> scan_identifiers(std::string_view text) {
  std::uint64_t steps = 0;
  return scan_identifiers(text, steps);
}

std::vector<Finding> scan_identifiers(std::string_view text, std::uint64_t& steps) {
  Scan scan(text);
  run(scan);
  steps = scan.view.steps();
  return scanners::resolve(std::move(scan.found));
}

}  // namespace paravent::detect
