#include "anonymise/age.hpp"

#include <algorithm>
#include <array>

#include "anonymise/reading.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

constexpr std::array<std::string_view, 17> forms_of_avoir{
    "eu",      "a",    "ai",    "as",    "ont",    "avons",  "avez",  "avait", "avais",
    "avaient", "aura", "aurai", "auras", "auront", "aurait", "avoir", "ayant"};
constexpr std::array<std::string_view, 6> adverbs{"deja", "maintenant", "aujourd", "hui", "bientot", "donc"};
constexpr std::array<std::string_view, 5> prepositions{"vers", "des", "avant", "apres", "passe"};

// "a" is also what remains of an elided or accented word: only the verb itself counts.
bool is_avoir(std::string_view text, const Word& word) {
  const std::string_view written = text.substr(word.begin, word.end - word.begin);
  const bool accented = word.folded == "a" && written.size() > 1;
  return is_one_of(forms_of_avoir, word.folded) && !accented;
}

bool asks_definite(std::string_view text, std::size_t begin, std::size_t floor) {
  const std::size_t end = skip_blanks_back(text, begin, floor);
  if (end == begin) return false;
  std::vector<Word> before = words_back(text, end, 3, floor);
  if (!before.empty() && is_one_of(prepositions, before.back().folded)) return true;
  while (before.size() > 1 && is_one_of(adverbs, before.back().folded)) before.pop_back();
  return !before.empty() && is_avoir(text, before.back());
}

}  // namespace

std::size_t age_end(const Note& note, const detect::Finding& age) {
  const std::size_t end = age.range.end.value;
  const std::string_view written = note.surface(age);
  if (written.find_first_not_of("0123456789") != std::string_view::npos) return end;
  const std::optional<Word> unit = word_from(note.text(), skip_blanks(note.text(), end));
  return unit && unit->folded == "ans" ? unit->end : end;
}

AgeLead age_lead_before(const Note& note, const detect::Finding& age, std::size_t floor) {
  const std::size_t begin = age.range.begin.value;
  AgeLead out;
  out.begin = begin;
  if (!is_in_french(age)) return out;
  const Lead lead = lead_before(note.text(), begin, floor);
  if (lead.stands && !lead.article) {
    out = {lead.begin, lead.word, lead.word == "à", lead.capital, true};
  } else if (lead.plural) {
    // "elle approche des 60 ans", "la crise des 40 ans"
    out = {lead.begin, lead.word, true, lead.capital, true};
  } else if (!lead.stands) {
    out.definite = asks_definite(note.text(), begin, floor);
  }
  return out;
}

AgeLead age_lead_with_noun(const Note& note, const detect::Finding& age, std::size_t floor) {
  AgeLead out = age_lead_before(note, age, floor);
  if (out.word != "de") return out;
  const std::size_t end = skip_blanks_back(note.text(), out.begin, floor);
  const std::optional<Word> noun = word_back(note.text(), end, floor);
  if (!noun || noun->folded != "age") return out;
  const Lead lead = lead_before(note.text(), noun->begin, floor);
  if (lead.stands && lead.article) out = {lead.begin, lead.word, true, lead.capital, true};
  return out;
}

}  // namespace paravent::anonymise
