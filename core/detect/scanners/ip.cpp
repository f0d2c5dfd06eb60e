// IP addresses. A dotted telephone number, a version or a numbered heading is none.
#include <array>

#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr WordSet numbered{"version", "v",          "section",  "chapitre", "chapter",
                           "article", "paragraphe", "annexe",   "release",  "point",
                           "tel",     "telephone",  "firmware", "build",    "partie"};

bool at_line_start(const View& text, std::size_t i) {
  for (int n = 0; n < 8 && i > 0; ++n) {
    const char c = text.at(i - 1);
    if (is_line_end(c)) return true;
    if (c != ' ' && c != '#' && c != '*') return false;
    --i;
  }
  return i == 0;
}

}  // namespace

void recognise_ipv4(Scan& scan, std::size_t digit) {
  const View& text = scan.view;
  if (text.word_before(digit) || (text.before(digit) == '.' && text.word_before(digit - 1))) return;
  std::size_t i = digit;
  bool small = true;
  for (int octet = 0; octet < 4; ++octet) {
    const std::size_t end = text.digits_end(i, 4);
    if (end == i || end - i > 3 || (end - i > 1 && text.at(i) == '0')) return;
    unsigned value = 0;
    for (std::size_t k = i; k < end; ++k) value = value * 10 + static_cast<unsigned>(text.at(k) - '0');
    if (value > 255) return;
    small = small && value > 0 && value < 20;
    i = end;
    if (octet == 3) break;
    if (text.at(i) != '.') return;
    ++i;
  }
  if (text.word_at(i) || (text.at(i) == '.' && is_digit(text.at(i + 1)))) return;
  const bool ip_word = contains_word(scan.lead(digit), "ip");
  if (!ip_word &&
      (ends_with_any(trim_lead(scan.lead(digit)), numbered) || (small && at_line_start(text, digit))))
    return;
  scan.add(digit, i, Category::Ip, "ip.v4", ip_word ? by_keyword : by_strong_format);
}

// Called at a colon; works from the first colon of its run of hexadecimal digits and colons.
void recognise_ipv6(Scan& scan, std::size_t colon) {
  const View& text = scan.view;
  std::size_t begin = colon;
  while (begin > 0 && colon - begin < 5 && is_hex(text.at(begin - 1))) --begin;
  if (colon - begin > 4 || text.word_before(begin) || text.before(begin) == ':') return;
  unsigned groups = 0;
  unsigned doubles = 0;
  bool digit = false;
  std::size_t i = begin;
  if (begin == colon && text.at(colon + 1) != ':') return;
  while (i - begin < 48) {
    std::size_t end = i;
    while (end - i < 5 && is_hex(text.at(end))) {
      digit = digit || is_digit(text.at(end));
      ++end;
    }
    if (end - i > 4) return;
    if (end > i) ++groups;
    i = end;
    if (text.at(i) != ':') break;
    if (text.at(i + 1) == ':') {
      ++doubles;
      i += 2;
    } else if (is_hex(text.at(i + 1)) && groups > 0) {
      ++i;
    } else {
      break;
    }
  }
  if (text.word_at(i) || !digit) return;
  const bool full = groups == 8 && doubles == 0;
  const bool shortened = doubles == 1 && (groups >= 2 || begin == colon) && groups <= 7;
  if (!full && !shortened) return;
  scan.add(begin, i, Category::Ip, "ip.v6", by_strong_format);
}

}  // namespace paravent::detect::scanners
