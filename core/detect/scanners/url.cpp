// Links: with a scheme, with www., and bare domains.
#include <algorithm>
#include <array>

#include "detect/scanners/domain.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

bool ends_url(const View& text, std::size_t i) {
  constexpr std::string_view stops = "<>\"`|\\^{}\n\r\t ";
  const char c = text.at(i);
  if (i >= text.size() || stops.find(c) != std::string_view::npos || c == '\0') return true;
  if (static_cast<unsigned char>(c) < 0x80) return false;
  return text.letter_at(i) == 0;  // », …, NBSP and their kind
}

// From `i` on, to the end of the link: closing brackets without their opening one, and the stops and emphasis
// at the end, belong to the sentence.
std::size_t url_end(const View& text, std::size_t begin, std::size_t i) {
  int open = 0;
  for (; !ends_url(text, i); i += std::max<std::size_t>(text.letter_at(i), 1)) {
    const char c = text.at(i);
    if (c == '(' || c == '[') ++open;
    if (c == ')' || c == ']') {
      if (open == 0) break;
      --open;
    }
  }
  constexpr std::string_view tail = ".,;:!?'*~";
  const char before = text.before(begin);
  while (i > begin && (tail.find(text.at(i - 1)) != std::string_view::npos ||
                       ((before == '_' || before == '=') && text.at(i - 1) == before)))
    --i;
  return i;
}

void add(Scan& scan, std::size_t begin, std::size_t end, std::string_view rule) {
  scan.add(begin, end, Category::Url, rule, by_checksum - 10);
  scan.resume = end;
}

// "fin.Le": a full stop without its blank is no domain.
bool like_a_domain(const View& text, std::size_t begin, const Domain& domain) {
  const std::string_view tld = text.slice(domain.last, domain.end);
  const bool all_upper = std::all_of(tld.begin(), tld.end(), is_upper);
  const bool all_lower = std::all_of(tld.begin(), tld.end(), is_lower);
  if (!all_lower && !(all_upper && is_upper(text.at(begin)))) return false;
  const Tld kind = tld_of(tld);
  const bool path = text.at(domain.end) == '/' && domain.alphabetic_end && text.word_at(domain.end + 1);
  if (path) return tld.size() <= 12;
  const std::string_view name = text.slice(begin, domain.last);
  if (name == "file." || name == "this.") return false;  // a property in a query: "file.name"
  if (kind == Tld::Word) return domain.labels >= 3 || name.find('-') != std::string_view::npos;
  return kind == Tld::Known && domain.last - begin >= 3;
}

bool starts_with_www(const View& text, std::size_t begin) {
  return to_lower(text.at(begin)) == 'w' && to_lower(text.at(begin + 1)) == 'w' &&
         to_lower(text.at(begin + 2)) == 'w' && text.at(begin + 3) == '.';
}

}  // namespace

void recognise_scheme(Scan& scan, std::size_t colon) {
  const View& text = scan.view;
  std::size_t begin = colon;
  while (begin > 0 && colon - begin < 12 && is_alpha(text.at(begin - 1))) --begin;
  if (colon - begin < 3 || text.word_before(begin) || ends_url(text, colon + 3)) return;
  const std::size_t end = url_end(text, begin, colon + 3);
  if (end > colon + 4) add(scan, begin, end, "url.scheme");
}

void recognise_domain(Scan& scan, std::size_t dot) {
  const View& text = scan.view;
  if (!text.word_at(dot + 1) || !text.word_before(dot)) return;
  std::size_t begin = dot;
  while (begin > 0 && dot - begin < 64) {
    if (is_alnum(text.at(begin - 1)) || text.at(begin - 1) == '-') {
      --begin;
    } else if (const std::size_t size = text.letter_before(begin); size != 0) {
      begin -= size;
    } else {
      break;
    }
  }
  while (begin < dot && text.at(begin) == '-') ++begin;
  const char previous = text.before(begin);
  if (begin == dot || previous == '@' || previous == '/' || previous == '\\' ||
      (previous == '.' && text.word_before(begin - 1)))
    return;
  const Domain domain = read_domain(text, begin);
  if (domain.labels < 2 || text.at(domain.end) == '@') return;
  const bool www = starts_with_www(text, begin) && domain.labels >= 2;
  if (!www && (!domain.alphabetic_end || !like_a_domain(text, begin, domain))) return;
  std::size_t end = domain.end;
  const char next = text.at(end);
  if (next == ':' && is_digit(text.at(end + 1))) end = text.digits_end(end + 1, 5);
  if (text.at(end) == '/' || text.at(end) == '?' || text.at(end) == '#') end = url_end(text, begin, end);
  if (text.at(domain.end) == '_' && text.word_at(domain.end + 1)) return;  // a file name
  if (text.at(domain.end) == '(') return;                                  // a call in code
  add(scan, begin, end, www ? "url.www" : "url.domain");
}

}  // namespace paravent::detect::scanners
