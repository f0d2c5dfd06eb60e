// Dates without their day, ages by their decade.

#include <algorithm>

#include "anonymise/age.hpp"
#include "anonymise/date_lead.hpp"
#include "anonymise/describe.hpp"
#include "anonymise/english_age.hpp"
#include "anonymise/generalise.hpp"
#include "anonymise/left_context.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

// 2024-03-12T10:00: no words fit in there.
bool is_glued(std::string_view text, const detect::Finding& finding) {
  const std::size_t begin = finding.range.begin.value;
  const text::Codepoint next = text::decode_at(text, finding.range.end.value);
  const text::Codepoint before = text::decode_before(text, begin);
  return (next.size != 0 && text::is_word(next.value)) || (before.size != 0 && text::is_word(before.value));
}

// The word right before, also over a comma where `comma` says so.
std::optional<Word> word_before(std::string_view text, std::size_t at, std::size_t floor, bool comma) {
  std::size_t end = skip_blanks_back(text, at, floor);
  if (end == at) return std::nullopt;
  if (comma && end > floor && text[end - 1] == ',') --end;
  return word_back(text, end, floor);
}

std::string lower_ascii(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// "de mi-mars", "d’une autre date de mi-mars"
std::string of_date(const std::string& when) {
  return behind("de", Article::None, {when, false, text::Language::French});
}

// "between 12 and 15 March": one time, and nothing is left for it to lie between.
bool is_span(const Word& before, std::string_view written) {
  return before.folded == "between" && written.find(" and ") != std::string_view::npos;
}

// A date right before, in the same sentence.
bool share_sentence(std::string_view text, const detect::Finding& a, const detect::Finding& b) {
  constexpr std::size_t farthest = 80;
  if (b.range.begin < a.range.end || b.range.begin.value - a.range.end.value > farthest) return false;
  const std::string_view between = text.substr(a.range.end.value, b.range.begin.value - a.range.end.value);
  return between.find_first_of(".!?;|\r\n") == std::string_view::npos;
}

}  // namespace

// "Mi-mai et mi-mai" would be one day; the third is another one too.
bool Generaliser::repeats_date(std::size_t at, const std::string& when) const {
  if (at == 0 || !std::string_view(written_[at - 1]).ends_with(when)) return false;
  const detect::Finding& before = *note_.masked()[at - 1];
  const detect::Finding& finding = *note_.masked()[at];
  return note_.surface(before) != note_.surface(finding) && share_sentence(note_.text(), before, finding);
}

Draft Generaliser::date(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  std::string when = describe_date(note_.surface(finding), finding.language);
  if (when.empty() || is_glued(note_.text(), finding)) return alias(at, floor);
  if (repeats_date(at, when))
    when = (is_in_french(finding) ? "une autre date de " : "another date in ") + when;
  written_[at] = when;
  return is_in_french(finding) ? french_date(at, floor, when) : english_date(at, floor, when);
}

Draft Generaliser::french_date(std::size_t at, std::size_t floor, const std::string& when) {
  const detect::Finding& finding = *note_.masked()[at];
  const std::string_view text = note_.text();
  const std::size_t end = finding.range.end.value;
  const std::optional<Word> day = word_before(text, finding.range.begin.value, floor, false);
  const DateLead tie = date_lead_before(note_, finding, floor);
  const bool day_goes = day && tie.stands && tie.begin <= day->begin;
  if (day && !day_goes && is_week_day(day->folded)) {
    // "le vendredi 14 mars" → "un vendredi de mi-mars"; another determiner stays: "ce vendredi de mi-mars".
    const std::size_t begin = day->begin;
    const Lead lead = lead_before(text, begin, floor);
    if (!lead.stands && slot_before(text, begin, finding.language) == Slot::NameOnly) {
      return placed(finding.range.begin.value, end, Lead{}, of_date(when));
    }
    const NounPhrase noun{day->folded + " " + of_date(when), false, finding.language};
    return placed(begin, end, lead, behind(lead.word, Article::Indefinite, noun));
  }
  Lead lead;
  lead.begin = tie.begin;
  lead.capital = tie.capital;
  lead.stands = tie.stands;
  std::string phrase = when;
  if (tie.tie == DateTie::Of) phrase = of_date(when);
  if (tie.tie == DateTie::To) phrase = "à " + when;
  return placed(finding.range.begin.value, end, lead, std::move(phrase));
}

Draft Generaliser::english_date(std::size_t at, std::size_t floor, const std::string& when) {
  const detect::Finding& finding = *note_.masked()[at];
  const std::string_view text = note_.text();
  const DateLead tie = date_lead_before(note_, finding, floor);
  Lead lead;
  lead.begin = tie.begin;
  lead.capital = tie.capital;
  lead.stands = tie.stands;
  const std::optional<Word> before = word_before(text, tie.begin, floor, true);
  std::string phrase = when;
  const bool on = before && (before->folded == "on" || is_span(*before, note_.surface(finding)));
  if (before && (is_week_day(before->folded) || on)) {
    const std::size_t begin = before->begin;
    const std::string_view written = text.substr(begin, before->end - begin);
    const bool week_day = is_week_day(before->folded);
    lead.begin = begin;
    // The day keeps its own capital; its article has one where a sentence starts.
    lead.capital = week_day ? note_.at_sentence_start(begin) : written != lower_ascii(written);
    lead.stands = true;
    phrase = week_day ? "a " + std::string(written) + " in " + when : "in " + when;
  }
  return placed(finding.range.begin.value, finding.range.end.value, lead, std::move(phrase));
}

Draft Generaliser::birthdate(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const std::string_view text = note_.text();
  const std::size_t begin = finding.range.begin.value;
  const std::string years = describe_birth(note_.surface(finding), finding.language);
  if (years.empty() || is_glued(text, finding)) return alias(at, floor);
  Lead lead;
  std::string phrase = years;
  if (is_in_french(finding)) {
    const DateLead tie = date_lead_before(note_, finding, floor);
    lead.begin = tie.begin;
    lead.capital = tie.capital;
    lead.stands = tie.stands;
    if (tie.tie == DateTie::Adverb || tie.tie == DateTie::Object) phrase = "dans les " + years;
    if (tie.tie == DateTie::Of) phrase = "des " + years;
    if (tie.tie == DateTie::To) phrase = "aux " + years;
  } else {
    const std::optional<Word> before = word_before(text, begin, floor, false);
    phrase = before ? "in the " + years : "the " + years;
    if (before && before->folded == "on") {
      lead.begin = before->begin;
      lead.stands = true;
    }
  }
  written_[at] = years;
  return placed(begin, finding.range.end.value, lead, std::move(phrase));
}

// Without a unit "52" may be anything.
bool Generaliser::has_unit(std::size_t at) const {
  const detect::Finding& age = *note_.masked()[at];
  return age_end(note_, age) - age.range.begin.value > 2;
}

std::string Generaliser::age_in_words(std::size_t at) {
  const detect::Finding& age = *note_.masked()[at];
  const NounPhrase noun = describe_age(note_.surface(age), age.language);
  written_[at] = noun.empty() ? std::string(age_group_of(at, AgeUse::Apposed))
                              : with_article(Article::Indefinite, noun) + " d’années";
  if (written_[at].empty() || !has_unit(at)) written_[at] = aliases_.alias_of(age);
  return note_.in_own_typography(written_[at], age.range.begin.value);
}

std::string_view Generaliser::age_group_of(std::size_t at, AgeUse use) const {
  const detect::Finding& age = *note_.masked()[at];
  return is_in_french(age) && has_unit(at) ? age_group(note_.surface(age), use) : std::string_view();
}

// "d’une quarantaine d’années", "adolescente": behind who is so old; empty where that cannot be said.
std::string Generaliser::of_age(std::size_t at, bool child, bool feminine) {
  const detect::Finding& age = *note_.masked()[at];
  if (!has_unit(at) || !is_in_french(age)) return {};
  if (child && is_teenage(note_.surface(age))) return feminine ? "adolescente" : "adolescent";
  NounPhrase noun = describe_age(note_.surface(age), age.language);
  if (noun.empty()) return std::string(age_group_of(at, AgeUse::Of));
  noun.words += " d’années";
  return behind("de", Article::Indefinite, noun);
}

Draft Generaliser::age(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  if (!is_in_french(finding)) {
    std::optional<Draft> draft = english_age(note_, finding, floor);
    if (!draft) return alias(at, floor);
    written_[at] = english_age_behind_name(note_.surface(finding));
    return *std::move(draft);
  }
  const std::size_t begin = finding.range.begin.value;
  const std::size_t end = age_end(note_, finding);
  // "capucine 14 ans, théo 9 ans": where nothing parts name and age, brackets do.
  const bool right_behind_name = at > 0 && note_.masked()[at - 1]->category == Category::Person &&
                                 note_.text().substr(floor, begin - std::min(begin, floor)) == " " &&
                                 note_.masked()[at - 1]->range.end.value == floor;
  if (right_behind_name && has_unit(at)) {
    return {begin, end, "(" + age_in_words(at) + ")"};
  }
  NounPhrase noun = describe_age(note_.surface(finding), finding.language);
  const AgeLead tie = age_lead_with_noun(note_, finding, floor);
  Lead lead;
  lead.begin = tie.begin;
  lead.capital = tie.capital;
  lead.stands = tie.stands;
  const bool fits = tie.stands || tie.definite ||
                    (!lead_before(note_.text(), begin, floor).stands &&
                     takes_noun_phrase(note_.text(), begin, finding.language));
  if (!has_unit(at) || !fits) return alias(at, floor);
  if (noun.empty()) {
    // "les 80 ans de sa mère" are a day, and no age.
    const bool bare = tie.stands && tie.word != "de" && tie.word != "à";
    const AgeUse use = tie.word == "de"  ? AgeUse::Of
                       : tie.word == "à" ? AgeUse::At
                       : tie.definite    ? AgeUse::Had
                                         : AgeUse::Apposed;
    written_[at] = bare ? std::string_view() : age_group_of(at, use);
    return written_[at].empty() ? alias(at, floor) : placed(begin, end, lead, written_[at]);
  }
  if (!tie.definite) noun.words += " d’années";
  const Article article = tie.definite ? Article::Definite : Article::Indefinite;
  written_[at] = with_article(article, noun);
  return placed(begin, end, lead, behind(tie.word, article, noun));
}

}  // namespace paravent::anonymise
