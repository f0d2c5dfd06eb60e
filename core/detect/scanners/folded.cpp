#include "detect/scanners/folded.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace paravent::detect::scanners {
namespace {

constexpr unsigned char byte(char c) {
  return static_cast<unsigned char>(c);
}

// U+00C0 … U+00FF without their marks; ' ' where there is no letter.
constexpr std::string_view latin1 = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
static_assert(latin1.size() == 64);

constexpr bool is_markup(char c) {
  return c == '*' || c == '_' || c == '`' || c == '|' || c == '"' || c == '[' || c == ']' || c == '<' ||
         c == '>' || c == '~' || c == '\t' || c == '{' || c == '}';
}

constexpr std::array<char, 128> fold_ascii() {
  std::array<char, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char c = static_cast<char>(i);
    table[i] = is_markup(c) ? ' ' : to_lower(c);
  }
  return table;
}

bool is_word_char(char c) {
  return is_alnum(c);
}

}  // namespace

constexpr std::array<char, 128> FoldWriter::ascii = fold_ascii();

FoldWriter::Wide FoldWriter::fold_wide(const View& text, std::size_t i) {
  const unsigned char lead = byte(text.at(i));
  const unsigned char next = byte(text.at(i + 1));
  const unsigned char third = byte(text.at(i + 2));
  if (lead == 0xC3) return {2, latin1[next & 0x3F], next == 0x86 || next == 0xA6 ? 'e' : '\0'};
  if (lead == 0xC5 && (next == 0x92 || next == 0x93)) return {2, 'o', 'e'};
  if (lead == 0xCC || lead == 0xCD) return {2, '\0', '\0'};  // a combining mark: nothing left of it
  if (lead == 0xC2) return {2, next == 0xB0 || next == 0xBA ? 'o' : ' ', '\0'};
  if (lead == 0xE2 && next == 0x80) {
    if (third == 0x99 || third == 0x98) return {3, '\'', '\0'};
    return {3, third >= 0x90 && third <= 0x94 ? '-' : ' ', '\0'};
  }
  if (lead == 0xE2 && next == 0x84 && third == 0x96) return {3, 'n', 'o'};
  return {lead < 0xC0 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U, ' ', '\0'};
}

void Folded::read(const View& text, std::size_t begin, std::size_t end) {
  end = std::min(end, text.size());
  FoldWriter writer(buffer_.data(), buffer_.size(), 0);
  while (begin < end) begin += writer.put(text, begin);
  size_ = writer.size();
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
  if (lead.size() < word.size()) return false;
  const std::size_t at = lead.size() - word.size();
  if (lead[at] != word.front() || !lead.ends_with(word)) return false;
  return at == 0 || !is_word_char(lead[at - 1]) || !is_word_char(word.front());
}

bool ends_with_any(std::string_view lead, Words words) {
  const Words::List list = words.ending(lead);
  return std::any_of(list.begin(), list.end(), [&](std::string_view w) { return ends_with_word(lead, w); });
}

bool starts_with_word(std::string_view trail, std::string_view word) {
  if (trail.empty() || trail.front() != word.front() || !trail.starts_with(word)) return false;
  return trail.size() == word.size() || !is_word_char(trail[word.size()]) || !is_word_char(word.back());
}

bool starts_with_any(std::string_view trail, Words words) {
  const Words::List list = words.starting(trail);
  return std::any_of(list.begin(), list.end(),
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

namespace {

// Whether a folded text holds anything but digits, blanks and signs, eight bytes at a time.
bool holds_letters(std::string_view text) {
  constexpr std::uint64_t letters = 0x4040404040404040ULL;
  std::uint64_t seen = 0;
  for (; text.size() >= sizeof seen; text.remove_prefix(sizeof seen)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data(), sizeof eight);
    seen |= eight;
  }
  for (const char c : text) seen |= byte(c);
  return (seen & letters) != 0;
}

}  // namespace

bool contains_any(std::string_view text, Words words) {
  if (!holds_letters(text)) return false;  // a column of numbers
  bool in_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool border = !in_word;
    in_word = is_word_char(text[i]);
    if (!border || !in_word) continue;
    const std::string_view rest = text.substr(i);
    for (const std::string_view word : words.starting(rest)) {
      if (rest.starts_with(word) && (rest.size() == word.size() || !is_word_char(rest[word.size()])))
        return true;
    }
  }
  return false;
}

bool is_any(std::string_view word, Words words) {
  const Words::List list = words.starting(word);
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view drop_word(std::string_view lead, Words words, bool& dropped) {
  dropped = false;
  for (const std::string_view word : words.ending(lead)) {
    if (!ends_with_word(lead, word)) continue;
    dropped = true;
    return trim_lead(lead.substr(0, lead.size() - word.size()));
  }
  return lead;
}

std::string_view drop_words(std::string_view lead, Words words) {
  lead = trim_lead(lead);
  for (bool dropped = true; dropped;) lead = drop_word(lead, words, dropped);
  return lead;
}

std::string_view last_word(std::string_view lead) {
  std::size_t begin = lead.size();
  while (begin > 0 && (is_word_char(lead[begin - 1]) || lead[begin - 1] == '-')) --begin;
  return lead.substr(begin);
}

}  // namespace paravent::detect::scanners
