#include "anonymise/thing_lead.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "anonymise/describe.hpp"
#include "anonymise/firm_noun.hpp"
#include "anonymise/place_noun.hpp"
#include "detect/cue_words.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using detect::WordCue;

std::optional<Word> word_before(std::string_view text, std::size_t at, std::size_t floor) {
  const std::size_t end = skip_blanks_back(text, at, floor);
  return end == at ? std::nullopt : word_back(text, end, floor);
}

// Unknown where the article is elided and the noun may be either.
std::optional<bool> is_feminine(std::string_view text, const Word& noun, const Lead& lead,
                                std::size_t floor) {
  if (!lead.elided) {
    const std::optional<Word> article = word_before(text, noun.begin, floor);
    return article && article->folded == "la";
  }
  const knowledge::Lexeme lexeme = knowledge::look_up(noun.folded);
  if (lexeme.feminine == lexeme.masculine) return std::nullopt;
  return lexeme.feminine;
}

// "La filiale Danone" is no Danone, where people know what Danone is; "l’agence Kalidéo" is an agency.
bool is_part_of_firm(std::string_view noun) {
  constexpr std::array<std::string_view, 5> parts{"filiale", "agence", "marque", "franchise", "fondation"};
  return std::find(parts.begin(), parts.end(), noun) != parts.end();
}

// "start-up" is one noun.
std::optional<Word> noun_before(std::string_view text, std::size_t at, std::size_t floor) {
  std::optional<Word> noun = word_before(text, at, floor);
  if (!noun || noun->begin <= floor || text[noun->begin - 1] != '-') return noun;
  const std::optional<Word> joined = word_back(text, noun->begin - 1, floor);
  if (joined) *noun = {joined->begin, noun->end, joined->folded + "-" + noun->folded};
  return noun;
}

// "la société Kalidéo": a firm behind what it is, with the definite article.
void take_head(const Note& note, const detect::Finding& firm, std::size_t floor, ThingLead& out) {
  const std::string_view text = note.text();
  const std::optional<Word> noun = noun_before(text, out.begin, floor);
  if (!noun || !is_firm_noun(noun->folded)) return;
  const bool narrow = is_part_of_firm(noun->folded) || !detect::cues_of(noun->folded).has(WordCue::OrgNoun);
  if (narrow && !describe_organisation(note.surface(firm), firm.language).empty()) {
    out.of_whole = is_part_of_firm(noun->folded);
    return;
  }
  const Lead lead = lead_before(text, noun->begin, floor);
  if (!lead.stands || !lead.article || lead.plural) return;
  const std::optional<bool> feminine = is_feminine(text, *noun, lead, floor);
  if (!feminine) return;
  out.begin = noun->begin;
  out.head = {std::string(text.substr(noun->begin, noun->end - noun->begin)), *feminine,
              text::Language::French};
  out.lead = lead;
}

// "le village de Brenn", "le quartier Saint-Roch": a place behind what it is.
void take_place_noun(const Note& note, const detect::Finding& place, std::size_t floor, ThingLead& out) {
  const std::string_view text = note.text();
  const Lead of = out.lead;
  const bool bare = !of.stands || (of.word.empty() && of.article);
  if (!bare && of.word != "de") return;
  const std::optional<Word> noun = word_before(text, of.begin, floor);
  if (!noun || !(bare ? is_kind_of_place(noun->folded) || is_institution_noun(noun->folded)
                      : is_place_itself(noun->folded)))
    return;
  const Lead lead = lead_before(text, noun->begin, floor);
  if (!lead.stands || !lead.article || lead.plural) return;
  const std::optional<bool> feminine = is_feminine(text, *noun, lead, floor);
  if (!feminine) return;
  out.begin = noun->begin;
  out.lead = lead;
  const bool described = !describe_place(note.surface(place), place.language).empty();
  if (described && is_town_noun(noun->folded)) return;
  out.head = {std::string(text.substr(noun->begin, noun->end - noun->begin)), *feminine,
              text::Language::French};
}

void take_chez(std::string_view text, std::size_t floor, Lead& lead) {
  if (lead.word != "chez") return;
  const Lead outer = lead_before(text, lead.begin, floor);
  if (outer.stands && outer.word == "de" && !outer.article) lead = outer;
}

// "The BBC recruits", but "the BBC team".
void take_english_article(std::string_view text, std::size_t end, std::size_t floor, ThingLead& out) {
  const std::optional<Word> article = word_before(text, out.begin, floor);
  if (!article || article->folded != "the") return;
  const std::optional<Word> next = word_from(text, skip_blanks(text, end));
  if (next && next->begin > end) {
    const detect::WordCues cues = detect::cues_of(next->folded);
    bool goes_on = next->folded.ends_with("ed");  // "the BBC called"
    for (const WordCue cue : {WordCue::Auxiliary, WordCue::And, WordCue::Of, WordCue::ToPlace,
                              WordCue::WithPerson, WordCue::Determiner, WordCue::FirstPerson}) {
      goes_on = goes_on || cues.has(cue);
    }
    if (!goes_on) return;
  }
  out.lead.begin = article->begin;
  out.lead.capital = text::is_upper(text::decode_at(text, article->begin).value);
  out.lead.stands = true;
}

}  // namespace

ThingLead thing_lead_before(const Note& note, const detect::Finding& thing, std::size_t floor) {
  const std::string_view text = note.text();
  ThingLead out;
  out.begin = thing.range.begin.value;
  if (!is_in_french(thing)) {
    take_english_article(text, thing.range.end.value, floor, out);
    return out;
  }
  const bool place = thing.category == policy::Category::Loc;
  out.lead = lead_before(text, out.begin, floor);
  if (!place && !out.lead.stands) take_head(note, thing, floor, out);
  if (place) take_place_noun(note, thing, floor, out);
  if (place && out.begin < thing.range.begin.value) return out;
  take_chez(text, floor, out.lead);
  if (place && out.lead.article && !out.lead.elided && has_own_article(note.surface(thing)))
    out.lead.article = false;
  return out;
}

}  // namespace paravent::anonymise
