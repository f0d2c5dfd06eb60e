// Where a note says what someone's role is, and what may be said of them instead of their name.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "anonymise/note.hpp"
#include "anonymise/reading.hpp"

namespace paravent::anonymise {

inline constexpr std::size_t nobody = static_cast<std::size_t>(-1);

// A name with its role beside it.
struct Introduction {
  enum class Shape {
    Apposition,  // Claire Dupont, DRH chez LVMH, … · Claire Dupont (DRH)
    RoleBefore,  // notre DRH, Claire Dupont, … · la DRH Claire Dupont
    BareRole,    // Hôtelier à Dinard, Claire Dupont hésite
    Label,       // Coachée : Claire Dupont
  };
  Shape shape = Shape::Apposition;
  std::size_t name = nobody;  // index among the masking findings of the person
  RoleMention role;
  std::size_t begin = 0;  // what is to be replaced
  std::size_t end = 0;
  std::size_t employer = nobody;  // index among the masking findings of the firm that belongs to the role
  knowledge::Sex sex = knowledge::Sex::Unknown;  // what the words around say
  std::size_t age = nobody;                      // index of an age between name and role
  std::string_view possessed;                    // "son adjoint", where the role has a possessive
  bool definite = false;                         // "la DRH"
  std::string_view adjectives;                   // "nouveau " before the role
  std::size_t phrase_begin = 0;                  // where the phrase of a role before the name starts
  std::size_t comma = nobody;                    // of a closing comma further on that goes too
};

// The introduction around the masking finding number `at`, a person.
std::optional<Introduction> introduction_at(const Note& note, std::size_t at);

// The introductions of a note, each read once.
class Introductions {
 public:
  explicit Introductions(const Note& note) : note_(note), read_(note.masked().size()) {}

  // nullptr when there is none.
  const Introduction* at(std::size_t finding);

 private:
  struct Read {
    bool done = false;
    const Introduction* found = nullptr;
  };

  const Note& note_;
  std::vector<Read> read_;
  std::deque<Introduction> all_;
};

struct PersonDescription {
  knowledge::Role role;
  bool feminine = false;
  // Where two have one role: 1 and 2, "première DRH", "second directeur". 0 for the only one.
  unsigned rank = 0;
  bool anyone = false;  // "une personne": someone whose role is known, and whose sex is not
  std::string noun() const;
};

// Who of the entities of a note can be described: a person whose role and sex are known, where no two before
// have the same role. What is said holds where the note is French.
std::vector<std::optional<PersonDescription>> describe_people(const Note& note, Introductions& introductions);

}  // namespace paravent::anonymise
