#include "anonymise/english_possessive.hpp"

#include "anonymise/line.hpp"
#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// A quote that was opened on the line and not closed.
bool is_in_single_quotes(std::string_view line) {
  bool open = false;
  for (std::size_t at = 0; at < line.size();) {
    const text::Codepoint c = text::decode_at(line, at);
    const bool behind_word = at > 0 && text::is_word(text::decode_before(line, at).value);
    if (c.value == U'‘' || (c.value == U'\'' && !behind_word))
      open = true;
    else if (is_apostrophe(c.value) && !text::is_word(text::decode_at(line, at + c.size).value))
      open = false;
    at += c.size;
  }
  return open;
}

}  // namespace

std::size_t behind_bare_possessive(const Note& note, const detect::Finding& name) {
  const std::string_view text = note.text();
  const std::size_t end = name.range.end.value;
  const text::Codepoint mark = text::decode_at(text, end);
  if (!is_apostrophe(mark.value) || !text::fold(note.surface(name)).ends_with('s')) return end;
  const std::size_t next = skip_blanks(text, end + mark.size);
  if (next == end + mark.size || !text::is_word(text::decode_at(text, next).value)) return end;
  return is_in_single_quotes(line_before(text, name.range.begin.value)) ? end : end + mark.size;
}

std::string possessive_of(std::string phrase, std::string_view mark) {
  const bool bare = phrase.ends_with('s');
  phrase += mark;
  if (!bare) phrase += 's';
  return phrase;
}

}  // namespace paravent::anonymise
