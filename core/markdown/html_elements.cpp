#include "markdown/html_elements.hpp"

#include <algorithm>
#include <array>

namespace paravent::markdown {
namespace {

constexpr std::size_t longest_name = 12;

constexpr std::array<std::string_view, 62> block_elements = {
    "address",  "article",    "aside",  "base",    "basefont", "blockquote", "body",     "caption",  "center",
    "col",      "colgroup",   "dd",     "details", "dialog",   "dir",        "div",      "dl",       "dt",
    "fieldset", "figcaption", "figure", "footer",  "form",     "frame",      "frameset", "h1",       "h2",
    "h3",       "h4",         "h5",     "h6",      "head",     "header",     "hr",       "html",     "iframe",
    "legend",   "li",         "link",   "main",    "menu",     "menuitem",   "nav",      "noframes", "ol",
    "optgroup", "option",     "p",      "param",   "search",   "section",    "summary",  "table",    "tbody",
    "td",       "tfoot",      "th",     "thead",   "title",    "tr",         "track",    "ul"};

constexpr std::array<std::string_view, 67> other_elements = {
    "a",      "abbr",   "acronym", "applet", "area",     "audio",    "b",        "bdi",   "bdo",
    "big",    "blink",  "br",      "button", "canvas",   "cite",     "code",     "data",  "datalist",
    "del",    "dfn",    "em",      "embed",  "font",     "hgroup",   "i",        "img",   "input",
    "ins",    "kbd",    "label",   "map",    "mark",     "marquee",  "meta",     "meter", "noscript",
    "object", "output", "picture", "pre",    "progress", "q",        "rp",       "rt",    "ruby",
    "s",      "samp",   "script",  "select", "slot",     "small",    "source",   "span",  "strike",
    "strong", "style",  "sub",     "sup",    "svg",      "template", "textarea", "time",  "tt",
    "u",      "var",    "video",   "wbr"};

// Not those that set letters apart: in "Claire<sup>a</sup>" the last is none of the name.
constexpr std::array<std::string_view, 26> format_elements = {
    "a", "abbr", "acronym", "b", "bdi", "bdo",   "big",  "cite",   "data",   "del",  "dfn", "em", "font",
    "i", "ins",  "mark",    "q", "s",   "small", "span", "strike", "strong", "time", "tt",  "u",  "wbr"};

constexpr std::array<std::string_view, 4> raw_elements = {"pre", "script", "style", "textarea"};

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& sorted, std::string_view name) {
  if (name.empty() || name.size() > longest_name) return false;
  std::array<char, longest_name> buffer{};
  std::transform(name.begin(), name.end(), buffer.begin(), ascii_lower);
  return std::binary_search(sorted.begin(), sorted.end(), std::string_view(buffer.data(), name.size()));
}

}  // namespace

std::string_view element_name(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t n = 0;
  while (n < text.size() &&
         (letter(text[n]) || (n > 0 && ((text[n] >= '0' && text[n] <= '9') || text[n] == '-'))))
    ++n;
  return text.substr(0, n);
}

bool is_html_element(std::string_view name) {
  return is_one_of(block_elements, name) || is_one_of(other_elements, name);
}

bool is_format_element(std::string_view name) {
  return is_one_of(format_elements, name);
}

bool is_block_element(std::string_view name) {
  return is_one_of(block_elements, name);
}

bool is_raw_element(std::string_view name) {
  return is_one_of(raw_elements, name);
}

}  // namespace paravent::markdown
