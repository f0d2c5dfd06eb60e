#include "anonymise/pseudonym.hpp"

#include "anonymise/age.hpp"
#include "anonymise/date_lead.hpp"
#include "anonymise/english_possessive.hpp"
#include "anonymise/fictitious_mention.hpp"
#include "anonymise/grammar.hpp"
#include "anonymise/reading.hpp"
#include "detect/alias_form.hpp"
#include "detect/fictitious_form.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

// "le projet Phénix" → "le Projet A", not "le projet Projet A".
bool absorb_noun(const Note& note, std::string_view noun, std::size_t floor, Draft& draft) {
  const std::string_view text = note.text();
  const std::size_t end = skip_blanks_back(text, draft.begin, floor);
  if (end == draft.begin) return false;
  const std::optional<Word> before = word_back(text, end, floor);
  if (!before || before->folded != text::fold(noun)) return false;
  draft.begin = before->begin;
  return true;
}

void redo_with(const Note& note, std::size_t begin, std::string redone, bool capital, Draft& draft) {
  if (capital) redone = capitalised(redone);
  redone = note.in_own_typography(std::move(redone), begin);
  const std::string unchanged = std::string(note.text().substr(begin, draft.begin - begin)) + draft.text;
  if (redone == unchanged) return;
  draft.begin = begin;
  draft.text = std::move(redone);
}

void redo_date(const Note& note, const detect::Finding& date, std::size_t floor, Draft& draft) {
  const DateLead lead = date_lead_before(note, date, floor);
  if (!lead.stands) return;
  std::string redone = draft.text;
  if (lead.tie == DateTie::Adverb) redone = "à la " + redone;
  if (lead.tie == DateTie::Object) redone = "la " + redone;
  if (lead.tie == DateTie::Of) redone = "de " + redone;
  if (lead.tie == DateTie::To) redone = "à " + redone;
  redo_with(note, lead.begin, std::move(redone), lead.capital, draft);
}

void redo_age(const Note& note, const detect::Finding& age, std::size_t floor, Draft& draft) {
  const AgeLead lead = age_lead_before(note, age, floor);
  const NounPhrase noun{draft.text, false, age.language};
  redo_with(note, lead.begin, behind(lead.word, lead.definite ? Article::Definite : Article::None, noun),
            lead.capital, draft);
}

void redo_lead(const Note& note, const detect::Finding& finding, std::size_t floor, Draft& draft) {
  const Lead lead = lead_before(note.text(), draft.begin, floor);
  // "Les Martin" are several people, whom one alias stands for.
  if (!lead.stands || (lead.plural && finding.category == policy::Category::Person)) return;
  const NounPhrase alias{draft.text, detect::alias_noun(finding.category).feminine, text::Language::French};
  redo_with(note, lead.begin, behind(lead.word, lead.article ? Article::Definite : Article::None, alias),
            lead.capital, draft);
}

// "a 43-year-old" → "an Age A"
void redo_english_article(const Note& note, std::size_t floor, Draft& draft) {
  const std::string_view text = note.text();
  const std::size_t end = skip_blanks_back(text, draft.begin, floor);
  const std::optional<Word> before = word_back(text, end, floor);
  if (end == draft.begin || !before) return;
  const std::size_t begin = before->begin;
  const std::string_view article = before->folded;
  if (article != "a" && article != "an") return;
  const NounPhrase alias{draft.text, false, text::Language::English};
  redo_with(note, begin, with_article(Article::Indefinite, alias),
            text::is_upper(text::decode_at(text, begin).value), draft);
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

std::string alias_at(const Note& note, AliasBook& aliases, std::size_t at) {
  const std::string& alias = aliases.alias_of(*note.masked()[at]);
  if (detect::is_fictitious_form(alias)) return fictitious_mention(note, at, alias);
  return note.place(at).one_word ? in_one_word(alias) : alias;
}

namespace {

// "the Okafors’ firm" → "Person A’s firm": an alias is one, and has no article.
void redo_plural_possessive(const Note& note, const detect::Finding& person, std::size_t floor,
                            Draft& draft) {
  const std::string_view text = note.text();
  const std::size_t end = person.range.end.value;
  const std::size_t behind = behind_bare_possessive(note, person);
  if (behind == end || draft.end != end) return;
  draft.text += text.substr(end, behind - end);
  draft.text += 's';
  draft.end = behind;
  const std::size_t left = skip_blanks_back(text, draft.begin, floor);
  const std::optional<Word> article = left < draft.begin ? word_back(text, left, floor) : std::nullopt;
  if (article && article->folded == "the") draft.begin = article->begin;
}

Draft to_plain_alias(const Note& note, AliasBook& aliases, std::size_t at, std::size_t floor) {
  using policy::Category;
  const detect::Finding& finding = *note.masked()[at];
  Draft draft{finding.range.begin.value, finding.range.end.value, alias_at(note, aliases, at)};
  if (note.place(at).one_word) return draft;
  absorb_angle_brackets(note, floor, draft);
  if (detect::is_fictitious_form(draft.text)) {
    redo_before_name(note, finding, floor, draft);
    return draft;
  }
  const detect::AliasNoun noun = detect::alias_noun(finding.category);
  if (absorb_noun(note, noun.noun.in(note.language()), floor, draft)) return draft;
  if (finding.category == Category::Date || finding.category == Category::Birthdate) {
    redo_date(note, finding, floor, draft);
  } else if (!is_in_french(finding)) {
    redo_english_article(note, floor, draft);
  } else if (finding.category == Category::Age) {
    redo_age(note, finding, floor, draft);
  } else {
    redo_lead(note, finding, floor, draft);
  }
  return draft;
}

}  // namespace

Draft to_alias(const Note& note, AliasBook& aliases, std::size_t at, std::size_t floor) {
  Draft draft = to_plain_alias(note, aliases, at, floor);
  const detect::Finding& finding = *note.masked()[at];
  const bool person = finding.category == policy::Category::Person && !note.place(at).one_word;
  if (person && !is_in_french(finding)) redo_plural_possessive(note, finding, floor, draft);
  return draft;
}

}  // namespace paravent::anonymise
