#include "anonymise/generalise.hpp"

#include "anonymise/age.hpp"
#include "anonymise/describe.hpp"
#include "anonymise/left_context.hpp"
#include "anonymise/pseudonym.hpp"

namespace paravent::anonymise {
namespace {

using policy::Category;

// In which words a firm or a place is spoken of behind `lead`: chez LVMH → dans …, à Lille → dans ….
std::string preposition_for(const Lead& lead, const NounPhrase& noun, bool is_place) {
  const std::string_view inside = !is_place && is_agent(noun) ? "chez" : "dans";
  if (lead.word == "chez" || lead.word == "en") return std::string(inside);
  // "à la mairie" is where someone is; "parler à LVMH" is not.
  if (lead.word == "à" && (is_place || lead.article)) return std::string(inside);
  return lead.word;
}

}  // namespace

Generaliser::Generaliser(const Note& note, AliasBook& aliases)
    : note_(note), aliases_(aliases), people_(describe_people(note)) {}

Draft Generaliser::replace(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  if (note_.wants_alias(finding.range)) return alias(at, floor);
  switch (finding.category) {
    case Category::Person:
      return person(at, floor);
    case Category::Org:
    case Category::Loc:
      return thing(at, floor);
    case Category::Age:
      return age(at, floor);
    default:
      return identifier(at, floor);
  }
}

std::string Generaliser::describe(std::size_t at) {
  const detect::Finding& finding = *note_.masked()[at];
  NounPhrase noun;
  std::string complement;
  if (finding.category == Category::Person) {
    const auto known = people_.find(finding.entity);
    if (known != people_.end()) {
      noun = {std::string(known->second.noun()), known->second.feminine, note_.language()};
      const auto introduction = introduction_at(note_, at);
      if (introduction && introduction->employer != nobody) {
        complement = " " + employer(*note_.masked()[introduction->employer]);
      }
    }
  } else if (finding.category == Category::Org || finding.category == Category::Loc) {
    noun = thing_of(finding).noun;
  } else if (finding.category == Category::Age) {
    noun = describe_age(note_.surface(finding), note_.language());
  } else {
    noun = describe_identifier(finding.category, note_.language());
  }
  if (noun.empty()) return aliases_.alias_of(finding);
  return with_article(Article::Indefinite, noun) + complement;
}

Draft Generaliser::alias(std::size_t at, std::size_t floor) const {
  return to_alias(note_, aliases_, *note_.masked()[at], floor);
}

Draft Generaliser::placed(std::size_t begin, std::size_t end, const Lead& lead, std::string phrase) const {
  const std::size_t from = lead.stands ? lead.begin : begin;
  const bool capital = lead.stands ? lead.capital : note_.at_sentence_start(begin);
  if (capital) phrase = capitalised(phrase);
  return {from, end, note_.in_own_typography(std::move(phrase), from)};
}

Draft Generaliser::person(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const auto known = people_.find(finding.entity);
  if (known == people_.end() || note_.is_speaker(finding.range)) return alias(at, floor);
  const PersonDescription& description = known->second;
  const auto introduction = introduction_at(note_, at);
  if (introduction && introduction->role.role.masculine == description.role.masculine &&
      is_free(*introduction, floor)) {
    Draft draft = introduced(*introduction, floor);
    introduced_.insert(finding.entity);
    return draft;
  }
  std::size_t begin = finding.range.begin.value;
  const auto civility = civility_before(note_.text(), begin, floor);
  if (civility) begin = civility->begin;
  const Lead lead = lead_before(note_.text(), begin, floor);
  if (lead.plural || !(lead.stands || takes_noun_phrase(note_.text(), begin, note_.language())))
    return alias(at, floor);
  const NounPhrase noun{std::string(description.noun()), description.feminine, note_.language()};
  return placed(begin, finding.range.end.value, lead, behind(lead.word, Article::Definite, noun));
}

// Nothing else that masks lies in what an introduction replaces or keeps of its words.
bool Generaliser::is_free(const Introduction& introduction, std::size_t floor) const {
  if (introduction.begin < floor) return false;
  std::size_t last = introduction.name;
  if (introduction.age != nobody) last = introduction.age;
  if (introduction.employer != nobody) last = introduction.employer;
  return last + 1 >= note_.masked().size() || note_.masked()[last + 1]->range.begin.value >= introduction.end;
}

Draft Generaliser::introduced(const Introduction& introduction, std::size_t floor) {
  using Shape = Introduction::Shape;
  if (introduction.shape == Shape::RoleBefore) return {introduction.begin, introduction.end, ""};
  if (introduction.shape == Shape::Label) {
    return placed(introduction.begin, introduction.end, Lead{}, "une personne");
  }
  const detect::Finding* firm =
      introduction.employer == nobody ? nullptr : note_.masked()[introduction.employer];
  const detect::EntityId id = note_.masked()[introduction.name]->entity;
  const PersonDescription& description = people_.at(id);
  const NounPhrase noun{std::string(description.noun()), description.feminine, note_.language()};
  const Article article = introduced_.count(id) > 0 ? Article::Definite : Article::Indefinite;
  const Lead lead = lead_before(note_.text(), introduction.begin, floor);
  std::string phrase = behind(lead.word, article, noun);
  if (!introduction.possessed.empty()) {
    phrase = lead.word.empty() ? std::string() : lead.word + " ";
    phrase += introduction.possessed;
  }
  if (firm != nullptr) phrase += " " + employer(*firm);
  if (introduction.age != nobody) phrase += ", " + age_in_words(*note_.masked()[introduction.age]);
  if (introduction.comma != nobody) commas_.push_back(introduction.comma);
  Draft draft = placed(introduction.begin, introduction.end, lead, std::move(phrase));
  draft.covered = 1U + (firm != nullptr ? 1U : 0U) + (introduction.age != nobody ? 1U : 0U);
  return draft;
}

Generaliser::Thing& Generaliser::thing_of(const detect::Finding& finding) {
  const detect::Entity* entity = note_.entity(finding);
  const std::string_view name =
      entity != nullptr ? std::string_view(entity->canonical) : note_.surface(finding);
  const bool place = finding.category == Category::Loc;
  std::string key =
      entity != nullptr ? std::to_string(finding.entity) : (place ? "l:" : "o:") + std::string(name);
  const auto [entry, first] = things_.try_emplace(std::move(key));
  Thing& thing = entry->second;
  if (first) {
    thing.noun =
        place ? describe_place(name, note_.language()) : describe_organisation(name, note_.language());
    const std::size_t before = thing.noun.empty() ? 0 : of_kind_[thing.noun.words]++;
    // A third of one kind could not be told from the second.
    if (before == 1) thing.noun = other(thing.noun);
    if (before > 1) thing.noun = NounPhrase{};
  }
  return thing;
}

std::string Generaliser::employer(const detect::Finding& firm) {
  Thing& thing = thing_of(firm);
  if (thing.noun.empty()) {
    return behind("de", Article::None, {aliases_.alias_of(firm), true, note_.language()});
  }
  const Article article = thing.mentioned ? Article::Demonstrative : Article::Indefinite;
  thing.mentioned = true;
  return behind("de", article, thing.noun);
}

Draft Generaliser::thing(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const std::size_t begin = finding.range.begin.value;
  const std::size_t end = finding.range.end.value;
  const std::string_view text = note_.text();
  const Lead lead = note_.french() ? lead_before(text, begin, floor) : Lead{};
  const bool place = finding.category == Category::Loc;
  // A town has no article: "la Bretagne" is none, whatever else is called so.
  const bool other_place = place && lead.article;
  if (other_place || !(lead.stands || takes_noun_phrase(text, begin, note_.language())))
    return alias(at, floor);
  const std::size_t role_end = lead.stands ? skip_blanks_back(text, lead.begin, 0) : 0;
  const bool belongs_to_role = !place && (lead.word == "chez" || lead.word == "à") && role_end < lead.begin &&
                               role_ending_at(text, role_end, 0).has_value();
  if (belongs_to_role) return {lead.begin, end, note_.in_own_typography(employer(finding), begin)};
  Thing& thing = thing_of(finding);
  if (thing.noun.empty()) return alias(at, floor);
  const Article article = thing.mentioned ? Article::Demonstrative : Article::Indefinite;
  thing.mentioned = true;
  return placed(begin, end, lead, behind(preposition_for(lead, thing.noun, place), article, thing.noun));
}

Draft Generaliser::identifier(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const NounPhrase noun = describe_identifier(finding.category, note_.language());
  const std::size_t begin = finding.range.begin.value;
  const Lead lead = note_.french() ? lead_before(note_.text(), begin, floor) : Lead{};
  if (noun.empty() || lead.plural ||
      !(lead.stands || takes_noun_phrase(note_.text(), begin, note_.language()))) {
    return alias(at, floor);
  }
  Draft draft = placed(begin, finding.range.end.value, lead, behind(lead.word, Article::Indefinite, noun));
  absorb_angle_brackets(note_, floor, draft);
  return draft;
}

std::string Generaliser::age_in_words(const detect::Finding& age) {
  const NounPhrase noun = describe_age(note_.surface(age), note_.language());
  const bool with_unit = age_end(note_, age) - age.range.begin.value > 2;
  return noun.empty() || !with_unit ? aliases_.alias_of(age) : with_article(Article::Indefinite, noun);
}

Draft Generaliser::age(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const NounPhrase noun = describe_age(note_.surface(finding), note_.language());
  const std::size_t begin = finding.range.begin.value;
  const std::size_t end = age_end(note_, finding);
  const Lead lead = lead_before(note_.text(), begin, floor);
  const bool fits = lead.stands ? !lead.article : takes_noun_phrase(note_.text(), begin, note_.language());
  if (noun.empty() || end - begin <= 2 || !fits) return alias(at, floor);
  return placed(begin, end, lead, behind(lead.word, Article::Indefinite, noun));
}

}  // namespace paravent::anonymise
