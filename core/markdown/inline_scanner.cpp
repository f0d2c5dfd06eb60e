#include "markdown/inline_scanner.hpp"

#include <algorithm>

#include "markdown/html_attributes.hpp"
#include "markdown/html_elements.hpp"
#include "markdown/line_start.hpp"
#include "text/unicode.hpp"

namespace paravent::markdown {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t max_brackets = 1000;

constexpr std::array<bool, 256> table_of(std::string_view bytes) {
  std::array<bool, 256> table{};
  for (const char c : bytes) table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr auto special_bytes = table_of("\\`$#[]!<*_~=");
constexpr auto opening_bytes = table_of("\\`$#[<*_~=");
constexpr auto punctuation = table_of("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

bool is_one_of(const std::array<bool, 256>& table, char c) {
  return table[static_cast<unsigned char>(c)];
}

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

std::size_t run_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size());
}

}  // namespace

bool has_inline_markup(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_one_of(opening_bytes, c); });
}

void InlineScanner::start(std::string_view text, std::vector<Region>& out) {
  text_ = text;
  out_ = &out;
  brackets_.clear();
  dead_brackets_ = 0;
  marks_.clear();
  backticks_indexed_ = false;
  dollar_ = {"$"};
  dollars_ = {"$$"};
  comment_end_ = {"-->"};
  double_quote_ = {"\""};
  single_quote_ = {"'"};
}

void InlineScanner::scan(std::string_view text, std::vector<Region>& out) {
  start(text, out);
  for (std::size_t i = 0; i < text_.size();) i = is_one_of(special_bytes, text_[i]) ? read(i) : i + 1;
  marks_.pair(0, out);
}

void InlineScanner::scan_html(std::string_view text, std::vector<Region>& out) {
  start(text, out);
  for (std::size_t i = text_.find('<'); i < text_.size(); i = text_.find('<', i)) i = read_angle(i);
}

std::size_t InlineScanner::read(std::size_t at) {
  switch (text_[at]) {
    case '\\':
      return is_one_of(punctuation, byte(at + 1)) ? at + 2 : at + 1;
    case '`':
      return read_code(at);
    case '$':
      return read_math(at);
    case '#':
      return read_tag(at);
    case '!':
      return byte(at + 1) == '[' ? read_open_bracket(at + 1, true) : at + 1;
    case '[':
      return read_open_bracket(at, false);
    case ']':
      return read_close_bracket(at);
    case '<':
      return read_angle(at);
    default:
      return read_marks(at);
  }
}

void InlineScanner::add(Span span, RegionKind kind) {
  if (span.begin < span.end) out_->push_back({text::range(span.begin, span.end), kind});
}

std::size_t InlineScanner::find(Finder& finder, std::size_t from) {
  if (!finder.known || from < finder.from || from > finder.found) {
    finder.from = from;
    finder.found = text_.find(finder.what, from);
    finder.known = true;
  }
  return finder.found;
}

std::size_t InlineScanner::read_marks(std::size_t at) {
  if (marks_.full()) {
    marks_.pair(0, *out_);
    brackets_.clear();
    dead_brackets_ = 0;
  }
  return marks_.read_run(text_, at);
}

// Where runs of each length end last: a run without a partner is known at once.
void InlineScanner::index_backticks(std::size_t from) {
  last_backticks_.fill(0);
  for (std::size_t i = text_.find('`', from); i < text_.size();) {
    const std::size_t end = run_end(text_, i);
    if (end - i <= max_backticks) last_backticks_[end - i] = end;
    i = text_.find('`', end);
  }
  backticks_indexed_ = true;
}

std::size_t InlineScanner::read_code(std::size_t at) {
  if (!backticks_indexed_) index_backticks(at);
  const std::size_t open_end = run_end(text_, at);
  const std::size_t length = open_end - at;
  if (length > max_backticks || last_backticks_[length] <= open_end) return open_end;
  std::size_t close = text_.find('`', open_end);
  std::size_t close_end = run_end(text_, close);
  while (close_end - close != length) {
    close = text_.find('`', close_end);
    close_end = run_end(text_, close);
  }
  add({open_end, close}, RegionKind::CodeSpan);
  return close_end;
}

std::size_t InlineScanner::read_math(std::size_t at) {
  if (byte(at + 1) == '$') {
    const std::size_t close = find(dollars_, at + 2);
    if (close == npos || close == at + 2) return run_end(text_, at);
    add({at + 2, close}, RegionKind::Math);
    return close + 2;
  }
  const bool behind_word = at > 0 && text::is_word(text::decode_before(text_, at).value);
  const char first = byte(at + 1);
  if (behind_word || first == '\0' || is_blank_byte(first) || is_line_end(first)) return at + 1;
  const std::size_t close = find(dollar_, at + 1);
  if (close == npos || is_blank_byte(text_[close - 1]) ||
      text::is_digit(static_cast<unsigned char>(byte(close + 1)))) {
    return at + 1;
  }
  if (text_.substr(at, close - at).find_first_of("\r\n") != npos) return at + 1;
  add({at + 1, close}, RegionKind::Math);
  return close + 1;
}

// #tag, #tag/below: behind a space or an opening mark, with at least one character that is no digit.
std::size_t InlineScanner::read_tag(std::size_t at) {
  const text::Codepoint before = text::decode_before(text_, at);
  const bool free = at == 0 || is_line_end(text_[at - 1]) || text::is_space(before.value) ||
                    std::u32string_view(U"([{,;:\"'’«“*_~|>").find(before.value) != std::u32string_view::npos;
  bool only_digits = true;
  std::size_t end = at + 1;
  while (end < text_.size()) {
    const text::Codepoint c = text::decode_at(text_, end);
    if (!text::is_word(c.value) && c.value != '_' && c.value != '-' && c.value != '/') break;
    only_digits = only_digits && text::is_digit(c.value);
    end += c.size;
  }
  if (free && !only_digits) add({at + 1, end}, RegionKind::Tag);
  return end;
}

std::size_t InlineScanner::read_open_bracket(std::size_t at, bool image) {
  if (byte(at + 1) == '[') {
    const std::size_t end = read_wikilink(at);
    if (end != at) return end;
  }
  if (brackets_.size() == max_brackets) {
    brackets_.erase(brackets_.begin(), brackets_.begin() + max_brackets / 2);
    dead_brackets_ -= std::min(dead_brackets_, max_brackets / 2);
  }
  brackets_.push_back({at, image, marks_.size()});
  return at + 1;
}

// [[target#heading|alias]], on one line; \| parts it, too (inside tables).
std::size_t InlineScanner::read_wikilink(std::size_t at) {
  const std::size_t stop = text_.find_first_of("[]\r\n", at + 2);
  if (stop == npos || stop == at + 2 || text_.substr(stop, 2) != "]]") return at;
  const std::size_t bar = std::min(text_.substr(0, stop).find('|', at + 2), stop);
  const std::size_t target_end = bar < stop && text_[bar - 1] == '\\' ? bar - 1 : bar;
  add({at + 2, target_end}, RegionKind::WikiTarget);
  if (bar < stop) add({bar + 1, stop}, RegionKind::WikiAlias);
  return stop + 2;
}

std::size_t InlineScanner::read_close_bracket(std::size_t at) {
  if (brackets_.empty()) return at + 1;
  const Bracket open = brackets_.back();
  brackets_.pop_back();
  const bool dead = brackets_.size() < dead_brackets_;
  dead_brackets_ = std::min(dead_brackets_, brackets_.size());
  const Span inner{open.at + 1, at};
  if (!open.image && byte(inner.begin) == '^' && inner.begin + 1 < inner.end) {
    if (text_.substr(inner.begin, inner.end - inner.begin).find_first_of(" \t\r\n[") != npos) return at + 1;
    add({inner.begin + 1, inner.end}, RegionKind::Footnote);
    return at + 1;
  }
  if (dead && !open.image) return at + 1;
  std::size_t end = read_destination(at + 1);
  if (end == at + 1) end = read_label(at + 1);
  if (end == at + 1) return end;
  add(inner, open.image ? RegionKind::ImageAlt : RegionKind::LinkText);
  marks_.pair(open.marks, *out_);
  if (!open.image) dead_brackets_ = brackets_.size();
  return end;
}

// The [label] of [text][label]: no bracket in it, and no link of its own.
std::size_t InlineScanner::read_label(std::size_t at) {
  if (byte(at) != '[' || byte(at + 1) == '[' || byte(at + 1) == '^') return at;
  const std::size_t stop = text_.find_first_of("[]", at + 1);
  if (stop == npos || text_[stop] != ']') return at;
  const auto before = static_cast<std::ptrdiff_t>(out_->size());
  const bool link = read_destination(stop + 1) != stop + 1;
  out_->erase(out_->begin() + before, out_->end());
  return link ? at : stop + 1;
}

std::size_t InlineScanner::skip_space(std::size_t at) const {
  while (at < text_.size() && (is_blank_byte(text_[at]) || is_line_end(text_[at]))) ++at;
  return at;
}

// (target "title"), behind a ].
std::size_t InlineScanner::read_destination(std::size_t at) {
  if (byte(at) != '(') return at;
  std::size_t i = skip_space(at + 1);
  Span target;
  Span title;
  if (byte(i) != ')') {
    if (!skip_target(i, target)) return at;
    const std::size_t space_end = skip_space(i);
    if (space_end > i && byte(space_end) != ')') {
      i = space_end;
      if (!skip_title(i, title)) return at;
    }
    i = skip_space(i);
  }
  if (byte(i) != ')') return at;
  add(target, RegionKind::LinkTarget);
  add(title, RegionKind::LinkTitle);
  return i + 1;
}

bool InlineScanner::skip_target(std::size_t& at, Span& target) {
  if (byte(at) == '<') {
    const std::size_t stop = text_.find_first_of("<>\r\n", at + 1);
    if (stop == npos || text_[stop] != '>') return false;
    target = {at + 1, stop};
    at = stop + 1;
    return true;
  }
  constexpr int max_nesting = 32;
  int nesting = 0;
  std::size_t i = at;
  for (; i < text_.size() && !is_blank_byte(text_[i]) && !is_line_end(text_[i]); ++i) {
    if (text_[i] == '\\' && is_one_of(punctuation, byte(i + 1))) {
      ++i;
    } else if (text_[i] == '(') {
      if (++nesting > max_nesting) return false;
    } else if (text_[i] == ')' && nesting-- == 0) {
      break;
    }
  }
  if (i >= text_.size()) return false;
  target = {at, i};
  at = i;
  return true;
}

bool InlineScanner::skip_title(std::size_t& at, Span& title) {
  const char open = byte(at);
  std::size_t close = npos;
  if (open == '"' || open == '\'') {
    Finder& quote = open == '"' ? double_quote_ : single_quote_;
    close = find(quote, at + 1);
    while (close != npos && text_[close - 1] == '\\') close = find(quote, close + 1);
  } else if (open == '(') {
    close = text_.find_first_of("()", at + 1);
    if (close != npos && text_[close] == '(') close = npos;
  }
  if (close == npos) return false;
  title = {at + 1, close};
  at = close + 1;
  return true;
}

std::size_t InlineScanner::read_angle(std::size_t at) {
  if (text_.substr(at, 4) == "<!--") {
    const std::size_t close = find(comment_end_, at + 4);
    if (close == npos) return at + 4;
    // What Paravent itself says in a twin holds no names.
    const bool ours = text_.substr(at + 4, 10) == " paravent:";
    add({at + 4, close}, ours ? RegionKind::HtmlTag : RegionKind::HtmlComment);
    return close + 3;
  }
  std::size_t end = read_autolink(at);
  if (end == at) end = read_html_tag(at);
  return end == at ? at + 1 : end;
}

// <https://…> and <name@host>.
std::size_t InlineScanner::read_autolink(std::size_t at) {
  const std::size_t stop = text_.find_first_of("<> \t\r\n\"", at + 1);
  if (stop == npos || text_[stop] != '>') return at;
  const std::string_view inner = text_.substr(at + 1, stop - at - 1);
  const std::size_t colon = inner.find(':');
  const std::size_t sign = inner.find('@');
  const auto scheme_byte = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '.' || c == '-';
  };
  const bool address = sign != npos && sign > 0 && sign + 1 < inner.size();
  const bool url =
      colon != npos && colon >= 2 && colon <= 32 &&
      std::all_of(inner.begin(), inner.begin() + static_cast<std::ptrdiff_t>(colon), scheme_byte);
  if (!address && !url) return at;
  add({at + 1, stop}, RegionKind::AutoLink);
  return stop + 1;
}

// <b class="x">, </b>, <br/>; the region holds the marks, too. Only names of HTML: `<Claire Dupont>` is text.
std::size_t InlineScanner::read_html_tag(std::size_t at) {
  const std::size_t name_begin = byte(at + 1) == '/' ? at + 2 : at + 1;
  const std::string_view name = element_name(text_.substr(std::min(name_begin, text_.size())));
  if (!is_html_element(name)) return at;
  const std::size_t name_end = name_begin + name.size();
  const char behind = byte(name_end);
  if (behind != '>' && behind != '/' && !is_blank_byte(behind) && !is_line_end(behind)) return at;
  const std::size_t stop = text_.find_first_of("<>", name_end);
  if (stop == npos || text_[stop] != '>') return at;
  add({at, stop + 1}, RegionKind::HtmlTag);
  add_attribute_values(text_, name_end, stop, *out_);
  return stop + 1;
}

}  // namespace paravent::markdown
