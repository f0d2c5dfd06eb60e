// The guide's way: a description takes the name's place, in the grammar of its sentence.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "anonymise/alias_book.hpp"
#include "anonymise/describe_person.hpp"
#include "anonymise/draft.hpp"
#include "anonymise/grammar.hpp"
#include "anonymise/note.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {

// Goes through a note once, in order. What it cannot describe gets an alias, never the name.
class Generaliser {
 public:
  Generaliser(const Note& note, AliasBook& aliases);

  // What takes the place of the masking finding number `at`. Nothing before `floor` is changed.
  Draft replace(std::size_t at, std::size_t floor);
  // What stands for it on its own, without the words around: "une DRH d’un grand groupe de luxe".
  std::string describe(std::size_t at);
  // Commas that closed an apposition which is no longer one, in order: they go too, where no edit has them.
  const std::vector<std::size_t>& stranded_commas() const { return commas_; }

 private:
  // A firm or a place: how it is described, empty when only by its alias; and whether it was named before.
  struct Thing {
    NounPhrase noun;
    bool mentioned = false;
  };

  Draft person(std::size_t at, std::size_t floor);
  bool is_free(const Introduction& introduction, std::size_t floor) const;
  Draft introduced(const Introduction& introduction, std::size_t floor);
  Draft thing(std::size_t at, std::size_t floor);
  Draft identifier(std::size_t at, std::size_t floor);
  Draft age(std::size_t at, std::size_t floor);
  Draft alias(std::size_t at, std::size_t floor) const;

  std::string age_in_words(const detect::Finding& age);
  Thing& thing_of(const detect::Finding& finding);
  // "d’un grand groupe de luxe": a firm as the complement of a role.
  std::string employer(const detect::Finding& firm);
  // `phrase` in the place of `name`, behind its lead; with a capital where a sentence starts.
  Draft placed(std::size_t begin, std::size_t end, const Lead& lead, std::string phrase) const;

  const Note& note_;
  AliasBook& aliases_;
  std::map<detect::EntityId, PersonDescription> people_;
  std::set<detect::EntityId> introduced_;
  std::vector<std::size_t> commas_;
  std::map<std::string, Thing> things_;         // by entity, or by what is written
  std::map<std::string, std::size_t> of_kind_;  // how many things have one description
};

}  // namespace paravent::anonymise
