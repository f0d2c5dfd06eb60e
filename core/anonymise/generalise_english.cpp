// People in English: by their role, else by an alias.
#include <algorithm>
#include <array>
#include <utility>

#include "anonymise/english_age.hpp"
#include "anonymise/english_group.hpp"
#include "anonymise/english_possessive.hpp"
#include "anonymise/english_several.hpp"
#include "anonymise/english_title.hpp"
#include "anonymise/generalise.hpp"
#include "anonymise/left_context.hpp"
#include "text/unicode.hpp"

namespace paravent::anonymise {
namespace {

using Shape = EnglishIntroduction::Shape;
using Determiner = EnglishRole::Determiner;

// "Thanks, Claire!": she is spoken to.
bool is_spoken_to(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 8> words{"thanks", "hi",  "hello", "hey",
                                                  "sorry",  "you", "yes",   "welcome"};
  const std::size_t left = skip_blanks_back(text, begin, 0);
  if (left == 0 || text[left - 1] != ',') return false;
  const std::optional<Word> word = word_back(text, left - 1, 0);
  return word && std::find(words.begin(), words.end(), word->folded) != words.end();
}

// "I coach Claire": a noun elsewhere.
bool is_verb_of_pronoun(std::string_view text, const Word& word) {
  constexpr std::array<std::string_view, 6> subjects{"i", "we", "you", "they", "he", "she"};
  const std::optional<Word> subject = word_back(text, skip_blanks_back(text, word.begin, 0), 0);
  return subject && is_one_of(subjects, subject->folded);
}

// "a woman called Claire", "Dear Claire": only a name can stand there.
bool takes_name_only(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 12> naming{"called", "named", "dear", "hi",      "hello",  "hey",
                                                    "calls",  "name",  "is",   "regards", "thanks", "like"};
  if (is_spoken_to(text, begin)) return true;
  const std::size_t end = skip_blanks_back(text, begin, 0);
  const std::optional<Word> word = word_back(text, end, 0);
  // "she said that Claire left", "we miss Claire": words that are a determiner and a title elsewhere.
  const bool other_word =
      word && end < begin &&
      (word->folded == "that" || text.substr(word->begin, 4) == "miss" || is_verb_of_pronoun(text, *word));
  if (!other_word && !takes_noun_phrase(text, begin, text::Language::English)) return true;
  if (!word || end == begin || std::find(naming.begin(), naming.end(), word->folded) == naming.end())
    return false;
  if (word->folded != "is") return true;
  const std::optional<Word> noun = word_back(text, skip_blanks_back(text, word->begin, 0), 0);
  return noun && noun->folded == "name";
}

}  // namespace

// "Dr Pillai" → "Person A": a title would go on to tell who that is.
Draft Generaliser::untitled_alias(std::size_t at, std::size_t floor) {
  Draft draft = alias(at, floor);
  if (note_.place(at).alias) return draft;
  const std::size_t begin = note_.masked()[at]->range.begin.value;
  const std::size_t title = begin_with_title(note_.text(), begin, floor);
  if (draft.begin == begin) draft.begin = title;
  return draft;
}

// "the Okafors" → "the family", and the second of a note "another family"; of a third nobody could tell which
// it is.
std::optional<Draft> Generaliser::english_family(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  const std::optional<std::size_t> begin = english_family_at(note_, at, floor);
  if (!begin || finding.entity == 0) return std::nullopt;
  const auto found = std::find(english_families_.begin(), english_families_.end(), finding.entity);
  const bool known = found != english_families_.end();
  const auto rank = static_cast<std::size_t>(found - english_families_.begin());
  if (!known) english_families_.push_back(finding.entity);
  if (rank > 1)
    written_[at] = aliases_.alias_of(finding);
  else if (rank == 1)
    written_[at] = known ? "the other family" : "another family";
  else
    written_[at] = "the family";
  return placed(*begin, finding.range.end.value, Lead{}, written_[at]);
}

// Who is named once more keeps an alias: nobody could tell which of "two people" speaks.
bool Generaliser::are_named_once(std::size_t at, std::size_t count) const {
  for (std::size_t i = at; i < at + count; ++i) {
    const detect::Finding& finding = *note_.masked()[i];
    if (note_.entity(finding) == nullptr) continue;
    if (english_people_[finding.entity - 1] || mentions_[finding.entity - 1] > 1) return false;
  }
  return true;
}

// "two people", "three people from sales", "a couple".
std::optional<Draft> Generaliser::english_several(std::size_t at, std::size_t floor) {
  const std::optional<EnglishSeveral> found = english_several_at(note_, at, floor);
  if (!found || takes_name_only(note_.text(), found->begin)) return std::nullopt;
  const detect::Finding& last = *note_.masked()[at + found->count - 1];
  if (note_.is_speaker(last.range)) return std::nullopt;
  std::string words = found->words;
  if (words.empty()) {
    if (english_couple_ && *english_couple_ != last.entity) return std::nullopt;
    words = english_couple_ ? "the couple" : "a couple";
    english_couple_ = last.entity;
    // "the Reeves’ son" → "the couple’s son"
    const std::string_view mark =
        note_.text().substr(last.range.end.value, found->end - last.range.end.value);
    if (!mark.empty()) words = possessive_of(std::move(words), mark);
  } else if (!are_named_once(at, found->count)) {
    return std::nullopt;
  }
  for (std::size_t i = at; i < at + found->count; ++i) written_[i] = aliases_.alias_of(*note_.masked()[i]);
  if (found->comma != nobody) side_edits_.push_back({found->comma, found->comma + 1, "", 0});
  Draft draft = placed(found->begin, found->end, Lead{}, std::move(words));
  draft.covered = found->count;
  return draft;
}

Draft Generaliser::english_person(std::size_t at, std::size_t floor) {
  const detect::Finding& finding = *note_.masked()[at];
  if (const std::optional<Group> found = english_group_at(note_, at, floor)) return group(*found, at);
  if (std::optional<Draft> several = english_several(at, floor)) return *std::move(several);
  if (std::optional<Draft> family = english_family(at, floor)) return *std::move(family);
  const bool known = note_.entity(finding) != nullptr && english_people_[finding.entity - 1];
  if (!known || note_.is_speaker(finding.range)) return untitled_alias(at, floor);
  const EnglishPerson& person = *english_people_[finding.entity - 1];
  const std::optional<EnglishIntroduction> introduction = english_introduction_at(note_, at);
  if (introduction && introduction->begin >= floor) {
    const bool stays = introduction->shape == Shape::RoleBefore;
    if (text::fold(noun_later_on(note_.text(), *introduction)) == text::fold(person.noun) &&
        (stays || !takes_name_only(note_.text(), introduction->begin))) {
      Draft draft = english_introduced(*introduction, person);
      introduced_.insert(finding.entity);
      return draft;
    }
  }
  const std::size_t begin = begin_with_title(note_.text(), finding.range.begin.value, floor);
  if (takes_name_only(note_.text(), begin)) return untitled_alias(at, floor);
  introduced_.insert(finding.entity);
  written_[at] = person.later();
  std::size_t end = finding.range.end.value;
  std::string phrase = written_[at];
  const text::Codepoint mark = text::decode_at(note_.text(), end);
  const std::size_t behind = behind_bare_possessive(note_, finding);
  const bool owns = is_apostrophe(mark.value) && note_.text().substr(end + mark.size).starts_with("s ");
  if (behind > end || (owns && phrase.ends_with('s'))) {
    // "James’ team" → "the coach’s team"; "the head of sales’ team"
    phrase = possessive_of(std::move(phrase), note_.text().substr(end, mark.size));
    end += mark.size + (owns ? 1U : 0U);
  }
  return placed(begin, end, Lead{}, std::move(phrase));
}

// "an HR director", "the new CTO", "my manager", "another HR director".
std::string Generaliser::english_role(const EnglishIntroduction& introduction,
                                      const EnglishPerson& person) const {
  const EnglishRole& role = introduction.role;
  const std::string_view text = note_.text();
  if (role.determiner == Determiner::Pronoun) {
    return std::string(text.substr(role.begin, role.end - role.begin));
  }
  const NounPhrase noun{std::string(text.substr(role.words, role.end - role.words)), false,
                        text::Language::English};
  if (role.determiner == Determiner::Definite) return with_article(Article::Definite, noun);
  if (introduced_.contains(note_.masked()[introduction.name]->entity)) return person.later();
  return with_article(Article::Indefinite, person.rank == 2 ? other(noun) : noun);
}

Draft Generaliser::english_introduced(const EnglishIntroduction& introduction, const EnglishPerson& person) {
  std::string& written = written_[introduction.name];
  switch (introduction.shape) {
    case Shape::RoleBefore:
      // The role that stands there goes on to speak of the person.
      written = person.later();
      return {introduction.begin, introduction.end, ""};
    case Shape::Title:
      written = person.later();
      return placed(introduction.begin, introduction.end, Lead{}, written);
    case Shape::Label:
      written = "a person";
      return placed(introduction.begin, introduction.end, Lead{}, written);
    case Shape::Apposition:
      break;
  }
  written = english_role(introduction, person);
  if (introduction.employer != nobody) {
    written += " " + thing_in_words(introduction.employer, introduction.at_employer);
  }
  if (introduction.age != nobody) {
    const detect::Finding& age = *note_.masked()[introduction.age];
    written_[introduction.age] = english_age_behind_name(note_.surface(age));
    if (written_[introduction.age].empty()) written_[introduction.age] = aliases_.alias_of(age);
    written += ", " + written_[introduction.age];
    // The age has changed places with the role: what goes on behind the role is not about the age.
    const std::size_t next = skip_blanks(note_.text(), introduction.end);
    if (text::is_word(text::decode_at(note_.text(), next).value)) written += ",";
  }
  if (introduction.comma != nobody)
    side_edits_.push_back({introduction.comma, introduction.comma + 1, "", 0});
  Draft draft = placed(introduction.begin, introduction.end, Lead{}, written);
  draft.covered = 1U + (introduction.employer != nobody ? 1U : 0U) + (introduction.age != nobody ? 1U : 0U);
  return draft;
}

}  // namespace paravent::anonymise
