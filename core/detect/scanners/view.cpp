#include "detect/scanners/view.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr unsigned char byte(char c) {
  return static_cast<unsigned char>(c);
}

// Whether a character of several bytes is a letter. C2 holds signs (but ª º µ), E2 and EF punctuation and
// symbols, F0 emoji.
bool is_wide_letter(unsigned char lead, unsigned char next) {
  if (lead < 0xC2 || lead >= 0xF0) return false;
  if (lead == 0xC2) return next == 0xAA || next == 0xBA || next == 0xB5;
  if (lead == 0xC3) return next != 0x97 && next != 0xB7;
  return lead != 0xE2 && lead != 0xEF;
}

std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

}  // namespace

std::size_t View::wide_blank_at(std::size_t i) const {
  const char c = at(i);
  if (byte(c) == 0xC2 && byte(at(i + 1)) == 0xA0) return 2;
  if (byte(c) == 0xE2 && byte(at(i + 1)) == 0x80) {
    const unsigned char last = byte(at(i + 2));
    if ((last >= 0x80 && last <= 0x8A) || last == 0xAF) return 3;
  }
  return 0;
}

std::size_t View::wide_blank_before(std::size_t i) const {
  if (i >= 2 && blank_at(i - 2) == 2) return 2;
  return i >= 3 && blank_at(i - 3) == 3 ? 3 : 0;
}

std::size_t View::wide_dash_at(std::size_t i) const {
  const unsigned char second = byte(at(i + 1));
  const unsigned char third = byte(at(i + 2));
  return (second == 0x80 && third >= 0x90 && third <= 0x94) || (second == 0x88 && third == 0x92) ? 3 : 0;
}

std::size_t View::wide_letter_at(std::size_t i) const {
  const char c = at(i);
  if (!is_wide_letter(byte(c), byte(at(i + 1)))) return 0;
  const std::size_t left = text_.size() - i;  // a character cut by the end
  return length_of(byte(c)) < left ? length_of(byte(c)) : left;
}

std::size_t View::wide_letter_before(std::size_t i) const {
  std::size_t start = i - 1;
  while (start > 0 && i - start < 4 && (byte(at(start)) & 0xC0) == 0x80) --start;
  return letter_at(start) == i - start ? i - start : 0;
}

bool View::capital_at(std::size_t i) const {
  const char c = at(i);
  if (is_upper(c)) return true;
  const unsigned char next = byte(at(i + 1));
  return (byte(c) == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) ||
         (byte(c) == 0xC5 && next == 0x92);
}

}  // namespace paravent::detect::scanners
