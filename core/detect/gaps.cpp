#include "detect/gaps.hpp"

#include "text/unicode.hpp"

namespace paravent::detect {

Gap gap_of(char32_t c) {
  switch (c) {
    case '\n':
    case '\r':
      return Gap::LineBreak;
    case ',':
      return Gap::Comma;
    case ':':
      return Gap::Colon;
    case ';':
      return Gap::Semicolon;
    case '/':
    case '\\':
      return Gap::Slash;
    case '&':
      return Gap::Ampersand;
    case '+':
      return Gap::Plus;
    case '(':
    case '[':
    case '{':
    case '<':
      return Gap::Open;
    case ')':
    case ']':
    case '}':
    case '>':
      return Gap::Close;
    case '"':
    case U'«':
    case U'»':
    case U'“':
    case U'”':
      return Gap::Quote;
    case '|':
      return Gap::Pipe;
    case '*':
    case '~':
    case '`':
      return Gap::Emphasis;
    case '_':
      return Gap::Underscore;
    case '#':
      return Gap::Hash;
    case '@':
      return Gap::At;
    case U'–':
    case U'—':
      return Gap::Dash;
    default:
      break;
  }
  return text::is_space(c) || c == '\t' ? Gap::Space : Gap::Other;
}

}  // namespace paravent::detect
