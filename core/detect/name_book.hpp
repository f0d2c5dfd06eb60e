// The different names that the mentions of a note bear, each once, by what joins them: forms are numbers, so
// that joining a note anew costs no look-up of text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/mention.hpp"
#include "detect/person_name.hpp"
#include "detect/token.hpp"

namespace paravent::detect {

using Atom = std::uint32_t;  // a folded text; 0 is the empty one

// Folded texts as numbers.
class Atoms {
 public:
  Atom add(std::string_view text);
  Atom find(std::string_view text) const;  // 0 if it was never added
  std::string_view text(Atom atom) const { return texts_[atom]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::unordered_map<std::string, Atom> numbers_;
  std::vector<std::string_view> texts_{{}};
};

// A name of a person as PersonName has it, and what another mention may call it by.
struct BookedPerson {
  std::span<const Atom> forms() const { return part(0, forms_end); }  // as it is, then what it is short for
  std::span<const Atom> givens() const { return part(forms_end, givens_end); }  // whole, and up to the hyphen
  std::span<const Atom> surnames() const { return part(givens_end, surnames_end); }  // whole, and its parts
  std::span<const Atom> all_initials() const { return part(surnames_end, atoms.size()); }
  bool is_full() const { return given != 0 && surname != 0; }

  Atom given = 0, surname = 0, initials = 0, title = 0;
  Atom full = 0;                                // given name and surname together
  char given_letter = 0, surname_letter = 0;    // first ones
  char given_initial = 0, surname_initial = 0;  // written as an initial
  knowledge::Sex sex = knowledge::Sex::Unknown;
  bool civility = false;
  bool role = false;
  bool usual = false;                           // so many bear its given name that it is short for no other
  bool odd_given = false, odd_surname = false;  // in no table: it may be misspelt
  std::uint8_t forms_end = 0, givens_end = 0, surnames_end = 0;
  std::vector<Atom> atoms;     // of the parts above, one behind the other
  std::vector<Atom> prefixes;  // of the given name, as far as some mention is such a one

 private:
  std::span<const Atom> part(std::size_t begin, std::size_t end) const {
    return std::span(atoms).subspan(begin, end - begin);
  }
};

// A name of an organisation, place or project: the whole of it, and its words that tell it from others.
struct BookedThing {
  Atom whole = 0;
  struct Word {
    Atom form = 0;
    bool telling = false;  // no article, no head of an institution, no legal form
  };
  std::vector<Word> words;
};

class NameBook {
 public:
  NameId add_person(const PersonName& name);
  NameId add_thing(const Tokens& tokens, const Span& span);

  const BookedPerson& person(NameId name) const { return people_[name]; }
  std::span<const BookedPerson> people() const { return people_; }
  std::string_view text(Atom of_person) const { return person_atoms_.text(of_person); }
  const BookedThing& thing(NameId name) const { return things_[name]; }
  // Given names and surnames of full names that differ in one letter from a part that is in no table.
  std::vector<Atom> misspelt_as(Atom odd) const;
  bool are_near(Atom a, Atom b) const;  // one letter more, less, other or swapped
  // One more than the largest atom of a person, of a thing. Things of different labels share none.
  std::size_t person_atoms() const { return person_atoms_.size(); }
  std::size_t thing_atoms() const { return thing_atoms_.size(); }
  std::size_t size() const { return people_.size() + things_.size(); }

 private:
  BookedPerson booked(const PersonName& name);
  void add_prefixes(BookedPerson& person);
  void ask_for_prefix(Atom form);
  void add_deletions(Atom part);

  Atoms person_atoms_, thing_atoms_;
  std::unordered_map<std::string, NameId> people_ids_, thing_ids_;
  std::vector<BookedPerson> people_;
  std::vector<BookedThing> things_;
  std::vector<bool> asked_;                   // by atom: some mention may be the start of a given name
  std::vector<std::vector<NameId>> bearers_;  // by atom: whose given name it is
  std::unordered_multimap<std::uint64_t, Atom> prefixes_;  // of given names, by their hashes
  std::unordered_multimap<std::uint64_t, Atom>
      deletions_;              // of parts of full names, by hashes of all but a letter
  std::vector<bool> deleted_;  // by atom: it is among them
  std::string key_;
};

}  // namespace paravent::detect
