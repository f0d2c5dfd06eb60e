#include "markdown/line_start.hpp"

#include <algorithm>

#include "markdown/html_elements.hpp"

namespace paravent::markdown {
namespace {

// The longest label that a reference can have (CommonMark 4.7).
constexpr std::size_t max_label = 999;

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t run_of(std::string_view text, char c) {
  const auto end = text.find_first_not_of(c);
  return end == std::string_view::npos ? text.size() : end;
}

bool all_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_blank_byte);
}

std::size_t skip_blank(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank_byte(text[at])) ++at;
  return at;
}

// One attribute with the spaces before it, from `at`; `at` if there is none.
std::size_t skip_attribute(std::string_view text, std::size_t at) {
  std::size_t i = skip_blank(text, at);
  if (i == at || i >= text.size()) return at;
  if (!is_ascii_letter(text[i]) && text[i] != '_' && text[i] != ':') return at;
  while (i < text.size() && (is_ascii_letter(text[i]) || is_ascii_digit(text[i]) ||
                             std::string_view("_.:-").find(text[i]) != std::string_view::npos))
    ++i;
  const std::size_t equals = skip_blank(text, i);
  if (equals >= text.size() || text[equals] != '=') return i;
  const std::size_t value = skip_blank(text, equals + 1);
  if (value >= text.size()) return at;
  if (text[value] == '"' || text[value] == '\'') {
    const auto close = text.find(text[value], value + 1);
    return close == std::string_view::npos ? at : close + 1;
  }
  const auto end = std::min(text.find_first_of(" \t\"'=<>`", value), text.size());
  return end == value ? at : end;
}

// A whole tag alone on its line (kind 7).
bool is_lone_tag(std::string_view rest) {
  const bool closing = rest.size() > 1 && rest[1] == '/';
  std::size_t i = closing ? 2 : 1;
  const std::size_t name = element_name(rest.substr(std::min(i, rest.size()))).size();
  if (name == 0) return false;
  i += name;
  if (!closing) {
    for (std::size_t next = skip_attribute(rest, i); next != i; next = skip_attribute(rest, i)) i = next;
  }
  i = skip_blank(rest, i);
  if (!closing && i < rest.size() && rest[i] == '/') ++i;
  return i < rest.size() && rest[i] == '>' && all_blank(rest.substr(i + 1));
}

// End of a link target that starts at `at`, or `at` if there is none.
std::size_t skip_target(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '<') {
    const auto close = text.find_first_of("<>", at + 1);
    return close != std::string_view::npos && text[close] == '>' ? close + 1 : at;
  }
  while (at < text.size() && !is_blank_byte(text[at])) ++at;
  return at;
}

}  // namespace

bool same_word(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

bool is_prompt(std::string_view info) {
  info.remove_prefix(skip_blank(info, 0));
  return same_word(info.substr(0, info.find_first_of(" \t")), "prompt");
}

std::optional<FenceStart> fence_start(std::string_view rest) {
  if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) return std::nullopt;
  const FenceStart fence{rest[0], run_of(rest, rest[0])};
  if (fence.length < 3) return std::nullopt;
  if (fence.mark == '`' && rest.find('`', fence.length) != std::string_view::npos) return std::nullopt;
  return fence;
}

bool closes_fence(std::string_view rest, const FenceStart& fence) {
  const std::size_t length = run_of(rest, fence.mark);
  return length >= fence.length && all_blank(rest.substr(length));
}

std::size_t heading_level(std::string_view rest) {
  const std::size_t level = run_of(rest.substr(0, 7), '#');
  if (level == 0 || level > 6) return 0;
  return level == rest.size() || is_blank_byte(rest[level]) ? level : 0;
}

bool is_rule(std::string_view rest) {
  if (rest.empty() || (rest[0] != '-' && rest[0] != '*' && rest[0] != '_')) return false;
  std::size_t marks = 0;
  for (const char c : rest) {
    if (c == rest[0]) {
      ++marks;
    } else if (!is_blank_byte(c)) {
      return false;
    }
  }
  return marks >= 3;
}

bool is_setext_underline(std::string_view rest) {
  if (rest.empty() || (rest[0] != '=' && rest[0] != '-')) return false;
  return all_blank(rest.substr(run_of(rest, rest[0])));
}

std::optional<ListMarker> list_marker(std::string_view rest) {
  if (rest.empty()) return std::nullopt;
  ListMarker marker;
  if (rest[0] == '-' || rest[0] == '+' || rest[0] == '*') {
    marker.kind = rest[0];
    marker.length = 1;
  } else {
    std::size_t digits = 0;
    while (digits < rest.size() && digits < 10 && is_ascii_digit(rest[digits])) ++digits;
    if (digits == 0 || digits > 9 || digits >= rest.size()) return std::nullopt;
    if (rest[digits] != '.' && rest[digits] != ')') return std::nullopt;
    marker.kind = rest[digits];
    marker.length = digits + 1;
    marker.can_interrupt = digits == 1 && rest[0] == '1';
  }
  if (marker.length < rest.size() && !is_blank_byte(rest[marker.length])) return std::nullopt;
  if (all_blank(rest.substr(marker.length))) marker.can_interrupt = false;
  return marker;
}

std::uint8_t html_kind(std::string_view rest) {
  if (rest.size() < 2 || rest[0] != '<') return 0;
  if (rest[1] == '!') {
    if (rest.substr(2, 2) == "--") return 2;
    if (rest.substr(2, 7) == "[CDATA[") return 5;
    return rest.size() > 2 && is_ascii_letter(rest[2]) ? 4 : 0;
  }
  if (rest[1] == '?') return 3;
  const std::size_t name_at = rest[1] == '/' ? 2 : 1;
  const std::size_t length = element_name(rest.substr(name_at)).size();
  if (length == 0) return 0;
  const std::string_view name = rest.substr(name_at, length);
  const std::string_view behind = rest.substr(name_at + length);
  const bool ended = behind.empty() || is_blank_byte(behind[0]) || behind[0] == '>';
  if (name_at == 1 && ended && is_raw_element(name)) return 1;
  if ((ended || behind.substr(0, 2) == "/>") && is_block_element(name)) return 6;
  return is_lone_tag(rest) ? 7 : 0;
}

bool html_ends(std::string_view line, std::uint8_t kind) {
  switch (kind) {
    case 1:
      for (auto at = line.find("</"); at != std::string_view::npos; at = line.find("</", at + 2)) {
        const std::size_t length = element_name(line.substr(at + 2)).size();
        if (line.substr(at + 2 + length, 1) == ">" && is_raw_element(line.substr(at + 2, length)))
          return true;
      }
      return false;
    case 2:
      return line.find("-->") != std::string_view::npos;
    case 3:
      return line.find("?>") != std::string_view::npos;
    case 4:
      return line.find('>') != std::string_view::npos;
    case 5:
      return line.find("]]>") != std::string_view::npos;
    default:
      return false;
  }
}

std::size_t delimiter_cells(std::string_view rest) {
  if (rest.empty() || std::string_view("|-: \t").find(rest[0]) == std::string_view::npos) return 0;
  std::size_t cells = 0;
  bool pipe = false;
  std::size_t i = 0;
  if (rest[0] == '|') {
    pipe = true;
    i = 1;
  }
  for (i = skip_blank(rest, i); i < rest.size(); i = skip_blank(rest, i)) {
    if (rest[i] == ':') ++i;
    const std::size_t dashes = run_of(rest.substr(std::min(i, rest.size())), '-');
    if (dashes == 0) return 0;
    i += dashes;
    if (i < rest.size() && rest[i] == ':') ++i;
    ++cells;
    i = skip_blank(rest, i);
    if (i == rest.size()) break;
    if (rest[i] != '|') return 0;
    pipe = true;
    ++i;
  }
  return pipe ? cells : 0;
}

std::size_t row_cells(std::string_view rest) {
  std::size_t cells = 0;
  bool open = false;  // something stands behind the last pipe
  for (std::size_t i = !rest.empty() && rest[0] == '|' ? 1 : 0; i < rest.size(); ++i) {
    if (rest[i] == '|') {
      ++cells;
      open = false;
    } else {
      if (!is_blank_byte(rest[i])) open = true;
      if (rest[i] == '\\') ++i;
    }
  }
  return cells + (open ? 1 : 0);
}

std::size_t definition_label(std::string_view rest, bool& footnote) {
  footnote = false;
  if (rest.size() < 4 || rest[0] != '[') return 0;
  std::size_t i = 1;
  bool visible = false;
  for (; i < rest.size() && i <= max_label && rest[i] != ']'; ++i) {
    if (rest[i] == '[') return 0;
    if (rest[i] == '\\' && i + 1 < rest.size()) ++i;
    if (!is_blank_byte(rest[i])) visible = true;
  }
  if (!visible || i + 1 >= rest.size() || rest[i] != ']' || rest[i + 1] != ':') return 0;
  footnote = rest[1] == '^' && i > 2;
  return i + 2;
}

Definition link_definition(std::string_view rest) {
  bool footnote = false;
  const std::size_t label = definition_label(rest, footnote);
  if (label == 0) return Definition::None;
  const std::size_t target = skip_blank(rest, label);
  const std::size_t target_end = skip_target(rest, target);
  if (target_end == target) return Definition::None;
  const std::size_t title = skip_blank(rest, target_end);
  if (title == rest.size()) return Definition::WithoutTitle;
  return title > target_end && is_title_line(rest.substr(title)) ? Definition::Complete : Definition::None;
}

bool is_title_line(std::string_view rest) {
  if (rest.size() < 2) return false;
  const char close = rest[0] == '(' ? ')' : rest[0];
  if (rest[0] != '"' && rest[0] != '\'' && rest[0] != '(') return false;
  std::size_t i = 1;
  while (i < rest.size() && rest[i] != close) i += rest[i] == '\\' ? 2 : 1;
  return i < rest.size() && all_blank(rest.substr(i + 1));
}

}  // namespace paravent::markdown
