#include "anonymise/place.hpp"

#include <algorithm>

#include "anonymise/line.hpp"
#include "markdown/html_attributes.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// Where the last `pair` begins. A loop over bytes is faster than rfind().
std::size_t last_pair(std::string_view line, std::string_view pair) {
  for (std::size_t i = line.size(); i >= 2; --i) {
    if (line[i - 1] == pair[1] && line[i - 2] == pair[0]) return i - 2;
  }
  return std::string_view::npos;
}

bool in_tag(std::string_view line) {
  std::size_t i = line.size();
  while (i > 0) {
    const text::Codepoint c = text::decode_before(line, i);
    if (c.value == U'#') {
      // A tag's # follows a blank or opens the line; a heading's is followed by a blank.
      return i == c.size || line[i - c.size - 1] == ' ' || line[i - c.size - 1] == '\t' ||
             line[i - c.size - 1] == '(';
    }
    if (!text::is_word(c.value) && c.value != U'-' && c.value != U'_' && c.value != U'/') return false;
    i -= c.size;
  }
  return false;
}

// [label](target
bool in_inline_target(std::string_view line) {
  const std::size_t open = last_pair(line, "](");
  return open != std::string_view::npos && line.find_first_of(") \"", open + 2) == std::string_view::npos;
}

// [label]: target
bool in_definition(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || line[first] != '[') return false;
  const std::size_t label = line.find("]:", first);
  if (label == std::string_view::npos) return false;
  const std::size_t target = line.find_first_not_of(" \t", label + 2);
  return target == std::string_view::npos || line.find_first_of(" \t", target) == std::string_view::npos;
}

// href="target", and what else an element is called by
bool in_address_attribute(std::string_view line) {
  if (line.find('<') == std::string_view::npos) return false;
  const std::size_t quote = line.find_last_of("\"'");
  if (quote == std::string_view::npos || quote < 2 || line[quote - 1] != '=') return false;
  const std::string_view before = line.substr(0, quote - 1);
  const std::string_view name = before.substr(before.find_last_of(" \t") + 1);
  return markdown::kind_of_attribute(name) == markdown::RegionKind::LinkTarget;
}

bool in_link_target(std::string_view line) {
  return in_inline_target(line) || in_definition(line) || in_address_attribute(line);
}

bool in_wikilink(std::string_view line) {
  const std::size_t open = last_pair(line, "[[");
  return open != std::string_view::npos && line.find("]]", open) == std::string_view::npos;
}

bool in_code(std::string_view line) {
  return std::count(line.begin(), line.end(), '`') % 2 == 1;
}

// anne_leroy.pdf, anne@…
bool is_part_of_name(std::string_view text, text::ByteRange range) {
  const std::size_t begin = range.begin.value;
  const std::size_t end = range.end.value;
  const bool after_joint = begin > 0 && (text[begin - 1] == '_' || text[begin - 1] == '@');
  const bool before_joint =
      end < text.size() && (text[end] == '_' || text[end] == '@' ||
                            (text[end] == '.' && text::is_lower(text::decode_at(text, end + 1).value)));
  return after_joint || before_joint;
}

}  // namespace

std::vector<Place> places_of(std::string_view text, std::span<const detect::Finding* const> findings) {
  std::vector<Place> out;
  out.reserve(findings.size());
  LineWalk walk(text);
  for (const detect::Finding* finding : findings) {
    const std::string_view line = walk.line_before(finding->range.begin.value);
    const bool markup = walk.has_markup();
    Place place;
    place.one_word =
        is_part_of_name(text, finding->range) || in_tag(line) || (markup && in_link_target(line));
    place.alias = place.one_word || (markup && (in_wikilink(line) || in_code(line)));
    out.push_back(place);
  }
  return out;
}

}  // namespace paravent::anonymise
