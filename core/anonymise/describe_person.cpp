#include "anonymise/describe_person.hpp"

#include <map>
#include <set>
#include <string>

#include "anonymise/grammar.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using knowledge::Sex;

// What the mentions of one person say, strongest first.
struct Clues {
  bool named = false;
  const Introduction* introduction = nullptr;  // one beside the name is better than a label
  Sex civility = Sex::Unknown;
  Sex agreement = Sex::Unknown;
};

// "est arrivée", "s’est sentie": the word behind a form of être agrees with its subject.
Sex agreement_behind(std::string_view text, std::size_t name_end) {
  const std::size_t at = skip_blanks(text, name_end);
  if (at == name_end) return Sex::Unknown;
  constexpr int most_words = 5;
  bool copula = false;
  std::optional<Word> word = word_from(text, at);
  for (int i = 0; word && i < most_words; ++i, word = next_word(text, word->end)) {
    const std::string& folded = word->folded;
    if (copula) {
      const knowledge::Lexeme lexeme = knowledge::look_up(folded);
      const bool agrees = (lexeme.adjective || lexeme.verb) && !lexeme.other && !lexeme.plural;
      if (agrees && lexeme.feminine != lexeme.masculine) {
        return lexeme.feminine ? Sex::Feminine : Sex::Masculine;
      }
      if (!lexeme.other) return Sex::Unknown;
    }
    copula = copula || folded == "est" || folded == "etait" || folded == "ete";
    const bool may_stand_before = folded == "s" || folded == "n" || folded == "a" || folded == "ne";
    if (!copula && !may_stand_before) return Sex::Unknown;
  }
  return Sex::Unknown;
}

Sex sex_of(const Clues& clues, const detect::Entity& entity) {
  const Introduction& introduction = *clues.introduction;
  if (clues.civility != Sex::Unknown) return clues.civility;
  if (introduction.role.feminine_form) return Sex::Feminine;
  if (introduction.role.kin && introduction.role.masculine_form) return Sex::Masculine;
  if (introduction.sex == Sex::Feminine || introduction.sex == Sex::Masculine) return introduction.sex;
  if (entity.sex == Sex::Feminine || entity.sex == Sex::Masculine) return entity.sex;
  if (clues.agreement != Sex::Unknown) return clues.agreement;
  // "Coaché : …" may be the label of a form; "directeur" behind a name speaks of that person.
  const bool said = introduction.role.masculine_form && introduction.shape != Introduction::Shape::Label;
  return said ? Sex::Masculine : Sex::Unknown;
}

// "la DRH", "l’architecte": two who are called so could not be told apart; "le directeur" and "la directrice"
// can.
std::string later_on(const PersonDescription& description) {
  return with_article(Article::Definite, {description.noun(), description.feminine, text::Language::French});
}

void read_mention(const Note& note, Introductions& introductions, std::size_t at, Clues& clues) {
  const detect::Finding& finding = *note.masked()[at];
  const auto civility = civility_before(note.text(), finding.range.begin.value, 0);
  if (civility && clues.civility == Sex::Unknown) clues.civility = civility->sex;
  if (clues.agreement == Sex::Unknown) {
    clues.agreement = agreement_behind(note.text(), finding.range.end.value);
  }
  const auto is_label = [](const Introduction& one) { return one.shape == Introduction::Shape::Label; };
  if (clues.introduction != nullptr && !is_label(*clues.introduction)) return;
  const Introduction* introduction = introductions.at(at);
  if (introduction == nullptr) return;
  if (clues.agreement == Sex::Unknown) clues.agreement = agreement_behind(note.text(), introduction->end);
  if (clues.introduction == nullptr || !is_label(*introduction)) clues.introduction = introduction;
}

}  // namespace

std::string PersonDescription::noun() const {
  const std::string_view words = feminine ? role.feminine : role.masculine;
  if (rank == 0) return std::string(words);
  const std::string_view ordinal =
      rank == 1 ? (feminine ? "première " : "premier ") : (feminine ? "seconde " : "second ");
  return std::string(ordinal).append(words);
}

std::vector<std::optional<PersonDescription>> describe_people(const Note& note,
                                                              Introductions& introductions) {
  std::vector<std::optional<PersonDescription>> out(note.analysis().entities.size());
  std::vector<Clues> clues(out.size());
  std::vector<detect::EntityId> in_order;
  for (std::size_t i = 0; i < note.masked().size(); ++i) {
    const detect::Finding& finding = *note.masked()[i];
    if (finding.category != policy::Category::Person || note.entity(finding) == nullptr) continue;
    if (!is_in_french(finding)) continue;  // roles are described in French alone
    Clues& known = clues[finding.entity - 1];
    if (!known.named) in_order.push_back(finding.entity);
    known.named = true;
    if (!note.place(i).alias) read_mention(note, introductions, i, known);
  }
  std::map<std::string, std::vector<detect::EntityId>> roles;
  std::set<std::string> kin;
  bool anyone = false;  // a second one could not be told from the first
  for (const detect::EntityId id : in_order) {
    const Clues& known = clues[id - 1];
    if (known.introduction == nullptr) continue;
    const knowledge::Role& role = known.introduction->role.role;
    const Sex sex = sex_of(known, note.analysis().entities[id - 1]);
    if (sex != Sex::Feminine && sex != Sex::Masculine) {
      const bool beside = known.introduction->shape != Introduction::Shape::Label;
      if (beside && !anyone)
        out[id - 1] = {{"personne", "personne", "personnes", true, "person"}, true, 0, true};
      anyone = true;
      continue;
    }
    const PersonDescription description{role, sex == Sex::Feminine, 0};
    const std::string called = later_on(description);
    std::vector<detect::EntityId>& alike = roles[called];
    alike.push_back(id);
    if (alike.size() <= 2) out[id - 1] = description;
    if (known.introduction->role.kin) kin.insert(called);
  }
  for (const auto& [role, alike] : roles) {
    // "Son frère Paul et son frère Marc": nobody says which is the first.
    if (alike.size() > 1 && kin.contains(role)) {
      for (const detect::EntityId id : alike) out[id - 1].reset();
      continue;
    }
    for (unsigned rank = 0; alike.size() > 1 && rank < 2; ++rank) out[alike[rank] - 1]->rank = rank + 1;
  }
  return out;
}

}  // namespace paravent::anonymise
