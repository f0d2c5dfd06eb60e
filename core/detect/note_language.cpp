#include "detect/note_language.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace paravent::detect {
namespace {

// Sorted. Words of one language that are rare or unknown in the other.
constexpr std::array<std::string_view, 32> french{
    "au",   "aux", "avec", "ce", "cette", "dans", "des",  "du", "elle", "est", "et",
    "il",   "je",  "la",   "le", "les",   "lui",  "mais", "ne", "nous", "ou",  "pas",
    "pour", "que", "qui",  "sa", "se",    "ses",  "sur",  "un", "une",  "vous"};
constexpr std::array<std::string_view, 32> english{
    "about", "and",  "are",  "as",  "at",  "be", "been", "but",  "for", "from", "had",
    "has",   "have", "he",   "her", "his", "in", "is",   "it",   "of",  "she",  "that",
    "the",   "they", "this", "to",  "was", "we", "were", "with", "you", "your"};

// Words that are read before the answer is given.
constexpr std::size_t sample = 20'000;

bool holds(const std::array<std::string_view, 32>& words, std::string_view form) {
  return std::binary_search(words.begin(), words.end(), form);
}

}  // namespace

text::Language language_of(const Tokens& tokens) {
  std::size_t fr = 0, en = 0;
  const std::size_t count = std::min(tokens.size(), sample);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view form = tokens.form(i);
    if (form.size() < 2 || form.size() > 5) continue;
    fr += holds(french, form) ? 1U : 0U;
    en += holds(english, form) ? 1U : 0U;
  }
  return en > fr ? text::Language::English : text::Language::French;
}

}  // namespace paravent::detect
