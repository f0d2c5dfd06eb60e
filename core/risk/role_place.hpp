// What the words around a role say of whose it is.
#pragma once

#include <cstddef>
#include <cstdint>

#include "risk/mark.hpp"
#include "risk/note_words.hpp"

namespace paravent::risk {

enum class RolePlace : std::uint8_t {
  OfNext,      // "la DRH Claire Dupont", "Manager : Paul"
  OfPrevious,  // "Claire Dupont (DRH)", "Claire, ma DRH", "Claire Dupont est DRH"
  OfTopic,     // "DRH depuis trois ans", "Poste : DRH": of whom is spoken
  Other,       // "sa DRH", "la DRH": somebody else, unless it is known whose role it is
  Nobody,      // "les DRH", "un poste à responsable": of nobody in particular
};

// `previous` and `next` are the marks beside it in its sentence, or nullptr.
RolePlace place_of_role(const NoteWords& words, const Sentence& sentence, const Mark& role,
                        const Mark* previous, const Mark* next);

}  // namespace paravent::risk
