#include "risk/risk.hpp"

#include <algorithm>
#include <array>

#include "risk/attribution.hpp"
#include "risk/mark.hpp"
#include "risk/note_words.hpp"

namespace paravent::risk {
namespace {

constexpr std::size_t most_facts = 8;  // the rarest; more would change neither the grade nor what to do

// Several facts of these traits may hold of one person.
bool may_repeat(Trait trait) {
  return trait >= Trait::Family && trait <= Trait::Career;
}

std::uint64_t rarity(const Fact& fact) {
  if (fact.trait == Trait::Place) return fact.people;
  return fact.of_workers;
}

// Of facts of one trait the one that tells most; the same words once.
void add(std::vector<Fact>& facts, const Fact& fact) {
  if (fact.says_nothing()) return;
  const auto same = std::find_if(facts.begin(), facts.end(), [&](const Fact& other) {
    return other.trait == fact.trait && (!may_repeat(fact.trait) || other.of_workers == fact.of_workers);
  });
  if (same == facts.end()) {
    facts.push_back(fact);
  } else if (fact.trait != Trait::Role && rarity(fact) < rarity(*same)) {
    *same = fact;
  }
}

std::vector<Fact> distinct(const std::vector<Fact>& all) {
  std::vector<Fact> out;
  for (const Fact& fact : all) add(out, fact);
  const auto is = [](Trait trait) { return [trait](const Fact& fact) { return fact.trait == trait; }; };
  // A date of birth says the age.
  if (std::any_of(out.begin(), out.end(), is(Trait::Birth))) std::erase_if(out, is(Trait::Age));
  if (out.size() > most_facts) {
    std::stable_sort(out.begin(), out.end(),
                     [](const Fact& a, const Fact& b) { return rarity(a) < rarity(b); });
    out.resize(most_facts);
  }
  std::stable_sort(out.begin(), out.end(), [](const Fact& a, const Fact& b) { return a.trait < b.trait; });
  return out;
}

Person person_of(const Subject& subject, const detect::Analysis& analysis) {
  Person out;
  out.range = subject.range;
  out.entity = subject.entity;
  out.name = subject.entity != 0 ? analysis.entities[subject.entity - 1].canonical : subject.label;
  out.facts = distinct(subject.facts);
  out.thousandths = estimate(out.facts);
  out.grade = grade_of(out.thousandths);
  out.changes = smallest_changes(out.facts);
  return out;
}

}  // namespace

std::vector<Person> assess(std::string_view text, const detect::Analysis& analysis, text::Language language) {
  const NoteWords words(text);
  std::vector<Person> out;
  for (const Subject& subject : subjects_of(words, marks_of(words, analysis, language))) {
    const bool role_alone = subject.role_alone;
    Person person = person_of(subject, analysis);
    if (person.facts.empty() || (role_alone && person.grade == Grade::Many)) continue;
    out.push_back(std::move(person));
  }
  std::sort(out.begin(), out.end(),
            [](const Person& a, const Person& b) { return a.range.begin < b.range.begin; });
  return out;
}

}  // namespace paravent::risk
