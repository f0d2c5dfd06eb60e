#include "anonymise/pseudonym.hpp"

#include "anonymise/grammar.hpp"
#include "anonymise/reading.hpp"
#include "detect/alias_form.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// "le projet Phénix" → "le Projet A", not "le projet Projet A".
bool absorb_noun(const Note& note, std::string_view noun, std::size_t floor, Draft& draft) {
  const std::string_view text = note.text();
  const std::size_t end = skip_blanks_back(text, draft.begin, floor);
  if (end == draft.begin) return false;
  const std::vector<Word> before = words_back(text, end, 1, floor);
  if (before.empty() || before.back().folded != text::fold(noun)) return false;
  draft.begin = before.back().begin;
  return true;
}

void redo_lead(const Note& note, const NounPhrase& alias, std::size_t floor, Draft& draft) {
  const std::string_view text = note.text();
  const Lead lead = lead_before(text, draft.begin, floor);
  if (!lead.stands || lead.plural) return;
  std::string redone = behind(lead.word, lead.article ? Article::Definite : Article::None, alias);
  if (lead.capital) redone = capitalised(redone);
  redone = note.in_own_typography(std::move(redone), lead.begin);
  const std::string unchanged = std::string(text.substr(lead.begin, draft.begin - lead.begin)) + alias.words;
  if (redone == unchanged) return;
  draft.begin = lead.begin;
  draft.text = std::move(redone);
}

}  // namespace

void absorb_angle_brackets(const Note& note, std::size_t floor, Draft& draft) {
  const std::string_view text = note.text();
  if (draft.begin > floor && text[draft.begin - 1] == '<' && draft.end < text.size() &&
      text[draft.end] == '>') {
    --draft.begin;
    ++draft.end;
  }
}

Draft to_alias(const Note& note, AliasBook& aliases, const detect::Finding& finding, std::size_t floor) {
  const std::string& alias = aliases.alias_of(finding);
  Draft draft{finding.range.begin.value, finding.range.end.value, alias};
  if (note.wants_one_word(finding.range)) {
    draft.text = in_one_word(alias);
    return draft;
  }
  absorb_angle_brackets(note, floor, draft);
  const detect::AliasNoun noun = detect::alias_noun(finding.category);
  if (absorb_noun(note, noun.noun.in(note.language()), floor, draft)) return draft;
  if (note.french()) redo_lead(note, {alias, noun.feminine, text::Language::French}, floor, draft);
  return draft;
}

}  // namespace paravent::anonymise
