#include "markdown/html_attributes.hpp"

#include <algorithm>
#include <array>

namespace paravent::markdown {
namespace {

constexpr std::size_t longest_name = 12;

// Words for programs: a colour may be called as a person is.
constexpr std::array<std::string_view, 12> silent = {"bgcolor", "charset", "class",    "color",
                                                     "dir",     "face",    "hreflang", "lang",
                                                     "rel",     "role",    "style",    "type"};

// What a link, a file or a place in the page is called by.
constexpr std::array<std::string_view, 13> addresses = {"action", "background", "cite", "data", "download",
                                                        "for",    "formaction", "href", "id",   "longdesc",
                                                        "name",   "poster",     "src"};

constexpr std::string_view blanks = " \t\r\n";

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& sorted, std::string_view name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

bool is_name_end(char c) {
  return c == '=' || c == '/' || c == '"' || c == '\'' || blanks.find(c) != std::string_view::npos;
}

}  // namespace

std::optional<RegionKind> kind_of_attribute(std::string_view name) {
  // A longer name is in no list; its start says the rest.
  std::array<char, longest_name + 1> buffer{};
  const std::size_t size = std::min(name.size(), buffer.size());
  std::transform(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(size), buffer.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::string_view lower(buffer.data(), size);
  if (lower == "alt") return RegionKind::ImageAlt;
  if (is_one_of(addresses, lower)) return RegionKind::LinkTarget;
  if (lower.substr(0, 2) == "on" || is_one_of(silent, lower)) return std::nullopt;
  return RegionKind::LinkTitle;
}

void add_attribute_values(std::string_view text, std::size_t begin, std::size_t end,
                          std::vector<Region>& out) {
  text = text.substr(0, end);
  const auto skip_blanks = [&](std::size_t at) { return std::min(text.find_first_not_of(blanks, at), end); };
  for (std::size_t at = begin; at < end;) {
    const std::size_t name_begin = at;
    while (at < end && !is_name_end(text[at])) ++at;
    const std::string_view name = text.substr(name_begin, at - name_begin);
    const std::size_t sign = skip_blanks(at);
    if (name.empty() || sign == end || text[sign] != '=') {
      at = std::max(sign, name_begin + 1);
      continue;
    }
    std::size_t value = skip_blanks(sign + 1);
    std::size_t value_end = end;
    at = end;
    if (value < end && (text[value] == '"' || text[value] == '\'')) {
      value_end = std::min(text.find(text[value], value + 1), end);
      at = std::min(value_end + 1, end);
      ++value;
    } else if (value < end) {
      value_end = std::min(text.find_first_of(blanks, value), end);
      at = value_end;
    }
    const std::optional<RegionKind> kind = kind_of_attribute(name);
    if (kind && value < value_end) out.push_back({text::range(value, value_end), *kind});
  }
}

}  // namespace paravent::markdown
