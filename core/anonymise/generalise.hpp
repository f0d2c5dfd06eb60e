// The guide's way: a description takes the name's place, in the grammar of its sentence.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "anonymise/age_group.hpp"
#include "anonymise/alias_book.hpp"
#include "anonymise/describe_person.hpp"
#include "anonymise/draft.hpp"
#include "anonymise/english_introduction.hpp"
#include "anonymise/english_people.hpp"
#include "anonymise/grammar.hpp"
#include "anonymise/group.hpp"
#include "anonymise/note.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {

// Goes through a note once, in order. What it cannot describe gets an alias, never the name.
class Generaliser {
 public:
  Generaliser(const Note& note, AliasBook& aliases);

  // What takes the place of the masking finding number `at`. Nothing before `floor` is changed.
  Draft replace(std::size_t at, std::size_t floor);
  // What replace() has put for the masking finding number `at`, without the words around: "une DRH d’un grand
  // groupe de luxe", "Personne A". Empty before it has been there.
  const std::string& written_for(std::size_t at) const { return written_[at]; }
  // Further changes of words around, where no other edit has them: commas that closed an apposition which is
  // no longer one, the article of a role that starts a sentence.
  const std::vector<Draft>& side_edits() const { return side_edits_; }

 private:
  // A firm or a place: how it is described, empty when only by its alias; and whether it was named before.
  struct Thing {
    NounPhrase noun;
    std::string brief;  // "grande ville", where no other is of that size: for later mentions
    bool mentioned = false;
  };

  // The thing before, if another of its kind may follow it in a list, and the preposition that governs both.
  struct Listed {
    std::size_t index = nobody;
    std::string_view word;
  };

  Draft person(std::size_t at, std::size_t floor);
  Draft group(const Group& group, std::size_t at);
  std::optional<Draft> apposed_group(std::size_t at, std::size_t floor);
  Draft family(std::size_t at);
  bool is_free(const Introduction& introduction, std::size_t floor) const;
  bool is_only_one(const Introduction& introduction) const;
  Draft introduced(const Introduction& introduction, std::size_t floor);
  Draft article_for(const Introduction& introduction, const PersonDescription& description) const;
  // Nothing, or an age, behind a role that stands before the name.
  Draft role_goes_on(const Introduction& introduction, const NounPhrase& noun);
  // "la DRH", "sa sœur": someone who was spoken of before.
  Draft mentioned(std::size_t at, const PersonDescription& description, const Lead& lead, std::size_t begin);
  // In English (generalise_english.cpp).
  Draft english_person(std::size_t at, std::size_t floor);
  std::optional<Draft> english_family(std::size_t at, std::size_t floor);
  std::optional<Draft> english_several(std::size_t at, std::size_t floor);
  bool are_named_once(std::size_t at, std::size_t count) const;
  Draft untitled_alias(std::size_t at, std::size_t floor);
  Draft english_introduced(const EnglishIntroduction& introduction, const EnglishPerson& person);
  std::string english_role(const EnglishIntroduction& introduction, const EnglishPerson& person) const;

  Draft identifier(std::size_t at, std::size_t floor);
  Draft alias(std::size_t at, std::size_t floor);

  // Firms and places (generalise_thing.cpp).
  Draft thing(std::size_t at, std::size_t floor);
  // Nothing, behind a noun that says what the thing is; nothing at all where it must be described.
  std::optional<Draft> unnamed(std::size_t at, std::size_t floor);
  std::optional<Draft> former(std::size_t at, std::size_t floor);
  std::optional<Draft> town_of_firm(std::size_t at, std::size_t floor);
  Thing& thing_of(const detect::Finding& finding, const NounPhrase& head = {});
  Thing new_thing(const detect::Finding& finding, std::string_view name, const NounPhrase& head);
  std::string thing_in_words(std::size_t at, std::string_view word);
  // "d’un grand groupe de luxe": a firm as the complement of a role.
  std::string employer(std::size_t at);
  bool is_joined_to_next(std::size_t at) const;
  Draft joined(std::size_t at, std::size_t floor);
  // The preposition of a list that `at` goes on with: "de Lille, Amiens et Reims".
  std::string_view list_word(std::size_t at) const;

  // Dates and ages (generalise_time.cpp).
  Draft date(std::size_t at, std::size_t floor);
  bool repeats_date(std::size_t at, const std::string& when) const;
  Draft french_date(std::size_t at, std::size_t floor, const std::string& when);
  Draft english_date(std::size_t at, std::size_t floor, const std::string& when);
  Draft birthdate(std::size_t at, std::size_t floor);
  std::string age_in_words(std::size_t at);
  std::string of_age(std::size_t at, bool child, bool feminine);
  std::string_view age_group_of(std::size_t at, AgeUse use) const;
  bool has_unit(std::size_t at) const;
  Draft age(std::size_t at, std::size_t floor);

  // `phrase` in the place of `name`, behind its lead; with a capital where a sentence starts.
  Draft placed(std::size_t begin, std::size_t end, const Lead& lead, std::string phrase) const;

  const Note& note_;
  AliasBook& aliases_;
  Introductions introductions_;
  std::vector<std::optional<PersonDescription>> people_;  // by entity
  std::vector<std::optional<EnglishPerson>> english_people_;
  std::set<detect::EntityId> introduced_;
  std::set<detect::EntityId> families_;
  std::vector<detect::EntityId> english_families_;  // in the order of the note
  std::optional<detect::EntityId> english_couple_;  // the one that is called so
  std::vector<std::size_t> mentions_;               // by entity
  std::map<detect::EntityId, std::string> kin_;     // "sa sœur": what the note says of them later on, too
  std::vector<Draft> side_edits_;
  std::map<std::pair<detect::EntityId, text::Language>, Thing> things_;
  std::map<std::pair<std::string, text::Language>, Thing>
      written_things_;                          // of no entity, by what is written
  std::map<std::string, std::size_t> of_kind_;  // how many things have one description
  Listed listed_;
  std::vector<std::string> written_;
};

}  // namespace paravent::anonymise
