#include "anonymise/fictitious_mention.hpp"

#include <algorithm>

#include "anonymise/grammar.hpp"
#include "anonymise/reading.hpp"
#include "detect/fictitious_form.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

bool is_part_of(const std::vector<std::string>& words, std::string_view name) {
  const std::vector<std::string> whole = folded_words(name);
  return std::all_of(words.begin(), words.end(), [&whole](const std::string& word) {
    return std::find(whole.begin(), whole.end(), word) != whole.end();
  });
}

// The last word of a name that has more than one is of the surname, but for "DUPONT Claire", which says so
// itself.
bool is_end_of_full_name(const std::vector<std::string>& words, std::string_view canonical) {
  const std::vector<std::string> whole = folded_words(canonical);
  return whole.size() > words.size() && std::equal(words.rbegin(), words.rend(), whole.rbegin()) &&
         knowledge::look_up(words.front()).given < knowledge::look_up(whole.front()).given;
}

// Whether a mention speaks of the person by the surname alone.
bool is_by_surname(const Note& note, const detect::Finding& person) {
  const std::vector<std::string> words = folded_words(note.surface(person));
  const std::size_t begin = person.range.begin.value;
  if (words.empty() || words.front().size() < 2) return false;
  const detect::Entity* entity = note.entity(person);
  const std::string_view canonical = entity == nullptr ? std::string_view() : entity->canonical;
  if (is_part_of(words, canonical) && is_end_of_full_name(words, canonical)) return true;
  if (lead_before(note.text(), begin, 0).plural) return true;
  return words.size() == 1 && civility_before(note.text(), begin, 0).has_value();
}

}  // namespace

std::string fictitious_mention(const Note& note, std::size_t at, std::string_view name) {
  if (note.place(at).one_word) return as_slug(name);
  return std::string(is_by_surname(note, *note.masked()[at]) ? detect::surname_in(name) : name);
}

void redo_before_name(const Note& note, const detect::Finding& person, std::size_t floor, Draft& draft) {
  if (!is_in_french(person)) return;
  const Lead lead = lead_before(note.text(), draft.begin, floor);
  if (!lead.stands || lead.plural) return;
  const detect::Entity* entity = note.entity(person);
  const bool feminine = entity != nullptr && entity->sex == knowledge::Sex::Feminine;
  const NounPhrase noun{draft.text, feminine, text::Language::French};
  std::string redone = behind(lead.word, lead.article ? Article::Definite : Article::None, noun);
  if (lead.capital) redone = capitalised(redone);
  draft.text = note.in_own_typography(std::move(redone), lead.begin);
  draft.begin = lead.begin;
}

std::string as_slug(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const text::Codepoint c = text::decode_at(name, at);
    text::append_utf8(out, c.value == U' ' ? U'-' : text::to_lower(c.value));
    at += c.size;
  }
  return out;
}

}  // namespace paravent::anonymise
