#include "anonymise/letter_case.hpp"

#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

template <class Map>
std::string mapped(std::string_view words, Map map) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const text::Codepoint c = text::decode_at(words, at);
    if (c.valid) {
      text::append_utf8(out, map(c.value));
    } else {
      out += words[at];
    }
    at += c.size;
  }
  return out;
}

}  // namespace

std::string in_capitals(std::string_view words) {
  return mapped(words, text::to_upper);
}

std::string in_small_letters(std::string_view words) {
  return mapped(words, text::to_lower);
}

bool is_in_capitals(std::string_view words) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < words.size();) {
    const text::Codepoint c = text::decode_at(words, at);
    if (text::is_lower(c.value)) return false;
    capitals += text::is_upper(c.value) ? 1U : 0U;
    at += c.size;
  }
  return capitals > 1;
}

}  // namespace paravent::anonymise
