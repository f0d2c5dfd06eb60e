// Firms and places, by what they are.
#include <algorithm>
#include <array>

#include "anonymise/describe.hpp"
#include "anonymise/english_possessive.hpp"
#include "anonymise/firm_noun.hpp"
#include "anonymise/generalise.hpp"
#include "anonymise/left_context.hpp"
#include "anonymise/named_head.hpp"
#include "anonymise/named_place.hpp"
#include "anonymise/thing_lead.hpp"
#include "detect/cue_words.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

// "Elle travaille au cabinet Fauvel", where "comparer au cabinet Fauvel" is no place to be.
bool is_stay(std::string_view text, std::size_t lead_begin) {
  const std::optional<Word> verb = word_back(text, skip_blanks_back(text, lead_begin, 0), 0);
  if (!verb) return false;
  const detect::WordCues cues = detect::cues_of(verb->folded);
  return cues.has(detect::WordCue::OrgVerb) || cues.has(detect::WordCue::PlaceVerb) ||
         cues.has(detect::WordCue::Auxiliary);
}

// In which words a firm or a place is spoken of behind `lead`: chez LVMH → dans …, à Lille → dans ….
std::string_view preposition_for(const Lead& lead, const NounPhrase& noun, bool is_place) {
  // "à la mairie" is where someone is; "parler à LVMH" is not.
  const bool inside =
      lead.word == "chez" || lead.word == "en" || (lead.word == "à" && (is_place || lead.article));
  if (!inside) return lead.word;
  return !is_place && is_agent(noun) ? "chez" : "dans";
}

// "Elle étudie à HEC", "elle opère à l’Hôtel-Dieu": someone is inside; "elle écrit à HEC" from without.
bool is_a_building(const NounPhrase& noun) {
  constexpr std::array<std::string_view, 9> nouns{"établissement", "école",       "université",
                                                  "lycée",         "collège",     "hôpital",
                                                  "clinique",      "hospitalier", "institut"};
  return std::any_of(nouns.begin(), nouns.end(),
                     [&noun](std::string_view word) { return noun.words.find(word) != std::string::npos; });
}

// "Rendez-vous à la brasserie Georges"
bool is_shop(const NounPhrase& head) {
  const std::string noun = text::fold(head.words);
  return is_institution_noun(noun) && !detect::cues_of(noun).has(detect::WordCue::OrgNoun);
}

bool speaks_to(std::string_view text, std::size_t lead_begin) {
  constexpr std::array<std::string_view, 9> starts{"parl",   "ecri",   "ecrit", "repon", "telephon",
                                                   "demand", "propos", "di",    "don"};
  const std::optional<Word> verb = word_back(text, skip_blanks_back(text, lead_begin, 0), 0);
  return verb && std::any_of(starts.begin(), starts.end(),
                             [&verb](std::string_view start) { return verb->folded.starts_with(start); });
}

bool joins_names(std::string_view between) {
  return between == "-" || between == "–" || between == "/";
}

bool joins_a_list(std::string_view between) {
  constexpr std::array<std::string_view, 5> joints{", ", " et ", " ou ", ", et ", " ni "};
  return std::find(joints.begin(), joints.end(), between) != joints.end();
}

// "Les Colibris comptent sur lui": one association does not.
bool is_plural_subject(const Note& note, const detect::Finding& thing, const Lead& lead) {
  const std::vector<std::string> words = folded_words(note.surface(thing));
  const bool plural =
      lead.plural ? lead.word.empty() : !lead.stands && !words.empty() && words.front() == "les";
  const std::optional<Word> next = word_from(note.text(), skip_blanks(note.text(), thing.range.end.value));
  if (!plural || !next || !next->folded.ends_with("nt")) return false;
  const knowledge::Lexeme lexeme = knowledge::look_up(next->folded);
  return lexeme.verb && !lexeme.adjective;
}

// "small town in the west of France", "small town near the French capital"
std::size_t english_zone(std::string_view noun) {
  return std::min(noun.find(" in "), noun.find(" near "));
}

std::string_view between(const Note& note, std::size_t at) {
  const std::size_t begin = note.masked()[at]->range.end.value;
  const std::size_t end = note.masked()[at + 1]->range.begin.value;
  return begin <= end ? note.text().substr(begin, end - begin) : std::string_view();
}

}  // namespace

Generaliser::Thing& Generaliser::thing_of(const detect::Finding& finding, const NounPhrase& head) {
  if (const detect::Entity* entity = note_.entity(finding); entity != nullptr) {
    const auto [entry, first] = things_.try_emplace({finding.entity, finding.language});
    if (first) entry->second = new_thing(finding, entity->canonical, head);
    return entry->second;
  }
  const std::string_view name = note_.surface(finding);
  const char* const kind = finding.category == Category::Loc ? "l:" : "o:";
  const auto [entry, first] = written_things_.try_emplace({kind + std::string(name), finding.language});
  if (first) entry->second = new_thing(finding, name, head);
  return entry->second;
}

Generaliser::Thing Generaliser::new_thing(const detect::Finding& finding, std::string_view name,
                                          const NounPhrase& head) {
  const bool place = finding.category == Category::Loc;
  Thing thing;
  thing.noun = place ? describe_place(name, finding.language) : describe_organisation(name, finding.language);
  if (place && !head.empty()) thing.noun = head;
  if (!place && thing.noun.empty()) thing.noun = head.empty() ? any_organisation(finding.language) : head;
  const std::size_t before = thing.noun.empty() ? 0 : of_kind_[thing.noun.words]++;
  if (place && !thing.noun.empty()) {
    const std::size_t where =
        is_in_french(finding) ? thing.noun.words.find(" d") : english_zone(thing.noun.words);
    thing.brief = thing.noun.words.substr(0, where);
    ++of_kind_["l:" + thing.brief];
  }
  // A third of one kind could not be told from the second.
  if (before == 1) thing.noun = other(thing.noun);
  if (before > 1) thing.noun = NounPhrase{};
  return thing;
}

// Where there is no description, the alias.
std::string Generaliser::thing_in_words(std::size_t at, std::string_view word) {
  const detect::Finding& finding = *note_.masked()[at];
  Thing& thing = thing_of(finding);
  if (thing.noun.empty() || note_.place(at).alias) {
    written_[at] = aliases_.alias_of(finding);
    return behind(word, Article::None, {written_[at], true, finding.language});
  }
  const Article article = thing.mentioned ? Article::Demonstrative : Article::Indefinite;
  thing.mentioned = true;
  NounPhrase noun = thing.noun;
  if (article == Article::Demonstrative && !thing.brief.empty() && of_kind_["l:" + thing.brief] == 1) {
    noun.words = thing.brief;
  }
  written_[at] = with_article(article, noun);
  return behind(word, article, noun);
}

std::string Generaliser::employer(std::size_t at) {
  return thing_in_words(at, "de");
}

bool Generaliser::is_joined_to_next(std::size_t at) const {
  return at + 1 < note_.masked().size() && joins_names(between(note_, at));
}

// "la navette Lyon-Marseille": between two places. "Le Paris-Lyon" is a name of its own.
Draft Generaliser::joined(std::size_t at, std::size_t floor) {
  const auto is_place = [this](std::size_t index) {
    return note_.masked()[index]->category == Category::Loc && !note_.place(index).alias;
  };
  const std::size_t begin = note_.masked()[at]->range.begin.value;
  const bool pair = is_joined_to_next(at) && !is_joined_to_next(at + 1) &&
                    (at == 0 || !is_joined_to_next(at - 1)) && is_place(at) && is_place(at + 1);
  const text::Language language = note_.masked()[at]->language;
  if (!pair || language != text::Language::French ||
      slot_before(note_.text(), begin, language) != Slot::Complement) {
    return alias(at, floor);
  }
  std::string phrase = thing_in_words(at, "entre") + " et ";
  phrase += thing_in_words(at + 1, "");
  Draft draft = placed(begin, note_.masked()[at + 1]->range.end.value, Lead{}, std::move(phrase));
  draft.covered = 2;
  return draft;
}

std::string_view Generaliser::list_word(std::size_t at) const {
  if (at == 0 || listed_.index != at - 1) return {};
  const bool alike = note_.masked()[at - 1]->category == note_.masked()[at]->category;
  return alike && joins_a_list(between(note_, at - 1)) ? listed_.word : std::string_view();
}

// "Marc, ex-Danone, …" says nothing of his sex; "un ex-Danone" may be anybody.
std::optional<Draft> Generaliser::former(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const std::string_view text = note_.text();
  const std::size_t begin = finding.range.begin.value;
  constexpr std::size_t prefix = 3;  // "ex-"
  if (finding.category != Category::Org || !is_in_french(finding) || begin < floor + prefix)
    return std::nullopt;
  if (text::fold(text.substr(begin - prefix, prefix)) != "ex-") return std::nullopt;
  const std::size_t from = begin - prefix;
  const NounPhrase& noun = thing_of(finding).noun;
  if (noun.empty()) return std::nullopt;
  const std::size_t left = skip_blanks_back(text, from, floor);
  if (left > floor && (text[left - 1] == ',' || text[left - 1] == '(')) {
    return placed(from, finding.range.end.value, Lead{},
                  "auparavant " + thing_in_words(at, is_agent(noun) ? "chez" : "dans"));
  }
  const std::optional<Word> article = word_back(text, left, floor);
  if (left == from || !article || article->folded != "un") return std::nullopt;
  Lead lead;
  lead.begin = article->begin;
  lead.capital = text::is_upper(text::decode_at(text, article->begin).value);
  lead.stands = true;
  return placed(from, finding.range.end.value, lead, "une personne passée par " + thing_in_words(at, ""));
}

std::optional<Draft> Generaliser::unnamed(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const std::optional<NamedHead> head = named_head_before(note_, finding, floor);
  if (!head) return std::nullopt;
  Thing& thing = thing_of(finding, head->noun);
  const bool same = text::fold(thing.noun.words).find(text::fold(head->noun.words)) != std::string::npos;
  // "Son employeur, LVMH, …": a description tells more than the noun.
  if (head->apart && !thing.noun.empty() && !same && finding.category == Category::Org) return std::nullopt;
  thing.noun = head->noun;
  thing.mentioned = true;
  written_[at] = with_article(Article::Demonstrative, thing.noun);
  return Draft{head->begin, head->end, ""};
}

// "L’usine Danone de Laval", "l’Insa de Rennes": where a firm is that was described says nothing more.
std::optional<Draft> Generaliser::town_of_firm(std::size_t at, std::size_t floor) {
  const detect::Finding& place = *note_.masked()[at];
  if (at == 0 || place.category != Category::Loc || !is_in_french(place)) return std::nullopt;
  const detect::Finding& firm = *note_.masked()[at - 1];
  const Lead lead = lead_before(note_.text(), place.range.begin.value, floor);
  if (firm.category != Category::Org || !lead.stands || lead.word != "de" || lead.article)
    return std::nullopt;
  const bool follows = skip_blanks_back(note_.text(), lead.begin, floor) == firm.range.end.value &&
                       floor == firm.range.end.value;
  if (!follows || thing_of(firm).noun.empty()) return std::nullopt;
  written_[at] = aliases_.alias_of(place);
  return Draft{floor, place.range.end.value, ""};
}

Draft Generaliser::thing(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const std::size_t end = finding.range.end.value;
  const std::string_view text = note_.text();
  const bool place = finding.category == Category::Loc;
  if (is_joined_to_next(at) || (at > 0 && is_joined_to_next(at - 1))) return joined(at, floor);
  if (std::optional<Draft> draft = unnamed(at, floor)) return *std::move(draft);
  if (std::optional<Draft> draft = former(at, floor)) return *std::move(draft);
  if (std::optional<Draft> draft = town_of_firm(at, floor)) return *std::move(draft);
  const ThingLead tie = thing_lead_before(note_, finding, floor);
  Lead lead = tie.lead;
  // A town has no article: "la Bretagne" is none, whatever else is called so; nor is what people live "en".
  // "le village de Brenn", "la gare de Brenn"
  const NounPhrase named =
      place ? kind_of_named_place(note_.surface(finding), finding.language) : NounPhrase{};
  const bool kind = place && (tie.begin < finding.range.begin.value || !named.empty());
  const bool area = place && !kind && (lead.article || lead.word == "en");
  const NounPhrase head = area               ? describe_area(note_.surface(finding), finding.language)
                          : tie.head.empty() ? named
                                             : tie.head;
  if (kind) lead.article = false;
  if (area && (head.empty() || lead.plural)) return alias(at, floor);
  const std::size_t role_end = lead.stands ? skip_blanks_back(text, lead.begin, 0) : 0;
  const bool belongs_to_role = (!place || !named.empty()) && (lead.word == "chez" || lead.word == "à") &&
                               role_end < lead.begin && role_ending_at(text, role_end, 0).has_value();
  Slot slot = lead.stands ? Slot::NounPhrase : slot_before(text, tie.begin, finding.language);
  if (tie.of_whole && !lead.stands) slot = Slot::Complement;
  if (slot == Slot::NameOnly || (place && slot == Slot::Complement)) return alias(at, floor);
  const NounPhrase& noun = thing_of(finding, head).noun;
  if (belongs_to_role) return {lead.begin, end, note_.in_own_typography(employer(at), lead.begin)};
  if (!lead.stands) lead.word = list_word(at);
  // An alias needs no words but those of a list: "d’une grande ville et de Lieu A".
  if (noun.empty() && (lead.stands || lead.word.empty())) return alias(at, floor);
  if (slot == Slot::Complement) lead.word = "de";
  // "de Lyon à Marseille" goes from one to the other.
  const bool is_goal = place && lead.word == "à" && at > 0 && listed_.index == at - 1 &&
                       listed_.word == "de" && note_.masked()[at - 1]->category == Category::Loc &&
                       skip_blanks(text, note_.masked()[at - 1]->range.end.value) == lead.begin;
  const bool is_party = lead.word == "à" && !place && !head.empty() && !is_stay(text, lead.begin);
  std::string_view word = is_goal || is_party ? lead.word : preposition_for(lead, noun, place);
  if (word == "à" && !is_goal && !place && (is_a_building(noun) || is_shop(tie.head)) &&
      !speaks_to(text, lead.begin))
    word = "dans";
  listed_ = {at, word == "de" || word == "à" ? word : std::string_view()};
  if (!place && is_in_french(finding) && is_plural_subject(note_, finding, lead)) {
    const bool society = noun.words.find("association") != std::string::npos;
    return placed(tie.begin, end, lead,
                  (society ? "les membres " : "les équipes ") + thing_in_words(at, "de"));
  }
  std::string words = thing_in_words(at, word);
  const std::size_t behind = is_in_french(finding) ? end : behind_bare_possessive(note_, finding);
  if (behind > end) words = possessive_of(std::move(words), text.substr(end, behind - end));
  return placed(tie.begin, behind, lead, std::move(words));
}

}  // namespace paravent::anonymise
