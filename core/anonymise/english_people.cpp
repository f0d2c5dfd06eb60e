#include "anonymise/english_people.hpp"

#include <algorithm>
#include <map>

#include "anonymise/english_introduction.hpp"
#include "anonymise/letter_case.hpp"
#include "anonymise/reading.hpp"
#include "knowledge/lexicon.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using Shape = EnglishIntroduction::Shape;

std::string_view between(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin);
}

// A word that is in no dictionary, with a capital.
bool has_name(std::string_view field) {
  const std::vector<Word> words = words_from(field, skip_blanks(field, 0), field.size());
  return std::any_of(words.begin(), words.end(), [field](const Word& word) {
    const bool capital = text::is_upper(text::decode_at(field, word.begin).value);
    return capital && !knowledge::look_up(word.folded).english;
  });
}

EnglishPerson person_of(std::string_view text, const EnglishIntroduction& introduction) {
  const EnglishRole& role = introduction.role;
  EnglishPerson out;
  out.noun = noun_later_on(text, introduction);
  if (role.kin && role.determiner == EnglishRole::Determiner::Pronoun) {
    const std::size_t first = role.begin + text::decode_at(text, role.begin).size;
    out.again =
        in_small_letters(between(text, role.begin, first)) + std::string(between(text, first, role.end));
  }
  return out;
}

}  // namespace

std::string noun_later_on(std::string_view text, const EnglishIntroduction& introduction) {
  const EnglishRole& role = introduction.role;
  const bool whole = !has_name(between(text, role.noun_end, role.end));
  const std::string_view noun = between(text, role.noun, whole ? role.end : role.noun_end);
  const std::size_t first = text::decode_at(noun, 0).size;
  // "Coach: Ann" is the label of a line; a word in the middle of one keeps its capitals: "HR director".
  const bool sentence_case = introduction.shape != Shape::Apposition && !is_in_capitals(noun.substr(0, 2)) &&
                             role.determiner == EnglishRole::Determiner::None;
  return sentence_case ? in_small_letters(noun.substr(0, first)) + std::string(noun.substr(first))
                       : std::string(noun);
}

std::string EnglishPerson::later() const {
  if (!again.empty()) return again;
  return (rank == 0 ? "the " : rank == 1 ? "the first " : "the second ") + noun;
}

std::vector<std::optional<EnglishPerson>> describe_english_people(const Note& note) {
  struct Known {
    std::optional<EnglishPerson> person;
    bool label = false;
    bool kin = false;
  };
  std::vector<Known> known(note.analysis().entities.size());
  std::vector<detect::EntityId> in_order;
  for (std::size_t i = 0; i < note.masked().size(); ++i) {
    const detect::Finding& finding = *note.masked()[i];
    const bool person = finding.category == policy::Category::Person && note.entity(finding) != nullptr;
    if (!person || is_in_french(finding) || note.place(i).alias) continue;
    Known& one = known[finding.entity - 1];
    if (one.person && !one.label) continue;
    const auto introduction = english_introduction_at(note, i);
    if (!introduction || (one.person && introduction->shape == Shape::Label)) continue;
    if (!one.person) in_order.push_back(finding.entity);
    one = {person_of(note.text(), *introduction), introduction->shape == Shape::Label,
           introduction->role.kin};
  }
  std::vector<std::optional<EnglishPerson>> out(known.size());
  std::map<std::string, std::vector<detect::EntityId>> alike;
  for (const detect::EntityId id : in_order) alike[text::fold(known[id - 1].person->noun)].push_back(id);
  for (const auto& [noun, ids] : alike) {
    // "His friend Paul and his friend Marc": nobody says which is the first.
    if (ids.size() > 1 && known[ids.front() - 1].kin) continue;
    for (unsigned i = 0; i < ids.size() && i < 2; ++i) {
      EnglishPerson& one = out[ids[i] - 1].emplace(*known[ids[i] - 1].person);
      if (ids.size() > 1) one.rank = i + 1;
    }
  }
  return out;
}

}  // namespace paravent::anonymise
