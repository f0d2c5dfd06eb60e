#include "detect/fictitious_form.hpp"

#include <algorithm>

#include "knowledge/lexicon.hpp"
#include "text/unicode.hpp"

namespace paravent::detect {
namespace {

constexpr std::size_t shortest = 2;  // bytes of a word of the tables
constexpr std::size_t longest = 24;  // … with all its accents apart

// Bytes of the word at `at`; 0 where none starts or where it is too long for the tables.
std::size_t word_size(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end - at <= longest) {
    const text::Codepoint c = text::decode_at(text, end);
    if (c.size == 0 || !text::is_word(c.value)) return end - at < shortest ? 0 : end - at;
    end += c.size;
  }
  return 0;
}

knowledge::Lexeme look_up(std::string_view text, std::size_t at, std::size_t size) {
  return size == 0 ? knowledge::Lexeme{} : knowledge::look_up(text::fold(text.substr(at, size)));
}

// Bytes of what joins two words of one name.
std::size_t joint_size(std::string_view text, std::size_t at) {
  for (const std::string_view joint : {" ", "-", "_", "\u00A0", "\u202F"}) {
    if (text.substr(at, joint.size()) == joint) return joint.size();
  }
  return 0;
}

// Bytes of one surname at `at`, or of two joined by a hyphen.
std::size_t surnames_size(std::string_view text, std::size_t at) {
  const std::size_t first = word_size(text, at);
  if (!look_up(text, at, first).fictitious_surname) return 0;
  const std::size_t hyphen = at + first;
  if (text.substr(hyphen, 1) != "-") return first;
  const std::size_t second = word_size(text, hyphen + 1);
  return look_up(text, hyphen + 1, second).fictitious_surname ? first + 1 + second : first;
}

}  // namespace

std::size_t fictitious_form_at(std::string_view text, std::size_t at) {
  const std::size_t size = word_size(text, at);
  const knowledge::Lexeme first = look_up(text, at, size);
  if (first.fictitious_surname) return surnames_size(text, at);
  if (!first.fictitious_given) return 0;
  const std::size_t joint = joint_size(text, at + size);
  if (joint == 0) return 0;
  const std::size_t surnames = surnames_size(text, at + size + joint);
  return surnames == 0 ? 0 : size + joint + surnames;
}

bool is_fictitious_form(std::string_view alias) {
  return !alias.empty() && fictitious_form_at(alias, 0) == alias.size();
}

std::string_view surname_in(std::string_view form) {
  const std::size_t first = word_size(form, 0);
  if (look_up(form, 0, first).fictitious_surname) return form;
  return form.substr(std::min(form.size(), first + joint_size(form, first)));
}

}  // namespace paravent::detect
