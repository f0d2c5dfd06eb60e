// What stands in a note for a person, and the facts, in the order of the text; not yet tied to each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "risk/fact.hpp"
#include "risk/note_words.hpp"

namespace paravent::risk {

struct Mark {
  enum class Kind : std::uint8_t {
    Named,  // a person that was found
    Alias,  // "Personne A"
    Role,   // a role: of somebody named beside it, or somebody by itself
    Kin,    // "son mari": somebody else, of whom nothing is kept
    Fact,
    Opaque,  // any other name or alias: its words say nothing else
  };
  Kind kind = Kind::Fact;
  std::size_t first = 0;  // tokens
  std::size_t last = 0;
  detect::EntityId entity = 0;  // of Named
  std::string name;             // of Alias and Role: what it is known by
  Fact fact;                    // of Role and Fact
};

// In order of the text; none overlaps another. `language` is that of the labels.
std::vector<Mark> marks_of(const NoteWords& words, const detect::Analysis& analysis, text::Language language);

}  // namespace paravent::risk
