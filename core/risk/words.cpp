#include "risk/words.hpp"

#include "text/wording.hpp"

namespace paravent::risk {
namespace {

using text::Wording;

constexpr Wording or_word{", ou ", ", or "};
constexpr Wording and_word{" et ", " and "};
constexpr Wording finding{"{0} : {1}, selon une estimation grossière.", "{0}: {1}, by a coarse estimate."};
constexpr Wording with_advice{" Pour que davantage de personnes puissent être visées : {0}.",
                              " So that more people could be meant: {0}."};
constexpr Wording no_advice{" Trois changements n’y suffisent pas : le passage est à récrire.",
                            " Three changes are not enough: the passage is to be rewritten."};

std::string changes_in_words(const Changes& changes, const Person& person, text::Language language) {
  std::string out;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (i > 0) out += i + 1 == changes.size() ? and_word.in(language) : std::string_view(", ");
    out += words_of(person.facts[changes[i].fact], changes[i].coarser).in(language);
  }
  return out;
}

Wording coarser_words(Trait trait) {
  switch (trait) {
    case Trait::Place:
      return {"donner la région au lieu de la ville", "give the region instead of the town"};
    case Trait::Birth:
      return {"donner la décennie de naissance", "give the decade of birth"};
    case Trait::Seniority:
      return {"arrondir l’ancienneté", "round the seniority"};
    default:
      return {"donner l’âge à dix ans près", "give the age to ten years"};
  }
}

}  // namespace

std::string_view code_of(Grade grade) {
  switch (grade) {
    case Grade::VeryFew:
      return "very-few";
    case Grade::Few:
      return "few";
    case Grade::Hundreds:
      return "hundreds";
    case Grade::Many:
      return "many";
  }
  return {};
}

std::string_view code_of(Trait trait) {
  switch (trait) {
    case Trait::Role:
      return "role";
    case Trait::Employer:
      return "employer";
    case Trait::Place:
      return "place";
    case Trait::Age:
      return "age";
    case Trait::Birth:
      return "birth";
    case Trait::Seniority:
      return "seniority";
    case Trait::Children:
      return "children";
    case Trait::Origin:
      return "origin";
    case Trait::Family:
      return "family";
    case Trait::Health:
      return "health";
    case Trait::Honour:
      return "honour";
    case Trait::Event:
      return "event";
    case Trait::Career:
      return "career";
    case Trait::Sensitive:
      return "sensitive";
  }
  return {};
}

Wording words_of(Grade grade) {
  switch (grade) {
    case Grade::VeryFew:
      return {"très peu de personnes (moins de 10)", "very few people (fewer than 10)"};
    case Grade::Few:
      return {"peu de personnes (moins de 100)", "few people (fewer than 100)"};
    case Grade::Hundreds:
      return {"quelques centaines de personnes", "some hundreds of people"};
    case Grade::Many:
      return {"beaucoup de personnes (plus de 1 000)", "many people (more than 1,000)"};
  }
  return {};
}

Wording words_of(const Fact& fact, bool coarser) {
  if (coarser) return coarser_words(fact.trait);
  switch (fact.trait) {
    case Trait::Role:
      return {"dire le métier de façon plus large", "give the job in wider terms"};
    case Trait::Employer:
      return {"retirer l’employeur", "remove the employer"};
    case Trait::Place:
      return fact.coarse_people != 0 ? Wording{"retirer la ville", "remove the town"}
                                     : Wording{"retirer le lieu", "remove the place"};
    case Trait::Age:
      return {"retirer l’âge", "remove the age"};
    case Trait::Birth:
      return {"retirer la naissance", "remove the birth"};
    case Trait::Seniority:
      return {"retirer l’ancienneté", "remove the seniority"};
    case Trait::Children:
      return {"retirer le nombre d’enfants", "remove the number of children"};
    case Trait::Origin:
      return {"retirer l’origine", "remove the origin"};
    case Trait::Family:
      return {"retirer le fait familial", "remove the family event"};
    case Trait::Health:
      return {"retirer le fait de santé", "remove the health fact"};
    case Trait::Honour:
      return {"retirer la distinction", "remove the award"};
    case Trait::Event:
      return {"retirer l’événement", "remove the event"};
    case Trait::Career:
      return {"retirer le fait de carrière", "remove the career fact"};
    case Trait::Sensitive:
      return {"retirer le mot sensible", "remove the sensitive word"};
  }
  return {};
}

std::string combination(const Person& person) {
  std::string out;
  for (const Fact& fact : person.facts) {
    if (!out.empty()) out += " + ";
    out += fact.label;
  }
  return out;
}

std::string advice(const Person& person, text::Language language) {
  std::string out;
  for (const Changes& changes : person.changes) {
    if (!out.empty()) out += or_word.in(language);
    out += changes_in_words(changes, person, language);
  }
  return out;
}

std::string message(const Person& person, text::Language language) {
  std::string out = text::fill(finding, language, {combination(person), words_of(person.grade).in(language)});
  if (person.grade == Grade::Many) return out;
  const std::string change = advice(person, language);
  return out +
         (change.empty() ? std::string(no_advice.in(language)) : text::fill(with_advice, language, {change}));
}

}  // namespace paravent::risk
