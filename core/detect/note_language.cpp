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

bool holds(const std::array<std::string_view, 32>& words, std::string_view form) {
  return std::binary_search(words.begin(), words.end(), form);
}

}  // namespace

std::int8_t language_vote(std::string_view form) {
  if (form.size() < 2 || form.size() > 5) return 0;
  return static_cast<std::int8_t>((holds(english, form) ? 1 : 0) - (holds(french, form) ? 1 : 0));
}

std::int32_t language_votes(std::span<const Token> words) {
  constexpr std::int32_t function_word = 2;
  std::int32_t votes = 0;
  for (const Token& word : words) {
    votes += function_word * word.form->language_vote;
    // Names have capitals.
    if (word.shape != Shape::Lower || word.form->language_vote != 0) continue;
    const bool in_french = word.lexeme().french_word();
    const bool in_english = word.lexeme().english > 0;
    if (in_french != in_english) votes += in_english ? 1 : -1;
  }
  return votes;
}

std::optional<text::Language> language_of_block(std::int32_t votes) {
  // One function word may be of a title or a name: "The Voice", "La Redoute".
  constexpr std::int32_t enough = 4;
  if (votes >= enough) return text::Language::English;
  if (votes <= -enough) return text::Language::French;
  return std::nullopt;
}

}  // namespace paravent::detect
