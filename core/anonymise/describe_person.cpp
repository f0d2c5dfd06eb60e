#include "anonymise/describe_person.hpp"

#include <set>
#include <string>

#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::Sex;

// What the mentions of one person say, strongest first.
struct Clues {
  std::optional<Introduction> introduction;  // one beside the name is better than a label
  Sex civility = Sex::Unknown;
  Sex agreement = Sex::Unknown;
};

// "est arrivée", "s’est sentie": the word behind a form of être agrees with its subject.
Sex agreement_behind(std::string_view text, std::size_t name_end) {
  const std::size_t at = skip_blanks(text, name_end);
  if (at == name_end) return Sex::Unknown;
  const std::vector<Word> words = words_from(text, at, 5);
  bool copula = false;
  for (const Word& word : words) {
    if (copula) {
      const knowledge::Lexeme lexeme = knowledge::look_up(word.folded);
      const bool agrees = (lexeme.adjective || lexeme.verb) && !lexeme.other && !lexeme.plural;
      if (agrees && lexeme.feminine != lexeme.masculine) {
        return lexeme.feminine ? Sex::Feminine : Sex::Masculine;
      }
      if (!lexeme.other) return Sex::Unknown;
    }
    copula = copula || word.folded == "est" || word.folded == "etait" || word.folded == "ete";
    const bool may_stand_before =
        word.folded == "s" || word.folded == "n" || word.folded == "a" || word.folded == "ne";
    if (!copula && !may_stand_before) return Sex::Unknown;
  }
  return Sex::Unknown;
}

Sex sex_of(const Clues& clues, const detect::Entity& entity) {
  const Introduction& introduction = *clues.introduction;
  if (clues.civility != Sex::Unknown) return clues.civility;
  if (introduction.role.feminine_form) return Sex::Feminine;
  if (introduction.sex == Sex::Feminine || introduction.sex == Sex::Masculine) return introduction.sex;
  if (entity.sex == Sex::Feminine || entity.sex == Sex::Masculine) return entity.sex;
  if (clues.agreement != Sex::Unknown) return clues.agreement;
  // "Coaché : …" may be the label of a form; "directeur" behind a name speaks of that person.
  const bool said = introduction.role.masculine_form && introduction.shape != Introduction::Shape::Label;
  return said ? Sex::Masculine : Sex::Unknown;
}

void read_mention(const Note& note, std::size_t at, Clues& clues) {
  const detect::Finding& finding = *note.masked()[at];
  const auto civility = civility_before(note.text(), finding.range.begin.value, 0);
  if (civility && clues.civility == Sex::Unknown) clues.civility = civility->sex;
  if (note.french() && clues.agreement == Sex::Unknown) {
    clues.agreement = agreement_behind(note.text(), finding.range.end.value);
  }
  const bool only_label = clues.introduction && clues.introduction->shape == Introduction::Shape::Label;
  if (clues.introduction && !only_label) return;
  const auto introduction = introduction_at(note, at);
  if (!introduction) return;
  if (clues.agreement == Sex::Unknown) clues.agreement = agreement_behind(note.text(), introduction->end);
  if (!clues.introduction || introduction->shape != Introduction::Shape::Label)
    clues.introduction = introduction;
}

}  // namespace

std::map<detect::EntityId, PersonDescription> describe_people(const Note& note) {
  std::map<detect::EntityId, PersonDescription> out;
  if (!note.french()) return out;
  std::map<detect::EntityId, Clues> clues;
  std::vector<detect::EntityId> in_order;
  for (std::size_t i = 0; i < note.masked().size(); ++i) {
    const detect::Finding& finding = *note.masked()[i];
    if (finding.category != policy::Category::Person || note.entity(finding) == nullptr) continue;
    const auto [entry, first] = clues.try_emplace(finding.entity);
    if (first) in_order.push_back(finding.entity);
    if (!note.place(i).alias) read_mention(note, i, entry->second);
  }
  std::set<std::string_view> roles;
  for (const detect::EntityId id : in_order) {
    const Clues& known = clues[id];
    if (!known.introduction) continue;
    const knowledge::Role& role = known.introduction->role.role;
    const Sex sex = sex_of(known, note.analysis().entities[id - 1]);
    if (sex != Sex::Feminine && sex != Sex::Masculine) continue;
    if (roles.insert(role.masculine).second) out[id] = {role, sex == Sex::Feminine};
  }
  return out;
}

}  // namespace paravent::anonymise
