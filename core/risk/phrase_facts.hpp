// Facts that no finding tells: roles, and phrases such as "mère de trois enfants", "d’origine libanaise",
// "petite ville".
#pragma once

#include <cstddef>
#include <optional>

#include "risk/fact.hpp"
#include "risk/note_words.hpp"

namespace paravent::risk {

struct PhraseFact {
  Fact fact;
  std::size_t last = 0;   // the token behind it
  bool doubtful = false;  // says so of somebody only right behind a role: "DRH d’une mutuelle"
};

// What starts at token `at`; no word at `end` or behind is read.
std::optional<PhraseFact> phrase_fact_at(const NoteWords& words, std::size_t at, std::size_t end);

// A role of one person.
std::optional<PhraseFact> role_at(const NoteWords& words, std::size_t at, std::size_t end);

}  // namespace paravent::risk
