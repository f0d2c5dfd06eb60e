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

// cr_anne, where _anne_ is emphasis: only an underscore with a word on its far side too is a joint.
bool is_joint_before(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] != '_') return at > 0 && text[at - 1] == '@';
  while (at > 0 && text[at - 1] == '_') --at;
  return at > 0 && text::is_word(text::decode_before(text, at).value);
}

// anne_cr, anne.pdf
bool is_joint_after(std::string_view text, std::size_t at) {
  if (at == text.size()) return false;
  if (text[at] == '.') return text::is_lower(text::decode_at(text, at + 1).value);
  if (text[at] != '_') return text[at] == '@';
  while (at < text.size() && text[at] == '_') ++at;
  return at < text.size() && text::is_word(text::decode_at(text, at).value);
}

// anne_leroy.pdf, anne@…
bool is_part_of_name(std::string_view text, text::ByteRange range) {
  return is_joint_before(text, range.begin.value) || is_joint_after(text, range.end.value);
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
