// E-mail addresses and @handles, both found from their '@'.
#include <array>

#include "detect/scanners/domain.hpp"
#include "detect/scanners/recognisers.hpp"

namespace paravent::detect::scanners {
namespace {

constexpr std::size_t longest_local = 64;  // RFC 5321

// Words after '@' that are code or a call to everyone, not an account.
constexpr WordSet not_accounts{"override",     "param",       "return",     "returns", "media",   "import",
                               "charset",      "everyone",    "here",       "all",     "todo",    "media",
                               "font-face",    "supports",    "deprecated", "see",     "throws",  "property",
                               "staticmethod", "classmethod", "test",       "author",  "include", "keyframes",
                               "layer",        "channel",     "type",       "nullable"};

bool local_char(const View& text, std::size_t i) {
  constexpr std::string_view marks = "._%+-'";
  const char c = text.at(i);
  return is_alnum(c) || (c != '\0' && marks.find(c) != std::string_view::npos) ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Start of the part before '@'; `at` itself if there is none.
std::size_t local_begin(const View& text, std::size_t at) {
  std::size_t i = at;
  while (i > 0 && at - i < longest_local) {
    const char c = text.at(i - 1);
    if (static_cast<unsigned char>(c) >= 0x80) {
      const std::size_t size = text.letter_before(i);
      if (size == 0) break;
      i -= size;
    } else if (local_char(text, i - 1)) {
      --i;
    } else {
      break;
    }
  }
  while (i < at && !text.word_at(i)) ++i;  // emphasis, quotes and stops do not begin an address
  return i;
}

// "@Claire Dupont": chats and shared pages show who is meant by name; that is for the names to find.
bool shows_a_name(const View& text, std::size_t begin, std::size_t end) {
  if (!is_upper(text.at(begin))) return false;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (!is_lower(text.at(i))) return false;
  }
  const std::size_t next = end + text.blank_at(end);
  return next != end && text.capital_at(next) && text.letter_at(next + 1) != 0;
}

void handle(Scan& scan, std::size_t sign) {
  const View& text = scan.view;
  const char previous = text.before(sign);
  if (text.word_before(sign) || previous == '`' || previous == '.' || previous == '/' || previous == '@')
    return;
  if (!is_alpha(text.at(sign + 1)) && text.at(sign + 1) != '_' && !is_digit(text.at(sign + 1))) return;
  std::size_t end = sign + 1;
  bool letter = false;
  while (end - sign <= 40) {
    const char c = text.at(end);
    if (!is_alnum(c) && c != '_' && !((c == '.' || c == '-') && is_alnum(text.at(end + 1)))) break;
    letter = letter || is_alpha(c);
    ++end;
  }
  while (end > sign + 1 && text.at(end - 1) == '_') --end;
  if (!letter || end - sign < 3 || text.at(end) == '(' || text.word_at(end) || text.at(end) == '`' ||
      text.at(end) == '@')
    return;
  if (text.at(end) == '{' || is_digit(text.at(sign + 1))) return;
  if (shows_a_name(text, sign + 1, end)) return;
  Folded word;
  word.read(text, sign + 1, end);
  if (is_any(word.view(), not_accounts)) return;
  scan.add(sign, end, Category::Url, "url.handle", by_format);
  scan.resume = end;
}

}  // namespace

void recognise_at(Scan& scan, std::size_t sign) {
  const View& text = scan.view;
  const std::size_t begin = local_begin(text, sign);
  if (begin == sign) {
    handle(scan, sign);
    return;
  }
  const Domain domain = read_domain(text, sign + 1);
  if (domain.labels < 2 || !domain.alphabetic_end) {
    return;
  }
  scan.add(begin, domain.end, Category::Email, "email.address", by_keyword);
  scan.resume = domain.end;
}

}  // namespace paravent::detect::scanners
