#include "detect/scanners/folded.hpp"

#include <algorithm>

namespace paravent::detect::scanners {
namespace {

constexpr unsigned char byte(char c) {
  return static_cast<unsigned char>(c);
}

// U+00C0 … U+00FF without their marks; ' ' where there is no letter.
constexpr std::string_view latin1 = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
static_assert(latin1.size() == 64);

bool is_markup(char c) {
  return c == '*' || c == '_' || c == '`' || c == '|' || c == '"' || c == '[' || c == ']' || c == '<' ||
         c == '>' || c == '~' || c == '\t' || c == '{' || c == '}';
}

bool is_word_char(char c) {
  return is_alnum(c);
}

}  // namespace

void Folded::put(char c) {
  if (c == ' ' && (size_ == 0 || buffer_[size_ - 1] == ' ')) return;
  if (size_ < buffer_.size()) buffer_[size_++] = c;
}

std::size_t Folded::put_wide(const View& text, std::size_t i) {
  const unsigned char lead = byte(text.at(i));
  const unsigned char next = byte(text.at(i + 1));
  const unsigned char third = byte(text.at(i + 2));
  if (lead == 0xC3) {
    const char c = latin1[next & 0x3F];
    put(c);
    if (next == 0x86 || next == 0xA6) put('e');
    return 2;
  }
  if (lead == 0xC5 && (next == 0x92 || next == 0x93)) {
    put('o');
    put('e');
    return 2;
  }
  if (lead == 0xCC || lead == 0xCD) return 2;  // a combining mark: nothing left of it
  if (lead == 0xC2) {
    put(next == 0xB0 || next == 0xBA ? 'o' : ' ');
    return 2;
  }
  if (lead == 0xE2 && next == 0x80) {
    if (third == 0x99 || third == 0x98)
      put('\'');
    else
      put(third >= 0x90 && third <= 0x94 ? '-' : ' ');
    return 3;
  }
  if (lead == 0xE2 && next == 0x84 && third == 0x96) {
    put('n');
    put('o');
    return 3;
  }
  put(' ');
  return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

void Folded::read(const View& text, std::size_t begin, std::size_t end) {
  size_ = 0;
  end = std::min(end, text.size());
  while (begin < end) {
    const char c = text.at(begin);
    if (byte(c) >= 0x80) {
      begin += put_wide(text, begin);
      continue;
    }
    put(is_markup(c) ? ' ' : to_lower(c));
    ++begin;
  }
}

void Folded::read_before(const View& text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < window && !is_line_end(text.at(begin - 1))) --begin;
  const bool cut = begin > 0 && !is_line_end(text.at(begin - 1));
  if (cut) {
    while (begin < end && !text.blank_at(begin)) ++begin;
  }
  read(text, begin, end);
}

void Folded::read_after(const View& text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < window && !is_line_end(text.at(end))) ++end;
  read(text, begin, end);
}

std::string_view trim_blanks(std::string_view lead) {
  while (!lead.empty() && lead.back() == ' ') lead.remove_suffix(1);
  return lead;
}

std::string_view trim_lead(std::string_view lead) {
  constexpr std::string_view joining = " :=-#.'(";
  while (!lead.empty() && joining.find(lead.back()) != std::string_view::npos) lead.remove_suffix(1);
  return lead;
}

bool ends_with_word(std::string_view lead, std::string_view word) {
  if (lead.empty() || lead.back() != word.back() || !lead.ends_with(word)) return false;
  return lead.size() == word.size() || !is_word_char(lead[lead.size() - word.size() - 1]) ||
         !is_word_char(word[0]);
}

bool ends_with_any(std::string_view lead, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return ends_with_word(lead, w); });
}

bool starts_with_word(std::string_view trail, std::string_view word) {
  if (trail.empty() || trail.front() != word.front() || !trail.starts_with(word)) return false;
  return trail.size() == word.size() || !is_word_char(trail[word.size()]) || !is_word_char(word.back());
}

bool starts_with_any(std::string_view trail, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return starts_with_word(trail, w); });
}

bool contains_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool left = at == 0 || !is_word_char(text[at - 1]);
    const std::size_t end = at + word.size();
    if (left && (end == text.size() || !is_word_char(text[end]))) return true;
  }
  return false;
}

bool contains_any(std::string_view text, Words words) {
  // Columns of numbers are asked this once a number, and hold no word at all.
  if (std::none_of(text.begin(), text.end(), is_alpha)) return false;
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return contains_word(text, w); });
}

bool is_any(std::string_view word, Words words) {
  if (word.empty()) return false;
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return w.size() == word.size() && w.front() == word.front() && w == word;
  });
}

std::string_view drop_words(std::string_view lead, Words words) {
  lead = trim_lead(lead);
  for (bool again = true; again && !lead.empty();) {
    again = false;
    for (const std::string_view word : words) {
      if (!ends_with_word(lead, word)) continue;
      lead = trim_lead(lead.substr(0, lead.size() - word.size()));
      again = true;
      break;
    }
  }
  return lead;
}

std::string_view last_word(std::string_view lead) {
  std::size_t begin = lead.size();
  while (begin > 0 && (is_word_char(lead[begin - 1]) || lead[begin - 1] == '-')) --begin;
  return lead.substr(begin);
}

}  // namespace paravent::detect::scanners
